"""One article as its checks see it.

Words are kept as parallel sequences (`text.tokenizer.Tokens`), not as an object each. Everything
else is computed when it is first asked for: most articles are silent, and most checks find that
out from the set of distinct words alone.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.letters import plain_marks
from newslint.text.quotation_marks import MARKS
from newslint.text.tokenizer import (
    NOT_PROSE,
    SIGN_OF_ADDRESS,
    SIGNS,
    SPACE,
    STOP_INSIDE,
    is_short_form,
    seek,
    split_possessive,
    tokenize,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.text.prose import Prose


SIC = lazy_pattern(r"['’]?s?[!?.,]?[\"”]?\s*[\[(]\s?sic\.?\s?[\])]", re.IGNORECASE)

_RUNS_ON = lazy_pattern("['’]?[^\\W_]|[\u0300-\u036f]")
"""Matches where a word goes on beside the matched text."""


BLANK_LINES = lazy_pattern(r"\n\s*\n")
"""Separates paragraphs."""


SENTENCE_ENDS = frozenset(".!?…:;\n|•*")

OPENERS = frozenset("\"“‘«(['")


SINGLE_SEARCHES = 8
"""Searches for words in small letters before a table of all words is made. Most articles need
none."""


class Document:
    """One article: its text, its words in order, and what stands around them."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.text: str = _without_addresses(prose.text)
        (
            self.pieces,
            self.words,
            self.lowered,
            self._ends,
            self.capitals,
            self.distinct,
            self._numbers,
            self._numbered_by,
        ) = tokenize(self.text)
        self._found: dict[str, list[int]] = {}
        self.memo: dict[str, Any] = {}
        """Values that callers compute from the document and share, each under its own key."""

    def numbers_by(self, numbers: Mapping[str, int]) -> bytes:
        """The number of each of the pieces in `numbers`, as unsigned shorts."""
        if self._numbers is not None and self._numbered_by is numbers:
            return self._numbers
        return array("H", map(numbers.__getitem__, self.pieces)).tobytes()

    @cached_property
    def normal_text(self) -> str:
        """The text as `letters.normalise` returns it, between two spaces."""
        return plain_marks(f" {' '.join(self.text.split())} ".lower())

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word occurs as written."""
        return Counter(self.words)

    @cached_property
    def starts(self) -> array[int]:
        """Where each word begins."""
        return self._ends[:-1:2]

    def span(self, at: int) -> Span:
        """The place of word `at`."""
        return Span(self._ends[2 * at], self._ends[2 * at + 1])

    def stretch(self, first: int, last: int) -> Span:
        """From the start of word `first` to the end of word `last`."""
        return Span(self._ends[2 * first], self._ends[2 * last + 1])

    def stem(self, at: int) -> tuple[str, Span]:
        """Word `at` without its possessive ending, and its place: a fix leaves the ending."""
        stem, ending = split_possessive(self.words[at])
        start, end = self.span(at)
        return stem, Span(start, end - len(ending))

    @cached_property
    def places_of_pairs(self) -> dict[tuple[str, str], list[int]]:
        """Pairs of capitalised neighbours that may belong to one name, and where the first stands.

        The stop after an initial or an abbreviation (Dr, Gen) ends no sentence.
        """
        pieces, words = self.pieces, self.words
        found = defaultdict[tuple[str, str], list[int]](list)
        for at in (at for at, following in pairwise(self.capitals) if following == at + 1):
            gap, first = pieces[2 * at + 2], words[at]
            if gap.isspace() or (gap[0] == "." and is_short_form(first)):
                found[first, words[at + 1]].append(at)
        return found

    def positions(self, word: str) -> Sequence[int]:
        """Where `word` stands, as indices into `words`."""
        if word[:1].isupper():
            return self.capitalised.get(word, ())
        if word not in self.distinct:
            return ()
        found = self._found.get(word)
        if found is None and len(self._found) < SINGLE_SEARCHES:
            found = self._found[word] = list(seek(word, self.words))
        return self._table.get(word, ()) if found is None else found

    @cached_property
    def capitalised(self) -> dict[str, list[int]]:
        """Where each distinct word with a capital stands."""
        words, found = self.words, defaultdict[str, list[int]](list)
        for at in self.capitals:
            found[words[at]].append(at)
        return found

    @cached_property
    def _table(self) -> dict[str, list[int]]:
        """Where each distinct word stands."""
        found = defaultdict[str, list[int]](list)
        for at, word in enumerate(self.words):
            found[word].append(at)
        return found

    def places(self, word: str) -> list[Span]:
        """Every place of `word` as it stands."""
        return [self.span(at) for at in self.positions(word)]

    def is_word(self, start: int, end: int) -> bool:
        """Whether the letters between two offsets are one of the `words`."""
        before, behind = self.text[max(0, start - 2) : start], self.text[end : end + 2]
        return not (_RUNS_ON.match(behind) or _RUNS_ON.match(before[::-1]))

    def offsets(self, word: str) -> Iterator[int]:
        """Offsets at which these letters occur, as a word or as a part of one."""
        at = self.text.find(word)
        while at >= 0:
            yield at
            at = self.text.find(word, at + len(word))

    def gap(self, at: int) -> str:
        """The text between word `at` and the word before it."""
        return self.pieces[2 * at]

    def opens_sentence(self, at: int) -> bool:
        """Whether word `at` begins a sentence, a line or a quotation."""
        if at == 0:
            return True
        gap = self.gap(at)
        if gap == " ":
            return False
        if gap == ". ":
            return not is_short_form(self.words[at - 1])
        return not SENTENCE_ENDS.isdisjoint(gap) or not OPENERS.isdisjoint(gap)

    @cached_property
    def quotations(self) -> list[Span]:
        """Stretches inside double quotation marks, paragraph by paragraph.

        A quotation that is opened and not closed runs to the end of its paragraph, as agency
        copy prints speech of several paragraphs.
        """
        found: list[Span] = []
        opened = -1
        for match in MARKS.finditer(self.text):
            mark, at = match[0], match.start()
            if opened >= 0 and (end := self._paragraph_end(opened, at)) >= 0:
                found.append(Span(opened, end))
                opened = -1
            if opened >= 0 and mark in '"”»':
                found.append(Span(opened, at))
                opened = -1
            elif mark in '"“«':
                opened = at + 1
        if opened >= 0:
            end = self._paragraph_end(opened, len(self.text))
            found.append(Span(opened, end if end >= 0 else len(self.text)))
        return found

    def _paragraph_end(self, start: int, end: int) -> int:
        """The offset of the first blank line between two offsets; -1 if there is none."""
        at = self.text.find("\n", start, end)
        blank = BLANK_LINES.search(self.text, at, end) if at >= 0 else None
        return blank.start() if blank else -1

    def quotation(self, offset: int) -> Span | None:
        """The quotation that `offset` lies inside."""
        at = bisect_right(self.quotations, (offset, len(self.text))) - 1
        return self.quotations[at] if at >= 0 and self.quotations[at].end > offset else None

    def quoted(self, offset: int) -> bool:
        """Whether `offset` lies inside a quotation."""
        return self.quotation(offset) is not None

    def is_sic(self, offset: int) -> bool:
        """Whether "[sic]" follows at `offset`: the text before it is intended."""
        return bool(SIC.match(self.text, offset))

    def line(self, offset: int) -> int:
        """The line of the prose that `offset` is in, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def is_beside_address(self, span: Span) -> bool:
        """Whether an address touches `span`, whose letters must then stay unchanged."""
        near = slice(max(0, span.start - 1), span.end + 1)
        return self.text[near] != self.prose.text[near]


def _without_addresses(text: str) -> str:
    """`text` with addresses, handles, file names and code blanked, every offset as before.

    Only the text around a sign of an address is searched, since most copy has none.
    """
    pieces, done = [], 0
    for sign in signs_of_addresses(text):
        start, end = sign.span()
        if start < done:
            continue
        while start > done and not text[start - 1].isspace():
            start -= 1
        space = SPACE.search(text, end)
        end = space.start() if space else len(text)
        blanked = NOT_PROSE.sub(lambda match: " " * len(match[0]), text[start:end])
        pieces += [text[done:start], blanked]
        done = end
    return "".join((*pieces, text[done:])) if pieces else text


def signs_of_addresses(text: str) -> Iterator[re.Match[str]]:
    """Every match of SIGN_OF_ADDRESS, searched only in lines that can have one.

    A line is searched with the line break before it, where a path may begin.
    """
    if not (any(sign in text for sign in SIGNS) or STOP_INSIDE.search(text)):
        return
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if any(map(line.__contains__, SIGNS)) or STOP_INSIDE.search(line):
            yield from SIGN_OF_ADDRESS.finditer(text, max(0, start - 1), end)
        start = end + 1
