"""Outputs: never over an input, and whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.core.errors import NewslintError
from newslint.storage.outputs import refuse_clashes
from tests.conftest import DESK, Run

STORY = "Then Harstom spoke.\n"


@pytest.fixture
def story(folder: Path) -> Path:
    path = folder / "a.md"
    path.write_text(STORY)
    (folder / "desk.yaml").write_text(DESK)
    (folder / "newslint.toml").write_text('names = ["desk.yaml"]\n')
    return path


@pytest.mark.parametrize("name", ["a.md", "./sub/../a.md", "link.md", "hard.md"])
def test_a_file_is_itself_whatever_it_is_called(story: Path, name: str) -> None:
    (story.parent / "sub").mkdir()
    (story.parent / "link.md").symlink_to("a.md")
    (story.parent / "hard.md").hardlink_to(story)
    with pytest.raises(NewslintError, match="is an input, which is only read"):
        refuse_clashes(["a.md"], [name])


def test_two_outputs_are_two_files(folder: Path) -> None:
    refuse_clashes([], ["a", "b", "/dev/null", os.devnull + "x"])
    with pytest.raises(NewslintError, match="is to be written twice"):
        refuse_clashes([], ["a", "./a"])


@pytest.mark.parametrize("output", ["a.md", "desk.yaml", "newslint.toml"])
@pytest.mark.parametrize("paths", [("a.md",), (".",)])
@pytest.mark.parametrize("fix", [(), ("--fix",), ("--diff",)])
def test_a_report_is_not_written_over_what_is_read(
    newslint: Run, story: Path, output: str, paths: tuple[str, ...], fix: tuple[str, ...]
) -> None:
    before = {path.name: path.read_bytes() for path in story.parent.iterdir()}
    done = newslint(*fix, "--output-file", output, "--jobs", "1", *paths)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {output}: is an input, which is only read")
    assert {path.name: path.read_bytes() for path in story.parent.iterdir()} == before


def test_a_baseline_is_not_written_over_what_is_read(newslint: Run, story: Path) -> None:
    for more in (("--baseline", "a.md"), ("--baseline", "x", "--output-file", "x")):
        assert newslint(*more, "--write-baseline", "--jobs", "1", ".").exit_code == 2
    assert story.read_text() == STORY


def test_a_page_of_ours_is_no_copy_and_may_be_written_anew(newslint: Run, story: Path) -> None:
    page = ("--output-format", "html", "--output-file", "report.html", "--jobs", "1")
    first, second = newslint(*page, "."), newslint(*page, ".")
    assert (first.exit_code, second.exit_code, second.stderr) == (1, 1, "")
    (story.parent / "report.html").write_text("<p>A page of the desk.</p>")
    assert newslint(*page, ".").exit_code == 2
    assert (story.parent / "report.html").read_text() == "<p>A page of the desk.</p>"


def test_a_report_that_comes_to_nothing_leaves_the_old_one(
    newslint: Run, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise NewslintError("no more")

    Path("report.txt").write_text("yesterday's")
    monkeypatch.setattr("newslint.cli.lint_run._conclude", failing)
    done = newslint("--output-file", "report.txt", "--jobs", "1", "a.md")
    assert (done.exit_code, done.stderr) == (2, "error: no more\n")
    assert Path("report.txt").read_text() == "yesterday's"


def test_a_report_does_not_go_through_a_link_that_leads_out(
    newslint: Run, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "outside").write_text("precious")
    Path("report.txt").symlink_to(tmp_path / "outside")
    done = newslint("--output-file", "report.txt", "--jobs", "1", "a.md")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert (tmp_path / "outside").read_text() == "precious"


def test_a_report_can_go_to_a_device(newslint: Run, story: Path) -> None:
    assert newslint("--output-file", os.devnull, "--jobs", "1", "a.md").exit_code == 1
    assert Path(os.devnull).is_char_device()
