"""The compiled book: in come Rules and Names, out goes one file that is mapped, never parsed.

    header | table | entries | files | rules | examples

The table is one sorted array of 64-bit numbers. Each is the CRC-32 of a key (its upper half) and
the place of an entry that has this key (its lower half), so that finding a name among a million is
one bisection. Every hit is verified against the entry itself: a collision costs time, never truth.
Nothing in the file is code.
"""

from __future__ import annotations

import os
import struct
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from newslint.closeness import one_apart, shortened
from newslint.fold import fold
from newslint.rule import Example, Name, Rule, Where

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 5
MAGIC = b"newslint book %d %s\n" % (FORMAT, sys.byteorder.encode())
HEADER = struct.Struct("=32s32sQQQQQQQQII")
"""Magic, digest of the inputs, time written, names, longest, five lengths, CRC, its own CRC."""

LARGE = 1 << 20
"""Bytes from which a file that nobody touched since we wrote it is not read through again."""

WHOLE, PAIR, PART, WRONG, START, NEAR = "=&+-<~"
"""What a key says of its words: a whole spelling; the first and last word, or any word, of a right
one of several; a word of a wrong one only; the first word of several. NEAR has an end of a right
one with a letter left out: there a slip of it is found (see `closeness.shortened`)."""

REMEMBERED = 20_000
"""Entries that are kept as they were read, before all are forgotten."""


class DamagedError(Exception):
    """The file is not a compiled book, or no longer what we wrote."""


class Header(NamedTuple):
    """What the first bytes of a compiled book say of the rest."""

    magic: bytes
    digest: bytes
    written: int
    names: int
    longest: int
    table: int
    entries: int
    files: int
    rules: int
    examples: int
    body: int
    check: int

    @classmethod
    def of(cls, data: bytes | mmap) -> Header:
        """The header of a compiled book."""
        try:
            return cls._make(HEADER.unpack(data[: HEADER.size]))
        except struct.error:
            raise DamagedError("too short") from None


class Entry(NamedTuple):
    """A name and every key under which the table has it, but for those of NEAR."""

    name: Name
    keys: frozenset[str]


def right_spellings(name: Name) -> tuple[str, ...]:
    """The canonical name and its aliases."""
    return name.name, *name.aliases


def keys_of(name: Name) -> frozenset[str]:
    """Every key under which `name` is found."""
    keys: set[str] = set()
    words: set[str] = set()
    alone: set[str] = set()
    for spelling in right_spellings(name):
        key = fold(spelling)
        keys.add(WHOLE + key)
        first, *rest = key.split(" ")
        parts = words_of(key)
        if rest:
            keys.add(f"{PAIR}{first} {rest[-1]}")
        if len(parts) > 1:
            words.update((first, *rest, *parts))
            keys.add(START + parts[0])
        else:
            alone.update((key, *parts))
    keys.update(PART + word for word in words)
    words |= alone
    for spelling in (*name.misspellings, *name.instead_of, *name.distinct):
        key = fold(spelling)
        keys.add(WHOLE + key)
        parts = words_of(key)
        if len(parts) > 1:
            keys.add(START + parts[0])
        if spelling not in name.distinct:
            # Where hyphens alone differ, no word is wrong, and each leads to the rest.
            wrong = [word for word in parts if word not in words] or parts
            keys.update(WRONG + word for word in wrong)
    return frozenset(keys)


def ends_of(name: Name) -> set[str]:
    """The first and last words of its right spellings of several words."""
    keys = (fold(spelling).split(" ") for spelling in right_spellings(name))
    return {end for words in keys if len(words) > 1 for end in (words[0], words[-1])}


def words_of(key: str) -> list[str]:
    """The words of a folded spelling as an article has them, where hyphens and stops part words."""
    return key.replace("-", " ").replace(".", " ").split()


def build(content: Iterable[Rule | Name], digest: bytes) -> bytes:
    """The compiled form of a book; `digest` says what it was compiled from."""
    import json
    import time
    from array import array

    table, entries, longest, count = array("Q"), bytearray(), 0, 0
    files: dict[str, int] = {}
    ends: set[str] = set()
    rules: list[Rule] = []
    for item in content:
        if isinstance(item, Rule):
            rules.append(item)
            continue
        at, count = len(entries), count + 1
        entries += _record(item, files)
        keys = keys_of(item)
        longest = max(longest, *(len(words_of(key)) for key in keys if key[0] == WHOLE))
        new = ends_of(item) - ends
        keys |= _near(new)
        ends |= new
        table.extend(hash_ << 32 | at for hash_ in {crc32(key.encode()) for key in keys})
    if len(entries) >> 32:
        raise OverflowError("a book of names is at most 4 GB")
    rows = [[*rule[:7], rule.scope, *_placed(rule.where, files)] for rule in rules]
    examples = [[[*e[:3], *_placed(e.where, files)] for e in rule.examples] for rule in rules]
    parts = (
        array("Q", sorted(table)).tobytes(),
        bytes(entries),
        "\0".join(files).encode(),
        json.dumps(rows, ensure_ascii=False).encode(),
        json.dumps(examples, ensure_ascii=False).encode(),
    )
    check = 0
    for part in parts:
        check = crc32(part, check)
    known = (MAGIC, digest, time.time_ns(), count, longest, *map(len, parts), check, 0)
    header = Header._make(known)
    check = crc32(HEADER.pack(*header))
    return b"".join((HEADER.pack(*header._replace(check=check)), *parts))


