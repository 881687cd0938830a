"""Count the names in the articles of an archive.

Full names only: whoever is called by the surname alone was introduced before. What the check of one
article finds (a name spelt two ways in it) is kept, too, since no count says as much.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.core.record import NamedTuple
from newslint.engine.linter import Linter
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.name_clusters import names_of, without_rare
from newslint.lexicon.lexicon import shipped
from newslint.text.document import Document
from newslint.text.formats import reading
from newslint.text.source import Source

if TYPE_CHECKING:
    from newslint.authoring.articles import Article
    from newslint.book.book import Book


Key = TypeVar("Key")


AROUND = 45
"""Letters of an article that are shown on either side of a name."""


INCONSISTENT = Settings(selections=(Selection(select=("names/inconsistent",)),))


class Seen(NamedTuple):
    """How often something occurs, in how many articles, and its first place."""

    times: int
    articles: int
    where: str
    example: str

    def __str__(self) -> str:
        times = "once" if self.times == 1 else f"{self.times} times"
        articles = "" if self.articles == 1 else f" in {self.articles} articles"
        return f"{times}{articles}, first in {self.where}: {self.example}"

    def more(self, times: int) -> Seen:
        """The count after one more article with `times` occurrences."""
        return self._replace(times=self.times + times, articles=self.articles + 1)


class Learner:
    """Collects names and their variants, article by article."""

    def __init__(self, book: Book) -> None:
        """Use `book` to judge each article."""
        self.knowledge = Knowledge(shipped(), book.names, book.desk, book.shipped_layer)
        self.articles = 0
        self.names: dict[str, Seen] = {}
        """Full names as they are spelt."""
        self.contradicted: dict[tuple[str, str], Seen] = {}
        """Counts of articles that have both a full name and a wrong form of one of its words."""
        self._linter = Linter(book, INCONSISTENT)

    def read(self, article: Article) -> None:
        """Learn the names of one article."""
        source = Source.from_text(article.text, article.path)
        document = Document(reading.read(source))
        found = list(names_of(document, self.knowledge))
        first = dict(reversed(found))
        self.articles += 1
        for spelling, times in Counter(spelling for spelling, _ in found).items():
            _count(self.names, spelling, times, (article.where, document.text, first[spelling]))
        self._contradictions(source, article, document, sorted(first))
        self.names = without_rare(self.names)

    def _contradictions(
        self, source: Source, article: Article, document: Document, names: list[str]
    ) -> None:
        """Note the full names that an article also spells in another way."""
        places: dict[tuple[str, str], list[int]] = {}
        for finding in self._linter.lint(source):
            for right in finding.suggestions[:1]:
                full = next((name for name in names if right in name.split()), None)
                if full:
                    places.setdefault((full, finding.text), []).append(finding.span.start)
        for key, found in places.items():
            _count(self.contradicted, key, len(found), (article.where, document.text, found[0]))


def _count(seen: dict[Key, Seen], key: Key, times: int, place: tuple[str, str, int]) -> None:
    """Count something that occurs `times` times in one more article.

    `place` is the article's name, its text, and the offset of the first occurrence.
    """
    known = seen.get(key)
    if known:
        seen[key] = known.more(times)
    else:
        where, text, offset = place
        seen[key] = Seen(times, 1, where, _around(text, offset))


def _around(text: str, offset: int) -> str:
    """The stretch of an article around an offset, from word to word."""
    start, end = max(0, offset - AROUND), min(len(text), offset + 2 * AROUND)
    words = text[start:end].split()
    words = words[1 if start else 0 : -1 if end < len(text) else None]
    return f"…{' '.join(words)}…"
