"""A compiled book: one mapped file, in which names and rules are looked up without parsing it.

    header | index of entries | entries | index of words | words
           | heads of rules | rules | literals | their rules | examples | files | sums

An index leads from a key to the entries, or words, that may have it (lexicon/hash_index.py). Every
hit is verified, so a collision costs time, never truth. Answers about a single word are in the
section of words, so that no entry is read for them. The literals are a trie of the strings that
articles are searched for; their rules are those that each belongs to. Every block is checked
against its checksum before it is read (storage/checked_blocks.py). The file contains no code.
`book.compiler` writes it.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from mmap import ACCESS_COPY, mmap
from zlib import crc32

from newslint.book.literals import Literals
from newslint.book.rules import Head
from newslint.book.spelling_keys import (
    ALONE,
    END,
    NEAR,
    SAME,
    WHOLE,
    Spellings,
    keys_of,
    outer_keys,
)
from newslint.core.name import Name
from newslint.core.own_json import read_json
from newslint.core.place import Where
from newslint.core.record import NamedTuple
from newslint.core.regular_file import refuse_irregular
from newslint.core.rule import Example, Rule
from newslint.lexicon.edit_distance import deletions, is_one_edit_apart
from newslint.storage.checked_blocks import CheckedBlocks, DamagedError
from newslint.storage.checked_index import CheckedIndex
from newslint.system.files import READING, open_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORMAT = 17

MAGIC = (b"newslint book %d %s\n" % (FORMAT, sys.byteorder.encode())).ljust(32, b"\0")


BY_KEY, ENTRIES, BY_WORD, WORDS, HEADS, RULES, LITERALS, ASKING, EXAMPLES, FILES, SUMS = range(11)
"""The sections in their order."""

SECTIONS = SUMS + 1


HEADER = struct.Struct(f"=32s32sQQ{SECTIONS}QII")
"""Magic, version of the files, number of names, most words of a spelling, lengths of the sections,
CRC of the checksums, CRC of the header."""


class Header(NamedTuple):
    """The header of a compiled book, which describes the rest."""

    magic: bytes
    digest: bytes
    names: int
    longest: int
    lengths: tuple[int, ...]
    sums: int

    @classmethod
    def of(cls, data: bytes | mmap) -> Header:
        """The header of a compiled book; a DamagedError if this is no valid one."""
        if data[: len(MAGIC)] != MAGIC:
            raise DamagedError("another format")
        try:
            *known, sums, _ = HEADER.unpack(data[: HEADER.size])
        except struct.error:
            raise DamagedError("too short") from None
        header = cls._make((*known[:4], tuple(known[4:]), sums))
        if header.packed() != data[: HEADER.size]:
            raise DamagedError("its header does not add up")
        return header

    def packed(self) -> bytes:
        """The header as bytes; the last ones are the CRC of the others."""
        fields = (*self[:4], *self.lengths, self.sums)
        return HEADER.pack(*fields, crc32(HEADER.pack(*fields, 0)))


class CompiledBook:
    """One compiled book, open for reading."""

    def __init__(self, data: bytes | mmap, heal: Callable[[], bytes] | None = None) -> None:
        """Open `data`; `heal` returns them anew if they turn out to be damaged later."""
        header = _checked(data)
        self.digest, self.count, self.longest = header.digest, header.names, header.longest
        starts = [HEADER.size]
        for length in header.lengths:
            starts.append(starts[-1] + length)
        self.data = data
        self._sections = starts
        sums = bytes(data[starts[SUMS] :])
        self._blocks = CheckedBlocks(data, HEADER.size, starts[SUMS], sums, heal)
        self._by_key = self._index(BY_KEY)
        self._by_word = self._index(BY_WORD)
        self._files = self._section(FILES).decode().split("\0")

    def find(self, key: str) -> list[Name]:
        """The names that have `key` (see `spelling_keys`)."""
        places = self._by_key.places(key)
        names = map(self._name, places) if places else ()
        return [name for name in names if key in keys_of(Spellings.of(name))]

    def uses(self, word: str) -> int:
        """The uses of `word` in the book's spellings: bits of `spelling_keys`, 0 if none has it."""
        for at in self._by_word.places(SAME + word):
            there, uses = self._word(at)
            if there == word:
                return uses
        return 0

    def may_have(self, spelling: str) -> bool:
        """Whether an entry may have this spelling; False is certain, and fast."""
        return bool(self._by_key.places(WHOLE + spelling))

    def partners(self, word: str) -> list[str]:
        """The words beside `word` in the wrong spellings of several words that contain it."""
        for at in self._by_word.places(SAME + word):
            there, *partners = self._line(at).split("\0")
            if there == word:
                return partners
        return []

    def near(self, word: str) -> set[str]:
        """Words of pairs of right spellings that are one edit (OSA) from `word`."""
        return self._near(word, (NEAR + form for form in (word, *deletions(word))), END)

    def near_alone(self, word: str) -> set[str]:
        """Right spellings of one word that are one edit from `word` and have its outer letters."""
        return self._near(word, outer_keys(word), ALONE)

    def _near(self, word: str, keys: Iterable[str], use: int) -> set[str]:
        found = map(self._word, self._by_word.places_of(keys))
        return {near for near, uses in found if uses & use and is_one_edit_apart(near, word)}

    def names(self) -> Iterator[Name]:
        """Every name, in the order of the files."""
        at, end = self._sections[ENTRIES : ENTRIES + 2]
        begin = at
        self._blocks.see(at, end)
        while at < end:
            yield self._name(at - begin)
            at = self.data.find(b"\n", at) + 1

    def heads(self) -> Iterator[Head]:
        """The heads of all rules, in the order of the files."""
        lines = self._section(HEADS).decode().split("\n")
        row = shown = 0
        for number, line in enumerate(lines if lines[0] else ()):
            rule_id, kind, language, *numbers = line.split("\0")
            longest, of_row, of_examples = map(int, numbers)
            stretches = (row, row + of_row), (shown, shown + of_examples)
            yield Head(rule_id, kind, language, longest, number, *stretches, self)
            row, shown = row + of_row, shown + of_examples

    def rule(self, head: Head) -> Rule:
        """The rule with this head, without its examples: no check looks at them."""
        message, why, severity, fix, params, scope, file, line = self._row(RULES, head.row)
        where = self._where(file, line)
        return Rule(
            head.id, head.kind, message, why, severity, fix, params, (), where, scope, head.language
        )

    def examples(self, head: Head) -> tuple[Example, ...]:
        """The examples of the rule with this head."""
        cases = self._row(EXAMPLES, head.shown)
        return tuple(map(self._example, cases))

    @cached_property
    def literals(self) -> Literals:
        """The literals of the rules, and the rules that each belongs to."""
        return Literals(self._section(LITERALS), self._section(ASKING))

    def _row(self, section: int, stretch: tuple[int, int]) -> Any:
        """What stands in a stretch of the section of rules, or of examples."""
        begin, end = (self._sections[section] + at for at in stretch)
        self._blocks.see(begin, end)
        return read_json(self.data[begin:end].decode())

    def _example(self, case: list[Any]) -> Example:
        text, fixed, clean, file, line, source = case
        return Example(text, fixed, clean, self._where(file, line), source)

    def _where(self, file: str | int, line: str | int) -> Where:
        return Where(self._files[int(file)], int(line))

    def _index(self, number: int) -> CheckedIndex:
        begin, end = self._sections[number : number + 2]
        return CheckedIndex(memoryview(self.data)[begin:end], begin, self._blocks)

    def _section(self, number: int) -> bytes:
        begin, end = self._sections[number : number + 2]
        self._blocks.see(begin, end)
        return self.data[begin:end]

    def _text(self, begin: int) -> str:
        """The text from a place to the end of its line."""
        self._blocks.see(begin, begin + 1)
        end = self.data.find(b"\n", begin)
        self._blocks.see(begin, end + 1)  # which a line that is damaged may not have
        return self.data[begin : self.data.find(b"\n", begin)].decode()

    def _name(self, at: int) -> Name:
        fields = self._text(self._sections[ENTRIES] + at).split("\0")
        name, kind, *lists, note, file, line = fields
        aliases, misspellings, instead_of, distinct = map(_values, lists)
        where = self._where(file, line)
        return Name(name, kind, aliases, misspellings, instead_of, distinct, note, where)

    def _word(self, at: int) -> tuple[str, int]:
        """A word and its uses, which are in the byte before it."""
        word = self._line(at).partition("\0")[0]
        self._blocks.see(self._sections[WORDS] + at, self._sections[WORDS] + at + 1)
        return word, self.data[self._sections[WORDS] + at]

    def _line(self, at: int) -> str:
        """A word, followed by its partners."""
        return self._text(self._sections[WORDS] + at + 1)


def _values(field: str) -> tuple[str, ...]:
    return tuple(field.split("\x1f")) if field else ()


def open_compiled(
    path: str | os.PathLike[str], digest: bytes = b"", heal: Callable[[], bytes] | None = None
) -> CompiledBook:
    """Open a compiled book; a DamagedError if it is not valid, or of another version than `digest`.

    `heal` returns the same bytes anew if the file turns out to be damaged later.
    """
    try:
        file = open_file(path, READING)
        try:
            refuse_irregular(os.fstat(file))
            book = CompiledBook(mmap(file, 0, access=ACCESS_COPY), heal)
        finally:
            os.close(file)
    except (OSError, ValueError):
        raise DamagedError("cannot be read") from None
    if digest and book.digest != digest:
        raise DamagedError("made from other files")
    return book


def _checked(data: bytes | mmap) -> Header:
    """The header of `data`; a DamagedError unless this version of newslint wrote it."""
    header = Header.of(data)
    if len(data) != HEADER.size + sum(header.lengths):
        raise DamagedError("another length")
    if crc32(data[len(data) - header.lengths[SUMS] :]) != header.sums:
        raise DamagedError("it was changed")
    return header
