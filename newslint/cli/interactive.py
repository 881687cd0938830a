"""Ask about findings one by one, and write files with just the changes that were chosen.

A file is written once, when its last finding was answered or the user quits: what was shown is
what stands there, and until then one can go back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click

from newslint.authoring import actions
from newslint.authoring.decisions import INTERACTIVE, keep
from newslint.cli import answers
from newslint.cli.desk_book import DeskBook
from newslint.config.config_file import FILES
from newslint.config.resolver import ConfigResolver
from newslint.core.errors import NewslintError
from newslint.core.finding import Edit, Finding, Span
from newslint.core.record import NamedTuple
from newslint.report.colour import Colours
from newslint.report.format import TerminalStyle, open_format
from newslint.report.output import print_stderr, print_stdout
from newslint.report.terminal_text import visible, window
from newslint.runner.rewrite import write
from newslint.runner.runner import Job, Runner, Task
from newslint.text.edits import apply
from newslint.text.formats.reading import load
from newslint.text.source import Source

Key = tuple[str, Span]
"""A finding of a file: its rule and its span."""


class Walked(NamedTuple):
    """The result of a walk."""

    fixed: int
    left: int
    failed: bool


class Step(NamedTuple):
    """What one answer did to a file: the findings it answered, and the edits it made.

    `silenced` is the finding that a comment of the edits silences; `ruled`: a book was changed.
    """

    answered: tuple[Key, ...]
    edits: tuple[Edit, ...] = ()
    fixed: int = 0
    silenced: Key | None = None
    ruled: bool = False


def walk(jobs: Iterable[Job], look: TerminalStyle, resolver: ConfigResolver) -> Walked:
    """Ask about every finding of the jobs; a NewslintError if there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NewslintError("--interactive needs a terminal")
    walker = Walker(look, resolver)
    failed = False
    for job in jobs:
        try:
            walker.through(job)
        except NewslintError as error:
            print_stderr(f"error: {error}")
            failed = True
        if walker.quitting:
            break
    if begun := walker.book.begun:
        print_stderr(f'To have {begun} read from now on: names = ["{begun}"] in {FILES[0]}')
    if walker.ignored:
        rules = ", ".join(f'"{rule}"' for rule in sorted(walker.ignored))
        print_stderr(f"To have this ignored from now on: ignore = [{rules}] in {FILES[0]}")
    return Walked(walker.fixed, walker.left, failed)


