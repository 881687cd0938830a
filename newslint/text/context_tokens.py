"""Split text into the tokens that are counted: words in small letters, classes and boundaries.

Counting a body of news and looking up an article must use the same tokens, so both use this module.
Numbers and unknown names are classes of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newslint.text.tokenizer import is_short_form, seek

END, COMMA, QUOTE, AND = "<s>", "<,>", '<">', "&"
"""Boundaries: of a sentence or a paragraph, of a clause, of a quotation; and the sign for "and"."""

BOUNDARIES = (END, COMMA, QUOTE, AND)

NUMBER, NAME, NAMES, UNKNOWN = "<0>", "<n>", "<n's>", "<u>"
"""Classes: a number, a name that is not counted by itself, its possessive, any other word."""

CLASSES = (NUMBER, NAME, NAMES, UNKNOWN)

STOP = ". "
"""The gap that ends a sentence, except after a short form."""

_OF_NUMBERS = dict.fromkeys(map(ord, "$£€%°#"))

_INSIDE = frozenset("-‑‐.,:'")
"""Signs inside a compound, an abbreviation, a number or a time."""

_STOPS, _BREAKS, _CLOSERS = frozenset(".!?…"), frozenset("|•*"), frozenset("\"”’')]")

_MARKS, _APOSTROPHES = frozenset('"“”«»‘'), frozenset("'’")

KEPT = 8_000
"""Maximum cached pieces; then the cache is cleared."""


def boundary(gap: str) -> str:
    """The boundary that a gap between two words is; empty if it is none.

    >>> boundary(" "), boundary("-"), boundary(", "), boundary('." '), boundary(" (")
    ('', '', '<,>', '<s>', '<,>')
    """
    gap = gap.translate(_OF_NUMBERS)
    bare = gap.strip()
    if not bare:
        return END if gap.count("\n") > 1 else ""
    if gap in _INSIDE:
        return ""
    if bare == AND:
        return AND
    if _parts_sentences(gap):
        return END
    return QUOTE if _has_quote(gap) else COMMA


def _parts_sentences(gap: str) -> bool:
    """Whether a gap has the end of a sentence or paragraph, or a sign that stands for one."""
    if not _BREAKS.isdisjoint(gap) or not all(map(str.strip, gap.split("\n")[1:-1])):
        return True
    return any(
        letter in _STOPS and (behind in _CLOSERS or behind.isspace())
        for letter, behind in zip(gap, f"{gap[1:]} ", strict=False)
    )


def _has_quote(gap: str) -> bool:
    """Whether a gap has a quotation mark, or an apostrophe beside white space."""
    if not _MARKS.isdisjoint(gap):
        return True
    return any(
        letter in _APOSTROPHES and (before.isspace() or behind.isspace())
        for before, letter, behind in zip(f" {gap}", gap, f"{gap[1:]} ", strict=False)
    )


def token(word: str, is_counted: Callable[[str], object]) -> str:
    """The token of `word`: the word itself if `is_counted`, otherwise its class.

    >>> [token(word, {"mayor"}.__contains__) for word in ("Mayor", "2nd", "Beltgen’s", "quux")]
    ['mayor', '<0>', "<n's>", '<u>']
    """
    form = _form_of(word)
    return form if form and is_counted(form) else _class_of(word)


def _form_of(word: str) -> str:
    """The form in which a word is counted by itself; empty for a number."""
    return "" if word[0].isdigit() else word.lower().replace("’", "'")


def _class_of(word: str) -> str:
    """The class of a word that is not counted by itself."""
    if word[0].isdigit():
        return NUMBER
    if not word[0].isupper():
        return UNKNOWN
    return NAMES if word.endswith(("'s", "’s", "'S", "’S")) else NAME


def inner_stops(pieces: list[str]) -> Iterator[int]:
    """The indexes of stops after short forms, which end no sentence."""
    return (at for at in seek(STOP, pieces) if at and is_short_form(pieces[at - 1]))


class TokenNumbers(dict[str, int]):
    """The number of the token of each piece of text (a word or a gap); 0 for a gap without one."""

    def __init__(self, number: Callable[[str], int]) -> None:
        """Take the function that returns the number of a token, or 0."""
        self._number = number
        self._of = {"": 0, **{token: number(token) for token in (*BOUNDARIES, *CLASSES)}}
        self.end = self._of[END]

    def __missing__(self, piece: str) -> int:
        """Compute the number of `piece`, and cache it."""
        if len(self) >= KEPT:
            self.clear()
        if piece[:1].isalnum():
            found = self._number(_form_of(piece)) or self._of[_class_of(piece)]
        else:
            found = self._of[boundary(piece)]
        self[piece] = found
        return found

    def next_to(self, at: int, by: int, pieces: list[str]) -> tuple[int, int]:
        """The token before (`by` -1) or after (1) piece `at`, and its index in `pieces`."""
        last = len(pieces) - 1
        at += by
        while 0 < at < last:
            piece = pieces[at]
            number = self[piece]
            if number and (piece != STOP or not is_short_form(pieces[at - 1])):
                return number, at
            at += by
        return self.end, at

    def beside(self, at: int, by: int, pieces: list[str], most: int) -> list[int]:
        """The tokens before (`by` -1) or after (1) piece `at`, the nearest first, at least one."""
        found = list[int]()
        last = len(pieces) - 1
        while len(found) < most and 0 < at < last:
            number, at = self.next_to(at, by, pieces)
            found.append(number)
        return found

    def read(self, pieces: list[str]) -> list[int]:
        """All tokens of an article, with an end at either side."""
        found, at = [self.end], 0
        while at < len(pieces) - 1:
            number, at = self.next_to(at, 1, pieces)
            found.append(number)
        return found
