"""Walking: findings one by one, what the user says to each, and files with just those changes.

A file is written once, when its last finding was answered or the user quits, so that what was
shown is what stands there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from newslint.errors import NewslintError
from newslint.finding import Edit, Finding, Fix, Span
from newslint.fixing import apply, write
from newslint.output import aside
from newslint.report import Look, open_format
from newslint.report.display import visible, window
from newslint.report.paint import Paint
from newslint.run import Job, Runner, Task
from newslint.source import Source, suffix

if TYPE_CHECKING:
    pass

ACCEPT, OTHER, REJECT, NAME, DISTINCT, WORD, HERE, QUIT = "aorndwiq"

SAID = {
    ACCEPT: "accept",
    OTHER: "other spelling",
    REJECT: "reject",
    NAME: "right: a name",
    DISTINCT: "right: somebody else",
    WORD: "right: a word",
    HERE: "ignore here",
    QUIT: "quit and keep",
}
"""The keys, and what they say; a key that makes no sense for a finding is not offered."""

NAMES = ("names", "spelling")
"""Areas of findings that may be about a name, or a word, which a book can take in."""

MARKUP = ("md", "markdown", "html", "htm", "xhtml")
"""Endings of files whose comments are those of HTML."""


class Walked(NamedTuple):
    """What a walk came to."""

    fixed: int
    left: int
    failed: bool


def walk(jobs: Iterable[Job], look: Look) -> Walked:
    """Ask about every finding of the jobs; a NewslintError if there is nobody to ask."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NewslintError("--interactive needs a terminal")
    walker = Walker(look)
    runners: dict[Task, Runner] = {}
    failed = False
    for job in jobs:
        runner = runners.setdefault(job.task, Runner(job.task))
        try:
            source = Source.read(job.path)
            walker.through(source, runner.mend(source, job.lines).left)
        except NewslintError as error:
            aside(f"error: {error}")
            failed = True
        if walker.quitting:
            break
    return Walked(walker.fixed, walker.left, failed)


class Walker:
    """Asks, and remembers what was answered."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._right: set[str] = set()
        self.fixed = self.left = 0
        self.quitting = False

    def through(self, source: Source, findings: Sequence[Finding]) -> None:
        """Ask about the findings of one file, and write what came of it."""
        changes: list[Edit] = []
        fixed = 0
        for finding in findings:
            if finding.text in self._right or _taken(finding.span, changes):
                continue
            answer = REJECT if self.quitting else self._ask(source, finding)
            if answer == QUIT:
                self.quitting = True
            made = self._made(answer, source, finding)
            changes += made
            fixed += bool(made) and answer != HERE
            self.left += answer in {REJECT, QUIT}
        write(source, apply(source.text, changes))
        self.fixed += fixed

    def _ask(self, source: Source, finding: Finding) -> str:
        block = open_format("text").render(source, [finding], self._look)[0]
        click.echo(f"\n{block}{self._changed(source, finding)}", color=self._look.colour)
        offered = [key for key in SAID if _makes_sense(key, finding)]
        click.echo("  ".join(f"[{key}] {SAID[key]}" for key in offered) + "  ? ", nl=False)
        while (key := click.getchar().lower()) not in offered:
            pass
        click.echo(SAID[key])
        return key

    def _changed(self, source: Source, finding: Finding) -> str:
        """The line as accepting would leave it."""
        edits = _accepted(finding)
        if not edits:
            return ""
        start, end = edits[0].span.start, edits[-1].span.end
        line = source.text.rfind("\n", 0, start) + 1
        stop = source.text.find("\n", end)
        after = source.text[end:] if stop < 0 else source.text[end:stop]
        inner = [Edit(Span(a - start, b - start), new) for (a, b), new in edits]
        new = apply(source.text[start:end], inner)
        parts = (source.text[line:start], new, after.rstrip("\r"))
        before, made, rest = map(visible, parts)
        left, middle, right = window(before, made, rest, self._look.width - 2)
        return f"> {left}{Paint(self._look.colour).good(middle)}{right}\n"

    def _made(self, answer: str, source: Source, finding: Finding) -> list[Edit]:
        """The edits that an answer asks for; a book grows at once."""
        if answer == ACCEPT:
            return _accepted(finding)
        if answer == OTHER:
            new = click.prompt("write", default=finding.text, show_default=False)
            return [Edit(finding.span, new)] if new != finding.text else []
        if answer == HERE:
            return [_comment(source, finding)]
        if answer in {NAME, DISTINCT, WORD}:
            self._right.add(finding.text)
            _grow(answer, finding)
        return []


def _makes_sense(key: str, finding: Finding) -> bool:
    if key == ACCEPT:
        return bool(_accepted(finding))
    if key == DISTINCT:
        return finding.rule.startswith("names/") and bool(finding.suggestions)
    if key in {NAME, WORD}:
        return finding.rule.partition("/")[0] in NAMES
    return True


def _accepted(finding: Finding) -> list[Edit]:
    """What accepting changes: the fix, however far it can be trusted, or the best suggestion."""
    fix = finding.fix
    if fix is None and finding.suggestions and finding.span.start < finding.span.end:
        fix = Fix("display", (Edit(finding.span, finding.suggestions[0]),))
    return sorted(fix.edits) if fix else []


def _taken(span: Span, changes: Iterable[Edit]) -> bool:
    return any(span.touches(change.span) for change in changes if change.span[0] < change.span[1])


def _comment(source: Source, finding: Finding) -> Edit:
    """A comment that silences the finding: at the end of its line, or in a line above."""
    start = finding.span.start
    said = f"newslint: ignore[{finding.rule}]"
    if suffix(source.path) in MARKUP:
        end = source.text.find("\n", start)
        end = len(source.text) if end < 0 else end
        end -= source.text[:end].endswith("\r")
        return Edit(Span(end, end), f" <!-- {said} -->")
    line = source.text.rfind("\n", 0, start) + 1
    newline = "\r\n" if "\r\n" in source.text else "\n"
    return Edit(Span(line, line), f"# {said}{newline}")


def _grow(answer: str, finding: Finding) -> None:
    """Let the desk's book say that what was found is right; where it cannot, say why."""
    from newslint.book.growth import Addition, Grown, grow, grow_words
    from newslint.commands.growing import book_here, grow_file

    book, found = book_here(), " ".join(finding.text.split())

    def grown(text: str) -> Grown:
        if answer == WORD:
            return grow_words(text, (found,), book)
        if answer == NAME:
            return grow(text, Addition(found, {}, {}), book)
        return grow(text, Addition(finding.suggestions[0], {}, {"distinct": (found,)}), book)

    try:
        grow_file(book, grown)
    except NewslintError as error:
        aside(f"error: {error}")
