"""Names that are a slip or two apart: which are found, and how many comparisons that takes."""

from __future__ import annotations

import random

import pytest

from newslint.evidence.variants import look_alikes as module
from newslint.evidence.variants.look_alikes import ALL, CROWD, look_alikes


def unknown(key: str) -> bool:
    return bool(key)


def strangers(number: int, seed: int = 1) -> list[str]:
    """Names that have little in common but their first letter."""
    chance = random.Random(seed)
    return ["h" + "".join(chance.choices("abcdefghijklmnoprstuvwz", k=11)) for _ in range(number)]


@pytest.mark.parametrize("others", [0, ALL + 300])
def test_slips_are_found_among_few_and_many(others: int) -> None:
    pairs = [("harstorm", "harstrom"), ("hollenberg", "hellenbarg"), ("vradsel", "vradsal")]
    keys = [key for pair in pairs for key in pair] + strangers(others)
    random.Random(2).shuffle(keys)
    assert {frozenset(pair) for pair in look_alikes(keys, unknown)} == set(map(frozenset, pairs))


def test_names_that_everybody_knows_are_two_slips_apart_only_if_a_letter_moved() -> None:
    assert look_alikes(["tracey", "trucay", "treacy"], lambda key: not key) == [
        ("tracey", "treacy")
    ]


def test_the_order_of_names_does_not_matter() -> None:
    keys = ["harstorm", "harstrom", "harsterm", "vradsel", "vardsel", "vardsal", "vradsal"]
    expected = {frozenset(pair) for pair in look_alikes(keys, unknown)}
    for seed in range(10):
        random.Random(seed).shuffle(keys)
        assert {frozenset(pair) for pair in look_alikes(keys, unknown)} == expected


def test_a_crowd_is_no_name_misspelt() -> None:
    crowd = [f"hars{letter}orm" for letter in "abcdefghijkl"]
    assert len(crowd) > CROWD
    assert look_alikes([*crowd, "okoroma", "okorona"], unknown) == [("okoroma", "okorona")]


def comparisons(number: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often two of so many look-alikes are held against each other."""
    chance, made = random.Random(3), 0
    keys = ["h" + "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=3)) + "arsen"]
    while len(keys) < number:
        keys.append("h" + "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=3)) + "arsen")

    def counted(a: str, b: str) -> bool:
        nonlocal made
        made += 1
        return bool(two_apart(a, b))

    two_apart = module.two_apart
    with monkeypatch.context() as patched:
        patched.setattr(module, "two_apart", counted)
        look_alikes(list(dict.fromkeys(keys)), unknown)
    return made


def test_four_times_the_names_are_no_more_than_six_times_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert comparisons(2_000, monkeypatch) < 6 * comparisons(500, monkeypatch)
    assert comparisons(500, monkeypatch) < 100 * 500
