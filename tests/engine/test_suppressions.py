"""Suppressions: a comment silences what it names, where it says, and an idle one is a note."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source
from tests.conftest import Run
from tests.examples import examples

UNUSED = "structure/unused-suppression"


@cache
def linter(*wanted: str) -> Linter:
    return Linter(open_book(), Settings(selections=(Selection(select=wanted),)))


def found(text: str, path: str = "story.txt") -> list[str]:
    """The word that each finding is about, or "idle" for an idle comment."""
    findings = linter().lint(Source.from_text(text, path))
    return ["idle" if finding.rule == UNUSED else finding.text for finding in findings]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It was becuase.\n", ["becuase"]),
        ("# newslint: ignore\nIt was becuase.\n", []),
        ("# newslint: ignore-next-line\n\n \nIt was becuase.\nIt was recieved.\n", ["recieved"]),
        ("# newslint: ignore[spelling/typo]\r\nIt was becuase.\r\n", []),
        ("#newslint:ignore[names, spelling] her own words\rIt was becuase.\r", []),
        ("# newslint: ignore[names]\nIt was becuase.\n", ["idle", "becuase"]),
        ("# newslint: ignore[names]\n# newslint: ignore[spelling]\nbecuase\n", ["idle"]),
        ("# newslint: ignore\n", ["idle"]),
        ("# newslint: off\nbecuase\nrecieved\n# newslint: on\nrecieved\n", ["recieved"]),
        ("# newslint: off[spelling]\nbecuase\n# newslint: on[spelling]\nrecieved", ["recieved"]),
        ("# newslint: off[spelling]\nbecuase\n# newslint: on[names]\nrecieved", ["idle"]),
        ("# newslint: off\n# newslint: off\nbecuase", ["idle"]),
        ("# newslint: on\nbecuase", ["idle", "becuase"]),
        ("It was becuase.\n# newslint: ignore-file\n", []),
        ("# newslint: ignore-file[names]\nbecuase", ["idle", "becuase"]),
        ("# newslint: ingore\nbecuase", ["idle", "becuase"]),
        ("# newslint: \nbecuase", ["idle", "becuase"]),
        ("Write # newslint: ignore above the becuase.", ["becuase"]),
        ("# Newslint ignores becuase.", ["becuase"]),
    ],
)
def test_plain_text(text: str, left: list[str]) -> None:
    assert found(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It was becuase. <!-- newslint: ignore -->\nrecieved", ["recieved"]),
        ("<!-- newslint: ignore-next-line -->\nbecuase\nrecieved", ["recieved"]),
        ("<!-- newslint: ignore -->\n\nbecuase\nrecieved", ["recieved"]),
        ("> <!-- newslint: off -->\n> becuase\n\n<!-- newslint: on -->\n\nrecieved", ["recieved"]),
        ("# Becuase <!--newslint:ignore-->\n\nrecieved", ["recieved"]),
        ("`<!-- newslint: ignore -->` becuase", ["becuase"]),
        ("```\n<!-- newslint: ignore-file -->\n```\nbecuase", ["becuase"]),
        ("<!-- a comment -->\nbecuase", ["becuase"]),
        ("<!--\nnewslint: ignore[spelling]\n-->\nbecuase", []),
        ("becuase {/* newslint: ignore */} {{/* newslint: ignore[names] */}}", ["idle"]),
    ],
)
def test_markdown(text: str, left: list[str]) -> None:
    assert found(text, "story.md") == left


def test_a_note_says_what_is_wrong_with_a_comment() -> None:
    text = "# newslint: ignroe[name/misspelt]\nThe council met.\n"
    (note,) = linter().lint(Source.from_text(text))
    assert (note.severity, note.text) == ("note", "# newslint: ignroe[name/misspelt]")
    assert note.evidence == (
        "no rule 'name/misspelt'",
        "'ignroe' is none of ignore, ignore-next-line, off, on, ignore-file",
    )


def test_what_silences_a_rule_that_is_not_used_may_be_needed() -> None:
    text = "# newslint: ignore[spelling]\nIt was becuase.\n"
    assert linter("names/misspelt", UNUSED).lint(Source.from_text(text)) == []
    assert linter("spelling/typo").lint(Source.from_text("# newslint: ignore\nAll is well.")) == []


def test_what_is_silenced_is_not_fixed(newslint: Run) -> None:
    text = "# newslint: ignore\nIt was becuase.\nIt was becuase.\n"
    done = newslint("--fix", "--stdin-filename", "story.txt", "-", stdin=text)
    assert done.stdout == "# newslint: ignore\nIt was becuase.\nIt was because.\n"


LINES = st.lists(
    st.sampled_from(
        ["becuase", "", "# newslint: ignore", "# newslint: off", "# newslint: on",
         "# newslint: off[names]", "# newslint: ignore-next-line[spelling]"]
    ),
    max_size=12,
)  # fmt: skip


@examples(60)
@given(LINES)
def test_comments_only_ever_take_findings_away(lines: list[str]) -> None:
    text = "\n".join(lines)
    source = Source.from_text(text)
    bare = text.replace("# newslint:", "# ")
    before = linter("spelling/typo").lint(Source.from_text(bare))
    after = linter("spelling/typo").lint(source)
    assert {text[slice(*finding.span)] for finding in after} <= {"becuase"}
    assert len(after) <= len(before)


@pytest.mark.slow
def test_two_thousand_comments_are_no_burden() -> None:
    for text in ("# newslint: off\nbecuase\n", "# newslint: ignore\n", "# newslint: on\n"):
        linter("spelling/typo", UNUSED).lint(Source.from_text(text * 2_000))
