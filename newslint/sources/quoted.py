"""Quotations of a text, their words, and who is said to have spoken them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.core.finding import Span
from newslint.core.record import NamedTuple
from newslint.lexicon.folding import fold
from newslint.sources.number_words import SMALL

if TYPE_CHECKING:
    from newslint.text.document import Document


class Word(NamedTuple):
    """A folded word, and its place."""

    key: str
    span: Span


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_ADDED = re.compile(r"\[[^\]\n]*\]|\((?:sic|laughs|pause|applause)\)", re.IGNORECASE)
"""What a writer adds to a quotation, in brackets."""

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")


def words_of(text: str, span: Span, with_brackets: bool = False) -> list[Word]:
    """The words in a stretch of text but for what stands in brackets."""
    masked = text[span.start : span.end]
    if not with_brackets:
        masked = _ADDED.sub(lambda found: " " * len(found[0]), masked)
    return [
        Word(key_of(found[0]), Span(*(span.start + at for at in found.span())))
        for found in _WORD.finditer(masked)
    ]


def key_of(word: str) -> str:
    """The folded word; a small number is the same in figures and in letters."""
    key = fold(word)
    return f"{SMALL[key]:.0f}" if key in SMALL else key


def pieces_of(text: str, span: Span) -> list[list[Word]]:
    """The words of a quotation, parted where an ellipsis leaves something out."""
    cuts = [span.start]
    for found in _ELLIPSIS.finditer(text, span.start, span.end):
        cuts += found.span()
    cuts.append(span.end)
    parts = [words_of(text, Span(*pair)) for pair in zip(cuts[::2], cuts[1::2], strict=True)]
    return [part for part in parts if part]


_SINGLE = re.compile(
    r"(?<![\w'’])[‘'](?=[^\W_])((?:[^'’‘\"“”\n]|(?<=\w)['’](?=\w))+?)(?:(?<=[.,?!…\w])['’])(?!\w)"
)


def quotations_of(document: Document) -> list[Span]:
    """What stands in quotation marks, double ones or, outside of these, single ones."""
    double = document.quotations
    starts = [span.start for span in double]
    found = list(double)
    for match in _SINGLE.finditer(document.text):
        at = bisect_left(starts, match.start()) - 1
        if at < 0 or double[at].end <= match.start():
            found.append(Span(*match.span(1)))
    return sorted(found)


_SPEECH = (
    "said|says|say|told|added|adds|explained|warned|insisted|replied|recalled|continued|admitted"
    "|claimed|argued|stressed|commented|noted|announced|joked|concluded|wrote|asked|answered"
)

_VERB = re.compile(rf"\b(?:{_SPEECH})\b")

_ENDS = re.compile(r"[.!?](?=\s|$)|\n|[\"“]")

_STARTS = re.compile(r".*(?:[.!?][\"”’']? (?=[A-Z])|\n|[\"”])", re.DOTALL)

_RUN = re.compile(r"[A-Z][\w'’-]*(?:(?:\. | )[A-Z][\w'’-]*)*")

_REACH = 160
"""Letters that are looked at before and behind a quotation."""


class Speaker(NamedTuple):
    """Whoever is said to speak: every capitalised word of the clause, and the name in it."""

    keys: frozenset[str]
    name: str

    @property
    def last(self) -> str:
        """The last word of the name, folded."""
        return fold(self.name.split()[-1]).removesuffix("'s") if self.name else ""


NOBODY = Speaker(frozenset(), "")


def speaker_of(text: str, span: Span) -> Speaker:
    """Who is said to speak a quotation, if a verb of speech stands beside it.

    >>> text = 'The bridge is safe. "It is safe," said Ann Varel, the engineer.'
    >>> speaker_of(text, Span(21, 32)).name
    'Ann Varel'
    """
    behind = text[span.end + 1 : span.end + _REACH]
    end = _ENDS.search(behind)
    clause = behind[: end.start()] if end else behind
    if clause[:2].strip().islower() or clause[:2].strip()[:1].isupper():
        found = _named(clause)
        if found.keys:
            return found
    line = text[max(0, span.start - 1 - _REACH) : max(0, span.start - 1)]
    start = _STARTS.match(line)
    clause = line[start.end() :] if start else line
    if turn := _TURN.match(clause):
        return _speaker(turn["name"])
    return _named(clause) if clause.rstrip().endswith((":", ",", "that")) else NOBODY


def _named(clause: str) -> Speaker:
    return _speaker(clause) if _VERB.search(clause) else NOBODY


def _speaker(clause: str) -> Speaker:
    runs = [found[0] for found in _RUN.finditer(clause)]
    keys = frozenset(
        fold(re.sub(r"['’]s$", "", word)) for run in runs for word in re.split(r"[\s.-]+", run)
    )
    return Speaker(keys - {""}, max(runs, key=lambda run: len(run.split()), default=""))


_TURN = re.compile(r"^[ \t]*(?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,4}):", re.MULTILINE)


def turns(text: str) -> Iterator[tuple[int, Speaker]]:
    """Where somebody begins to speak in a transcript, and who."""
    for found in _TURN.finditer(text):
        yield found.start(), _speaker(found["name"])
