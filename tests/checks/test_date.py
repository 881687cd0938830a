"""Days that cannot be: what is reported, and what only looks like it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.date import DAYS, FAULTS, inspect, prepare
from newslint.core.errors import BookError
from tests.builders import document, rule

CHECK = prepare(
    [*(rule(fault=fault) for fault in FAULTS[:2]), rule(fault="future", after=["since", "born in"])]
)


def found(text: str) -> list[str]:
    return sorted(finding.text for finding in CHECK(document(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Monday, 6 March 2024,", ["Monday"]),
        ("on Monday, March 6, 2024,", ["Monday"]),
        ("on Monday the 6th of March 2024", ["Monday"]),
        ("on Monday, Sept. 6, 2023", ["Monday"]),
        ("on Monday,\nMarch 6th, 2024", ["Monday"]),
        ("on Wednesday, 6 March 2024,", []),
        ("on Monday, 6 March,", []),
        ("on Monday, 6 March 2024-25,", []),
        ("on Monday, 6 March 1907,", []),
        ("Black Monday: 6 March 2024", []),
    ],
)
def test_a_weekday_and_its_date(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("until 31 June.", ["31 June"]),
        ("on June 31 the", ["June 31"]),
        ("Monday, April 31 people", ["April 31"]),
        ("on 30 February 2024", ["30 February 2024"]),
        ("on Feb. 29, 2023", ["Feb. 29, 2023"]),
        ("on 29 February 2024", []),
        ("by 29 February", []),
        ("In June 31 people", []),
        ("in June 31.5 litres", []),
        ("at 10:31 June said", []),
        ("he may 32 times, and May 45 times", []),
        ("paid £31 June", []),
        ("a 2-31 June", []),
        ("June 0", []),
    ],
)
def test_days_that_there_are_not(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSTBY, 6 March 2024 - Shut since 2031.", ["2031"]),
        ("OSTBY, Norland, March 6, 2024 (Agency) - Shut since June 2031.", ["2031"]),
        ("Pier sold\n\nPublished 6 March 2024\n\nShut since 3 June 2031.", ["2031"]),
        ("Wednesday, 6 March 2024\nHe was born in 2031.", ["2031"]),
        ("OSTBY, 6 March 2024 - Shut since 2024, due to open in 2031.", []),
        ("It was sold on 6 March 2024, and shut since 2031.", []),
        ("OSTBY, 6 March - Shut since 2031.", []),
    ],
)
def test_what_is_past_is_not_to_come(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@given(st.dates(datetime.date(1924, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(DAYS))
def test_every_day_has_one_weekday(day: datetime.date, said: str) -> None:
    text = f"It was {said}, {day.day} {day:%B} {day.year}."
    assert found(text) == ([] if f"{day:%A}" == said else [said])


@pytest.mark.parametrize(
    "params",
    [
        {"fault": "future"},
        {"fault": "weekday", "after": ["since"]},
        {"fault": "future", "after": ["..."]},
    ],
)
def test_a_rule_names_a_fault_of_dates(params: dict[str, object]) -> None:
    with pytest.raises(BookError):
        inspect(rule(**params))
