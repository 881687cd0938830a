"""The numbers that were seen so far, in eight bytes each and not in the sixty of a set."""

from __future__ import annotations

from array import array
from bisect import bisect_left

YOUNG = 100_000
"""Numbers that are kept in a set before they are sorted and packed."""


class NumbersSeen:
    """Tells of each number whether it was seen before."""

    def __init__(self, young: int = YOUNG) -> None:
        """Keep so many numbers in a set."""
        self._most = young
        self._young: set[int] = set()
        self._packed: list[array[int]] = []

    def __len__(self) -> int:
        return len(self._young) + sum(map(len, self._packed))

    def __contains__(self, number: int) -> bool:
        return number in self._young or any(_has(packed, number) for packed in self._packed)

    def add(self, number: int) -> bool:
        """See a number; whether it is new."""
        if number in self:
            return False
        self._young.add(number)
        if len(self._young) >= self._most:
            self._packed.append(array("Q", sorted(self._young)))
            self._young = set()
        return True


def _has(packed: array[int], number: int) -> bool:
    at = bisect_left(packed, number)
    return at < len(packed) and packed[at] == number
