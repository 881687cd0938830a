"""An index leads from a key to its places, and a damaged one to none that harms."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.lexicon.hash_index import LARGEST, Index, build_index, rows_of

KEYS = st.text("abé", max_size=5)
PLACES = st.integers(0, 3) | st.integers(0, LARGEST - 1)


def index_of(listed: list[tuple[str, int]]) -> bytes:
    """The index of keys and their places."""
    return build_index(array("Q", (row for key, place in listed for row in rows_of([key], place))))


@given(st.lists(st.tuples(KEYS, PLACES), max_size=60))
def test_every_place_of_a_key_is_found_once(listed: list[tuple[str, int]]) -> None:
    index = Index(memoryview(index_of(listed)))
    everywhere = {place for _, place in listed}
    for key, place in listed:
        found = index.places(key)
        assert place in found
        assert index.may_have(key)
        assert everywhere.issuperset(found)
        assert len({*found}) == len(found)
        assert index.places(key, 1) == found[:1]


def test_a_place_of_twenty_bits_leaves_room_to_tell_hashes_apart() -> None:
    listed = [(f"key {number}", number << 10) for number in range(1000)]
    index = Index(memoryview(index_of(listed)))
    assert sum(len(index.places(key)) for key, _ in listed) < 1010
    assert sum(len(index.places(f"no {key}")) for key, _ in listed) < 10


@given(st.lists(st.tuples(KEYS, PLACES), max_size=20), st.data())
def test_what_is_damaged_is_refused_or_leads_nowhere(
    listed: list[tuple[str, int]], data: st.DataObject
) -> None:
    whole = bytearray(index_of(listed))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    del whole[data.draw(st.integers(0, len(whole))) :]
    try:
        index = Index(memoryview(whole))
    except (TypeError, ValueError):
        return
    assert all(0 <= place < LARGEST for key, _ in listed for place in index.places(key))


def test_places_take_no_more_bits_than_a_row_has() -> None:
    whole = bytearray(index_of([("okarin", 1)]))
    whole[4] = 33
    with pytest.raises(ValueError, match="no index"):
        Index(memoryview(whole))
