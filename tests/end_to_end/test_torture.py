"""Every reader is given the torture files; each is read, or refused in one line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests import torture
from tests.conftest import Run

pytestmark = pytest.mark.slow


@pytest.fixture
def files(folder: Path) -> list[str]:
    names = []
    for name, data in torture.copy():
        (folder / name).write_bytes(data)
        names.append(name)
    assert len(names) == len(set(names))
    return names


def lines(stderr: str) -> list[str]:
    """What is said of files that could not be read."""
    return [line for line in stderr.splitlines() if line.startswith("error: ")]


def test_all_copy_is_read_or_refused_in_a_line(newslint: Run, files: list[str]) -> None:
    done = newslint("--isolated", "--no-cache", "--jobs", "1", "--output-format", "json", *files)
    assert isinstance(json.loads(done.stdout), list)
    assert "please report" not in done.stderr
    refused = lines(done.stderr)
    assert len(refused) == len(done.stderr.splitlines())
    assert all(re.match(r"error: [\w.]+[:/]", line) and len(line) < 400 for line in refused)
    assert len(refused) < len(files) / 2


def test_fixing_all_copy_settles_and_leaves_what_is_refused(
    newslint: Run, files: list[str]
) -> None:
    before = {name: Path(name).read_bytes() for name in files}
    first = newslint("--isolated", "--no-cache", "--jobs", "1", "--fix", "-q", *files)
    assert "please report" not in first.stderr
    for line in lines(first.stderr):
        name = line.removeprefix("error: ").split(":")[0].split("/")[0]
        assert Path(name).read_bytes() == before[name]
    fixed = {name: Path(name).read_bytes() for name in files}
    assert fixed != before
    newslint("--isolated", "--no-cache", "--jobs", "1", "--fix", "-q", *files)
    assert {name: Path(name).read_bytes() for name in files} == fixed


@pytest.mark.parametrize("option", ["--names", "--rules"])
def test_all_books_are_read_or_refused_in_a_line(newslint: Run, folder: Path, option: str) -> None:
    Path("s.md").write_text("The ferry.\n")
    for name, data in torture.books():
        Path(name).write_bytes(data)
        done = newslint("--isolated", "--no-cache", "-q", option, name, "s.md")
        assert done.exception is None or isinstance(done.exception, SystemExit), name
        assert done.exit_code in (0, 1, 2), name
        if done.exit_code == 2:
            assert done.stderr.startswith(f"error: {name}"), name
            assert done.stderr.count("\n") == 1, name
