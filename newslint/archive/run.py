"""Run over an archive: tables of articles of any size to a table of findings.

Only the batches that are being worked on are in memory. What is done is kept in a checkpoint
beside the output, so that a run that was killed goes on where it was. The tables appear all at
once at the end, and hold the same rows whichever executor made them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from typing import TextIO

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
from newslint.core.errors import SourceError
from newslint.core.record import NamedTuple
from newslint.core.version import __version__
from newslint.evidence.variants.name_clusters import NameRow
from newslint.report.progress import ByteProgress
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

    @property
    def errors_table(self) -> str:
        """The path of the table of errors: findings.errors.parquet beside findings.parquet."""
        path = Path(self.output)
        return self.errors or str(path.with_suffix(f".errors{path.suffix}"))


class Summary(NamedTuple):
    """What a run did; it is whole if every input could be read and every copy written."""

    articles: int
    found: int
    failed: int
    is_whole: bool


def run_archive(
    request: ArchiveRequest, tell: Callable[[str], None], progress: TextIO | None
) -> Summary:
    """Lint the articles of all inputs and write the tables; findings are no failure.

    `tell` is given what a user should know, a line at a time; `progress` shows how far it is.
    """
    _refuse(request)
    resolver = ConfigResolver(request.command_line)
    settings = with_memory(resolver.settings("."), resolver.excludes, warn=tell)
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
        _examine(request, task, checkpoint, progress)
        checkpoint.note()
        faults = _publish(request, settings, checkpoint, tell)
    checkpoint.remove()
    for fault in faults:
        tell(f"error: {fault}")
    articles, found, failed, unread = checkpoint.counts
    return Summary(articles, found, failed, is_whole=not (unread or faults))


def _refuse(request: ArchiveRequest) -> None:
    """Raise a NewslintError for a request that cannot work, before anything is done."""
    table_writers.check(request.output)
    table_writers.check(request.errors_table)
    if request.names_report:
        table_writers.check(request.names_report)
    for path in request.quality_reports:
        quality_report.check(path)
    tables.check(request.paths, request.columns)
    written = [request.output, request.errors_table, request.names_report, *request.quality_reports]
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


def _examine(
    request: ArchiveRequest, task: ArchiveTask, checkpoint: Checkpoint, shown: TextIO | None
) -> None:
    """Lint every article that is not in the checkpoint yet, and add its result."""
    sizes = [size(path) for path in request.paths]
    before = list(accumulate(sizes, initial=0))
    progress = ByteProgress(shown, sum(sizes))
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


def _publish(
    request: ArchiveRequest,
    settings: Settings,
    checkpoint: Checkpoint,
    tell: Callable[[str], None],
) -> list[SourceError]:
    """Write the tables; return the errors of inputs that could not be copied completely."""
    faults = []
    if request.fixed:
        faults = fixed_copies.write(
            checkpoint.path("changes"), request.paths, request.fixed, request.columns
        )
    if request.names_report:
        report = name_report.write(checkpoint.path("names"), knowledge_of(settings))
        table_writers.write(NameRow._fields, report, request.names_report)
        if told := name_report.dates_sentence(checkpoint.path("names")):
            tell(told)
    if request.quality_reports:
        groups = aggregate.read(checkpoint.path("measures"), checkpoint.counts.articles)
        quality_report.write(request.quality_reports, groups, areas_of(settings), checkpoint.folder)
    table_writers.write(ErrorRow._fields, checkpoint.path("errors"), request.errors_table)
    table_writers.write(FindingRow._fields, checkpoint.path("findings"), request.output)
    return faults


def _folder(request: ArchiveRequest) -> Path:
    return Path(f"{request.output}.parts")


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
