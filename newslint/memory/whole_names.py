"""Find the whole names of an article, as they are spelt, without titles before them.

They are put together of the neighbours that a memory counts, so that all who count the names of an
archive count the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.lexicon.folding import fold
from newslint.memory.phrases import is_chance, names_in, neighbours, runs
from newslint.text.english import CALENDAR, TITLES
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.lexicon.lexicon import Lexicon
    from newslint.text.document import Document


LONGEST = 5
"""Maximum words of a name; longer runs of capitals are titles and headlines."""


def whole_names(document: Document, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The first and the last word of each name of several words; initials count."""
    names = names_in(document)
    pairs = [pair for pair in neighbours(document, names) if not is_chance(pair, document, lexicon)]
    within = {at for pair in pairs for at in (pair.first, pair.second)}
    alone = ((at, at) for at in names if at not in within and len(document.words[at]) > 1)
    for first, last in sorted((*((run[0].first, run[-1].second) for run in runs(pairs)), *alone)):
        begin = _without_titles(first, last, document)
        if begin == first:
            begin = _with_initials(first, document)
        if 0 < last - begin < LONGEST:
            yield begin, last


def spelling(first: int, last: int, document: Document) -> str:
    """The words from `first` to `last` as they are written, without a possessive ending."""
    start, end = document.stretch(first, last)
    text = document.text[start : end - len(split_possessive(document.words[last])[1])]
    return " ".join(text.split())


def _without_titles(first: int, last: int, document: Document) -> int:
    """The first word of a name behind Monday, President or Chief of the ..."""
    words = document.words
    keys = [fold(word) for word in words[first:last]]
    titles = [at for at, key in enumerate(keys, 1) if key in TITLES or key in CALENDAR]
    begin = first + max(titles, default=0)
    while begin > first and begin < last and words[begin].islower():
        begin += 1
    return begin


def _with_initials(first: int, document: Document) -> int:
    """The first of the initials before a name."""
    words = document.words
    while first and len(words[first - 1]) == 1 and words[first - 1].isupper():
        if document.gap(first) not in (". ", ".", " ", ".\u00a0"):
            break
        first -= 1
    return first
