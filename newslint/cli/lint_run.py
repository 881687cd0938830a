"""Orders: what the user asked for goes in, reports and changed files and a status come out.

This is where outcomes, file by file, meet the streams that they belong to.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from newslint.book.settings import Settings
from newslint.cli.exit_status import CLEAN, FAILED, FINDINGS
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.core.errors import NewslintError
from newslint.engine.fixer import FixResult
from newslint.report import HUMAN, Run, open_format
from newslint.report.output import Output, Report, print_stderr, print_stdout
from newslint.report.progress import Progress
from newslint.report.summary import Tally, fixed_sentence, found_sentence, table
from newslint.runner.plan import LintRequest
from newslint.runner.runner import DIFF, FIX, Job, Outcome, Runner, Task, apology, task_results
from newslint.runner.scheduler import outcomes
from newslint.text.formats.reading import load_bytes

if TYPE_CHECKING:
    from newslint.core.fingerprint import Entry
    from newslint.core.rule import Rule
    from newslint.runner.git_diff import Lines


_STANDARD_INPUT = ("-",)


DISARMED = (
    "warning: control characters and commands to CI runners in the diff are shown as something"
    " else; --output-file gets it as it is"
)


def run_lint(order: LintRequest) -> int:
    """Do what was ordered; the exit status says how it came out."""
    if order.interactive:
        return _walk(order)
    done, files, failed = _outcomes(order)
    tally = Tally.empty()
    out = _output(order)
    report = Report(out, open_format(order.task.format))
    failing: set[str] = set()
    met: dict[str, Sequence[Entry]] = {}
    progress = Progress(None if order.quiet else sys.stderr, files)
    with closing(done), closing(progress):
        for outcome in done:
            if outcome.says_something:
                progress.clear()
            for rule, said in outcome.failures:
                if rule not in failing:
                    out.flush()
                    print_stderr(f"error: {said}")
                    failing.add(rule)
            if outcome.tally is None:
                out.flush()
                print_stderr(f"error: {outcome.error}")
                failed = True
            else:
                tally.add(outcome.tally)
                met[outcome.path] = outcome.known_findings
                report.add(() if order.statistics else outcome.report)
                _write_text(order, out, outcome.text)
            progress.step()
    if order.task.mode != DIFF:
        report.end(Run(tally, lambda: _rules_that_spoke(order.said, met, tally)))
    if order.task.baseline:
        _account(order, met)
    if tally.files or not failed:
        _conclude(order, tally, out)
    out.flush()
    return _status(order, tally, failed or bool(failing))


def _outcomes(order: LintRequest) -> tuple[Generator[Outcome, None, None], int, bool]:
    """What comes of each file, how many there are, and whether a folder could not be listed."""
    if order.paths == _STANDARD_INPUT:
        return _standard_input(order), 1, False
    jobs, failed = _jobs(order)
    return outcomes(jobs, order.jobs), len(jobs), failed


def _walk(order: LintRequest) -> int:
    """Ask about every finding."""
    from newslint.cli.interactive import walk

    jobs, failed = _jobs(order)
    fixed, left, unread = walk(jobs, order.task.terminal_style)
    print_stdout(f"\nFixed {fixed}, left {left}.\n")
    if failed or unread:
        return FAILED
    return FINDINGS if left and not order.exit_zero else CLEAN


def _jobs(order: LintRequest) -> tuple[list[Job], bool]:
    """Every file with what is done with it, and whether a folder could not be listed."""
    from newslint.runner.discovery import discover

    desk = ConfigResolver(order.said)
    changes = _changes(order.changed_since)
    jobs: list[Job] = []
    failed = False
    tasks: dict[Settings, Task] = {}
    for found in discover(order.paths, desk.excludes):
        if isinstance(found, str):
            lines = changes.get(os.path.realpath(found), ()) if changes is not None else None
            if lines == ():
                continue
            settings = desk.settings(found)
            task = tasks.setdefault(settings, order.task._replace(settings=settings))
            jobs.append(Job(found, task, lines))
        else:
            print_stderr(f"error: {found}")
            failed = True
    if not jobs:  # what is wrong with what was asked is said all the same
        Runner(order.task._replace(settings=desk.settings(".")))
    return jobs, failed


def _changes(ref: str) -> Mapping[str, Lines] | None:
    """The lines that count, by file; None if all do."""
    if not ref:
        return None
    from newslint.runner.git_diff import changed_since

    return changed_since(ref)


def _standard_input(order: LintRequest) -> Generator[Outcome, None, None]:
    desk, name = ConfigResolver(order.said), order.stdin_filename
    task = order.task._replace(settings=desk.settings(name))
    runner = Runner(task, task_results(task))
    data = _typed_or_piped(order.quiet)
    try:
        source = load_bytes(data, name)
        mended = FixResult(source, 0, [], []) if desk.excludes(name) else runner.fix_source(source)
    except NewslintError as error:
        yield Outcome(error=str(error))
        return
    except Exception as error:
        yield Outcome(error=f"{name}: {apology(error)}")
        return
    outcome = runner.outcome(source, mended)
    if order.task.mode == FIX:
        outcome = outcome._replace(text=mended.source.to_bytes())
    yield outcome
    runner.flush()


def _typed_or_piped(quiet: bool) -> bytes:
    """All of standard input; who is to type it is told."""
    if sys.stdin is None:
        raise NewslintError("standard input is closed")
    if sys.stdin.isatty() and not quiet:
        print_stderr("Reading what you type; Ctrl-D on a line of its own ends it.")
    return sys.stdin.buffer.read()


def _is_filter(order: LintRequest) -> bool:
    """Whether standard output belongs to the text that was piped in."""
    return order.paths == _STANDARD_INPUT and order.task.mode == FIX


def _write_text(order: LintRequest, out: Output, text: bytes) -> None:
    """Write a fixed text as it is, and a diff so that nobody obeys it."""
    if _is_filter(order):
        Output.to_stream(sys.stdout, for_people=False).bytes(text)
    elif out.diff(text):
        print_stderr(DISARMED)


def _rules_that_spoke(said: CommandLine, paths: Iterable[str], tally: Tally) -> list[Rule]:
    """The rules of a run's findings, as the books of its files have them."""
    from newslint.engine.books import open_book

    desk = ConfigResolver(said)
    wanted = {sort.rule for sort in tally.found}
    spoke: dict[str, Rule] = {}
    for settings in dict.fromkeys(map(desk.settings, paths)) if wanted else ():
        book = open_book(style=settings.style, behind=settings.layers)
        spoke |= {rule.id: rule for rule in book.rules if rule.id in wanted}
    return [spoke[rule_id] for rule_id in sorted(spoke)]


