"""Phrases: in come words of the book and a place in the copy, out go the words that stand there.

The book writes a phrase once, in small letters; copy prints it capitalised, in capitals, with
curly apostrophes, or broken over a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from newslint.finding import Span

JOINERS = "'’-‐‑"
"""What may stand inside a word."""


def word_after(text: str, at: int) -> Span | None:
    """The next word, if nothing but white space (of one line break at most) parts it from `at`."""
    start = at
    while start < len(text) and text[start].isspace():
        start += 1
    if start == at or start == len(text) or text.count("\n", at, start) > 1:
        return None
    end = word_end(text, start)
    return Span(start, end) if end > start else None


def word_before(text: str, at: int) -> Span | None:
    """The word before `at`, if nothing but white space (of one line break at most) is between."""
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    if end in (0, at) or text.count("\n", end, at) > 1 or not text[end - 1].isalnum():
        return None
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in JOINERS):
        start -= 1
    while text[start] in JOINERS:  # an opening quotation mark is no part of the word
        start += 1
    return Span(start, end)


def word_end(text: str, start: int) -> int:
    """Where the word that begins at `start` ends; `start` itself if none does."""
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] in JOINERS):
        end += 1
    while end > start and text[end - 1] in JOINERS:
        end -= 1
    return end


def begins_word(text: str, start: int) -> bool:
    """Whether no word runs on into `start`.

    >>> [begins_word("a 'sub-editor'", at) for at in (2, 3, 4, 7)]
    [True, True, False, False]
    """
    before = start - 1
    if before > 0 and text[before] in JOINERS:
        before -= 1
    return before < 0 or not text[before].isalnum()


def follow(text: str, at: int, words: Sequence[str]) -> list[Span] | None:
    """The places of `words`, if they are what comes after `at`."""
    spans: list[Span] = []
    for word in words:
        span = word_after(text, spans[-1].end if spans else at)
        if span is None or not same(word, text[span.start : span.end]):
            return None
        spans.append(span)
    return spans


def precede(text: str, at: int, words: Sequence[str]) -> list[Span] | None:
    """The places of `words`, if they are what comes before `at`."""
    spans: list[Span] = []
    for word in reversed(words):
        span = word_before(text, spans[-1].start if spans else at)
        if span is None or not same(word, text[span.start : span.end]):
            return None
        spans.append(span)
    return spans[::-1]


def plain(word: str) -> str:
    """A word with the apostrophes and hyphens that the book writes."""
    return word if word.isascii() else word.replace("’", "'").replace("‐", "-").replace("‑", "-")


def evened(text: str) -> str:
    r"""`text` in small letters, each stretch of white space one space, as `plain` leaves it.

    >>> evened("It’s\n\nhere, ")
    "it's here, "
    """
    return plain(_WHITE.sub(" ", text).lower())


_WHITE = re.compile(r"\s+")


def same(word: str, found: str) -> bool:
    """Whether the copy has this word of the book, in whatever case the book allows.

    >>> same("it's", "It’s"), same("Russian", "RUSSIAN"), same("Russian", "russian")
    (True, True, False)
    """
    found = plain(found)
    return found == word or (found.lower() == word if word.islower() else found == word.upper())


def even(words: Sequence[str], found: Sequence[str]) -> bool:
    """Whether the case of the words found is that of one phrase, not of two sentences.

    All small, the first capitalised, all capitals, or a headline's capitals; what the book itself
    writes with a capital says nothing.

    >>> even(["more", "then"], ["more", "Then"]), even(["more", "then"], ["More", "Then"])
    (False, True)
    """
    small = [piece for word, piece in zip(words, found, strict=True) if word.islower()] or ["a"]
    if any(piece.isupper() and len(piece) > 1 for piece in small):
        return all(piece.isupper() for piece in small)
    return not any(piece[0].isupper() for piece in small) or small[0][0].isupper()


def shouted(right: str, found: str) -> str:
    """`right` in capitals where what was found is in capitals; a name keeps its own otherwise.

    >>> shouted("iPhone", "Iphone"), shouted("Qaeda", "QUEDA")
    ('iPhone', 'QAEDA')
    """
    return right.upper() if found.isupper() and len(found) > 1 else right


def cased(right: str, found: str) -> str:
    """The word `right` with the capitals and apostrophes of what was found.

    A capital within the word stays where it stands behind the same letters, unless the second
    letter is one, as if the key had been held too long.

    >>> cased("harbour", "Habour"), cased("harbour", "HABOUR"), cased("harbour", "habour")
    ('Harbour', 'HARBOUR', 'harbour')
    >>> cased("mcdonald", "McDonlad"), cased("o'farrell", "O’Farell"), cased("the", "THe")
    ('McDonald', 'O’Farrell', 'The')
    """
    right = curled(right, found)
    if not found[1:2].isupper():
        alike = takewhile(lambda pair: pair[0] == pair[1].lower(), zip(right, found, strict=False))
        begin = "".join(letter for _, letter in alike)
        right = begin + right[len(begin) :]
    return shouted(right[0].upper() + right[1:] if found[0].isupper() else right, found)


def curled(right: str, found: str) -> str:
    """`right` with the apostrophes of what was found.

    >>> curled("O'Connor", "O’Conor")
    'O’Connor'
    """
    return right.replace("'", "’") if "’" in found else right


def recase(right: str, found: Sequence[str], gaps: Sequence[str]) -> str:
    r"""`right` in the case of the words found, with their white space and their apostrophes.

    >>> recase("exact revenge", ["Extract", "revenge"], ["\n"])
    'Exact\nrevenge'
    >>> recase("isn't", ["AIN’T"], [])
    'ISN’T'
    """
    words = curled(right, "".join(found)).split()
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
