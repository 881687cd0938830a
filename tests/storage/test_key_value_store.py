"""The store of the results cache: bounded, and believed only where it is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.storage.key_value_store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(str(tmp_path / "kept" / "a.sqlite"))
    yield made
    made.close()


def test_a_store_gives_back_what_it_was_given(store: Store) -> None:
    assert store.get(b"a") is None
    store.put([(b"a", b""), (b"b", b"\0\xff")])
    store.put([(b"b", b"new")])
    reader = Store(store.path)
    assert (reader.get(b"a"), reader.get(b"b"), reader.get(b"c")) == (b"", b"new", None)
    assert reader.count() == 2


def test_a_store_is_bounded_and_the_oldest_go_first(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "a.sqlite"), limit=400_000)
    for number in range(300):
        store.put([(b"%d" % number, bytes(5_000))])
    assert store.get(b"299") == bytes(5_000)
    assert store.get(b"0") is None
    assert 30 < store.count() < 100
    store.close()
    assert (tmp_path / "a.sqlite").stat().st_size < 600_000


def test_a_changed_value_is_not_believed(store: Store) -> None:
    store.put([(b"a", b"good"), (b"b", b"good")])
    store.close()
    with sqlite3.connect(store.path) as other:
        other.execute("UPDATE results SET value = substr(value, 1, 8) || x'00' WHERE key = x'61'")
        other.execute("UPDATE results SET value = 5 WHERE key = x'62'")
    other.close()
    assert [Store(store.path).get(key) for key in (b"a", b"b")] == [None, None]
