"""Match words of a phrase at a place of the text, forwards or backwards.

The book writes a phrase once, in small letters; copy prints it capitalised, in capitals, with
curly apostrophes, or broken over a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.finding import Span
from newslint.text.letters import plain_marks

JOINERS = "'’-‐‑"
"""Apostrophes and hyphens, which may stand inside a word."""


def word_after(text: str, at: int) -> Span | None:
    """The word after `at`, if only white space with at most one line break is between."""
    start = at
    while start < len(text) and text[start].isspace():
        start += 1
    if start == at or start == len(text) or text.count("\n", at, start) > 1:
        return None
    end = word_end(text, start)
    return Span(start, end) if end > start else None


def word_before(text: str, at: int) -> Span | None:
    """The word before `at`, if only white space with at most one line break is between."""
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
    """The end of the word that begins at `start`; `start` itself if there is none."""
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] in JOINERS):
        end += 1
    while end > start and text[end - 1] in JOINERS:
        end -= 1
    return end


def begins_word(text: str, start: int) -> bool:
    """Whether a word may begin at `start`: none goes on across it.

    >>> [begins_word("a 'sub-editor'", at) for at in (2, 3, 4, 7)]
    [True, True, False, False]
    """
    before = start - 1
    if before > 0 and text[before] in JOINERS:
        before -= 1
    return before < 0 or not text[before].isalnum()


def follow(text: str, at: int, words: Sequence[str]) -> list[Span] | None:
    """The places of `words`, if they come next after `at`."""
    spans: list[Span] = []
    for word in words:
        span = word_after(text, spans[-1].end if spans else at)
        if span is None or not same(word, text[span.start : span.end]):
            return None
        spans.append(span)
    return spans


def precede(text: str, at: int, words: Sequence[str]) -> list[Span] | None:
    """The places of `words`, if they come right before `at`."""
    spans: list[Span] = []
    for word in reversed(words):
        span = word_before(text, spans[-1].start if spans else at)
        if span is None or not same(word, text[span.start : span.end]):
            return None
        spans.append(span)
    return spans[::-1]


def same(word: str, found: str) -> bool:
    """Whether `found` is this `word` of the book, in a case that the book allows.

    >>> same("it's", "It’s"), same("Russian", "RUSSIAN"), same("Russian", "russian")
    (True, True, False)
    """
    found = plain_marks(found)
    return found == word or (found.lower() == word if word.islower() else found == word.upper())
