"""Help, the words for what plain newslint does, completion and the manual page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from newslint.cli.command_table import COMMANDS
from newslint.cli.commands.completion import root
from newslint.cli.main import run
from newslint.cli.options import HEADINGS
from tests.conftest import Spawn

WRONG = "The goverment met.\n"


class Done(NamedTuple):
    """What a command printed, and its exit status."""

    exit_code: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def newslint(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the whole command line in this process."""

    def whole(*args: str) -> Done:
        status = run(args)
        return Done(status, *capfd.readouterr())

    return whole


OPTIONS = [option.names[-1] for options in HEADINGS.values() for option in options]


def test_help_has_the_common_options_and_help_all_has_all(newslint: Run) -> None:
    common, whole = newslint("--help").stdout, newslint("--help-all").stdout
    assert newslint("-h").stdout == common
    for said in (common, whole):
        assert "Examples:" in said
        assert "Exit status:" in said
        for option in ("--fix", "--select", "--names", "--version", "--help-all"):
            assert f"{option} " in said
    assert all(re.search(rf"  (-., )?{option}\b", whole) for option in OPTIONS)
    assert "--baseline" not in common


def test_help_lists_every_command_with_a_line(newslint: Run) -> None:
    said = newslint("--help").stdout
    for name, (_, line) in COMMANDS.items():
        assert line
        assert " " in name or re.search(rf"^  {name} +{re.escape(line)}$", said, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_is_its_own(newslint: Run, name: str) -> None:
    done = newslint("help", *name.split())
    assert done.exit_code == 0
    assert done.stdout == newslint(*name.split(), "--help").stdout
    assert done.stdout.startswith(f"Usage: newslint {name}")


def test_what_is_mistyped_gets_a_hint(newslint: Run) -> None:
    assert "no command or file 'chekc'; did you mean 'check'?" in newslint("chekc").stderr
    assert "no command 'lokup'; did you mean 'lookup'?" in newslint("names", "lokup").stderr
    assert "no command 'nmaes'; did you mean 'names'?" in newslint("help", "nmaes").stderr


def test_check_and_fix_are_words_for_what_newslint_does(newslint: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG)
    assert newslint("check", "a.txt").stdout == newslint("a.txt").stdout
    assert newslint("fix", "--diff", "a.txt").stdout == newslint("--diff", "a.txt").stdout
    assert (folder / "a.txt").read_text() == WRONG
    assert newslint("fix").exit_code == 0
    assert (folder / "a.txt").read_text() == "The government met.\n"


def test_explain_is_rules_explain(newslint: Run) -> None:
    said = newslint("explain", "usage/free-reign").stdout
    assert said == newslint("rules", "explain", "usage/free-reign").stdout
    assert "usage/free-reign" in said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(newslint: Run, shell: str) -> None:
    said = newslint("completion", shell).stdout
    assert "_NEWSLINT_COMPLETE" in said
    assert f"{shell}_complete" in said


def completed(spawn: Spawn, words: str) -> list[str]:
    """The words that bash is offered after `words`, of which the last is incomplete."""
    environment = {
        "_NEWSLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    lines = spawn(env={**os.environ, **environment}).stdout.decode().splitlines()
    return [line.partition(",")[2] for line in lines if line.startswith("plain,")]


def test_commands_options_rules_and_styles_are_completed(spawn: Spawn) -> None:
    assert completed(spawn, "newslint mem") == ["memory"]
    assert completed(spawn, "newslint names l") == ["lookup", "learn"]
    assert completed(spawn, "newslint --uns") == ["--unsafe-fixes"]
    assert completed(spawn, "newslint fix --uns") == ["--unsafe-fixes"]
    assert completed(spawn, "newslint --select names/inc") == ["names/inconsistent"]
    assert "guardian" in completed(spawn, "newslint --style g")


def test_completion_knows_every_command() -> None:
    context = click.Context(root())
    words = root().list_commands(context)
    assert words == [name for name in COMMANDS if " " not in name]
    assert all(root().get_command(context, word) for word in words)


def test_the_manual_page_has_every_command_and_option(newslint: Run) -> None:
    page = newslint("man").stdout
    plain = page.replace("\\-", "-")
    assert page.startswith(".TH NEWSLINT 1")
    for name, (module, _) in COMMANDS.items():
        assert not module or name in ("check", "fix") or f".SS newslint {name}" in plain
    assert all(option in plain for option in OPTIONS)
    assert not re.search(r"^\.(?!TH|SH|SS|PP|TP|nf|fi)", page, re.MULTILINE)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_help_fits_a_terminal_of_80_columns(
    newslint: Run, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = newslint(*name.split(), "-h")
    assert shown.exit_code == 0
    assert shown.stdout == newslint(*name.split(), "--help").stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
