"""Run over an archive: tables of articles of any size to a table of findings.

Only the batches that are being worked on are in memory. What is done is kept in a checkpoint
beside the output, so that a run that was killed goes on where it was. The tables appear all at
once at the end, and hold the same rows whichever executor made them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import accumulate
from pathlib import Path

from newslint.archive import fixed_copies, name_report, table_writers
from newslint.archive.article_linter import (
    ArchiveTask,
    ErrorRow,
    FindingRow,
    areas_of,
    book_version,
    knowledge_of,
)
from newslint.archive.checkpoint import Checkpoint
from newslint.archive.dispatch import Executor, batch_results
from newslint.archive.quality import aggregate
from newslint.archive.quality import report as quality_report
from newslint.book.settings import Settings
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.core.record import NamedTuple
from newslint.core.version import __version__
from newslint.evidence.name_clusters import NameRow
from newslint.report.output import print_stderr
from newslint.report.progress import ByteProgress
from newslint.report.summary import count
from newslint.runner.memory_folders import with_memory
from newslint.runner.scheduler import PAYS
from newslint.storage.outputs import refuse_clashes
from newslint.text.source import size
from newslint.text.tables import reading as tables
from newslint.text.tables.article import Columns

LOCAL, RAY = "local", "ray"


class ArchiveRequest(NamedTuple):
    """A request of `newslint archive`; `jobs` 0 means as many as a cluster has CPUs."""

    paths: tuple[str, ...]
    output: str
    errors: str = ""
    columns: Columns = Columns()
    command_line: CommandLine = CommandLine()
    fixed: str = ""
    names_report: str = ""
    quality_reports: tuple[str, ...] = ()
    unsafe: bool = False
    engine: str = LOCAL
    jobs: int = 1
    quiet: bool = False


def run_archive(request: ArchiveRequest) -> bool:
    """Lint the articles of all inputs and write the tables.

    Returns whether every input could be read and every copy written; findings are no failure.
    """
    _refuse(request)
    resolver = ConfigResolver(request.command_line)
    settings = with_memory(resolver.settings("."), resolver.excludes, warn=print_stderr)
    task = ArchiveTask(
        request.columns,
        _anywhere(settings),
        book_version(settings),
        fix=bool(request.fixed),
        unsafe=request.unsafe,
        names=bool(request.names_report),
        quality=bool(request.quality_reports),
    )
    with Checkpoint(_folder(request), _job(request, task)) as checkpoint:
        _examine(request, task, checkpoint)
        checkpoint.note()
        faults = _publish(request, settings, checkpoint)
    checkpoint.remove()
    _conclude(request, checkpoint)
    return not (checkpoint.counts.unread or faults)


def _refuse(request: ArchiveRequest) -> None:
    """Raise a NewslintError for a request that cannot work, before anything is done."""
    table_writers.check(request.output)
    table_writers.check(_errors(request))
    if request.names_report:
        table_writers.check(request.names_report)
    for path in request.quality_reports:
        quality_report.check(path)
    tables.check(request.paths, request.columns)
    written = [request.output, _errors(request), request.names_report, *request.quality_reports]
    if request.fixed:
        written += fixed_copies.targets(request.paths, request.fixed)
    refuse_clashes(request.paths, [path for path in written if path])


def _anywhere(settings: Settings) -> Settings:
    """The settings with absolute paths of books, for workers in other folders."""
    layers = (
        layer._replace(names=_absolute(layer.names), rules=_absolute(layer.rules))
        for layer in settings.layers
    )
    return settings._replace(layers=tuple(layers), memory=_absolute(settings.memory))


def _absolute(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(Path(path).absolute()) for path in paths)


def _examine(request: ArchiveRequest, task: ArchiveTask, checkpoint: Checkpoint) -> None:
    """Lint every article that is not in the checkpoint yet, and add its result."""
    sizes = [size(path) for path in request.paths]
    before = list(accumulate(sizes, initial=0))
    progress = ByteProgress(None if request.quiet else sys.stderr, sum(sizes))
    articles = tables.read(request.paths, request.columns, checkpoint.place)
    engine = _engine(request, task, sum(sizes))
    with closing(progress), closing(batch_results(articles, engine)) as done:
        for some in done:
            checkpoint.add(some)
            progress.reached(some.result.articles, before[some.place.file] + some.read)


def _engine(request: ArchiveRequest, task: ArchiveTask, size: int) -> Executor:
    """The executor for a request; a small archive uses this process alone."""
    if request.engine == RAY:
        from newslint.archive.ray_engine import RayExecutor

        return RayExecutor(task, request.jobs)
    from newslint.archive.local_engine import InProcessExecutor, PoolExecutor

    return PoolExecutor(task, request.jobs) if size > PAYS else InProcessExecutor(task)


def _publish(request: ArchiveRequest, settings: Settings, checkpoint: Checkpoint) -> bool:
    """Write the tables; return whether a copy of an input failed."""
    faults = []
    if request.fixed:
        faults = fixed_copies.write(
            checkpoint.path("changes"), request.paths, request.fixed, request.columns
        )
    if request.names_report:
        report = name_report.write(checkpoint.path("names"), knowledge_of(settings))
        table_writers.write(NameRow._fields, report, request.names_report)
        if told := name_report.dates_sentence(checkpoint.path("names")):
            print_stderr(told)
    if request.quality_reports:
        groups = aggregate.read(checkpoint.path("measures"), checkpoint.counts.articles)
        quality_report.write(request.quality_reports, groups, areas_of(settings), checkpoint.folder)
    table_writers.write(ErrorRow._fields, checkpoint.path("errors"), _errors(request))
    table_writers.write(FindingRow._fields, checkpoint.path("findings"), request.output)
    for fault in faults:
        print_stderr(f"error: {fault}")
    return bool(faults)


def _folder(request: ArchiveRequest) -> Path:
    return Path(f"{request.output}.parts")


def _errors(request: ArchiveRequest) -> str:
    """The path of the table of errors: findings.errors.parquet beside findings.parquet."""
    path = Path(request.output)
    return request.errors or str(path.with_suffix(f".errors{path.suffix}"))


def _job(request: ArchiveRequest, task: ArchiveTask) -> dict[str, object]:
    """Everything that affects the results; a run continues only a run of the same job."""
    return {
        "newslint": __version__,
        "task": repr(task),
        "inputs": [_state(path) for path in request.paths],
    }


def _state(path: str) -> Sequence[object]:
    stat = Path(path).stat()
    return [str(Path(path).resolve()), stat.st_size, stat.st_mtime_ns]


def _conclude(request: ArchiveRequest, checkpoint: Checkpoint) -> None:
    counts = checkpoint.counts
    if request.quiet:
        return
    summary = f"{count(counts.found, 'finding')} in {count(counts.articles, 'article')}"
    print_stderr(f"Wrote {summary} to {request.output}.")
    if counts.failed:
        print_stderr(f"warning: {count(counts.failed, 'error')} in {_errors(request)}")
