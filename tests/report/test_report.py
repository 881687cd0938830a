"""Reports: each format renders findings that were made by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import pytest

from newslint.core.finding import Edit, Finding, Fix, Span
from newslint.core.place import Where
from newslint.core.rule import Rule
from newslint.report import FORMATS
from newslint.report.colour import terminal_width, wants_colour
from newslint.report.format import Run, TerminalStyle, open_format
from newslint.report.summary import Tally, fixed_sentence, found_sentence, table
from newslint.report.terminal_text import visible, width, window
from newslint.text.source import Source

PLAIN = TerminalStyle()
RULES = [
    Rule(
        "names/inconsistent", "names-inconsistent", "names differ", "One article, one spelling.",
        "error", "safe", {}, (), Where("rules/names.yaml", 3),
    )
]  # fmt: skip
COPY = "Ferry row grows\n\nLena Harstorm said so. Mrs Harstom left.\n"


def finding(source: Source, word: str, **more: object) -> Finding:
    """A finding at the first `word` of the source."""
    start = source.text.index(word)
    span = Span(start, start + len(word))
    made = Finding("names/inconsistent", span, word, f"'{word}' stands once", "error")
    return made._replace(**more)  # type: ignore[arg-type]


def slip(source: Source) -> Finding:
    """The slip in COPY, with all that a finding can have."""
    found = finding(source, "Harstom")
    return found._replace(
        suggestions=("Harstorm",),
        evidence=("count 1 against 1", "full name 'Lena Harstorm' in line 3"),
        fix=Fix("safe", (Edit(found.span, "Harstorm"),)),
    )


def written(
    name: str, source: Source, findings: Sequence[Finding], look: TerminalStyle = PLAIN
) -> str:
    """A whole report, as a run puts it together."""
    form = open_format(name)
    pieces = form.BETWEEN.join(form.render(source, findings, look))
    return form.HEAD + pieces + form.tail(Run(Tally(findings), lambda: RULES))


@pytest.fixture
def source() -> Source:
    return Source.from_text(COPY, "ferry.txt")


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


def test_concise_is_one_line_each(source: Source) -> None:
    assert written("concise", source, [slip(source), finding(source, "Ferry")]) == (
        "ferry.txt:3:28: error names/inconsistent 'Harstom' stands once\n"
        "ferry.txt:1:1: error names/inconsistent 'Ferry' stands once\n"
    )


def test_json_has_the_promised_shape(source: Source) -> None:
    assert json.loads(written("json", source, [slip(source)])) == [
        {
            "path": "ferry.txt",
            "rule": "names/inconsistent",
            "severity": "error",
            "message": "'Harstom' stands once",
            "text": "Harstom",
            "start": {"offset": 44, "line": 3, "column": 28},
            "end": {"offset": 51, "line": 3, "column": 35},
            "suggestions": ["Harstorm"],
            "evidence": ["count 1 against 1", "full name 'Lena Harstorm' in line 3"],
            "fix": {
                "applicability": "safe",
                "edits": [{"start": 44, "end": 51, "text": "Harstorm"}],
            },
        }
    ]


def test_json_of_several_or_none(source: Source) -> None:
    assert json.loads(written("json", source, [])) == []
    both = json.loads(written("json", source, [finding(source, "Ferry"), slip(source)]))
    assert [f["fix"] is None for f in both] == [True, False]


def test_json_leaves_letters_alone_and_counts_code_points() -> None:
    source = Source.from_text("👩‍🚒 Zoë Håkansson")
    said = written("json", source, [finding(source, "Håkansson")])
    assert "Håkansson" in said
    assert json.loads(said)[0]["start"] == {"offset": 8, "line": 1, "column": 9}


def test_jsonl_is_an_object_a_line(source: Source) -> None:
    lines = written("jsonl", source, [slip(source), slip(source)]).splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["Harstom", "Harstom"]
    assert written("jsonl", source, []) == ""


def test_github_escapes_what_its_syntax_needs() -> None:
    source = Source.from_text("50% of Harstom\n", "a,b:c.txt")
    found = finding(source, "Harstom", message="100%: no", evidence=("one\ntwo",))
    assert written("github", source, [found]) == (
        "::error file=a%2Cb%3Ac.txt,line=1,endLine=1,col=8,endColumn=15,"
        "title=newslint names/inconsistent::100%25: no%0Aone%0Atwo\n"
    )


def test_github_over_two_lines_has_no_columns() -> None:
    source = Source.from_text("Lena\nHarstom\n", "a.txt")
    said = written("github", source, [finding(source, "Lena\nHarstom", severity="note")])
    assert said.startswith("::notice file=a.txt,line=1,endLine=2,title=")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders(name: str, source: Source) -> None:
    assert "Harstom" in written(name, source, [slip(source)])


def test_window_never_exceeds_its_room() -> None:
    for room in range(20, 60):
        for place in ("Harstom", "北京" * 40, "x" * 200):
            parts = window("很长的 段落 " * 20, place, " e\u0301tait" * 20, room)
            assert width("".join(parts)) <= room
            assert parts[1]


def test_window_keeps_a_short_line_whole() -> None:
    assert window("a ", "b", " c", 10) == ("a ", "b", " c")


def test_visible_and_width() -> None:
    assert visible("a\tb\0\x7f") == "a    b␀␡"
    assert [width(t) for t in ("abc", "北京", "e\u0301", "ａ", "\u200b", "🙂")] == [
        3,
        4,
        1,
        2,
        0,
        2,
    ]


def test_summary_sentences(source: Source) -> None:
    tally = Tally([slip(source), finding(source, "Ferry", severity="warning")])
    assert found_sentence(tally) == "Found 1 error and 1 warning in 1 file, 1 fixable with --fix."
    tally.add(Tally())
    tally.add(Tally(fixed=3))
    assert fixed_sentence(tally) == "Fixed 3 in 1 file."
    assert found_sentence(tally, fixing=True) == "Left 1 error and 1 warning in 1 of 3 files."
    assert found_sentence(Tally()) == "Nothing to report in 1 file."
    assert found_sentence(Tally(fixed=1)) == "Nothing left to report in 1 file."


def test_summary_offers_unsafe_fixes(source: Source) -> None:
    unsafe = slip(source)._replace(fix=Fix("unsafe", ()))
    assert found_sentence(Tally([unsafe])).endswith(", 1 with --unsafe-fixes.")
    both = Tally([unsafe, slip(source)])
    assert found_sentence(both).endswith(", 1 fixable with --fix, 1 more with --unsafe-fixes.")


def test_table_has_the_commonest_rule_first(source: Source) -> None:
    rare = finding(source, "Ferry", rule="spelling/typo")
    assert table(Tally([rare, slip(source), slip(source)])) == (
        "2  names/inconsistent  2 fixable\n1  spelling/typo\n"
    )
    assert table(Tally()) == ""


class Terminal:
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_environment(
    environment: dict[str, str], wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(Terminal()) is wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(("said", "wide"), [("80", 80), ("500", 120), ("5", 40), ("", 100)])
def test_width_follows_the_environment(
    said: str, wide: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert terminal_width(Terminal()) == wide  # type: ignore[arg-type]
