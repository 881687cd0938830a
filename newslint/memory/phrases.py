"""Find the phrases that a memory learns from an article: names, alone and with their neighbours.

Names are recognised by their capitals. Two words that belong together are neighbours, and the text
between them belongs to the phrase: "Theodora Winslade", "Winslade-Price", "Bank of England". Words
without a capital count if the lexicon does not have them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import ATTESTED, CAPITAL, FAMILY, GIVEN, NAMED, SLIP, WORD
from newslint.text.english import ABBREVIATIONS, CALENDAR, LINKS, TITLES
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.lexicon.lexicon import Lexicon
    from newslint.text.document import Document


SHORTEST_WORD = 4
"""Minimum letters of a word without capitals that is stored."""

MOST_WORDS = 4
"""Maximum words of a name that is stored whole; of longer names only pairs are."""

COMMON = 5.0
"""Zipf frequency from which a word opens a sentence more often than it is a name."""

HEADLINE = 160
"""Maximum letters of a line that may be a headline with capitals."""

SHORT = 3
"""Letters: only longer words need a capital in a headline. It has more than so many of them."""

_INSIDE = frozenset(("of", "for", "of the", "for the", "and the"))
"""Words inside the names of organisations."""

_SPACES = frozenset((" ", "\u00a0"))

_STOPPED = frozenset((". ", ".\u00a0", "."))

_JOINING = _SPACES | _STOPPED | {"-"}


class Neighbours(NamedTuple):
    """Two words of one name, by their indexes in the document, and the text that joins them."""

    first: int
    second: int
    joint: str


Surface = tuple[str, str, str]
"""Two neighbours as written, with what joins them in the middle."""


def phrases(document: Document, lexicon: Lexicon) -> dict[str, str]:
    """Every phrase of an article: its first spelling by its key."""
    words = document.words
    found: dict[str, str] = {}
    names = names_in(document)
    for at in names:
        stem = split_possessive(words[at])[0]
        if len(stem) == 1 or stem in found:
            continue
        if not (document.opens_sentence(at) and is_word(stem, lexicon)):
            found[stem] = stem
    pairs = [pair for pair in neighbours(document, names) if not is_chance(pair, document, lexicon)]
    for spelling in _joined(pairs, document):
        found[spelling] = spelling
    for word in unlisted(document, lexicon):
        found[word] = word
    return {fold(spelling): spelling for spelling in reversed(found)}


def names_in(document: Document) -> list[int]:
    """The indexes of words with a capital, outside of headlines in which every word has one."""
    inner = [word for word in document.distinct if word[0] >= "a" and not word.islower()]
    names = document.capitals
    if inner:
        names = sorted([*names, *(at for word in inner for at in document.positions(word))])
    for start, end in _headlines(document.text):
        first, last = (
            bisect_left(names, offset, key=lambda at: document.span(at).start)
            for offset in (start, end)
        )
        names = [*names[:first], *names[last:]]
    return names


def surfaces_in(document: Document) -> dict[Surface, list[Neighbours]]:
    """Each two words that belong to one name, as written, with their places, worked out once."""
    found: dict[Surface, list[Neighbours]] | None = document.memo.get("surfaces")
    if found is None:
        found = document.memo["surfaces"] = {}
        words = document.words
        for pair in neighbours(document, names_in(document)):
            surface = words[pair.first], pair.joint, words[pair.second]
            found.setdefault(surface, []).append(pair)
    return found


def pairs_at(at: int, document: Document) -> list[str]:
    """The pairs of neighbours that word `at` is one of, as written."""
    return [
        "".join(surface)
        for surface, places in surfaces_in(document).items()
        if any(at in (pair.first, pair.second) for pair in places)
    ]


def neighbours(document: Document, names: Sequence[int]) -> list[Neighbours]:
    """The words of `names` that belong to one name with the next; initials between are left out."""
    words, pieces, found = document.words, document.pieces, []
    spelt = [at for at in names if len(words[at]) > 1 or _is_hyphenated(at, document)]
    for first, second in pairwise(spelt):
        if second - first > MOST_WORDS or pieces[2 * first + 2] not in _JOINING:
            continue
        if joint := _joint(first, second, document):
            found.append(Neighbours(first, second, joint))
    for at in spelt:
        if at and words[at - 1] in TITLES and pieces[2 * at] == " ":  # the mayor Okoro
            found.append(Neighbours(at - 1, at, " "))
    return found


def unlisted(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """The distinct words without a capital that the lexicon does not have."""
    for word in document.distinct:
        if len(word) >= SHORTEST_WORD and word.islower():
            stem = split_possessive(word)[0]
            if is_unlisted(fold(stem), lexicon):
                yield stem


def is_unlisted(key: str, lexicon: Lexicon) -> bool:
    """Whether no dictionary, gazetteer or list of misspellings has the word."""
    return not lexicon.entry(key).flags & (WORD | ATTESTED | SLIP | NAMED | CAPITAL)


def is_word(spelling: str, lexicon: Lexicon) -> bool:
    """Whether a dictionary has the word in small letters, so that a capital may mean nothing."""
    return bool(lexicon.entry(fold(spelling)).flags & WORD)


def is_chance(pair: Neighbours, document: Document, lexicon: Lexicon) -> bool:
    """Whether the first word is no part of the name: it opens the sentence, or is a weekday."""
    key = fold(document.words[pair.first])
    if pair.joint != " " or key in TITLES:
        return False
    if key in CALENDAR:
        return True
    if not document.opens_sentence(pair.first):
        return False
    flags, zipf, _ = lexicon.entry(key)
    return bool(flags & WORD) and (not flags & (GIVEN | FAMILY) or zipf >= COMMON)


def runs(pairs: Iterable[Neighbours]) -> Iterator[list[Neighbours]]:
    """The pairs of each name: every one begins with the second word of the one before."""
    run: list[Neighbours] = []
    for pair in pairs:
        if run and pair.first != run[-1].second:
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _joined(pairs: Sequence[Neighbours], document: Document) -> Iterator[str]:
    """Every pair of neighbours, and every whole name of more words."""
    words = document.words
    for run in runs(pairs):
        whole = words[run[0].first]
        for first, second, joint in run:
            stem = split_possessive(words[second])[0]
            yield f"{words[first]}{joint}{stem}"
            whole = f"{whole}{joint}{stem}"
        if 1 < len(run) < MOST_WORDS:
            yield whole


def _is_hyphenated(at: int, document: Document) -> bool:
    """Whether a hyphen joins word `at` to another."""
    return document.gap(at) == "-" or (at + 1 < len(document.words) and document.gap(at + 1) == "-")


def _joint(first: int, second: int, document: Document) -> str:
    """What joins two words of a name, if they belong together; what follows the first may."""
    words = document.words
    gap = document.gap(first + 1)
    if split_possessive(words[first])[1]:
        return ""
    if second == first + 1:
        if gap in _STOPPED:
            return " " if words[first].lower() in ABBREVIATIONS else ""
        return gap if gap == "-" else " "
    between = words[first + 1 : second]
    gaps = [gap, *(document.gap(at) for at in range(first + 2, second + 1))]
    if all(len(word) == 1 and word.isupper() for word in between):
        return " " if _JOINING.issuperset(gaps) and "-" not in gaps else ""
    if gaps[:-1].count(" ") != len(gaps) - 1 or gaps[-1] not in (" ", "-"):
        return ""
    if " ".join(between) in _INSIDE or all(word in LINKS for word in between):
        return f" {' '.join(between)}{gaps[-1]}"
    return ""


def _headlines(text: str) -> list[tuple[int, int]]:
    """The spans of lines with capitals on all their longer words; they are ignored."""
    found, start = [], 0
    for line in text.split("\n"):
        if 0 < len(line) <= HEADLINE and _is_headline(line):
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _is_headline(line: str) -> bool:
    """Whether the line has longer words, of which at most one has no capital."""
    if line[-1] in ".,;" or line[:1].islower():
        return False
    words = [word for word in line.split() if len(word) > SHORT and word[0].isalpha()]
    return len(words) > SHORT and sum(word[0].isupper() for word in words) >= len(words) - 1
