"""Known pairs: no name beside a word weighs more than the best."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.books import open_book
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.known_names.known_pair import best_weight, weigh_pair
from newslint.lexicon.lexicon import shipped

HALVES = st.sampled_from(
    """micha mischa barton bartom stephen stephan steven hawking hawkins tony toni blair blaire
    angela angella merkel merkle list lists of the united untied nations kate cate winslet winslett
    halloway zyqvarn""".split()
)


@cache
def knowledge() -> Knowledge:
    return Knowledge(shipped(), open_book(cache=None).names)


@given(HALVES, HALVES, HALVES, st.booleans())
def test_no_company_weighs_more_than_the_best(key: str, right: str, other: str, last: bool) -> None:
    whole = f"{other} {right}" if last else f"{right} {other}"
    weight = weigh_pair(key, right, other, whole, knowledge())
    assert weight <= best_weight(key, right, knowledge()) + 1e-9
