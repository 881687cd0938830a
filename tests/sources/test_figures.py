"""Figures are read in every form and compared by value."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.sources.figure_reader import figures
from newslint.sources.number_words import value_of
from tests.sources.held import held, shown


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1,500,000 people", "number", 1_500_000.0),
        ("one and a half million people", "number", 1_500_000.0),
        ("a dozen people", "number", 12.0),
        ("half a million people", "number", 500_000.0),
        ("two hundred and six people", "number", 206.0),
        ("a cost of £1.5m", "money", 1_500_000.0),
        ("a cost of 1.5 million pounds", "money", 1_500_000.0),
        ("a cost of $3bn", "money", 3e9),
        ("it cost 50p", "money", 0.5),
        ("a rise of 4.5 per cent", "percent", 4.5),
        ("a rise of 4.5%", "percent", 4.5),
        ("a rise of 2 percentage points", "points", 2.0),
        ("on 3 March", "date", (0.0, 3.0, 3.0)),
        ("on March 3rd, 2026", "date", (2026.0, 3.0, 3.0)),
        ("on 2026-03-03", "date", (2026.0, 3.0, 3.0)),
        ("in March 2026", "date", (2026.0, 3.0, 0.0)),
        ("at 7.30pm", "time", 1170.0),
        ("at 19:30", "time", 1170.0),
        ("at half past seven", "time", 450.0),
        ("at noon", "time", 720.0),
        ("Ann Varel, 34, won", "age", 34.0),
        ("the 34-year-old won", "age", 34.0),
        ("she is aged thirty-four", "age", 34.0),
        ("they won 3-1", "score", (3.0, 1.0)),
        ("a walk of 12 km", "unit", 12.0),
        ("a field of 25 square metres", "unit", 25.0),
        ("on Tuesday", "weekday", 1.0),
        ("in 1987", "year", 1987.0),
    ],
)
def test_a_figure_is_read(text: str, kind: str, value: object) -> None:
    (figure,) = figures(text)
    assert (figure.kind, figure.value) == (kind, value)


@pytest.mark.parametrize("text", ["one of them", "Room B12", "the 21st century", "v1.2.3", "A4"])
def test_no_figure(text: str) -> None:
    assert not figures(text)


@given(st.integers(0, 10**9))
def test_a_number_has_one_value_with_commas_and_without(number: int) -> None:
    assert value_of(f"{number:,}") == value_of(str(number)) == number


@given(st.text(alphabet="0123456789,.-£$%/: amp", max_size=40))
def test_figures_stand_apart_and_in_order(text: str) -> None:
    spans = [figure.span for figure in figures(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    ("copy", "source"),
    [
        ("It cost £1,500,000.", "The cost was 1.5 million pounds."),
        ("It opens on 3 March.", "The opening is on March 3, 2026."),
        ("A dozen members left.", "Twelve members left."),
        ("Nearly 500 people came.", "A crowd of 487 people came."),
        ("More than 1,200 people came.", "There came 1,243 people."),
        ("About 1.5 million people came.", "There came 1,483,212 people."),
        ("Sales rose 12 per cent.", "Sales rose 12.3%."),
        ("They won 3-1.", "They lost 1-3."),
        ("It begins at 7.30pm.", "It begins at 19:30."),
        ("It begins at half past seven.", "It begins at 7.30pm."),
        ("It is 8 km long.", "It is 5 miles long."),
        ("It took a year and six months, or 18 months.", "It took 18 months in a year."),
        ("She spoke on Tuesday.", "She spoke on 3 March 2026."),
        ("It was built in 1987.", "It was built on 4 May 1987."),
        ("Ann Varel, 34, won.", "Ann Varel, who is aged 34, won."),
        ("The hall has 40 rooms.", "The hall is old."),
        ("In Lanton, 5,300 people fish.", "The vote was 41 to 14 and cost £212."),
    ],
)
def test_no_contradiction(copy: str, source: str) -> None:
    assert not [found for found in shown(copy, source) if found[0] == "source/figure"]


@pytest.mark.parametrize(
    ("copy", "source", "found", "right"),
    [
        (
            "The bridge cost £1.54m.",
            "The bridge will cost £1.45 million.",
            "£1.54m",
            "£1.45 million",
        ),
        ("The bridge cost £3bn.", "The bridge will cost £3 million.", "£3bn", "£3 million"),
        ("The bridge cost $3m.", "The bridge will cost £3 million.", "$3m", "£3 million"),
        ("The walk is 5 miles long.", "The walk is 5 km long.", "5 miles", "5 km"),
        ("It opens on 31 March.", "It opens on 13 March.", "31 March", "13 March"),
        ("It opens on Friday.", "It opens on Monday.", "Friday", "Monday"),
        ("It opens at 8.30am.", "It opens at 9.30am.", "8.30am", "9.30am"),
        ("Ostby won the final 3-1.", "Ostby won the final 3-2.", "3-1", "3-2"),
        ("Ann Varel, 43, won.", "Ann Varel, 34, won.", "43", "34"),
        ("Tax rises by 9 per cent.", "Tax rises by 6 per cent.", "9 per cent", "6 per cent"),
        ("More than 500 people came.", "487 people came.", "500", "487"),
        ("The plan has 21 homes.", "The plan has 12 homes.", "21", "12"),
    ],
)
def test_a_contradiction(copy: str, source: str, found: str, right: str) -> None:
    (finding,) = [f for f in held(copy, source) if f.rule == "source/figure"]
    assert (finding.text, finding.suggestions[0]) == (found, right)
    assert "source1.txt:1" in finding.message


def test_two_figures_that_changed_places() -> None:
    source = "The plan has 1,200 flats and 300 houses in Lanton."
    copy = "In Lanton, the plan has 300 flats and 1,200 houses."
    assert shown(copy, source) == [("source/figure", "300"), ("source/figure", "1,200")]


def test_a_figure_of_any_source_will_do() -> None:
    sources = ("The bridge will cost £1.45 million.", "The bridge will now cost £1.54 million.")
    assert not shown("The bridge costs £1.54m.", *sources)


def test_the_evidence_shows_what_stands_around_the_figure() -> None:
    words = " ".join(f"word{number}" for number in range(30))
    source = f"First line.\n\nThe bridge {words} costs £1.45 million, {words}.\n\nLast line."
    (finding,) = held("The bridge costs £1.54 million.", source)
    where, _, around = finding.evidence[0].partition(": ")
    assert where == "source1.txt:3"
    assert around.startswith("word")
    assert " costs £1.45 million, word0 " in around
    assert "line" not in around
