"""Give a correction the letter case and the apostrophes of what it replaces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile


def has_phrase_case(words: Sequence[str], found: Sequence[str]) -> bool:
    """Whether the found words have the case of one phrase, not of two sentences.

    That is: all small, the first capitalised, all capitals, or a headline's capitals. Words that
    the book writes with a capital do not count.

    >>> [has_phrase_case(["more", "then"], [more, "Then"]) for more in ("more", "More")]
    [False, True]
    """
    small = [piece for word, piece in zip(words, found, strict=True) if word.islower()] or ["a"]
    if any(piece.isupper() and len(piece) > 1 for piece in small):
        return all(piece.isupper() for piece in small)
    return not any(piece[0].isupper() for piece in small) or small[0][0].isupper()


def match_upper_case(right: str, found: str) -> str:
    """`right` in capitals if `found` is; otherwise `right` keeps its own capitals.

    >>> match_upper_case("iPhone", "Iphone"), match_upper_case("Qaeda", "QUEDA")
    ('iPhone', 'QAEDA')
    """
    return right.upper() if found.isupper() and len(found) > 1 else right


def match_case(right: str, found: str) -> str:
    """The word `right` with the capitals and apostrophes of what was found.

    A capital within the word stays where it stands behind the same letters, unless the second
    letter is one, as if the key had been held too long; that of Mc stands right behind it.

    >>> [match_case("harbour", found) for found in ("Habour", "HABOUR", "habour")]
    ['Harbour', 'HARBOUR', 'harbour']
    >>> match_case("mcdonald", "McDonlad"), match_case("o'farrell", "O’Farell")
    ('McDonald', 'O’Farrell')
    >>> match_case("the", "THe"), match_case("mcorlan", "McoLran")
    ('The', 'McOrlan')
    """
    right = match_apostrophes(right, found)
    if not found[1:2].isupper():
        alike = takewhile(lambda pair: pair[0] == pair[1].lower(), zip(right, found, strict=False))
        begin = "".join(letter for _, letter in alike)
        right = begin + right[len(begin) :]
        if found.startswith("Mc") and right.startswith("Mc") and not found[2:].islower():
            right = "Mc" + right[2:].capitalize()
    return match_upper_case(right[0].upper() + right[1:] if found[0].isupper() else right, found)


def match_apostrophes(right: str, found: str) -> str:
    """`right` with the apostrophes of what was found.

    >>> match_apostrophes("O'Connor", "O’Conor")
    'O’Connor'
    """
    return right.replace("'", "’") if "’" in found else right


def match_phrase_case(right: str, found: Sequence[str], gaps: Sequence[str]) -> str:
    r"""`right` in the case of the words found, with their white space and their apostrophes.

    >>> match_phrase_case("exact revenge", ["Extract", "revenge"], ["\n"])
    'Exact\nrevenge'
    >>> match_phrase_case("isn't", ["AIN’T"], [])
    'ISN’T'
    """
    words = match_apostrophes(right, "".join(found)).split()
    if all(piece.isupper() for piece in found) and len("".join(found)) > 1:
        words = [word.upper() for word in words]
    elif len(words) == len(found):
        words = [_capital(word, piece) for word, piece in zip(words, found, strict=True)]
    else:
        words[0] = _capital(words[0], found[0])
    between = gaps if len(gaps) == len(words) - 1 else [" "] * (len(words) - 1)
    return words[0] + "".join(gap + word for gap, word in zip(between, words[1:], strict=True))


def _capital(word: str, found: str) -> str:
    return word[0].upper() + word[1:] if found[0].isupper() else word
