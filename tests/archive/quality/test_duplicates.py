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

ARTICLES = 150
"""Articles of random words; always the same ones, since chance decides about a few of them."""


def article(seed: int, length: int = 200) -> list[str]:
    random = Random(seed)
    return [f"w{random.randrange(5_000)}" for _ in range(length)]


def share_a_key(one: list[str], other: list[str]) -> bool:
    return not {*near_keys(one)}.isdisjoint(near_keys(other))


def test_nearly_all_articles_with_a_word_changed_are_near_duplicates() -> None:
    found = 0
    for words in map(article, range(ARTICLES)):
        changed = [*words[:100], "else", *words[101:]]
        assert exact_key(words) == exact_key(list(words)) != exact_key(changed)
        found += share_a_key(words, changed)
    assert found >= 0.99 * ARTICLES


def test_hardly_any_articles_that_share_half_of_their_runs_are_near_duplicates() -> None:
    found = 0
    for seed in range(ARTICLES):
        words = article(seed)
        found += share_a_key(words, [*words[:133], *article(ARTICLES + seed, 67)])
    assert found <= 0.05 * ARTICLES


def test_articles_with_other_words_are_no_near_duplicates() -> None:
    assert not any(share_a_key(article(seed), article(seed + 1)) for seed in range(ARTICLES))


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
