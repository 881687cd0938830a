"""Run a LintRequest: print reports, write files, and return an exit status.

This is where outcomes, file by file, meet the streams that they belong to.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext

from newslint.cli.exit_status import CLEAN, FAILED, FINDINGS
from newslint.cli.lint_jobs import jobs_of
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.core.errors import NewslintError
from newslint.core.finding import MOST_FINDINGS
from newslint.engine.fixer import FixResult
from newslint.report.format import HUMAN, Run, open_format
from newslint.report.output import Output, Report, print_stderr, print_stdout, to_file
from newslint.report.progress import Progress
from newslint.report.summary import Tally, fixed_sentence, found_sentence, table
from newslint.runner.memory_folders import with_memory
from newslint.runner.plan import LintRequest
from newslint.runner.runner import DIFF, FIX, Outcome, Runner, apology, task_results
from newslint.runner.scheduler import outcomes
from newslint.text.formats.reading import load_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.fingerprint import Entry
    from newslint.core.rule import Rule


_STANDARD_INPUT = ("-",)


CUT_SHORT = f"{MOST_FINDINGS:,} findings; no more are reported of one file"


DISARMED = (
    "warning: control characters and commands to CI runners in the diff are shown as something"
    " else; --output-file gets it as it is"
)


def run_lint(request: LintRequest) -> int:
    """Carry out a request; return the exit status."""
    if request.interactive:
        return _walk(request)
    done, files, failed = _outcomes(request)
    with closing(done), _output(request) as out:
        return _report(request, done, files, failed, out)


def _report(
    request: LintRequest, done: Iterable[Outcome], files: int, failed: bool, out: Output
) -> int:
    """Report each outcome as it comes, then the summary."""
    tally = Tally.empty()
    report = Report(out, open_format(request.task.format))
    failing: set[str] = set()
    met: dict[str, Sequence[Entry]] = {}
    progress = Progress(None if request.quiet else sys.stderr, files)
    with closing(progress):
        for outcome in done:
            if outcome.says_something:
                progress.clear()
            for rule, reason in outcome.failures:
                if rule not in failing:
                    out.flush()
                    print_stderr(f"error: {reason}")
                    failing.add(rule)
            if outcome.tally is None:
                out.flush()
                print_stderr(f"error: {outcome.error}")
                failed = True
            else:
                tally.add(outcome.tally)
                met[outcome.path] = outcome.known_findings
                report.add(() if request.statistics else outcome.report)
                _write_text(request, out, outcome.text)
                if outcome.is_cut_short:
                    print_stderr(f"warning: {outcome.path}: {CUT_SHORT}")
            progress.step()
    if request.task.mode != DIFF:
        report.end(Run(tally, lambda: _rules_that_spoke(request.command_line, met, tally)))
    if request.task.baseline:
        _account(request, met)
    if tally.files or not failed:
        _conclude(request, tally, out)
    out.flush()
    return _status(request, tally, failed or bool(failing))


def _outcomes(request: LintRequest) -> tuple[Generator[Outcome, None, None], int, bool]:
    """The outcomes, the number of files, and whether a folder could not be listed."""
    if request.paths == _STANDARD_INPUT:
        return _standard_input(request), 1, False
    jobs, failed = jobs_of(request)
    return outcomes(jobs, request.jobs), len(jobs), failed


def _walk(request: LintRequest) -> int:
    """Ask about every finding."""
    from newslint.cli.interactive import walk

    jobs, failed = jobs_of(request)
    fixed, left, unread = walk(
        jobs, request.task.terminal_style, ConfigResolver(request.command_line)
    )
    print_stdout(f"\nFixed {fixed}, left {left}.\n")
    if failed or unread:
        return FAILED
    return FINDINGS if left and not request.exit_zero else CLEAN


def _standard_input(request: LintRequest) -> Generator[Outcome, None, None]:
    resolver, name = ConfigResolver(request.command_line), request.stdin_filename
    settings = with_memory(resolver.settings(name), resolver.excludes, warn=print_stderr)
    task = request.task._replace(settings=settings)
    runner = Runner(task, task_results(task))
    data = _typed_or_piped(request.quiet)
    try:
        source = load_bytes(data, name)
        fixed_source = (
            FixResult(source, 0, [], []) if resolver.excludes(name) else runner.fix_source(source)
        )
    except NewslintError as error:
        yield Outcome(error=str(error))
        return
    except Exception as error:
        yield Outcome(error=f"{name}: {apology(error)}")
        return
    outcome = runner.outcome(source, fixed_source)
    if request.task.mode == FIX:
        outcome = outcome._replace(text=fixed_source.source.to_bytes())
    yield outcome
    runner.flush()


def _typed_or_piped(quiet: bool) -> bytes:
    """All of standard input; if it is a terminal, say that newslint waits for text."""
    if sys.stdin is None:
        raise NewslintError("standard input is closed")
    if sys.stdin.isatty() and not quiet:
        print_stderr("Reading what you type; Ctrl-D on a line of its own ends it.")
    return sys.stdin.buffer.read()


def _is_filter(request: LintRequest) -> bool:
    """Whether standard output is for the fixed text of standard input."""
    return request.paths == _STANDARD_INPUT and request.task.mode == FIX


def _write_text(request: LintRequest, out: Output, text: bytes) -> None:
    """Write a fixed text unchanged, or a diff disarmed."""
    if _is_filter(request):
        Output.to_stream(sys.stdout, for_people=False).bytes(text)
    elif out.diff(text, request.task.terminal_style.colour):
        print_stderr(DISARMED)


def _rules_that_spoke(command_line: CommandLine, paths: Iterable[str], tally: Tally) -> list[Rule]:
    """The rules of a run's findings, as the books of its files have them."""
    from newslint.engine.books import open_book

    resolver = ConfigResolver(command_line)
    wanted = {sort.rule for sort in tally.found}
    spoke: dict[str, Rule] = {}
    for settings in dict.fromkeys(map(resolver.settings, paths)) if wanted else ():
        book = open_book(style=settings.style, behind=settings.layers)
        spoke |= {rule.id: rule for rule in book.rules.only(wanted)}
    return [spoke[rule_id] for rule_id in sorted(spoke)]


