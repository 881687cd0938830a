"""What tests of names and words share: a story in, its findings and its fixed text out."""

from __future__ import annotations

from functools import cache

from newslint.core.finding import Finding
from newslint.engine import conflicts
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text import edits as text_edits
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
