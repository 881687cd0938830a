from array import array
from collections.abc import Callable, Mapping, Sequence

Buffer = bytes | bytearray | memoryview | array[int]

def alike(words: tuple[str, ...], /) -> list[list[int]]: ...

class Words:
    def scan(
        self, text: str, /
    ) -> tuple[list[str], list[str], list[str], bytes, list[int], frozenset[str], bytes | None]: ...
    def number_by(self, numbers: Mapping[str, int], /) -> None: ...

class Pairs:
    def __new__(
        cls,
        heads: Buffer,
        pairs: Buffer,
        rival_heads: Buffer,
        rivals: Buffer,
        levels: Buffer,
        times: Buffer,
        is_confused: Buffer,
        confused: dict[int, tuple[int, ...]],
        common: int,
        tokens: int,
        /,
    ) -> Pairs: ...
    def contested(
        self,
        pieces: list[str],
        numbers: Buffer,
        end: int,
        is_short_form: Callable[[str], bool],
        /,
    ) -> list[int]: ...
    def entry(self, first: int, second: int, /) -> int: ...
    def likely(self, left: int, word: int, right: int, rivals: tuple[int, ...], /) -> list[int]: ...

class Vectors:
    def __new__(
        cls, kinds: Buffer, vectors: Buffer, places: Buffer, size: int, near: int, end: int, /
    ) -> Vectors: ...
    def around(
        self, ahead: Sequence[int], behind: Sequence[int], /
    ) -> tuple[bytes, bytes, bytes, int]: ...
    def products(
        self, word: int, left: Buffer, right: Buffer, far: Buffer, /
    ) -> tuple[int, int, int]: ...

class Forms:
    def __new__(
        cls, rows: Buffer, heads: Buffer, marks: Buffer, bits: int, reach: int, /
    ) -> Forms: ...
    def near(self, word: str, /) -> set[int] | None: ...
    def further(self, word: str, /) -> set[int] | None: ...
