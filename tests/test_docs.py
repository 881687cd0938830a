"""The documents say what is true: options, files and links exist, and examples run."""

from __future__ import annotations

import doctest
import importlib
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from newslint.book.rules_reader import load_rules
from newslint.checks import KINDS
from newslint.checks.kinds import ALL_KINDS
from newslint.cli.command_table import COMMANDS
from newslint.cli.commands.lint import command as lint
from newslint.cli.groups import load_command
from newslint.cli.options import HEADINGS
from newslint.report import FORMATS
from tests.conftest import ROOT, Run

DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text() if (ROOT / "README.md").exists() else ""
OPTIONS = [name for options in HEADINGS.values() for option in options for name in option.names]


def test_examples_in_docstrings_run() -> None:
    for path in (ROOT / "newslint").rglob("*.py"):
        if ">>> " in path.read_text("utf-8"):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            assert not doctest.testmod(importlib.import_module(name)).failed, name


def test_the_readme_has_every_option() -> None:
    options = [name for name in OPTIONS if name.startswith("--")]
    assert [option for option in options if f"`{option}" not in README] == []


def test_the_readme_has_every_format_hook_and_command() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    for word in (*FORMATS, *(hook["id"] for hook in hooks), "make demo", "make test"):
        assert word in README


def test_links_lead_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text()):
            assert (document.parent / target).exists(), (document.name, target)


def test_files_that_documents_name_exist() -> None:
    for document in DOCUMENTS:
        for name in re.findall(r"`((?:newslint|tests|tools)/[\w/.]+\.\w+)`", document.read_text()):
            assert (ROOT / name).exists(), (document.name, name)


def test_decisions_are_numbered_one_after_the_other() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    told = [int(record.read_text().removeprefix("# ").partition(".")[0]) for record in records]
    named = [int(record.name.partition("-")[0]) for record in records]
    assert told == named == list(range(1, len(records) + 1))


@pytest.mark.slow
def test_the_pictures_in_the_readme_are_true() -> None:
    """`make readme` takes them anew."""
    done = subprocess.run(
        [sys.executable, "tools/readme_pictures.py", "--check"],
        cwd=ROOT,
        check=False,
        env=os.environ,
    )
    assert done.returncode == 0


@pytest.mark.parametrize("document", ["README.md", "docs/json.md"])
def test_the_documented_json_is_the_json(
    newslint: Run, folder: Path, desk: str, document: str
) -> None:
    documented = re.search(r"```json\n(.*?)```", (ROOT / document).read_text(), re.DOTALL)
    assert documented is not None
    (shown,) = json.loads(documented.group(1))
    (folder / "a.txt").write_text("Then Harstom spoke.\n")
    (real,) = json.loads(newslint("--names", desk, "--output-format", "json").stdout)
    assert shapes(shown) == shapes(real)


def shapes(value: object) -> object:
    """Keys and types of a JSON value."""
    if isinstance(value, dict):
        return {key: shapes(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shapes(value[0])] if value else []
    return type(value).__name__


@pytest.mark.slow
def test_our_own_copy_is_clean(newslint: Run) -> None:
    done = newslint("--output-format", "concise", "-q", *map(str, DOCUMENTS))
    assert done.stdout == ""


def test_the_documented_books_are_books(tmp_path: Path, newslint: Run) -> None:
    (tmp_path / "a.txt").write_text("Quiet.\n")
    for document, option in (("names.md", "--names"), ("rules.md", "--rules")):
        block = re.search(r"```yaml\n(.*?)```", (ROOT / "docs" / document).read_text(), re.DOTALL)
        assert block is not None
        book = tmp_path / f"{document}.yaml"
        book.write_text(block.group(1))
        done = newslint(option, str(book), str(tmp_path / "a.txt"))
        assert (done.exit_code, done.stderr) == (0, "")


def test_every_documented_rule_is_one(tmp_path: Path) -> None:
    documented = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    book = tmp_path / "rules.yaml"
    book.write_text("".join(re.findall(r"```yaml\n(.*?)```", documented, re.DOTALL)), "utf-8")
    shown = {rule.kind for rule in load_rules(book, ALL_KINDS)}
    assert all(kind in shown or f"`{kind}`" in documented for kind in KINDS)


def test_the_examples_show_slips_and_traps(newslint: Run) -> None:
    examples = ROOT / "examples"
    desk = str(examples / "desk.yaml")
    done = newslint("--names", desk, "--output-format", "json", str(examples))
    found = {(Path(f["path"]).name, f["text"]) for f in json.loads(done.stdout)}
    assert {name for name, _ in found} == {
        "border-talks.txt",
        "budget-vote.md",
        "cup-final.txt",
        "ferry-inquiry.md",
    }
    slips = (
        "Havlarsen Halvarsan becuase Crotaia Kobrelar recieved Okwousa Trellisick thier Mbekanni"
    )
    assert {text for _, text in found} >= set(slips.split())


def test_the_examples_are_not_changed_by_a_second_fix(tmp_path: Path, newslint: Run) -> None:
    for story in (ROOT / "examples").glob("*.[mt]*"):
        (tmp_path / story.name).write_bytes(story.read_bytes())
    newslint("--fix", str(tmp_path))
    once = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert "Fixed" not in newslint("--fix", str(tmp_path)).stdout
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == once


def shown_commands() -> Iterator[tuple[str, str]]:
    """Every newslint command in the documents, in blocks of code and in sentences."""
    for document in DOCUMENTS:
        text = document.read_text().replace("\\\n", " ")
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", text, re.DOTALL):
            for line in block.splitlines():
                found = re.match(r"(?:\$ )?(?:\S*/)?newslint( [^|<>#&;]*|$)", line)
                if found:
                    yield document.name, found[1].strip()
        for found in re.findall(r"`newslint ([^`|<>]*)`", text):
            yield document.name, found


def test_commands_in_the_documents_exist_with_their_options() -> None:
    commands = {*shown_commands()}
    assert len(commands) > 100
    for document, command in commands:
        assert is_right(shlex.split(command)), (document, command)


def is_right(words: list[str]) -> bool:
    """Whether there is such a command, with these options."""
    shown: click.Command = load_command(words[0]) if words and words[0] in COMMANDS else lint
    if isinstance(shown, click.Group):
        context = click.Context(shown)
        if words[1:2] != ["..."] and words[1] not in shown.list_commands(context):
            return False
        shown = shown.get_command(context, words[1]) or shown
    known = {name for option in shown.get_params(click.Context(shown)) for name in option.opts}
    return {word.partition("=")[0] for word in words if re.match("--?[a-z]", word)} <= known
