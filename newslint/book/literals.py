"""The literals of a compiled book: strings that articles are searched for, with their rules.

They are a trie, which numbers them, behind the letters with which they begin. Behind where the
rules of each literal begin stand the rules: a number for each, and in its last bit whether the
literal must be a whole word.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from marisa_trie import Trie

from newslint.book.kind import Literal

HEAD = 3
"""Letters at the beginning of a literal by which most places of a text are passed over."""


class Literals:
    """The literals of a book, open for reading."""

    def __init__(self, strings: bytes, asking: bytes) -> None:
        """Take what `build_literals` gave."""
        heads, _, trie = strings.partition(b"\0")
        self._heads = frozenset(heads.decode().split("\n"))
        self._short = [head for head in self._heads if 0 < len(head) < HEAD]
        self.trie = Trie().frombytes(trie)
        numbers = memoryview(asking).cast("I")
        self._begins = numbers[: len(self.trie) + 1]
        self._asking = numbers[len(self.trie) + 1 :]

    def found_in(self, text: str, longest: int) -> Iterator[tuple[str, int, int]]:
        """Each literal of at most `longest` letters in a text, with its begin and its end."""
        heads, prefixes = self._heads, self.trie.prefixes
        begins = (at for at in range(len(text)) if text[at : at + HEAD] in heads)
        for start in begins:
            for literal in prefixes(text[start : start + longest]):
                if len(literal) >= HEAD:
                    yield literal, start, start + len(literal)
        for literal in self._short:
            start = text.find(literal)
            while start >= 0:
                yield literal, start, start + len(literal)
                start = text.find(literal, start + 1)

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
    heads = sorted({literal[:HEAD] for literal in asking})
    return "\n".join(heads).encode() + b"\0" + trie.tobytes(), numbers.tobytes()
