"""A memory: what a publication has printed, looked up in a mapped file.

A look-up reads only the few pages that it needs. The answer for a phrase is a `Count`.
"""

from __future__ import annotations

import json
import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property, partial
from itertools import starmap
from pathlib import Path
from typing import Any

from newslint.core.errors import SourceError, os_error_text
from newslint.lexicon.folding import fold
from newslint.memory import layout as at
from newslint.memory.counts import EXAMPLES, LAST_DAY, Count
from newslint.memory.story_table import BLOCK, Story, digest_key, id_key
from newslint.storage.checked_index import CheckedIndex
from newslint.storage.sections import Chain, Column, Sections

DAYS = 3
"""Days that are kept of a phrase."""

MOST_BEGUN = 5_000
"""Maximum number of phrases with one beginning that are looked at."""

MOST_ALIKE = 20_000
"""Maximum number of phrases, and of stories, that are looked at because their keys are alike: those
with a letter left out are some hundreds in a memory of a million stories."""

LARGEST = 1 << 25
"""Maximum bytes that a compressed piece becomes: the file may be anybody's."""

NOT_OURS = "newslint did not write it"


class Memory:
    """One memory, open for reading; stories whose numbers are in `without` do not count."""

    def __init__(self, path: str | Path, without: Iterable[int] = ()) -> None:
        """Map the file; raises a SourceError if it cannot be used."""
        try:
            self._file = Sections(path, at.KIND, at.FORMAT, at.SECTIONS, partial(refused, path))
        except OSError as error:
            raise SourceError(str(path), os_error_text(error)) from None
        column = self._file.column
        self.path = str(path)
        self.check = self._file.check
        self._texts, self._ends = column(at.TEXTS), column(at.ENDS, "I")
        self._stories, self._days = column(at.STORIES, "I"), column(at.DAYS, "H")
        lengths = len(self._ends), len(self._days), len(self._states)
        if lengths != (len(self), DAYS * len(self), 4 * len(self._digests)):
            raise refused(path, NOT_OURS)
        self.without = frozenset(without)
        self._taken: Counter[int] = Counter()
        for story in self.without:
            self._taken.update(self.phrases_of(story))

    @cached_property
    def about(self) -> dict[str, Any]:
        """The description of the memory, stored as JSON."""
        try:
            about: dict[str, Any] = json.loads(bytes(self._file.section(at.ABOUT)))
            if about["least"] > 0 and 0 <= about["last"] <= LAST_DAY:
                return about
        except (ValueError, TypeError, KeyError, RecursionError):
            pass
        raise refused(self.path, NOT_OURS)

    def __len__(self) -> int:
        return len(self._stories)

    @property
    def size(self) -> int:
        """The number of stories."""
        return len(self._digests) - len(self.without)

    def stories(self, key: str) -> int:
        """The number of stories with the folded phrase."""
        number = self.number(key)
        return self._stories.numbers[number] - self._taken[number] if number >= 0 else 0

    def number(self, key: str) -> int:
        """The number of a folded phrase; -1 if it is not remembered.

        What else is stored of it is checked, so that it may be read at once.
        """
        for number in self._by_key.places(key, MOST_ALIKE):
            if number < len(self._stories) and fold(self.spelling(number)) == key:
                self._see(number)
                return number
        return -1

    def _see(self, number: int) -> None:
        """Check what is stored of phrase `number`."""
        self._stories.see(number, number + 1)
        self._days.see(DAYS * number, DAYS * (number + 1))

    def spelling(self, number: int) -> str:
        """The commonest spelling of phrase `number`."""
        ends = self._ends.part(max(0, number - 1), number + 1)
        return str(self._texts.part(ends[0] if number else 0, ends[-1]), "utf-8", "replace")

    def beginning(self, start: str) -> Iterator[str]:
        """The first phrases, as spelt, whose folded letters begin with those of `start`."""
        key, numbers = fold(start), range(len(self))
        first = bisect_left(numbers, key, key=lambda number: fold(self.spelling(number)))
        for number in numbers[first : first + MOST_BEGUN]:
            spelling = self.spelling(number)
            if not fold(spelling).startswith(key):
                break
            yield spelling

    def count(self, number: int) -> Count:
        """The count of phrase `number`."""
        spelling = self.spelling(number)
        self._see(number)
        first, last, before = self._days.numbers[DAYS * number : DAYS * (number + 1)]
        begin = EXAMPLES * number
        stories = self._stories.numbers[number]
        examples = tuple(self._examples.part(begin, begin + min(stories, EXAMPLES)))
        left = stories - self._taken[number]
        return Count(fold(spelling), spelling, left, left, first, last, before, examples)

    def days(self, key: str) -> tuple[int, int, int]:
        """The first and the last two days of the folded phrase; each 0 if it is unknown."""
        number = self.number(key)
        if number < 0:
            return 0, 0, 0
        first, last, before = self._days.numbers[DAYS * number : DAYS * (number + 1)]
        return first, last, before

    @cached_property
    def newest(self) -> int:
        """The day of the newest story; 0 if none has one."""
        return int(self.about["last"])

    def near(self, word: str) -> Iterator[str]:
        """Known words, as spelt, that may be a letter off the folded word, which is one of them.

        If it is long, they may also begin like it.
        """
        found = self._near.places_near(word)
        if len(found) > MOST_ALIKE:
            raise refused(self.path, NOT_OURS)
        if len(word) >= at.LONG:
            found.update(self._near.places(at.beginning(word), MOST_ALIKE))
        return (self.spelling(number) for number in found if number < len(self))

    def counts(self) -> Iterator[Count]:
        """Every phrase, in the order of the keys."""
        return map(self.count, range(len(self)))

    def story_of(self, digest: int) -> int:
        """The number of the first story with this digest of its words; -1 if there is none."""
        found = self._by_key.places(digest_key(digest), MOST_ALIKE)
        there = [n for n in found if n < len(self._digests) and self._digests[n] == digest]
        return min(set(there) - self.without, default=-1)

    def stories_called(self, id_: str) -> list[int]:
        """The numbers of the stories with this id; a file may contain several."""
        found = self._by_key.places(id_key(id_), MOST_ALIKE)
        numbers = (n for n in found if n < len(self._digests) and n not in self.without)
        return sorted(n for n in numbers if self.story(n).id == id_)

    def story(self, number: int) -> Story:
        """Story `number`."""
        block, place = divmod(number, BLOCK)
        return self._named(number, self._ids_in(block)[place])

    def all_stories(self) -> Iterator[Story]:
        """Every story, in order."""
        ids = (name for block in range(len(self._ids)) for name in self._ids_in(block))
        yield from starmap(self._named, enumerate(ids))

    def _ids_in(self, block: int) -> list[str]:
        """The ids of a block of stories, as many as there are."""
        ids = self._unpacked(self._ids[block]).decode("utf-8", "surrogateescape").split("\0")
        if len(ids) < min(BLOCK, len(self._digests) - BLOCK * block):
            raise refused(self.path, NOT_OURS)
        return ids

    def _unpacked(self, piece: memoryview) -> bytes:
        unpacker = zlib.decompressobj()
        with suppress(zlib.error):
            data = unpacker.decompress(piece, LARGEST)
            if unpacker.eof:
                return data
        raise refused(self.path, NOT_OURS)

    def _named(self, number: int, name: str) -> Story:
        day, size, time, node = self._states.part(4 * number, 4 * number + 4)
        return Story(name, self._digests[number], day, (size, time, node))

    @property
    def has_lists(self) -> bool:
        """Whether each story's list of phrases is stored, so that the story can be removed."""
        return len(self._lists) == len(self._digests)

    def phrases_of(self, story: int) -> array[int]:
        """The numbers of the phrases of a story."""
        with suppress(ValueError, IndexError):
            return array("I", self._unpacked(self._lists[story]))
        raise refused(self.path, NOT_OURS)

    @cached_property
    def _by_key(self) -> CheckedIndex:
        return self._file.index(at.BY_KEY)

    @cached_property
    def _near(self) -> CheckedIndex:
        return self._file.index(at.NEAR)

    @cached_property
    def _examples(self) -> Column:
        return self._file.column(at.EXAMPLES_OF, "I")

    @cached_property
    def _digests(self) -> Column:
        return self._file.column(at.DIGESTS, "Q")

    @cached_property
    def _states(self) -> Column:
        return self._file.column(at.STATES, "Q")

    @cached_property
    def _ids(self) -> Chain:
        return self._file.chain(at.IDS)

    @cached_property
    def _lists(self) -> Chain:
        return self._file.chain(at.LISTS)


def refused(path: str | Path, reason: str) -> SourceError:
    """The error about a file that cannot be used as a memory."""
    hint = "newslint memory build makes it anew"
    return SourceError(str(path), f"cannot be used as a memory: {reason} ({hint})")