def _output(order: LintRequest) -> Output:
    """Where the report (or the diff) goes."""
    if order.output_file is not None:
        return Output.to_file(order.output_file)
    for_people = order.task.format in HUMAN and order.task.mode != DIFF
    return Output.to_stream(sys.stderr if _is_filter(order) else sys.stdout, for_people)


def _conclude(order: LintRequest, tally: Tally, out: Output) -> None:
    """Say what the run came to: after a report for people, otherwise beside it."""
    task = order.task
    fixed = [fixed_sentence(tally)] if tally.fixed else []
    if order.statistics:
        out.text(table(tally))
    if order.quiet or task.write_baseline:
        return
    if not tally.files:
        print_stderr(f"warning: {_nothing(order)}")
    elif task.mode == DIFF:
        print_stderr(fixed_sentence(tally, "Would fix"))
    elif task.format in HUMAN:
        gap = "\n" if tally.found and (order.statistics or task.format == "text") else ""
        sentences = [*fixed, found_sentence(tally, task.mode == FIX and task.unsafe)]
        out.text(gap + "".join(f"{sentence}\n" for sentence in sentences))
    elif fixed:
        print_stderr(*fixed)


def _nothing(order: LintRequest) -> str:
    """Say that there was nothing to read, and why that may be."""
    if order.changed_since:
        return f"no article changed since {order.changed_since}"
    below = ", ".join("this folder" if path == "." else path for path in order.paths)
    return f"no articles (.txt, .md, .html and the like) in {below} that are not excluded"


def _account(order: LintRequest, met: Mapping[str, Sequence[Entry]]) -> None:
    """Write the baseline, or say what stands in it and is not found any more."""
    from newslint.report.summary import count
    from newslint.runner.baseline import Baseline, write

    path = order.task.baseline
    if order.task.write_baseline:
        print_stderr(f"Wrote {count(write(path, met), 'finding')} to {path}.")
        return
    everywhere = any(map(os.path.isdir, order.paths))
    keys = {article: [entry.key for entry in entries] for article, entries in met.items()}
    for line in Baseline.read(path).stale(keys, everywhere):
        print_stderr(line)


def _status(order: LintRequest, tally: Tally, failed: bool) -> int:
    if failed:
        return FAILED
    changed = tally.fixed and (order.task.mode == DIFF or order.exit_non_zero_on_fix)
    left = tally.found and order.task.mode != DIFF
    return FINDINGS if (left or changed) and not order.exit_zero else CLEAN
