"""Compare the quotations of copy with the sources: word for word, nearly, or nowhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.core.finding import Span
from newslint.core.record import NamedTuple
from newslint.sources.alignment import Aligned, best_alignment, find_exact
from newslint.sources.passages import stem_of
from newslint.sources.quoted import (
    NOBODY,
    Speaker,
    Word,
    key_of,
    pieces_of,
    quotations_of,
    speaker_of,
    turns,
    words_of,
)

if TYPE_CHECKING:
    from newslint.sources.reference import Reference, References
    from newslint.text.document import Document


ALTERED, ELSEWHERE, NOWHERE = "altered", "other speaker", "nowhere"
"""How a quotation differs: in its words; in who says it; it is in no source."""

SHORTEST = 3
"""Words of the shortest quotation that is sought; fewer may be a title or a so-called thing."""

NEARLY = 0.6
"""The part of its words that a quotation must share with a source to be one of it, altered."""

SHORT, NEARLY_SHORT = 6, 0.65
"""Words of a short quotation, and the part of them that it must share."""

LEAST_SHARED = 3
"""Words that it must share at least."""


class Doubt(NamedTuple):
    """A quotation that the sources do not have like this, or not from this speaker.

    `span` is what differs; `theirs` is what a source has there, in its place.
    """

    kind: str
    span: Span
    theirs: str = ""
    where: str = ""
    speaker: str = ""


class SpokenText:
    """The words of one source as quotations are sought in it."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference

    @cached_property
    def keys(self) -> list[str]:
        """The folded words."""
        words = self.reference.document.words
        table = {word: key_of(word) for word in self.reference.document.distinct}
        return [table[word] for word in words]

    @cached_property
    def joined(self) -> str:
        """All words, each between spaces."""
        return f" {' '.join(self.keys)} "

    def places(self, words: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """Where each of some words stands."""
        found: dict[str, list[int]] = {word: [] for word in words}
        for at, key in enumerate(self.keys):
            if key in found:
                found[key].append(at)
        return found

    @cached_property
    def _quotations(self) -> list[Span]:
        return quotations_of(self.reference.document)

    @cached_property
    def _turns(self) -> list[tuple[int, Speaker]]:
        return list(turns(self.reference.document.text))

    def speakers(self, words: Sequence[str]) -> Iterator[tuple[Speaker, int]]:
        """Who is said to speak these words wherever they stand, with the place."""
        at = find_exact(words, self.joined)
        while at >= 0:
            number = self.joined.count(" ", 0, at + 1) - 1
            yield self._speaker_at(self.reference.document.span(number).start), number
            at = self.joined.find(f" {' '.join(words)} ", at + 1)

    def _speaker_at(self, offset: int) -> Speaker:
        found = bisect_right(self._quotations, (offset, len(self.reference.document.text))) - 1
        if found >= 0 and self._quotations[found].end > offset:
            return speaker_of(self.reference.document.text, self._quotations[found])
        turn = bisect_right(self._turns, offset, key=lambda turn: turn[0]) - 1
        return self._turns[turn][1] if turn >= 0 and len(self._turns) > 1 else NOBODY

    def said(self, first: int, last: int) -> tuple[str, str]:
        """The words from one to another as the source has them, and their file and line."""
        span = self.reference.document.stretch(first, last)
        return self.reference.said(span), self.reference.where(span.start)


def spoken_texts(references: References) -> Sequence[SpokenText]:
    """The sources as quotations are sought in them, made once."""
    if "spoken" not in references.memo:
        references.memo["spoken"] = [SpokenText(reference) for reference in references.all]
    found: Sequence[SpokenText] = references.memo["spoken"]  # type: ignore[assignment]
    return found


def doubtful_quotations(document: Document, references: References) -> Iterator[Doubt]:
    """Every quotation that differs from the sources, or that none of them has."""
    texts = spoken_texts(references)
    if not texts:
        return
    names = frozenset(key for text in texts for key in text.keys)
    for span in quotations_of(document):
        if is_verbatim(document.text, span, texts):
            continue
        for piece in pieces_of(document.text, span):
            if len(piece) >= SHORTEST:
                yield from _doubts(piece, span, document, texts, names)


def is_verbatim(text: str, span: Span, texts: Sequence[SpokenText]) -> bool:
    """Whether a source has the very brackets that a quotation has."""
    if "[" not in text[span.start : span.end]:
        return False
    words = [word.key for word in words_of(text, span, with_brackets=True)]
    return any(find_exact(words, each.joined) >= 0 for each in texts)


def _doubts(
    piece: list[Word],
    span: Span,
    document: Document,
    texts: Sequence[SpokenText],
    names: frozenset[str],
) -> Iterator[Doubt]:
    words = [word.key for word in piece]
    holding = [text for text in texts if find_exact(words, text.joined) >= 0]
    whole = Span(piece[0].span.start, piece[-1].span.end)
    if holding:
        yield from _other_speaker(words, whole, speaker_of(document.text, span), holding, names)
        return
    found = [(text, best_alignment(words, text.places(words), text.keys)) for text in texts]
    near = [(text, aligned) for text, aligned in found if aligned and _is_near(words, aligned)]
    if near:
        text, aligned = max(near, key=lambda each: len(each[1].pairs))
        yield _altered(piece, aligned, text)
    elif len(words) > SHORTEST:
        yield Doubt(NOWHERE, whole)


def _is_near(words: Sequence[str], aligned: Aligned) -> bool:
    shared = len(aligned.pairs)
    stretch = aligned.last - aligned.first + 1
    least = NEARLY if len(words) > SHORT else NEARLY_SHORT
    full = {words[ours] for ours, _ in aligned.pairs if stem_of(words[ours])}
    is_enough = shared >= max(LEAST_SHARED, least * len(words)) and len(full) > 1
    return is_enough and stretch <= 1.8 * len(words) + 2


def _altered(piece: list[Word], aligned: Aligned, text: SpokenText) -> Doubt:
    """The doubt about the words that differ, from the first to the last of them."""
    ours = {at for at, _ in aligned.pairs}
    theirs = {at for _, at in aligned.pairs}
    other = [at for at in range(len(piece)) if at not in ours]
    missing = [at for at in range(aligned.first, aligned.last + 1) if at not in theirs]
    around = [mine for mine, at in aligned.pairs if at - 1 in missing or at + 1 in missing]
    marked = [*other, *([] if other and not missing else around)] or [0, len(piece) - 1]
    first, last = min(marked), max(marked)
    span = Span(piece[first].span.start, piece[last].span.end)
    low, high = _theirs_of(first, last, aligned, len(text.keys))
    said, where = text.said(low, high)
    return Doubt(ALTERED, span, said, where)


def _theirs_of(first: int, last: int, aligned: Aligned, count: int) -> tuple[int, int]:
    """The words of the source that stand where ours from `first` to `last` do."""
    before = [theirs for ours, theirs in aligned.pairs if ours < first]
    behind = [theirs for ours, theirs in aligned.pairs if ours > last]
    low = before[-1] + 1 if before else max(0, aligned.first - first)
    high = behind[0] - 1 if behind else aligned.last
    if high < low:  # words that the source does not have at all: show those around
        low, high = max(0, low - 1), min(count - 1, high + 1)
    return low, max(low, high)


def _other_speaker(
    words: Sequence[str],
    span: Span,
    speaker: Speaker,
    holding: Sequence[SpokenText],
    names: frozenset[str],
) -> Iterator[Doubt]:
    """A doubt if every source that says who spoke the words names another."""
    if speaker.last not in names:
        return
    said = [(text, *each) for text in holding for each in text.speakers(words)]
    if all(each.keys and each.keys.isdisjoint(speaker.keys) for _, each, _ in said):
        text, other, at = said[0]
        yield Doubt(ELSEWHERE, span, where=text.said(at, at)[1], speaker=other.name)
