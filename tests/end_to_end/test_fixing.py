"""--fix and --diff: what is written, and what a filter passes on."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.conftest import Run
from tests.end_to_end.copy import CLEAN, RIGHT, WRONG


def test_fix_writes_and_a_second_time_changes_nothing(
    newslint: Run, folder: Path, desk: str
) -> None:
    story = folder / "a.txt"
    story.write_text(WRONG)
    done = newslint("--names", desk, "--fix")
    assert story.read_text() == RIGHT
    assert done.exit_code == 0
    assert done.stdout == "Fixed 1 in 1 file.\nNothing left to report in 1 file.\n"
    stamp = story.stat().st_mtime_ns
    assert newslint("--names", desk, "--fix").stdout == "Nothing to report in 1 file.\n"
    assert story.stat().st_mtime_ns == stamp


def test_exit_non_zero_on_fix(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    assert newslint("--names", desk, "--fix", "--exit-non-zero-on-fix").exit_code == 1
    assert newslint("--names", desk, "--fix", "--exit-non-zero-on-fix").exit_code == 0


def test_fix_with_a_report_for_tools_is_told_beside_it(
    newslint: Run, folder: Path, desk: str
) -> None:
    (folder / "a.txt").write_text(WRONG)
    done = newslint("--names", desk, "--fix", "--output-format", "json")
    assert (done.stdout, done.stderr) == ("[]\n", "Fixed 1 in 1 file.\n")


def test_diff_shows_and_writes_nothing(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    done = newslint("--names", desk, "--diff")
    assert done.exit_code == 1
    assert f"-{WRONG}+{RIGHT}" in done.stdout
    assert done.stderr == "Would fix 1 in 1 file.\n"
    assert (folder / "a.txt").read_text() == WRONG
    patch = subprocess.run(
        ["git", "apply", "-"], input=done.stdout.encode(), capture_output=True, check=False
    )
    assert patch.returncode == 0, patch.stderr
    assert (folder / "a.txt").read_text() == RIGHT
    again = newslint("--names", desk, "--diff")
    assert (again.exit_code, again.stderr) == (0, "Nothing to fix in 1 file.\n")


def test_fix_as_a_filter(newslint: Run, desk: str) -> None:
    crlf = WRONG.replace("\n", "\r\n").encode()
    done = newslint("--names", desk, "--fix", "-", stdin=b"\xef\xbb\xbf" + crlf)
    assert done.stdout_bytes == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()
    assert done.stderr.startswith("Fixed 1 in 1 file.\n")
    assert done.exit_code == 0


def test_a_filter_passes_on_what_is_right_already(newslint: Run) -> None:
    assert newslint("--fix", "-q", "-", stdin=CLEAN).stdout == CLEAN


def test_standard_input_that_is_no_text(newslint: Run) -> None:
    done = newslint("--fix", "-", stdin=b"\xff\xff")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("error: -: not valid UTF-8")