class Walker:
    """Asks about findings and carries out the answers."""

    def __init__(self, look: TerminalStyle, resolver: ConfigResolver) -> None:
        self._look = look
        self._resolver = resolver
        self._runners: dict[Task, Runner] = {}
        self.book = DeskBook()
        self.ignored: set[str] = set()
        """The rules that are ignored for the rest of the walk."""
        self.fixed = self.left = 0
        self.quitting = False

    def through(self, job: Job) -> None:
        """Ask about the findings of one file, and write the changes."""
        source = load(job.path)
        findings = self._findings(job, source)
        steps: list[Step] = []
        while not self.quitting:
            left = self._left(findings, steps)
            if not left:
                break
            answered = sum(len(step.answered) for step in steps)
            place = f"{answered + 1} of {answered + len(left)}"
            several = sum(_is_same(each, left[0]) for each in left) > 1
            possible = answers.Possible(several, self.book.can_undo, bool(steps))
            answer = self._ask(source, left[0], place, possible, job.task)
            if answer == answers.BACK:
                steps.pop()
            elif answer == answers.UNDO:
                self.book.undo()
                if ruled := [step for step in steps if step.ruled]:
                    steps.remove(ruled[-1])
                findings = self._findings_anew(job, source)
            elif answer in answers.RULINGS:
                found, right = actions.whole_name(source, left[0])
                if self.book.add(answers.RULINGS[answer], found, right, job.task):
                    findings = self._findings_anew(job, source)  # the book may say more than this
                    if answer != answers.ALWAYS_WRONG:
                        steps.append(Step((_key(left[0]),), ruled=True))
            elif answer == answers.QUIT:
                self.quitting = True
            else:
                steps.append(self._step(answer, source, left))
        self._write(source, findings, steps)
        decided = [(rule, bool(step.fixed)) for step in steps for rule, _ in step.answered]
        keep(job.path, decided, INTERACTIVE, self._resolver.resolved(job.path))

    def _left(self, findings: Iterable[Finding], steps: Sequence[Step]) -> list[Finding]:
        """The findings that are still to be asked about."""
        answered = {key for step in steps for key in step.answered}
        edits = [edit for step in steps for edit in step.edits]
        return [
            finding
            for finding in findings
            if _key(finding) not in answered
            and finding.rule not in self.ignored
            and not _is_taken(finding.span, edits)
        ]

    def _step(self, answer: str, source: Source, left: Sequence[Finding]) -> Step:
        """What an answer to the first of these findings does."""
        finding = left[0]
        key = _key(finding)
        if answer == answers.IGNORE_HERE and (comment := actions.suppression_edit(source, finding)):
            return Step((key,), (comment,), silenced=key)
        if answer == answers.IGNORE_ALWAYS:
            self.ignored.add(finding.rule)
        if answer == answers.ACCEPT_ALL:
            same = [each for each in left if _is_same(each, finding)]
            edits = [edit for each in same for edit in actions.accept_edits(each)]
            return Step(tuple(map(_key, same)), tuple(edits), len(same))
        if answer == answers.ACCEPT:
            return Step((key,), tuple(actions.accept_edits(finding)), 1)
        if answer == answers.SPELL:
            new = click.prompt("write", default=finding.text, show_default=False)
            if new != finding.text:
                return Step((key,), (Edit(finding.span, new),), 1)
        return Step((key,))

    def _write(self, source: Source, findings: Sequence[Finding], steps: Sequence[Step]) -> None:
        """Write the file, and count what was fixed and what is left."""
        edits = [edit for step in steps for edit in step.edits]
        write(source, apply(source.text, edits))
        self.fixed += sum(step.fixed for step in steps)
        silenced = {step.silenced for step in steps}
        open_ = (f for f in findings if _key(f) not in silenced and f.rule not in self.ignored)
        self.left += sum(not _is_taken(finding.span, edits) for finding in open_)

    def _findings(self, job: Job, source: Source) -> Sequence[Finding]:
        """The current findings. One runner serves all files of a task until a book changes."""
        task = self.book.task_with(job.task)
        if task not in self._runners:
            self._runners[task] = Runner(task)
        return self._runners[task].fix_source(source, job.lines).left

    def _findings_anew(self, job: Job, source: Source) -> Sequence[Finding]:
        """The findings after the book has changed."""
        self._runners.clear()
        return self._findings(job, source)

    def _ask(
        self, source: Source, finding: Finding, place: str, possible: answers.Possible, task: Task
    ) -> str:
        """Show a finding with its menu until a key of the menu is pressed; return the key."""
        narrower = self._look._replace(width=self._look.width - len(f"{place}: "))
        block = open_format("text").render(source, [finding], narrower)[0]
        shown = f"\n{place}: {block}{self._changed(source, finding)}"
        keys = answers.offered(source, finding, possible)
        names = actions.whole_name(source, finding)
        menu = answers.menu(keys, names, self._look.width)
        click.echo(f"{shown}{menu}", nl=False, color=self._look.colour)
        while True:
            while (key := click.getchar().lower()) not in keys:
                pass
            click.echo(answers.echo(key, names, menu, self._look.width))
            if key != answers.EXPLAIN:
                return key
            self._explain(finding, task)
            click.echo(menu, nl=False)

    def _explain(self, finding: Finding, task: Task) -> None:
        """Print what the rule of a finding is about."""
        from newslint.authoring.rule_explanation import explanation
        from newslint.engine.books import every_rule

        own = [path for layer in task.settings.layers for path in layer.rules]
        rules = (rule for rule in every_rule(own) if rule.id == finding.rule)
        print_stdout("".join(f"\n{explanation(rule, on=True)}\n\n" for rule in rules))

    def _changed(self, source: Source, finding: Finding) -> str:
        """The line after the finding is accepted."""
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


def _key(finding: Finding) -> Key:
    return finding.rule, finding.span


def _is_same(one: Finding, other: Finding) -> bool:
    """Whether both find the same text and suggest the same."""
    return (one.text, one.suggestions) == (other.text, other.suggestions)


def _is_taken(span: Span, edits: Iterable[Edit]) -> bool:
    return any(span.touches(edit.span) for edit in edits if edit.span[0] < edit.span[1])
