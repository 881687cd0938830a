"""Mapped files: sections of bytes between a header and the checksums of their blocks.

Opening reads the header and the checksums. Each block is checked before it is first read
(`newslint.storage.checked_blocks`). A file that was touched or copied since it was written is read
through once, and its time is then set back.
"""

from __future__ import annotations

import os
import struct
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING, Literal, TypeVar
from zlib import crc32

from newslint.core.regular_file import open_regular
from newslint.storage.checked_blocks import BlockSums, CheckedBlocks, sums_size
from newslint.storage.checked_index import CheckedIndex

if TYPE_CHECKING:
    from pathlib import Path

MAGIC_SIZE = 32

Part = TypeVar("Part")


def magic(kind: str, version: int) -> bytes:
    """The first bytes of a file of a kind and version, with this machine's byte order."""
    mark = f"newslint {kind} {version} {sys.byteorder}\n".encode()
    return mark.ljust(MAGIC_SIZE, b"\0")


class Sections:
    """A file of sections, open for reading."""

    def __init__(
        self,
        path: str | Path,
        kind: str,
        version: int,
        count: int,
        refusal: Callable[[str], Exception],
    ) -> None:
        """Map the file; raises the `refusal` with the reason unless it is of this kind and whole.

        An OSError is raised if there is none. Damage that shows later raises the refusal, too.
        """
        self._refusal = refusal
        header = _header(count)
        file = open_regular(path)
        try:
            self._data = mmap(file, 0, access=ACCESS_READ)
            time = os.fstat(file).st_mtime_ns
        except ValueError:
            raise refusal("it is empty") from None
        finally:
            os.close(file)
        if self._data[:MAGIC_SIZE] != magic(kind, version):
            raise refusal(self._fault_of_magic(kind))
        if len(self._data) < header.size:
            raise refusal("it is cut short")
        _, written, *lengths, of_sums, own = header.unpack(self._data[: header.size])
        if crc32(self._data[: header.size - 4]) != own:
            raise refusal("its header does not add up")
        self._starts = [header.size]
        for length in lengths:
            self._starts.append(self._starts[-1] + length)
        end = self._starts[-1]
        sums = self._data[end:]
        if len(sums) != sums_size(end - header.size):
            raise refusal("it is cut short, or too long")
        if crc32(sums) != of_sums:
            raise refusal("it was changed")
        self.check: int = of_sums
        """A checksum of the content."""
        self._view = memoryview(self._data)

        def give_up() -> bytes:
            with suppress(OSError):  # so that it is read through when it is opened again
                os.utime(path, (0, 0))
            raise refusal("it was changed")

        self._blocks = CheckedBlocks(self._data, header.size, end, sums, give_up)
        if time != written:
            self._blocks.see(header.size, end)
            with suppress(OSError):
                os.utime(path, ns=(written, written))

    def section(self, number: int) -> memoryview:
        """The bytes of section `number`, all of them checked."""
        begin, end = self._starts[number : number + 2]
        if begin < end:
            self._blocks.see(begin, end)
        return self._view[begin:end]

    def index(self, number: int) -> CheckedIndex:
        """The index in section `number`."""
        begin, end = self._starts[number : number + 2]
        return self._shaped(lambda: CheckedIndex(self._view[begin:end], begin, self._blocks))

    def column(self, number: int, code: Literal["B", "H", "I", "Q"] = "B") -> Column:
        """The numbers in section `number`, of the size that `code` says."""
        begin, end = self._starts[number : number + 2]
        return self._shaped(lambda: Column(self._view[begin:end].cast(code), begin, self._blocks))

    def chain(self, number: int) -> Chain:
        """The pieces in section `number`."""
        begin, end = self._starts[number : number + 2]
        return self._shaped(lambda: self._chain(begin, end))

    def _chain(self, begin: int, end: int) -> Chain:
        self._blocks.see(begin, begin + 8)
        (count,) = self._view[begin : begin + 8].cast("Q")
        body = begin + 8 + 8 * count
        ends = Column(self._view[begin + 8 : body].cast("Q"), begin + 8, self._blocks)
        return Chain(ends, Column(self._view[body:end], body, self._blocks))

    def _shaped(self, read: Callable[[], Part]) -> Part:
        """What is read; the refusal if a section has not its shape, though its checksums are right.

        Anybody can write a file with right checksums.
        """
        try:
            return read()
        except (TypeError, ValueError, IndexError):
            raise self._refusal("newslint did not write it") from None

    def _fault_of_magic(self, kind: str) -> str:
        ours = self._data[:MAGIC_SIZE].startswith(f"newslint {kind} ".encode())
        return "another version of newslint wrote it" if ours else f"it is no {kind} of newslint"


class Column:
    """Numbers of one size in a file: what is asked for is checked before it is read."""

    def __init__(self, numbers: memoryview, begin: int, blocks: CheckedBlocks) -> None:
        """Take the `numbers`, which begin at `begin` in the file."""
        self.numbers = numbers
        """All numbers; only for who has asked to `see` those that are read."""
        self._begin = begin
        self._blocks = blocks

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, at: int) -> int:
        self.see(at, at + 1)
        number: int = self.numbers[at]
        return number

    def part(self, first: int, end: int) -> memoryview:
        """The numbers from `first` to `end`."""
        self.see(first, end)
        return self.numbers[first:end]

    def see(self, first: int, end: int) -> None:
        """Check the numbers from `first` to `end`."""
        if first < end:
            size = self.numbers.itemsize
            self._blocks.see(self._begin + size * first, self._begin + size * end)


class Chain:
    """Pieces of bytes, each found by its number; in the file after the ends of all."""

    def __init__(self, ends: Column, body: Column) -> None:
        self._ends, self._body = ends, body

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> memoryview:
        if not 0 <= number < len(self._ends):
            raise IndexError(number)
        begin = self._ends[number - 1] if number else 0
        return self._body.part(begin, self._ends[number])


def chained(pieces: Iterable[bytes]) -> bytes:
    """The section of a chain: how many pieces, their ends, and the pieces."""
    ends, body = array("Q"), bytearray()
    for piece in pieces:
        body += piece
        ends.append(len(body))
    return array("Q", [len(ends)]).tobytes() + ends.tobytes() + body


def write_sections(
    path: str | Path, kind: str, version: int, sections: Sequence[Callable[[], bytes | bytearray]]
) -> None:
    """Write a file of sections atomically; each section is a function that returns its bytes."""
    from newslint.storage.atomic_write import atomic_write

    header = _header(len(sections))
    with atomic_write(path) as file:
        file.write(bytes(header.size))
        lengths, sums = [], BlockSums()
        for section in sections:  # one after another, so that no two need be in memory
            made = section()
            file.write(made)
            lengths.append(len(made))
            sums.add(made)
        file.write(sums.packed())
        file.flush()
        written = os.fstat(file.fileno()).st_mtime_ns
        packed = header.pack(magic(kind, version), written, *lengths, crc32(sums.packed()), 0)[:-4]
        file.seek(0)
        file.write(packed + crc32(packed).to_bytes(4, sys.byteorder))
        file.flush()
        os.utime(file.name, ns=(written, written))


def _header(count: int) -> struct.Struct:
    """Magic, time written, lengths of the sections, CRC of the checksums, CRC of the header."""
    return struct.Struct(f"={MAGIC_SIZE}sQ{count}QII")
