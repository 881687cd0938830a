"""The command line: what it takes, what it prints where, and with which status it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.core.version import __version__
from tests.conftest import Run, Spawn
from tests.end_to_end.copy import CLEAN, RIGHT, WRONG


def test_version_and_help_need_no_engine(spawn: Spawn) -> None:
    done = spawn("--version")
    assert done.stdout.decode() == f"newslint {__version__}\n"
    loaded = (
        "import sys; from newslint.cli.main import run; run([{!r}]); print(*sorted(sys.modules))"
    )
    for option in ("--version", "--help"):
        code = loaded.format(option)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        modules = set(done.stdout.decode().splitlines()[-1].split())
        heavy = {
            "newslint.engine.linter",
            "newslint.runner.runner",
            "importlib.metadata",
            "json",
            "yaml",
            "rapidfuzz",
        }
        assert not modules & heavy


@pytest.mark.slow
def test_a_plain_run_imports_nothing_that_it_does_not_need(folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    code = "import sys; from newslint.cli.main import run; run(['--no-cache', 'a.txt']);"
    code += "print(*sorted(sys.modules))"
    subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True
    )  # compiles the book
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    modules = set(done.stdout.decode().splitlines()[-1].split())
    assert "newslint.engine.linter" in modules
    heavy = {"click", "inspect", "pathlib", "rapidfuzz", "ahocorasick_rs", "yaml", "sqlite3"}
    heavy |= {"datetime", "typing"}
    assert not modules & {*heavy, "newslint.memory.memory", "newslint.checks.remembered_names"}


def test_nothing_wrong_is_status_0(newslint: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    done = newslint()
    assert (done.exit_code, done.stdout) == (0, "Nothing to report in 1 file.\n")


def test_a_finding_is_status_1(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    done = newslint("--names", desk, "a.txt")
    assert done.exit_code == 1
    assert done.stdout.startswith("a.txt:1:33: error names/misspelt ")
    assert done.stdout.endswith("\nFound 1 error in 1 file, 1 fixable with --fix.\n")
    assert newslint("--names", desk, "--exit-zero").exit_code == 0


def test_quiet_leaves_out_the_summary(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    said = newslint("--names", desk, "-q", "--output-format", "concise").stdout
    assert said.count("\n") == 1
    assert newslint("--names", desk, "-q", "--select", "spelling").stdout == ""


def test_statistics_count_by_rule(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG * 2)
    done = newslint("--names", desk, "--statistics")
    assert done.stdout.startswith("2  names/misspelt  2 fixable\n")
    assert done.exit_code == 1


def test_folders_are_walked_and_no_articles_is_said(newslint: Run, folder: Path) -> None:
    done = newslint(".")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no articles" in done.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--fxi"], "No such option"),
        (["--output-format", "xml"], "'xml' is not one of"),
        (["--jobs", "0"], "--jobs"),
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
        (["-", "a.txt"], "cannot be mixed"),
        (["--stdin-filename", "a.md"], "'-' is missing"),
        (["lint", "a.txt"], "no command or file 'lint'; write newslint check"),
        (["confg", "show"], "no command or file 'confg'; did you mean 'config'?"),
        (["--statistics", "--output-format", "json"], "--statistics"),
        (["--select", "names/mispelt"], "did you mean 'names/misspelt'?"),
        (["--ignore", "name"], "did you mean 'names'?"),
        (["--names", "missing.yaml"], "missing.yaml"),
        (["--rules", "missing"], "missing"),
        (["--output-file", "no/such/folder.json"], "no/such/folder.json"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    newslint: Run, folder: Path, args: list[str], said: str
) -> None:
    (folder / "a.txt").write_text(CLEAN)
    done = newslint(*args)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("- name: A\n  misspeling: [B]\n", "desk.yaml:2: "),
        ("- name: A\n - x\n", "desk.yaml:2"),
        ("- {name: [}\n", "desk.yaml:1"),
        ("name: [\n", "desk.yaml:"),
    ],
)
def test_a_malformed_book_is_named_with_its_line(
    newslint: Run, folder: Path, text: str, where: str
) -> None:
    (folder / "desk.yaml").write_text(text)
    (folder / "a.txt").write_text(CLEAN)
    done = newslint("--names", "desk.yaml", "a.txt")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"error: {where}")
    assert done.stderr.count("\n") == 1


def test_bad_files_do_not_stop_the_others(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "binary.txt").write_bytes(b"\x7fELF\0\1\2")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "mac.txt").write_bytes("Zoé\n".encode("mac-roman"))
    (folder / "wrong.txt").write_text(WRONG)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    done = newslint("--names", desk, "missing.txt", *(str(p.name) for p in sorted(before)))
    assert done.exit_code == 2
    assert "wrong.txt:1:33" in done.stdout
    assert "in 1 of 2 files" in done.stdout
    named = [line.split(":")[1].strip() for line in done.stderr.splitlines()]
    assert named == ["missing.txt", "binary.txt", "mac.txt"]
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_status_2(newslint: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(CLEAN)
    (folder / "a.txt").chmod(0)
    done = newslint("a.txt")
    assert done.exit_code == 2
    assert done.stderr == "error: a.txt: permission denied\n"


@pytest.mark.slow
def test_a_line_of_20_megabytes(newslint: Run, folder: Path) -> None:
    line = "counterrevolutionaries, " * 840_000
    (folder / "a.txt").write_text(f"{line}when the the rain fell.\n")
    args = ("a.txt", "--output-format", "concise", "--select", "spelling/doubled-word")
    done = newslint(*args)
    assert done.stdout.startswith(f"a.txt:1:{len(line) + 6}: error spelling/doubled-word ")
    assert done.stderr == ""


def test_json_keeps_its_promise(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    (finding,) = json.loads(newslint("--names", desk, "--output-format", "json").stdout)
    assert finding["path"] == "a.txt"
    assert finding["rule"] == "names/misspelt"
    assert finding["severity"] in ("error", "warning", "note")
    edit = finding["fix"]["edits"][0]
    assert WRONG[: edit["start"]] + edit["text"] + WRONG[edit["end"] :] == RIGHT
    assert WRONG[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
    assert all(isinstance(words, str) for words in finding["evidence"])
    assert newslint("--output-format", "json", "--select", "spelling").stdout == "[]\n"


def test_output_file_takes_the_report(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    done = newslint("--names", desk, "--output-format", "jsonl", "--output-file", "report.jsonl")
    assert (done.exit_code, done.stdout) == (1, "")
    assert json.loads((folder / "report.jsonl").read_text())["text"].startswith("Harstom")


def test_a_bad_book_leaves_an_earlier_report_alone(newslint: Run, folder: Path) -> None:
    (folder / "report.json").write_text("[]\n")
    newslint("--names", "missing.yaml", "--output-file", "report.json")
    assert (folder / "report.json").read_text() == "[]\n"


def test_select_and_ignore(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text("Then Harstom spoke.\n")

    def status(*args: str) -> int:
        return newslint("--names", desk, *args).exit_code

    assert status("--select", "names/misspelt,spelling/typo") == 1
    assert status("--select", "spelling") == 0
    assert status("--select", "spelling", "--extend-select", "names") == 1
    assert status("--ignore", "names") == 0
    assert status("--ignore", "names", "--select", "names/misspelt") == 1
    assert status("--select", "names", "--ignore", "names/misspelt") == 0


def test_standard_input(newslint: Run, desk: str) -> None:
    done = newslint("--names", desk, "-", stdin=WRONG)
    assert done.exit_code == 1
    assert done.stdout.startswith("-:1:33: error names/misspelt ")


def test_the_name_of_standard_input_says_how_to_read_it(newslint: Run, desk: str) -> None:
    markdown = "Read `Harstom` there.\n"
    args = ["--names", desk, "-", "--stdin-filename"]
    assert newslint(*args, "story.md", stdin=markdown).exit_code == 0
    assert newslint(*args, "story.txt", stdin=markdown).stdout.startswith("story.txt:1:")


def test_rules_of_taste_wait_to_be_asked_for(newslint: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("An adviser met another adviser and an advisor.\n")
    assert newslint("a.txt").exit_code == 0
    for option in ("--select", "--extend-select"):
        done = newslint(option, "style/common", "a.txt", "--output-format", "concise")
        assert "note style/common/two-spellings" in done.stdout
