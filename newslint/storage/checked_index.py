"""An index of words in a mapped file, whose blocks are checked before they are read."""

from __future__ import annotations

from functools import cached_property

from newslint.lexicon.hash_index import LARGEST, Index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.native._scanner import Forms
    from newslint.storage.checked_blocks import CheckedBlocks


class CheckedIndex(Index):
    """An index in a file; its blocks are checked before they are read."""

    def __init__(self, view: memoryview, begin: int, blocks: CheckedBlocks) -> None:
        """Take the index in `view`, which begins at `begin` in the file.

        Raises a TypeError or ValueError if it is none, though its checksums are right.
        """
        blocks.see(begin, begin + 8)  # how many rows there are, and their form
        super().__init__(view)
        self._blocks = blocks
        self._rows_begin, self._end = begin + 8, begin + len(view)
        self._heads_begin = self._rows_begin + 4 * len(self._rows)
        # Nearly all that is asked for has no mark, and a mark is asked too often to check each.
        blocks.see(self._heads_begin + 4 * len(self._heads), self._end)

    @cached_property
    def _forms(self) -> Forms | None:
        """The whole index is checked before the compiled scanner reads it, which checks nothing."""
        self._blocks.see(self._rows_begin, self._end)
        return super()._forms

    def _under(self, hash_: int, most: int = LARGEST) -> list[int]:
        bucket = hash_ >> 32 - self._bits
        head = self._heads_begin + 4 * bucket
        self._blocks.see(head, head + 8)
        begin, end = self._heads[bucket], self._heads[bucket + 1]
        self._blocks.see(self._rows_begin + 4 * begin, self._rows_begin + 4 * end)
        return super()._under(hash_, most)
