"""Count the names in the articles of an archive.

Full names only: whoever is called by the surname alone was introduced before. What the check of one
article finds (a name spelt two ways in it) is kept, too, since no count says as much.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.authoring.name_proposals import evidence_of, propose
from newslint.authoring.proposals import Proposal, Spelling
from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.engine.linter import Linter
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.variants.name_clusters import SLIP, counted_names, is_known, names_of, row_of
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import shipped
from newslint.memory.counts import date_in, day_of
from newslint.memory.tally import Tally
from newslint.text.document import Document
from newslint.text.formats import reading
from newslint.text.source import Source

if TYPE_CHECKING:
    from newslint.authoring.articles import Article
    from newslint.book.book import Book


INCONSISTENT = Settings(selections=(Selection(select=("names/inconsistent",)),))


class Learner:
    """Collects names and their variants, article by article."""

    def __init__(self, book: Book) -> None:
        """Use `book` to judge each article."""
        self.places: list[str] = []
        """The places of the articles that were read."""
        self._knowledge = Knowledge(shipped(), book.names, book.desk, book.shipped_layer)
        self._names, self._contradicted = Tally(), Tally()
        self._linter = Linter(book, INCONSISTENT)

    def read(self, article: Article) -> None:
        """Learn the names of one article, and which of their words it also spells otherwise."""
        source = Source.from_text(article.text, article.path)
        names = sorted(names_of(Document(reading.read(source)), self._knowledge))
        number, day = len(self.places), day_of(date_in(article.where))
        self.places.append(article.where)
        self._names.add({name: name for name in names}, number, day)
        contradicted = {}
        for finding in self._linter.lint(source):
            for right in finding.suggestions[:1]:
                full = next((name for name in names if right in name.split()), None)
                if full and not is_known(fold(finding.text), self._knowledge):
                    contradicted[f"{full}\t{finding.text}"] = finding.text
        self._contradicted.add(contradicted, number, day)

    def proposals(self, at_least: int) -> Iterator[Proposal]:
        """Proposals for the names that stand in `at_least` articles."""
        called = self.places.__getitem__
        contradicted: dict[str, list[Spelling]] = {}
        for count in self._contradicted.counts():
            name, _, wrong = count.key.partition("\t")
            evidence = evidence_of(row_of(name, count, SLIP, called))
            spelling = Spelling(wrong, f"beside the right form {evidence}")
            contradicted.setdefault(name, []).append(spelling)
        names = counted_names(self._names, called, self._knowledge)
        return propose(names, self._knowledge, at_least, contradicted)

    def close(self) -> None:
        """Remove the temporary files."""
        self._names.close()
        self._contradicted.close()
