"""What tests share: sources, documents and rules, and what is found in a story."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType

from click.testing import CliRunner, Result

from newslint.book.compiled import CompiledBook
from newslint.book.compiler import build
from newslint.book.kind import Kind, Kinds
from newslint.book.rules import Rules
from newslint.checks import kinds
from newslint.checks.context import Context
from newslint.cli.groups import load_command
from newslint.core.finding import Finding
from newslint.core.place import Where
from newslint.core.rule import Rule
from newslint.engine import conflicts
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text import edits as text_edits
from newslint.text.document import Document
from newslint.text.prose import Prose
from newslint.text.source import Source


@cache
def linter() -> Linter:
    """The shipped book and nothing else, as an editor without configuration has it."""
    return Linter(open_book(cache=None))


def lint(story: str, path: str = "story.txt") -> list[Finding]:
    """Everything that is found in `story`."""
    return linter().lint(Source.from_text(story, path))


def found(story: str, area: str = "", path: str = "story.txt") -> list[tuple[str, str]]:
    """What is found in `story` by rules of `area`: rule, and the letters it objects to."""
    return [(f.rule, f.text) for f in lint(story, path) if f.rule.startswith(area)]


def right_for(findings: list[Finding]) -> dict[str, str]:
    """What stands wrong, and the first suggestion for it."""
    return {finding.text: finding.suggestions[0] for finding in findings}


def fixed(story: str, path: str = "story.txt") -> str:
    """`story` after its safe fixes, once."""
    chosen, _ = conflicts.choose_fixes(lint(story, path))
    return text_edits.apply(story, text_edits.edits(chosen))


def document(text: str) -> Document:
    """The words and sentences of plain text."""
    return Document(Prose.plain(text))


def rule(scope: str = "", /, **keys: object) -> Rule:
    """A rule of a desk: keys that each rule has, and those that its kind asks for."""
    params = {"fix": "safe", "message": "'{found}': {right}", **keys}
    fix, message = str(params.pop("fix")), str(params.pop("message"))
    where = Where("rules.yaml", 1)
    return Rule("desk/x", "any", message, "", "warning", fix, params, (), where, scope)


def write(folder: Path, files: dict[str, str]) -> None:
    """Files in a folder, by their paths from it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def invoke(word: str, *args: str) -> Result:
    """Run `newslint WORD ARGS...` in this process."""
    return CliRunner().invoke(load_command(word), args)


def check_of(kind: ModuleType, *rules: Rule) -> kinds.Check:
    """The check of rules of a desk, compiled, by the module of their kind."""
    numbered = (one._replace(id=f"desk/x{number}") for number, one in enumerate(rules))
    known = Kinds(("any",), lambda _: Kind({}, (), literals=kind.literals))
    compiled = Rules.nearest([CompiledBook(build(numbered, known, b""))])
    check: kinds.Check = kind.prepare(compiled, Context(linter().knowledge, compiled))
    return check
