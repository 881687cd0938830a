"""Learning: in come the articles of an archive, out come the names in them, counted.

Full names only: who is called by the surname alone was introduced before. What the check of one
article finds (a name spelt two ways in it) is kept, too, since no count says as much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newslint import formats
from newslint.document import Document, possessive
from newslint.engine import Linter
from newslint.evidence.renown import is_given, is_mere_word, is_ordinary
from newslint.fold import fold
from newslint.knowledge import Knowledge
from newslint.lexicon import PLACE, shipped
from newslint.mentions import CALENDAR, LINKS, TITLES, joined
from newslint.selection import Selection
from newslint.settings import Settings
from newslint.source import Source

if TYPE_CHECKING:
    from newslint.book import Book
    from newslint.book.archive import Article

Key = TypeVar("Key")

MOST = 500_000
"""Spellings that are kept; beyond, those of one article alone are forgotten (lossy counting, as
of Manku and Motwani 2002, at the rate of one article)."""

LONGEST = 5
"""Words of a name; longer runs of capitals are titles and headlines."""

AROUND = 45
"""Letters of an article that are shown to either side of a name."""

INCONSISTENT = Settings(selections=(Selection(select=("names/inconsistent",)),))


class Seen(NamedTuple):
    """How often something stands, in how many articles, and its first place."""

    times: int
    articles: int
    where: str
    example: str

    def __str__(self) -> str:
        times = "once" if self.times == 1 else f"{self.times} times"
        articles = "" if self.articles == 1 else f" in {self.articles} articles"
        return f"{times}{articles}, first in {self.where}: {self.example}"

    def more(self, times: int) -> Seen:
        """The same, seen `times` more in one more article."""
        return self._replace(times=self.times + times, articles=self.articles + 1)


class Learner:
    """What an archive has taught so far: article after article is shown to it."""

    def __init__(self, book: Book) -> None:
        """Judge single articles by `book`."""
        self.knowledge = Knowledge(shipped(), book.names, book.desk, book.shipped_layer)
        self.articles = 0
        self.names: dict[str, Seen] = {}
        """Full names as they are spelt."""
        self.contradicted: dict[tuple[str, str], Seen] = {}
        """For a full name and a wrong form of one word of it, where an article has both."""
        self._linter = Linter(book, INCONSISTENT)

    def read(self, article: Article) -> None:
        """Learn the names of one article."""
        source = Source.from_text(article.text, article.path)
        document = Document(formats.read(source))
        found = list(full_names(document, self.knowledge))
        first = dict(reversed(found))
        self.articles += 1
        for spelling, times in Counter(spelling for spelling, _ in found).items():
            _count(self.names, spelling, times, (article.where, document.text, first[spelling]))
        self._contradictions(source, article, document, sorted(first))
        if len(self.names) > MOST:
            self.names = {name: seen for name, seen in self.names.items() if seen.articles > 1}

    def _contradictions(
        self, source: Source, article: Article, document: Document, names: list[str]
    ) -> None:
        """Note which name an article spells otherwise, too."""
        places: dict[tuple[str, str], list[int]] = {}
        for finding in self._linter.lint(source):
            for right in finding.suggestions[:1]:
                full = next((name for name in names if right in name.split()), None)
                if full:
                    places.setdefault((full, finding.text), []).append(finding.span.start)
        for key, found in places.items():
            _count(self.contradicted, key, len(found), (article.where, document.text, found[0]))


def _count(seen: dict[Key, Seen], key: Key, times: int, place: tuple[str, str, int]) -> None:
    """Note that something stands `times` in one more article.

    `place` is where that is, its text, and the offset of the first in it.
    """
    known = seen.get(key)
    if known:
        seen[key] = known.more(times)
    else:
        where, text, offset = place
        seen[key] = Seen(times, 1, where, _around(text, offset))


def full_names(document: Document, knowledge: Knowledge) -> Iterator[tuple[str, int]]:
    """Each name of several words in an article, as it is spelt, with its offset."""
    words, beyond = document.words, 0
    for at, word in enumerate(words):
        if at < beyond or not word[0].isupper():
            continue
        last = _end_of_run(at, document)
        beyond = last + 1
        first = _without_titles(at, last, document, knowledge)
        if 0 < last - first < LONGEST and is_name(words[first : last + 1], knowledge):
            start, end = document.stretch(first, last)
            end -= len(possessive(words[last])[1])
            yield " ".join(document.text[start:end].split()), start


def _end_of_run(at: int, document: Document) -> int:
    """The last of the capitalised words that follow each other from word `at` on."""
    words, last = document.words, at
    while last + 1 < len(words) and _follows(last + 1, document):
        small = words[last + 1] in LINKS
        if small and not (last + 2 < len(words) and _follows(last + 2, document)):
            break
        step = 2 if small else 1
        if not words[last + step][0].isupper():
            break
        last += step
    return last


def _follows(at: int, document: Document) -> bool:
    return joined(document, at) and "\n" not in document.gap(at)


def _without_titles(first: int, last: int, document: Document, knowledge: Knowledge) -> int:
    """The first word of a name, behind On, Monday, President and French Foreign Minister."""
    keys = [knowledge.key(word) for word in document.words[first:last]]
    titles = [at for at, key in enumerate(keys, 1) if key in TITLES or key in CALENDAR]
    opening = document.opens_sentence(first) and is_ordinary(keys[0] if keys else "", knowledge)
    return first + max([*titles, int(opening)])


def is_name(words: list[str], knowledge: Knowledge) -> bool:
    """Whether the words may name somebody or something, and are no mere words with capitals."""
    if all(word.isupper() and len(word) > 1 for word in words):
        return False  # a headline, or letters for an organisation
    return not all(is_mere_word(knowledge.key(word), knowledge) for word in words)


def kind_of(name: str, knowledge: Knowledge) -> str:
    """What a name is most likely the name of: a guess, for a person to look at."""
    first, *_, last = (fold(word) for word in name.split())
    if knowledge.standing(last).flags & PLACE and is_mere_word(last, knowledge):
        return "place"
    mere = is_mere_word(last, knowledge) or not is_given(first, knowledge)
    return "organisation" if mere else "person"


def _around(text: str, offset: int) -> str:
    """The stretch of an article around an offset, from word to word."""
    start, end = max(0, offset - AROUND), min(len(text), offset + 2 * AROUND)
    words = text[start:end].split()
    words = words[1 if start else 0 : -1 if end < len(text) else None]
    return f"…{' '.join(words)}…"
