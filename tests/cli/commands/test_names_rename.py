"""`newslint names rename`: a name is written otherwise in all copy, and nothing else changes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.builders import invoke

STORY = "Ann Winslade met Ann Winsladeson. Ann Winslade\u2019s aide spoke of Mrs Winslade.\n"

RENAMED = STORY.replace("Ann Winslade ", "Ann Winslade-Price ").replace(
    "Ann Winslade\u2019s", "Ann Winslade-Price\u2019s"
)

rename = partial(invoke, "names", "rename")


def test_a_name_is_renamed_in_every_format_and_once(folder: Path) -> None:
    (folder / "a.md").write_text(STORY)
    (folder / "b.html").write_text(f"<p>{STORY}</p>\n")
    done = rename("Ann Winslade", "Ann  Winslade-Price")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Fixed 4 in 2 files." in done.stdout
    assert rename("Ann Winslade", "Ann Winslade-Price").exit_code == 0
    assert (folder / "a.md").read_text() == RENAMED
    assert (folder / "b.html").read_text() == f"<p>{RENAMED}</p>\n"


def test_with_diff_nothing_is_written(folder: Path) -> None:
    (folder / "a.md").write_text(STORY)
    done = rename("--diff", "Ann Winslade", "Ann Winslade-Price", "a.md")
    assert f"+{RENAMED}" in done.stdout
    assert (folder / "a.md").read_text() == STORY


def test_what_somebody_is_quoted_as_saying_is_left_to_people(folder: Path) -> None:
    text = '"I know Ann Winslade," he said.\n'
    (folder / "a.md").write_text(text)
    done = rename("Ann Winslade", "Ann Moe")
    assert done.exit_code == 1
    assert (folder / "a.md").read_text() == text


def test_a_typo_beside_it_is_no_business_of_this(folder: Path) -> None:
    (folder / "a.md").write_text("The goverment met Ann Winslade and Barrack Obama.\n")
    rename("Ann Winslade", "Ann Moe")
    assert (folder / "a.md").read_text() == "The goverment met Ann Moe and Barrack Obama.\n"
