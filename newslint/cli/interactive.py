"""Ask about findings one by one, and write files with just the changes that were chosen.

A file is written once, when its last finding was answered or the user quits, so that what was
shown is what stands there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import click

from newslint.authoring import actions
from newslint.book.settings import Layer
from newslint.config.config_file import FILES
from newslint.core.errors import NewslintError
from newslint.core.finding import Edit, Finding, Span
from newslint.report.colour import Colours
from newslint.report.format import TerminalStyle, open_format
from newslint.report.output import print_stderr
from newslint.report.terminal_text import visible, window
from newslint.runner.rewrite import write
from newslint.runner.runner import Job, Runner, Task
from newslint.text.edits import apply
from newslint.text.formats.reading import load
from newslint.text.source import Source

ACCEPT, OTHER, REJECT, NAME, DISTINCT, WORD, HERE, ALWAYS, QUIT = "aorndwilq"


LABELS = {
    ACCEPT: "accept",
    OTHER: "other spelling",
    REJECT: "reject",
    NAME: "right: a name",
    DISTINCT: "right: somebody else",
    WORD: "right: a word",
    HERE: "ignore here",
    ALWAYS: "ignore always",
    QUIT: "quit and keep",
}
"""The keys and their labels; a key that makes no sense for a finding is not offered."""


RULINGS = {NAME: actions.NAME, DISTINCT: actions.DISTINCT, WORD: actions.WORD}
"""Answers that add a ruling to a book, so that nobody is asked again."""


class Walked(NamedTuple):
    """The result of a walk."""

    fixed: int
    left: int
    failed: bool


def walk(jobs: Iterable[Job], look: TerminalStyle) -> Walked:
    """Ask about every finding of the jobs; a NewslintError if there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NewslintError("--interactive needs a terminal")
    walker = Walker(look)
    failed = False
    for job in jobs:
        try:
            walker.through(job)
        except NewslintError as error:
            print_stderr(f"error: {error}")
            failed = True
        if walker.quitting:
            break
    if walker.begun:
        print_stderr(
            f'To have {walker.begun} read from now on: names = ["{walker.begun}"] in {FILES[0]}'
        )
    if walker.ignored:
        rules = ", ".join(f'"{rule}"' for rule in sorted(walker.ignored))
        print_stderr(f"To have this ignored from now on: ignore = [{rules}] in {FILES[0]}")
    return Walked(walker.fixed, walker.left, failed)


class Walker:
    """Asks about findings and carries out the answers."""

    def __init__(self, look: TerminalStyle) -> None:
        self._look = look
        self._runners: dict[Task, Runner] = {}
        self.begun = ""
        """The book that takes the answers if no configuration names one."""
        self.ignored: set[str] = set()
        """The rules that are ignored for the rest of the walk."""
        self.fixed = self.left = 0
        self.quitting = False

    def through(self, job: Job) -> None:
        """Ask about the findings of one file, and write the changes."""
        source = load(job.path)
        findings = self._findings(job, source)
        changes: list[Edit] = []
        answered: set[tuple[str, Span]] = set()
        silenced: set[tuple[str, Span]] = set()
        fixed = 0
        while not self.quitting:
            open_ = (f for f in findings if _key(f) not in answered and f.rule not in self.ignored)
            finding = next((f for f in open_ if not _is_taken(f.span, changes)), None)
            if finding is None:
                break
            answer = self._ask(source, finding)
            if answer in RULINGS:
                if not self._grow(answer, finding, job.task):
                    continue
                findings = self._findings(job, source)  # the book may say more than this one thing
            elif answer == HERE and (comment := actions.suppression_edit(source, finding)):
                changes.append(comment)
                silenced.add(_key(finding))
            elif answer == ALWAYS:
                self.ignored.add(finding.rule)
            elif answer == QUIT:
                self.quitting = True
            elif made := _made(answer, finding):
                changes += made
                fixed += 1
            answered.add(_key(finding))
        write(source, apply(source.text, changes))
        self.fixed += fixed
        open_ = (f for f in findings if _key(f) not in silenced and f.rule not in self.ignored)
        self.left += sum(not _is_taken(finding.span, changes) for finding in open_)

    def _findings(self, job: Job, source: Source) -> Sequence[Finding]:
        """The current findings. One runner serves all files of a task until a book changes."""
        task = job.task
        if self.begun:
            settings = task.settings
            layers = (Layer((self.begun,)), *settings.layers)
            task = task._replace(settings=settings._replace(layers=layers))
        if task not in self._runners:
            self._runners[task] = Runner(task)
        return self._runners[task].fix_source(source, job.lines).left

    def _ask(self, source: Source, finding: Finding) -> str:
        block = open_format("text").render(source, [finding], self._look)[0]
        click.echo(f"\n{block}{self._changed(source, finding)}", color=self._look.colour)
        offered = [key for key in LABELS if _makes_sense(key, source, finding)]
        click.echo("  ".join(f"[{key}] {LABELS[key]}" for key in offered) + "  ? ", nl=False)
        while (key := click.getchar().lower()) not in offered:
            pass
        click.echo(LABELS[key])
        return key

    def _changed(self, source: Source, finding: Finding) -> str:
        """The line after the finding is accept_edits."""
        edits = actions.accept_edits(finding)
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
        return f"> {left}{Colours(self._look.colour).good(middle)}{right}\n"

    def _grow(self, answer: str, finding: Finding, task: Task) -> bool:
        """Add a ruling to the desk's book; print the reason if that fails."""
        from newslint.authoring.names_file import FIRST, first_book, grow_file

        configured, right = first_book(task.settings), next(iter(finding.suggestions), "")
        book = configured or FIRST
        try:
            grow_file(book, actions.ruling_change(RULINGS[answer], finding.text, right, book))
        except NewslintError as error:
            print_stderr(f"error: {error}")
            return False
        self.begun = self.begun if configured else book
        self._runners.clear()
        return True


def _key(finding: Finding) -> tuple[str, Span]:
    return finding.rule, finding.span


def _made(answer: str, finding: Finding) -> list[Edit]:
    """The edits for an answer."""
    if answer == ACCEPT:
        return actions.accept_edits(finding)
    if answer == OTHER:
        new = click.prompt("write", default=finding.text, show_default=False)
        return [Edit(finding.span, new)] if new != finding.text else []
    return []


def _makes_sense(key: str, source: Source, finding: Finding) -> bool:
    if key == ACCEPT:
        return bool(actions.accept_edits(finding))
    if key == HERE:
        return actions.suppression_edit(source, finding) is not None
    if key == ALWAYS:  # of names and words it is the book that says what is right
        return not any(actions.may_rule(ruling, finding) for ruling in RULINGS.values())
    return key not in RULINGS or actions.may_rule(RULINGS[key], finding)


def _is_taken(span: Span, changes: Iterable[Edit]) -> bool:
    return any(span.touches(change.span) for change in changes if change.span[0] < change.span[1])
