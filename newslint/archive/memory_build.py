"""Build a memory of an archive, or bring one up to date."""

from __future__ import annotations

from collections.abc import Callable, Set
from contextlib import closing
from typing import Any, NamedTuple

from newslint.archive.memory_sources import Printed, printed
from newslint.core.errors import NewslintError, SourceError, os_error_text
from newslint.lexicon.lexicon import Lexicon, shipped
from newslint.memory.builder import Builder, Taught, taught_by
from newslint.memory.counts import day_of
from newslint.memory.memory import Memory
from newslint.memory.recall import Recall
from newslint.memory.story import digest_of_words
from newslint.text.document import Document
from newslint.text.tables.article import Columns


class Sources(NamedTuple):
    """The sources of stories: paths, and the columns of the tables among them."""

    paths: tuple[str, ...]
    columns: Columns

    @property
    def about(self) -> dict[str, Any]:
        """The description of the sources in the memory, for later updates."""
        return {"paths": self.paths, "columns": self.columns}

    @classmethod
    def of(cls, memory: Memory) -> Sources:
        """The sources of a memory."""
        about = memory.about
        return cls(tuple(about.get("paths", ())), Columns(*about.get("columns", ())))


class Change(NamedTuple):
    """The number of stories in a memory, of new ones, and of removed ones."""

    stories: int
    new: int
    gone: int


Tell = Callable[[NewslintError | None], None]
"""Called after every article, with its error or None."""


def build(sources: Sources, output: str, tell: Tell, old: Memory | None = None) -> Change:
    """Write a memory of all stories in `sources`.

    Counts of unchanged stories are copied from `old`. A SourceError says why the
    file cannot be written.
    """
    lexicon, new, held = shipped(), 0, set[int]()
    known = Known(old)
    with closing(Builder()) as builder:
        for article in printed(sources.paths, sources.columns):
            if isinstance(article, NewslintError):
                tell(article)
                continue
            taught = known.taught_by(article, lexicon)
            new += taught.digest not in known.digests
            held.add(taught.digest)
            builder.add(taught, article.id)
            tell(None)
        try:
            builder.write(output, sources.about)
        except OSError as error:
            raise SourceError(output, f"cannot be written: {os_error_text(error)}") from None
        return Change(builder.stories, new, len(known.digests - held))


class Known:
    """The counts of the stories in an older memory, by a digest of their words."""

    def __init__(self, old: Memory | None) -> None:
        """Use the stories of `old`, if there is one."""
        self._recall = Recall(old) if old else None
        stories = self._recall.stories if self._recall else ()
        self._numbers = {story.digest: at for at, story in reversed([*enumerate(stories)])}

    @property
    def digests(self) -> Set[int]:
        """The digest of each story."""
        return self._numbers.keys()

    def taught_by(self, article: Printed, lexicon: Lexicon) -> Taught:
        """The phrases of an article, from the older memory if it has them."""
        document = Document(article.prose)
        if self._recall:
            number = self._numbers.get(digest_of_words(document))
            if number is not None:
                return self._recall.taught(number)._replace(day=day_of(article.date))
        return taught_by(document, article.date, lexicon)
