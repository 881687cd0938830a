"""Build a memory from stories, one after another."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from newslint.core.record import NamedTuple
from newslint.lexicon.lexicon import Lexicon
from newslint.memory.compiler import compile_memory
from newslint.memory.counts import day_of
from newslint.memory.numbers_seen import NumbersSeen
from newslint.memory.phrases import phrases
from newslint.memory.story import digest_of_words
from newslint.memory.story_table import State, Story, StoryTable
from newslint.memory.tally import Tally
from newslint.text.document import Document

MOST_LISTED = 200_000
"""Maximum stories whose lists of phrases are stored; only listed stories can be removed later."""


class Taught(NamedTuple):
    """What a memory learns from one story."""

    phrases: Mapping[str, str]
    digest: int
    day: int


def taught_by(document: Document, date: str, lexicon: Lexicon) -> Taught:
    """What a memory learns from a document of this date."""
    return Taught(phrases(document, lexicon), digest_of_words(document), day_of(date))


class Builder:
    """Counts the phrases of stories, and writes the memory."""

    def __init__(self) -> None:
        self._tally = Tally()
        self._stories = StoryTable()
        self.digests = NumbersSeen()
        """The digests of all counted stories."""
        self._keys: IO[bytes] | None = TemporaryFile()  # noqa: SIM115  (closed with the builder)

    @property
    def stories(self) -> int:
        """The number of counted stories."""
        return len(self._stories)

    def add(self, taught: Taught, id_: str, state: State = (0, 0, 0)) -> None:
        """Count a story; of several with the same words only the first counts."""
        number = len(self._stories)
        again = not self.digests.add(taught.digest)
        self._stories.add(Story(id_, taught.digest, taught.day, state))
        if not again:
            self._tally.add(taught.phrases, number, taught.day)
        if self._keys and number >= MOST_LISTED:
            self._keys.close()
            self._keys = None
        if self._keys:
            self._keys.write("\x1f".join(() if again else taught.phrases).encode() + b"\n")

    def write(self, path: str | Path, about: dict[str, Any] | None = None) -> None:
        """Write the memory to a file."""
        compile_memory(path, self._tally.counts, self._stories, self._lists(), about)

    def close(self) -> None:
        """Remove the temporary files."""
        self._tally.close()
        if self._keys:
            self._keys.close()

    def _lists(self) -> Iterator[bytes]:
        """The numbers of each story's phrases, packed."""
        if self._keys is None:
            return
        numbers = {count.key: number for number, count in enumerate(self._tally.counts())}
        self._keys.seek(0)
        for line in self._keys:
            keys = line.decode().rstrip("\n").split("\x1f")
            known = sorted(numbers[key] for key in keys if key in numbers)
            yield zlib.compress(array("I", known).tobytes(), 1)
