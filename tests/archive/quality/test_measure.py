"""What is measured of one article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.archive.quality.measure import FURNITURE, MOJIBAKE, month_of, source_of
from newslint.engine.books import open_book


def test_the_rules_that_count_are_in_the_book() -> None:
    assert {rule.id for rule in open_book().rules} >= FURNITURE | MOJIBAKE


@given(st.text(max_size=30))
def test_whatever_a_source_or_date_is(said: str) -> None:
    assert "\n" not in source_of(said)
    assert len(month_of(said)) in (0, 7)
