"""Duplicates, exact and near."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import gettempdir

from hypothesis import given
from hypothesis import strategies as st

from newslint.archive.quality import duplicates
from newslint.archive.quality.measure import Measure
from newslint.archive.quality.minhash import exact_key, near_keys


@given(st.integers(0, 1 << 32), st.integers(60, 400))
def test_an_article_with_a_word_changed_is_a_near_duplicate(seed: int, length: int) -> None:
    random = Random(seed)
    words = [f"w{random.randrange(5_000)}" for _ in range(length)]
    other = [f"w{random.randrange(5_000)}" for _ in range(length)]
    changed = [*words[: length // 2], "else", *words[length // 2 + 1 :]]
    assert not {*near_keys(words)}.isdisjoint(near_keys(changed))
    assert {*near_keys(words)}.isdisjoint(near_keys(other))
    assert exact_key(words) == exact_key(list(words)) != exact_key(changed)


@given(st.lists(st.lists(st.integers(0, 5), max_size=3, unique=True), max_size=9))
def test_a_duplicate_has_a_key_that_was_there_before(keys: list[list[int]]) -> None:
    measures = [
        Measure("", "", 1, {}, False, False, key[0] if key else None, tuple(key[1:]))
        for key in keys
    ]
    found = duplicates.duplicates(measures, len(keys), Path(gettempdir()))
    for at, key in enumerate(keys):
        before = {known for earlier in keys[:at] for known in earlier}
        assert bool(found[at]) == bool(before & {*key})
