"""The report for people: the place is marked, the evidence and the help stand below."""

from __future__ import annotations

import re

import pytest

from newslint.core.finding import Finding, Fix, Span
from newslint.report.format import TerminalStyle, open_format
from newslint.report.terminal_text import width
from newslint.text.source import Source
from tests.report.builders import finding, slip, written


def test_text_marks_the_place_and_says_why(source: Source) -> None:
    assert written("text", source, [slip(source)]) == (
        "ferry.txt:3:28: error names/inconsistent 'Harstom' stands once\n"
        "  |\n"
        "3 | Lena Harstorm said so. Mrs Harstom left.\n"
        "  |                            ^^^^^^^\n"
        "  = count 1 against 1\n"
        "  = full name 'Lena Harstorm' in line 3\n"
        "  = help: write Harstorm (--fix does it)\n"
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"fix": None}, "help: perhaps Harstorm"),
        ({"fix": None, "suggestions": ("Hartson", "Harston")}, "help: perhaps Hartson or Harston"),
        ({"fix": Fix("display", ())}, "help: perhaps Harstorm"),
        ({"fix": Fix("unsafe", ())}, "help: write Harstorm (--fix --unsafe-fixes does it)"),
        ({"suggestions": ("",)}, "help: leave it out (--fix does it)"),
    ],
)
def test_text_says_how_sure_the_help_is(
    source: Source, change: dict[str, object], said: str
) -> None:
    changed = slip(source)._replace(**change)  # type: ignore[arg-type]
    assert written("text", source, [changed]).splitlines()[-1] == f"  = {said}"


def test_text_without_suggestion_has_no_help(source: Source) -> None:
    assert "help" not in written("text", source, [finding(source, "Harstom")])


def test_text_puts_a_long_message_on_a_line_of_its_own(source: Source) -> None:
    said = written("text", source, [slip(source)], TerminalStyle(60))
    assert said.startswith(
        "ferry.txt:3:28: error names/inconsistent\n    'Harstom' stands once\n  |\n"
    )


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_long_paragraph_is_shown_round_the_place(columns: int) -> None:
    source = Source.from_text("harbour " * 60 + "Harstom" + " harbour" * 60)
    said = written("text", source, [finding(source, "Harstom")], TerminalStyle(columns))
    row, marks = said.split("  |\n", 1)[1].split("\n")[:2]
    assert columns - 24 <= len(row) <= columns
    assert row.startswith("1 | … harbour")
    assert row.endswith("harbour …")
    assert row[marks.index("^") : marks.rindex("^") + 1] == "Harstom"


@pytest.mark.parametrize(
    "before", ["北京市长 ", "Zoe\u0308 e\u0301crit a\u0300 ", "\t", "👩‍🚒 ", "한국 "]
)
def test_marks_stand_under_the_place_whatever_is_before_it(before: str) -> None:
    source = Source.from_text(f"{before}Harstom\n")
    row, marks = written("text", source, [finding(source, "Harstom")]).split("\n")[2:4]
    assert width(row[: row.index("Harstom")]) == marks.index("^")


def test_a_place_over_a_line_wrap_is_marked_on_both_lines() -> None:
    source = Source.from_text("said Lena\r\nHarstom on Monday\r\n")
    rows = written("text", source, [finding(source, "Lena\r\nHarstom")]).split("\n")[2:6]
    assert rows == ["1 | said Lena", "  |      ^^^^", "2 | Harstom on Monday", "  | ^^^^^^^"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(end: str) -> None:
    source = Source.from_text(f"One.{end}Two Harstom.{end}Three.")
    assert "2 | Two Harstom.\n" in written("text", source, [finding(source, "Harstom")])


def test_an_empty_place_still_has_a_mark() -> None:
    source = Source.from_text("No full stop")
    at_end = Finding("punctuation/stop", Span(12, 12), "", "no full stop")
    assert written("text", source, [at_end]).split("\n")[3] == f"  | {' ' * 12}^"


def test_nothing_in_the_copy_steers_the_terminal() -> None:
    source = Source.from_text("\x1b[2J\u202eHarstom \x9b31m", "a\x1bb\n.txt")
    said = written("text", source, [finding(source, "Harstom", message="'\x1b[2J'")])
    assert not set("\x1b\u202e\x9b") & set(said)
    assert said.startswith("a␛b .txt:1:6: ")


def test_colour_only_adds_escapes(source: Source) -> None:
    plain = written("text", source, [slip(source)])
    coloured = written("text", source, [slip(source)], TerminalStyle(colour=True))
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_a_huge_line_is_not_searched_for_every_finding() -> None:
    source = Source.from_text("Harstom " * 500_000)
    many = [Finding("a/b", Span(8 * n, 8 * n + 7), "Harstom", "m") for n in range(0, 500_000, 250)]
    assert len(open_format("text").render(source, many, TerminalStyle())) == 2000
