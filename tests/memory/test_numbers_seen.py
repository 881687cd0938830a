"""Numbers that were seen are told from new ones, however many there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.memory.numbers_seen import NumbersSeen


@given(st.lists(st.integers(0, 40)), st.integers(1, 9))
def test_it_tells_what_a_set_tells(numbers: list[int], young: int) -> None:
    seen, plain = NumbersSeen(young), set[int]()
    for number in numbers:
        assert seen.add(number) == (number not in plain)
        plain.add(number)
        assert len(seen) == len(plain)
    assert [number in seen for number in range(42)] == [number in plain for number in range(42)]