def _near(ends: set[str]) -> set[str]:
    """The keys of NEAR for ends of names; one entry for each end is enough."""
    return {NEAR + form for end in ends for form in (end, *shortened(end))}


def _placed(where: Where, files: dict[str, int]) -> tuple[int, int]:
    return files.setdefault(where.path, len(files)), where.line


def _record(name: Name, files: dict[str, int]) -> bytes:
    """A name as one line; no field can hold the letters that separate them."""
    lists = (name.aliases, name.misspellings, name.instead_of, name.distinct)
    fields = [name.name, name.kind, *map("\x1f".join, lists), name.note]
    fields += map(str, _placed(name.where, files))
    return "\0".join(fields).encode() + b"\n"


class Shelf:
    """One compiled book, open for reading."""

    def __init__(self, data: bytes | mmap, written: int = 0) -> None:
        """Open `data`; `written` is when the file was last changed (0: not known)."""
        header = _checked(data, written)
        self.digest, self.count, self.longest = header.digest, header.names, header.longest
        starts = [HEADER.size]
        for length in header[5:10]:
            starts.append(starts[-1] + length)
        self._data = data
        self._sections = starts
        self._table = memoryview(data)[starts[0] : starts[1]].cast("Q")
        self._entries: dict[int, Entry] = {}
        self._files = self._section(2).decode().split("\0")

    def find(self, key: str) -> Iterator[Name]:
        """The names that have `key` (a mark, then folded words)."""
        return (entry.name for entry in map(self._entry, self._hits(key)) if key in entry.keys)

    def near(self, word: str) -> set[str]:
        """First and last words of right spellings that are one edit (OSA) from `word`."""
        hits = {at for form in (word, *shortened(word)) for at in self._hits(NEAR + form)}
        return {end for at in hits for end in ends_of(self._name(at)) if one_apart(end, word)}

    def _hits(self, key: str) -> Iterator[int]:
        """The places of entries under the hash of `key`, which need not have it."""
        table, wanted = self._table, crc32(key.encode())
        at = bisect_left(table, wanted << 32)
        while at < len(table) and table[at] >> 32 == wanted:
            yield table[at] & 0xFFFFFFFF
            at += 1

    def names(self) -> Iterator[Name]:
        """Every name, in the order of the files."""
        at, end = 0, self._sections[2] - self._sections[1]
        while at < end:
            stop = self._data.find(b"\n", self._sections[1] + at) + 1
            yield self._entry(at).name
            at = stop - self._sections[1]

    def rules(self, examples: bool = False) -> list[Rule]:
        """Every rule, in the order of the files; with its examples only if they are wanted."""
        import json

        rows = json.loads(self._section(3))
        shown = json.loads(self._section(4)) if examples else [()] * len(rows)
        rules = []
        for (*common, scope, file, line), cases in zip(rows, shown, strict=True):
            made = (Example._make((*case[:3], self._where(*case[3:]))) for case in cases)
            rules.append(Rule._make((*common, tuple(made), self._where(file, line), scope)))
        return rules

    def _where(self, file: str | int, line: str | int) -> Where:
        return Where(self._files[int(file)], int(line))

    def _section(self, number: int) -> bytes:
        return self._data[self._sections[number] : self._sections[number + 1]]

    def _entry(self, at: int) -> Entry:
        found = self._entries.get(at)
        if found is None:
            if len(self._entries) >= REMEMBERED:
                self._entries.clear()
            name = self._name(at)
            found = self._entries[at] = Entry(name, keys_of(name))
        return found

    def _name(self, at: int) -> Name:
        begin = self._sections[1] + at
        fields = self._data[begin : self._data.find(b"\n", begin)].decode().split("\0")
        name, kind, *lists, note, file, line = fields
        aliases, misspellings, instead_of, distinct = map(_values, lists)
        where = self._where(file, line)
        return Name(name, kind, aliases, misspellings, instead_of, distinct, note, where)


def _values(field: str) -> tuple[str, ...]:
    return tuple(field.split("\x1f")) if field else ()


def open_shelf(path: Path, digest: bytes = b"") -> Shelf:
    """The compiled book in a file; DamagedError if it is none, or not made from `digest`."""
    try:
        with path.open("rb") as file:
            written = os.fstat(file.fileno()).st_mtime_ns
            shelf = Shelf(mmap(file.fileno(), 0, access=ACCESS_READ), written)
    except (OSError, ValueError):
        raise DamagedError("cannot be read") from None
    if digest and shelf.digest != digest:
        raise DamagedError("made from other files")
    return shelf


def _checked(data: bytes | mmap, written: int) -> Header:
    """The header of `data`, if this is a book that this version wrote and nobody changed.

    A large file is read through only if it was touched since: its header says when we wrote it,
    and whatever changes a file changes its time.
    """
    header = Header.of(data)
    if header.magic.rstrip(b"\0") != MAGIC:
        raise DamagedError("another format")
    if crc32(HEADER.pack(*header._replace(check=0))) != header.check:
        raise DamagedError("its header does not add up")
    if len(data) != HEADER.size + sum(header[5:10]):
        raise DamagedError("another length")
    if len(data) < LARGE or written != header.written:
        with memoryview(data) as view, view[HEADER.size :] as body:
            if crc32(body) != header.body:
                raise DamagedError("it was changed")
    return header
