"""Nothing in copy, nor in a file's name, speaks to a terminal or to the runner of a CI job."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.report import FORMATS
from newslint.report.disarm import as_json, bytes_for_people, for_people, in_markup
from tests.conftest import Run

COMMANDS = (
    "::error file=x.py,line=1::made up",
    "  ::stop-commands::token",
    "\u00a0::add-mask::ferry",
    "teh ##[add-mask]ferry",
    "teh ##vso[task.setvariable variable=a]b",
    "teh ##TeamCity[buildStatus status='SUCCESS']",
)

STEERING = "\x1b[2J\x07\x08\x7f\x9b2J\u202e\u2066\u2028"

STORY = "\n\nThe teh ferry.\n\n".join([*COMMANDS, f"teh {STEERING} ferry"]) + "\n"


def commands(output: str) -> list[str]:
    """The lines that a runner obeys: GitHub's, Azure's and TeamCity's ways of reading a log."""
    lines = re.split("[\r\n\x85\u2028\u2029]", output)
    return [
        line
        for line in lines
        if re.match(r"\s*::[a-z-]+[^:]*::", line) or re.search(r"(?i)##(vso|teamcity)?\[", line)
    ]


def steering(output: str) -> set[str]:
    """The letters that a terminal obeys, but for line ends and tabs."""
    return set(re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", output))


@pytest.fixture
def story(folder: Path) -> str:
    """A file whose name and text are full of commands."""
    name = "::error::##[group]\x1b[2J.md"
    Path(name).write_text(STORY, newline="")
    return name


@pytest.mark.parametrize("format_", FORMATS)
def test_no_report_gives_commands(newslint: Run, story: str, format_: str) -> None:
    done = newslint("--isolated", "--no-cache", "--output-format", format_, ".")
    assert done.exit_code == 1
    ours = [line for line in commands(done.stdout) if line.startswith("::error file=")]
    ours += [line for line in commands(done.stdout) if line.startswith("::warning file=")]
    assert set(commands(done.stdout)) == (set(ours) if format_ == "github" else set())
    assert bool(ours) == (format_ == "github")
    assert not steering(done.stdout + done.stderr)


def test_reports_for_tools_say_what_stands_there(newslint: Run, story: str) -> None:
    done = newslint("--isolated", "--no-cache", "--output-format", "json", ".")
    found = json.loads(done.stdout)
    assert {finding["path"] for finding in found} == {story}
    assert "\u202e" in {finding["text"] for finding in found}


def test_a_diff_gives_commands_only_to_a_file(newslint: Run, story: str) -> None:
    shown = newslint("--isolated", "--no-cache", "--diff", ".")
    assert shown.exit_code == 1
    assert "--output-file gets it as it is" in shown.stderr
    assert not commands(shown.stdout)
    assert not steering(shown.stdout)
    newslint("--isolated", "--no-cache", "--diff", "--output-file", "d.patch", ".")
    subprocess.run(["git", "apply", "--check", "d.patch"], check=True)


def test_a_diff_of_honest_copy_is_untouched(newslint: Run, folder: Path) -> None:
    Path("a.md").write_bytes("The teh café: ## one :: two\r\nand a :: b.\r\n".encode())
    shown = newslint("--isolated", "--no-cache", "--diff", "a.md")
    newslint("--isolated", "--no-cache", "--diff", "--output-file", "d.patch", "a.md")
    assert shown.stdout_bytes == Path("d.patch").read_bytes()
    subprocess.run(["git", "apply", "--check", "d.patch"], check=True)


PIECES = st.lists(
    st.sampled_from([":", "::", "#", "##", "[", "]", "vso", " ", "\n", "\r", "\x1b", "a", "\x85"])
).map("".join)


@given(PIECES)
def test_whatever_copy_holds_no_command_is_left(text: str) -> None:
    assert not commands(for_people(text))
    assert not commands(in_markup(text))
    assert not commands(bytes_for_people(text.encode()).decode())
    said = as_json([text])
    assert json.loads(said) == [text]
    assert not commands(said)


@given(st.text(st.sampled_from("ab :#[\né\u2060")))
def test_text_without_commands_is_left_as_it_is(text: str) -> None:
    if not commands(text) and "::" not in text and "##" not in text:
        assert for_people(text) == text
        assert bytes_for_people(text.encode()) == text.encode()
