"""What is not looked at, for speed, would have said nothing."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from newslint.book import open_book
from newslint.evidence.world import BEST_COMPANY, weigh_pair, weigh_slip
from newslint.knowledge import Knowledge
from newslint.lexicon import shipped

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
    assert weight <= weigh_slip(key, right, knowledge()) + BEST_COMPANY + 1e-9
