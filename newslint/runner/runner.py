"""Do the task of one file: lint or fix it, and return the Outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property

from newslint.book.settings import DEFAULT, Settings
from newslint.core.errors import NewslintError, internal_error
from newslint.core.finding import MOST_FINDINGS
from newslint.core.record import NamedTuple
from newslint.engine.fixer import FixResult, fix_source
from newslint.report.format import TerminalStyle, open_format
from newslint.report.summary import Tally
from newslint.runner.finding_filter import NewFindingsFilter
from newslint.runner.rewrite import open_source, read_again, read_place
from newslint.text.formats.reading import load_bytes
from newslint.text.source import Source, size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.core.fingerprint import Entry
    from newslint.engine.guard import Failure
    from newslint.engine.linter import Linter, LintResult
    from newslint.runner.baseline import Baseline
    from newslint.runner.git_diff import Lines
    from newslint.runner.result_cache import Results
    from newslint.storage.places import Place


REPORT, FIX, DIFF = "report", "fix", "diff"


class Task(NamedTuple):
    """What to do with a file; plain values, so that it can be sent to a worker."""

    mode: str = REPORT
    unsafe: bool = False
    format: str = "text"  # empty: nobody wants to see single findings
    terminal_style: TerminalStyle = TerminalStyle()
    settings: Settings = DEFAULT
    cache: bool = False
    baseline: str = ""  # a file of findings that are known already
    write_baseline: bool = False  # findings are not reported, they become the baseline


class Job(NamedTuple):
    """A file and its task. Files with the same settings share one task.

    If there are `lines`, only findings on them count. `place` is the file's place on disk, if
    known.
    """

    path: str
    task: Task
    lines: Lines | None = None
    place: Place | None = None


class Outcome(NamedTuple):
    """The result of one file: a report, text (a diff) or an error to print, and counts to add."""

    tally: Tally | None = None
    report: Sequence[str] = ()
    text: bytes = b""
    error: str = ""
    failures: Sequence[Failure] = ()  # rules that failed on this file; the others are in the report
    path: str = ""
    known_findings: Sequence[Entry] = ()  # what of the baseline was found, or is to be put into it
    is_cut_short: bool = False  # whether there may be more findings than are reported

    @property
    def says_something(self) -> bool:
        """Whether there is anything to print at once."""
        return bool(self.report or self.text or self.error or self.failures or self.is_cut_short)


TOGETHER, MOST_BYTES = 16, 100_000
"""Maximum files that are linted together, and their bytes."""


def together(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """The jobs in order, in groups of short files with the same task."""
    group: list[Job] = []
    left = 0
    for job in jobs:
        needed = size(job.path)
        if group and (needed > left or len(group) == TOGETHER or job.task != group[0].task):
            yield group
            group = []
        if not group:
            left = MOST_BYTES
        group.append(job)
        left -= needed
    if group:
        yield group


class Runner:
    """Does a task, file after file, with the cached findings of earlier runs."""

    def __init__(self, task: Task, results: Results | None = None) -> None:
        """Prepare a task; a fault in it is raised, unless `results` know that there is none."""
        self._task = task
        self._results = results
        self._render = open_format(task.format).render if task.format else None
        self._baseline = _baseline(task)
        self._ahead: dict[str, tuple[bytes, LintResult]] = {}
        """What was found in files that were linted together and are not done yet."""
        if results is None or not results.proven:
            self._linter  # noqa: B018  (made ready, so that a fault in the book is said first)

    @cached_property
    def _linter(self) -> Linter:
        """The engine; it is not even imported if all findings are cached."""
        from newslint.engine.linter import open_linter

        linter = open_linter(self._task.settings)
        if self._results:
            self._results.prove()
        return linter

    def files(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """The outcomes of some jobs, whose files are linted together."""
        known = [self.known(job) for job in jobs]
        self._read_ahead([job for job, outcome in zip(jobs, known, strict=True) if not outcome])
        for job, outcome in zip(jobs, known, strict=True):
            yield outcome or self.file(job)

    def _read_ahead(self, jobs: Sequence[Job]) -> None:
        """Lint the files of some jobs, for `file`, which sees whether they changed since.

        It meets their faults, too. What files ask a memory is kept in the cache, file by file.
        """
        self._ahead.clear()
        if len(jobs) < 2 or (self._results and self._task.settings.memory):
            return
        sources = []
        left = MOST_BYTES
        for job in jobs:
            with suppress(Exception):
                source = load_bytes(read_place(job.path, job.place), job.path)
                left -= len(source.text)  # more than `together` knew where the file is packed
                if left < 0:
                    break
                sources.append(source)
        try:
            results = self._linter.examine_together(sources)
        except Exception:  # whatever it is, and rules that were given up, `file` meets again
            vars(self).pop("_linter", None)
            return
        for source, found in zip(sources, results, strict=True):
            self._ahead[source.path] = source.to_bytes(), found

    def file(self, job: Job) -> Outcome:
        """Read the file and do the task; write the file if the task is to fix it."""
        try:
            with open_source(job.path, job.place) as file:
                fixed_source = self.fix_source(file.source, job.lines)
                if fixed_source.fixed and self._task.mode == FIX:
                    file.write(fixed_source.source)
                return self.outcome(file.source, fixed_source)
        except NewslintError as error:
            return Outcome(error=str(error))
        except Exception as error:  # a fault of ours must not cost the user the other files
            return Outcome(error=f"{job.path}: {apology(error)}")

    def known(self, job: Job) -> Outcome | None:
        """The outcome of `file`, if the cache has all that it needs; otherwise None."""
        if self._results is None:
            return None
        try:
            data = read_place(job.path, job.place)
            found = self._results.find(job.path, data)
            if found is None:
                return None
            # Where nothing was found, nobody looks into the text.
            source = load_bytes(data, job.path) if found else Source(job.path, "")
        except NewslintError as error:
            return Outcome(error=str(error))
        finding_filter = self._finding_filter(source, job.lines)
        left = finding_filter.keep(found)
        if self._task.mode != REPORT and self._chosen(left):
            return None
        return self.outcome(source, FixResult(source, 0, left, [], finding_filter.known_findings))

    def flush(self) -> None:
        """Write new findings to the cache."""
        if self._results:
            self._results.flush()

    def fix_source(self, source: Source, lines: Lines | None = None) -> FixResult:
        """Lint, and unless the task is only to report, fix until nothing fixable is left."""
        finding_filter = self._finding_filter(source, lines)
        if self._task.mode != REPORT:
            return fix_source(source, self._examine, finding_filter, self._task.unsafe, read_again)
        found, failures = self._examine(source)
        left = finding_filter.keep(found)
        return FixResult(source, 0, left, failures, finding_filter.known_findings)

    def _examine(self, source: Source) -> tuple[list[Finding], list[Failure]]:
        """The findings, cached or new, and the failures."""
        path, data = source.path, source.to_bytes()
        known = self._results.find(path, data) if self._results else None
        if known is not None:
            return known, []
        if self._results and self._task.settings.memory:
            return self._examine_with_memory(source, data, self._results)
        examined = self._examine_now(source, data)
        if self._results and self._may_be_kept(examined):
            self._results.keep(path, data, examined.findings)
        return examined

    def _examine_now(self, source: Source, data: bytes) -> LintResult:
        """What was found ahead, or now; a rule that was given up ahead is told of in any case."""
        earlier, ahead = self._ahead.pop(source.path, (b"", None))
        found = ahead if ahead and earlier == data else self._linter.examine(source)
        if ahead and ahead is not found:
            found.failures.extend(ahead.failures)
        return found

    def _may_be_kept(self, examined: LintResult) -> bool:
        """Whether all rules were asked, so that another run need not ask them again."""
        return not examined.failures and not self._linter.has_given_up

    def _examine_with_memory(
        self, source: Source, data: bytes, results: Results
    ) -> tuple[list[Finding], list[Failure]]:
        """The same with a memory that has changed: most of what was found holds as before."""
        from newslint.evidence.remembered.memory_questions import MemoryQuestions

        path, questions = source.path, MemoryQuestions()
        unanswered = results.find_unanswered(path, data)
        if unanswered and not self._linter.has_answers(MemoryQuestions.of(unanswered[1])):
            results.keep(path, data, unanswered[0])
            return unanswered[0], []
        examined = self._linter.examine(source, questions)
        if self._may_be_kept(examined):
            results.keep(path, data, examined.findings)
            if not questions.is_answered:
                results.keep_unanswered(path, data, examined.findings, questions.plain())
        return examined

    def _finding_filter(self, source: Source, lines: Lines | None) -> NewFindingsFilter:
        return NewFindingsFilter(source, lines, self._baseline, self._task.write_baseline)

    def _chosen(self, findings: list[Finding]) -> list[Finding]:
        """The findings that the task would fix."""
        from newslint.engine.conflicts import choose_fixes

        return choose_fixes(findings, self._task.unsafe)[0]

    def outcome(self, source: Source, fixed_source: FixResult) -> Outcome:
        """The outcome of a source and its fixed copy: what to print, and counts."""
        _, fixed, left, failures, known = fixed_source
        tally = Tally(left, fixed)
        if self._task.mode == DIFF:
            outcome = Outcome(tally, text=_diff(source, fixed_source), failures=failures)
        else:
            style = self._task.terminal_style
            report = self._render and self._render(fixed_source.source, left, style)
            outcome = Outcome(tally, report or (), failures=failures)
        many = len(left) + len(known) >= MOST_FINDINGS
        return outcome._replace(path=source.path, known_findings=known, is_cut_short=many)


def apology(error: Exception) -> str:
    """The message for a file on which newslint itself failed."""
    return f"newslint failed on this file, please report it: {internal_error(error)}"


def task_results(task: Task) -> Results | None:
    """The cache of a task's results; None if the task wants none, or if it cannot be used."""
    if not task.cache:
        return None
    try:
        from newslint.runner.result_cache import Results

        return Results(task.settings)
    except (ImportError, OSError):  # a Python without SQLite; a book that cannot be read
        return None


def _baseline(task: Task) -> Baseline | None:
    """The baseline of a task; None if the task has none, or writes a new one."""
    if not task.baseline or task.write_baseline:
        return None
    from newslint.runner.baseline import Baseline

    return Baseline.read(task.baseline)


def _diff(source: Source, fixed_source: FixResult) -> bytes:
    if not fixed_source.fixed:
        return b""
    from newslint.text.edits import diff

    return diff(source, fixed_source.source)
