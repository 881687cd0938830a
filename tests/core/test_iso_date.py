"""Dates as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.iso_date import iso_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12 Oct 2024", "2024-10-12"),
        ("Oct. 12, 2024", "2024-10-12"),
        ("October 12th, 2024", "2024-10-12"),
        ("Saturday, 12 October 2024, 08:30", "2024-10-12"),
        ("October 2024", "2024-10"),
        ("2024-10-12 08:30:00+02:00", "2024-10-12"),
        (" 2024.10.12", "2024-10-12"),
        ("2024-13-12", ""),
        ("31 June 2024", ""),
        ("03/04/2024", ""),
        ("1714543200", ""),
        ("in May", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_if_it_has_one_meaning(written: str, read: str) -> None:
    assert iso_date(written) == read


@given(st.dates())
def test_iso_stays(day: object) -> None:
    year = str(day)[:4]
    assert iso_date(str(day)) == (str(day) if "1600" <= year < "2200" else "")


@given(st.text(max_size=40))
def test_no_text_fails(text: str) -> None:
    assert len(iso_date(text)) in (0, 7, 10)
