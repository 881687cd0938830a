"""Diffs in colour: the words that changed are marked, and nothing else is different."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.report.diff_colours import coloured
from newslint.text.edits import diff
from newslint.text.source import Source
from tests.conftest import Run

LINES = st.text(alphabet="ab -+@\n", max_size=40)


def plain(shown: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", shown)


@given(LINES, LINES)
def test_without_its_colours_it_is_the_diff(old: str, new: str) -> None:
    before = Source.from_text(old, "a.txt")
    made = diff(before, before.replaced(new)).decode()
    assert plain(coloured(made)) == made


def test_only_the_words_that_changed_are_marked() -> None:
    before = Source.from_text("The goverment met.\nIt rained.\n", "a.txt")
    shown = coloured(diff(before, before.replaced("The government met.\nIt rained.\n")).decode())
    assert re.findall(r"\x1b\[1;7;\d+m(\w+)", shown) == ["goverment", "government"]


def test_color_decides_over_what_the_output_is(newslint: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("The goverment met.\n")
    for args in (("--diff",), ()):
        assert "\x1b[" in newslint(*args, "--color", "always").stdout
        assert "\x1b[" not in newslint(*args).stdout


def test_a_piped_diff_has_no_colour_whatever_the_environment_says(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("The goverment met.\n")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in newslint("--diff").stdout
    assert "\x1b[" in newslint().stdout
