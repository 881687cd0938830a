"""The literals of a compiled book: strings that articles are searched for, with their rules.

They are a trie, which numbers them. Behind where the rules of each literal begin stand the rules: a
number for each, and in its last bit whether the literal must be a whole word.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from marisa_trie import Trie

from newslint.book.kind import Literal


class Literals:
    """The literals of a book, open for reading."""

    def __init__(self, trie: bytes, asking: bytes) -> None:
        """Take what `build_literals` gave."""
        self.trie = Trie().frombytes(trie)
        numbers = memoryview(asking).cast("I")
        self._begins = numbers[: len(self.trie) + 1]
        self._asking = numbers[len(self.trie) + 1 :]

    def rules(self, literal: str) -> Iterator[tuple[int, bool]]:
        """The numbers of the rules that have a literal, and whether it must be a whole word."""
        at = self.trie[literal]
        for number in self._asking[self._begins[at] : self._begins[at + 1]]:
            yield number >> 1, bool(number & 1)


def build_literals(of_rules: Sequence[Iterable[Literal]]) -> tuple[bytes, bytes]:
    """The trie, and the rules of each literal, made of the literals of each rule."""
    asking: dict[str, set[int]] = {}
    for number, literals in enumerate(of_rules):
        for text, whole in literals:
            asking.setdefault(text, set()).add(number << 1 | whole)
    trie = Trie(asking)
    ordered = [sorted(asking[trie.restore_key(at)]) for at in range(len(trie))]
    begins = accumulate(map(len, ordered), initial=0)
    numbers = array("I", (*begins, *(number for some in ordered for number in some)))
    return trie.tobytes(), numbers.tobytes()
