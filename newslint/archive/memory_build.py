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
    """Where stories are read from: paths, and the columns of the tables among them."""

    paths: tuple[str, ...]
    columns: Columns

    @property
    def about(self) -> dict[str, Any]:
        """What the memory says of them, so that it can be brought up to date."""
        return {"paths": self.paths, "columns": self.columns}

    @classmethod
    def of(cls, memory: Memory) -> Sources:
        """Where the stories of a memory were read from."""
        about = memory.about
        return cls(tuple(about.get("paths", ())), Columns(*about.get("columns", ())))


class Change(NamedTuple):
    """How many stories a memory holds, and how many of them it did not hold, or holds no more."""

    stories: int
    new: int
    gone: int


Tell = Callable[[NewslintError | None], None]
"""Called after every article, with what was wrong with it, if anything."""


def build(sources: Sources, output: str, tell: Tell, old: Memory | None = None) -> Change:
    """Write a memory of all that `sources` hold.

    What `old` knows of stories that have not changed is taken over. A SourceError says why the
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
    """What the stories of an older memory have taught, found by a digest of their words."""

    def __init__(self, old: Memory | None) -> None:
        """Ask `old`, if there is one."""
        self._recall = Recall(old) if old else None
        stories = self._recall.stories if self._recall else ()
        self._numbers = {story.digest: at for at, story in reversed([*enumerate(stories)])}

    @property
    def digests(self) -> Set[int]:
        """The digest of each story."""
        return self._numbers.keys()

    def taught_by(self, article: Printed, lexicon: Lexicon) -> Taught:
        """What an article teaches, which may be known already."""
        document = Document(article.prose)
        if self._recall:
            number = self._numbers.get(digest_of_words(document))
            if number is not None:
                return self._recall.taught(number)._replace(day=day_of(article.date))
        return taught_by(document, article.date, lexicon)