def _output(request: LintRequest) -> AbstractContextManager[Output]:
    """Where the report (or the diff) goes."""
    if request.output_file is not None:
        return to_file(request.output_file)
    for_people = request.task.format in HUMAN and request.task.mode != DIFF
    stream = sys.stderr if _is_filter(request) else sys.stdout
    disarms = request.task.format in HUMAN or request.task.mode == DIFF
    return nullcontext(Output.to_stream(stream, for_people, disarms))


def _conclude(request: LintRequest, tally: Tally, out: Output) -> None:
    """Print the summary: after a report for people, otherwise on standard error."""
    task = request.task
    fixed = [fixed_sentence(tally)] if tally.fixed else []
    if request.statistics:
        out.text(table(tally))
    if request.quiet or task.write_baseline:
        return
    if not tally.files:
        print_stderr(f"warning: {_nothing(request)}")
    elif task.mode == DIFF:
        print_stderr(fixed_sentence(tally, "Would fix"))
    elif task.format in HUMAN:
        gap = "\n" if tally.found and (request.statistics or task.format == "text") else ""
        sentences = [*fixed, found_sentence(tally, task.mode == FIX and task.unsafe)]
        out.text(gap + "".join(f"{sentence}\n" for sentence in sentences))
    elif fixed:
        print_stderr(*fixed)


def _nothing(request: LintRequest) -> str:
    """A sentence that there was nothing to read, with the likely reason."""
    if request.changed_since:
        return f"no article changed since {request.changed_since}"
    below = ", ".join("this folder" if path == "." else path for path in request.paths)
    return f"no articles (.txt, .md, .html and the like) in {below} that are not excluded"


def _account(request: LintRequest, met: Mapping[str, Sequence[Entry]]) -> None:
    """Write the baseline, or print which of its entries are not found any more."""
    from newslint.report.summary import count
    from newslint.runner.baseline import Baseline, write

    path = request.task.baseline
    if request.task.write_baseline:
        print_stderr(f"Wrote {count(write(path, met), 'finding')} to {path}.")
        return
    everywhere = any(map(os.path.isdir, request.paths))
    keys = {article: [entry.key for entry in entries] for article, entries in met.items()}
    for line in Baseline.read(path).stale(keys, everywhere):
        print_stderr(line)


def _status(request: LintRequest, tally: Tally, failed: bool) -> int:
    if failed:
        return FAILED
    changed = tally.fixed and (request.task.mode == DIFF or request.exit_non_zero_on_fix)
    left = tally.found and request.task.mode != DIFF
    return FINDINGS if (left or changed) and not request.exit_zero else CLEAN
