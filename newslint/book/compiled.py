"""A compiled book: one file that is mapped, never parsed, with names and rules to look up.

    header | index of entries | entries | index of words | words | rules | examples | files

An index leads from a key to the entries, or words, that may have it (lexicon/hash_index.py). Every
hit is verified against what lies there: a collision costs time, never truth. What is asked of a
single word stands in the words' own section, so that no entry is read for it. Nothing in the file
is code. `book.compiler` writes it.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from newslint.book.spelling_keys import END, NEAR, SAME, WHOLE, Spellings, keys_of
from newslint.core.name import Name
from newslint.core.place import Where
from newslint.core.rule import Example, Rule
from newslint.lexicon.edit_distance import deletions, is_one_edit_apart
from newslint.lexicon.hash_index import Index

if TYPE_CHECKING:
    from pathlib import Path


FORMAT = 11

MAGIC = (b"newslint book %d %s\n" % (FORMAT, sys.byteorder.encode())).ljust(32, b"\0")


BY_KEY, ENTRIES, BY_WORD, WORDS, RULES, EXAMPLES, FILES, SECTIONS = range(8)
"""The sections in their order, and how many there are."""


HEADER = struct.Struct(f"=32s32sQQQ{SECTIONS}QII")
"""Magic, digest of the inputs, time written, names, longest, lengths, CRC, its own CRC."""


LARGE = 1 << 20
"""Bytes from which a file that nobody touched since we wrote it is not read through again."""


class DamagedError(Exception):
    """The file is not a compiled book, or no longer what we wrote."""


class Header(NamedTuple):
    """What the first bytes of a compiled book say of the rest."""

    magic: bytes
    digest: bytes
    written: int
    names: int
    longest: int
    lengths: tuple[int, ...]
    body: int

    @classmethod
    def of(cls, data: bytes | mmap) -> Header:
        """The header of a compiled book; DamagedError if this is none that we wrote."""
        if data[: len(MAGIC)] != MAGIC:
            raise DamagedError("another format")
        try:
            *known, body, _ = HEADER.unpack(data[: HEADER.size])
        except struct.error:
            raise DamagedError("too short") from None
        header = cls._make((*known[:5], tuple(known[5:]), body))
        if header.packed() != data[: HEADER.size]:
            raise DamagedError("its header does not add up")
        return header

    def packed(self) -> bytes:
        """The header as bytes, the last of them the CRC of the others."""
        fields = (*self[:5], *self.lengths, self.body)
        return HEADER.pack(*fields, crc32(HEADER.pack(*fields, 0)))


class CompiledBook:
    """One compiled book, open for reading."""

    def __init__(self, data: bytes | mmap, written: int = 0) -> None:
        """Open `data`; `written` is when the file was last changed (0: not known)."""
        header = _checked(data, written)
        self.digest, self.count, self.longest = header.digest, header.names, header.longest
        starts = [HEADER.size]
        for length in header.lengths:
            starts.append(starts[-1] + length)
        self._data = data
        self._sections = starts
        view = memoryview(data)
        self._by_key = Index(view[starts[BY_KEY] : starts[ENTRIES]])
        self._by_word = Index(view[starts[BY_WORD] : starts[WORDS]])
        self._files = self._section(FILES).decode().split("\0")

    def find(self, key: str) -> Iterator[Name]:
        """The names that have `key` (see `book.keys`)."""
        names = map(self._name, self._by_key.places(key))
        return (name for name in names if key in keys_of(Spellings.of(name)))

    def uses(self, word: str) -> int:
        """How the spellings of the book use `word`: bits of `book.keys`, 0 if none has it."""
        for at in self._by_word.places(SAME + word):
            there, uses = self._word(at)
            if there == word:
                return uses
        return 0

    def may_have(self, spelling: str) -> bool:
        """Whether an entry may have this spelling; "no" is certain, and comes at once."""
        return bool(self._by_key.places(WHOLE + spelling))

    def partners(self, word: str) -> list[str]:
        """The words that stand beside `word` in spellings of several that it makes wrong."""
        for at in self._by_word.places(SAME + word):
            there, *partners = self._line(at).split("\0")
            if there == word:
                return partners
        return []

    def near(self, word: str) -> set[str]:
        """First and last words of right spellings that are one edit (OSA) from `word`."""
        forms = (NEAR + form for form in (word, *deletions(word)))
        found = map(self._word, self._by_word.places_of(forms))
        return {end for end, uses in found if uses & END and is_one_edit_apart(end, word)}

    def names(self) -> Iterator[Name]:
        """Every name, in the order of the files."""
        at, end = self._sections[ENTRIES : ENTRIES + 2]
        begin = at
        while at < end:
            yield self._name(at - begin)
            at = self._data.find(b"\n", at) + 1

    def rules(self, examples: bool = False) -> list[Rule]:
        """Every rule, in the order of the files; with its examples only if they are wanted."""
        import json

        rows = json.loads(self._section(RULES))
        shown = json.loads(self._section(EXAMPLES)) if examples else [()] * len(rows)
        rules = []
        for (*common, scope, language, file, line), cases in zip(rows, shown, strict=True):
            made = (Example._make((*case[:3], self._where(*case[3:]))) for case in cases)
            where = self._where(file, line)
            rules.append(Rule._make((*common, tuple(made), where, scope, language)))
        return rules

    def _where(self, file: str | int, line: str | int) -> Where:
        return Where(self._files[int(file)], int(line))

    def _section(self, number: int) -> bytes:
        return self._data[self._sections[number] : self._sections[number + 1]]

    def _name(self, at: int) -> Name:
        begin = self._sections[ENTRIES] + at
        fields = self._data[begin : self._data.find(b"\n", begin)].decode().split("\0")
        name, kind, *lists, note, file, line = fields
        aliases, misspellings, instead_of, distinct = map(_values, lists)
        where = self._where(file, line)
        return Name(name, kind, aliases, misspellings, instead_of, distinct, note, where)

    def _word(self, at: int) -> tuple[str, int]:
        """A word and its uses, which are the byte before it."""
        return self._line(at).partition("\0")[0], self._data[self._sections[WORDS] + at]

    def _line(self, at: int) -> str:
        """A word, and its partners behind it."""
        begin = self._sections[WORDS] + at + 1
        return self._data[begin : self._data.find(b"\n", begin)].decode()


def _values(field: str) -> tuple[str, ...]:
    return tuple(field.split("\x1f")) if field else ()


def open_compiled(path: Path, digest: bytes = b"") -> CompiledBook:
    """The compiled book in a file; DamagedError if it is none, or not made from `digest`."""
    try:
        with path.open("rb") as file:
            written = os.fstat(file.fileno()).st_mtime_ns
            compiled = CompiledBook(mmap(file.fileno(), 0, access=ACCESS_READ), written)
    except (OSError, ValueError):
        raise DamagedError("cannot be read") from None
    if digest and compiled.digest != digest:
        raise DamagedError("made from other files")
    return compiled


def _checked(data: bytes | mmap, written: int) -> Header:
    """The header of `data`, if this is a book that this version wrote and nobody changed.

    A large file is read through only if it was touched since: its header says when we wrote it,
    and whatever changes a file changes its time.
    """
    header = Header.of(data)
    if len(data) != HEADER.size + sum(header.lengths):
        raise DamagedError("another length")
    if len(data) < LARGE or written != header.written:
        with memoryview(data) as view, view[HEADER.size :] as body:
            if crc32(body) != header.body:
                raise DamagedError("it was changed")
    return header
