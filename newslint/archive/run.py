"""The engine of archives: tables of articles in, a table of findings out, whatever their size.

Only the batches that are being worked on are in memory. What is done is kept in a journal beside
the output, so that a run that was killed goes on where it was; the tables appear all at once at
the end, and hold the same rows whoever worked them out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

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
from newslint.core.errors import NewslintError
from newslint.core.version import __version__
from newslint.report.output import print_stderr
from newslint.report.progress import ByteProgress
from newslint.report.summary import count
from newslint.runner.scheduler import PAYS
from newslint.text import tables
from newslint.text.source import size
from newslint.text.tables.article import Columns

LOCAL, RAY = "local", "ray"


class ArchiveRequest(NamedTuple):
    """What the user asked for; `jobs` may be 0 on a cluster: as many as it has CPUs."""

    paths: tuple[str, ...]
    output: str
    errors: str = ""
    columns: Columns = Columns()
    said: CommandLine = CommandLine()
    fixed: str = ""
    names_report: str = ""
    quality_reports: tuple[str, ...] = ()
    unsafe: bool = False
    engine: str = LOCAL
    jobs: int = 1
    quiet: bool = False


def run_archive(order: ArchiveRequest) -> bool:
    """Lint the articles of all inputs and write the tables.

    Returns whether every input could be read and every copy written. Findings are what the table
    is for, and no failure.
    """
    _refuse(order)
    settings = ConfigResolver(order.said).settings(".")
    task = ArchiveTask(
        order.columns,
        _anywhere(settings),
        book_version(settings),
        fix=bool(order.fixed),
        unsafe=order.unsafe,
        names=bool(order.names_report),
        quality=bool(order.quality_reports),
    )
    with Checkpoint(_folder(order), _job(order, task)) as journal:
        _examine(order, task, journal)
        journal.note()
        faults = _publish(order, settings, journal)
    journal.remove()
    _conclude(order, journal)
    return not (journal.counts.unread or faults)


def _refuse(order: ArchiveRequest) -> None:
    """Raise what is plainly wrong before anything is done."""
    table_writers.check(order.output)
    table_writers.check(_errors(order))
    if order.names_report:
        table_writers.check(order.names_report)
    for path in order.quality_reports:
        quality_report.check(path)
    tables.check(order.paths, order.columns)
    written = [order.output, _errors(order), order.names_report, *order.quality_reports]
    if order.fixed:
        written += fixed_copies.targets(order.paths, order.fixed)
    _refuse_clashes(order.paths, [path for path in written if path])


def _refuse_clashes(inputs: Iterable[str], outputs: Iterable[str]) -> None:
    """An input is only read, and no two tables go to one file."""
    read = {Path(path).resolve() for path in inputs}
    written: set[Path] = set()
    for path in outputs:
        place = Path(path).resolve()
        if place in read:
            raise NewslintError(f"{path}: is an input, which is only read")
        if place in written:
            raise NewslintError(f"{path}: is to be written twice")
        written.add(place)


def _anywhere(settings: Settings) -> Settings:
    """The same with books called so that a worker finds them, in whatever folder it is."""
    layers = (
        layer._replace(names=_absolute(layer.names), rules=_absolute(layer.rules))
        for layer in settings.layers
    )
    return settings._replace(layers=tuple(layers))


def _absolute(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(Path(path).absolute()) for path in paths)


def _examine(order: ArchiveRequest, task: ArchiveTask, journal: Checkpoint) -> None:
    """Put into the journal what comes of every article that is not in there yet."""
    sizes = [size(path) for path in order.paths]
    before = list(accumulate(sizes, initial=0))
    pace = ByteProgress(None if order.quiet else sys.stderr, sum(sizes))
    articles = tables.read(order.paths, order.columns, journal.place)
    engine = _engine(order, task, sum(sizes))
    with closing(pace), closing(batch_results(articles, engine)) as done:
        for some in done:
            journal.add(some)
            pace.reached(some.portion.articles, before[some.place.file] + some.read)


def _engine(order: ArchiveRequest, task: ArchiveTask, size: int) -> Executor:
    """Who is to do the work, made ready; a few articles are not worth a second process."""
    if order.engine == RAY:
        from newslint.archive.ray_engine import RayExecutor

        return RayExecutor(task, order.jobs)
    from newslint.archive.local_engine import InProcessExecutor, PoolExecutor

    return PoolExecutor(task, order.jobs) if size > PAYS else InProcessExecutor(task)


def _publish(order: ArchiveRequest, settings: Settings, journal: Checkpoint) -> bool:
    """Write the tables; whether a copy of an input could not be written."""
    faults = []
    if order.fixed:
        faults = fixed_copies.write(
            journal.path("changes"), order.paths, order.fixed, order.columns
        )
    if order.names_report:
        report = name_report.write(journal.path("names"), knowledge_of(settings))
        table_writers.write(name_report.NameRow._fields, report, order.names_report)
    if order.quality_reports:
        groups = aggregate.read(journal.path("measures"), journal.counts.articles)
        quality_report.write(order.quality_reports, groups, areas_of(settings), journal.folder)
    table_writers.write(ErrorRow._fields, journal.path("errors"), _errors(order))
    table_writers.write(FindingRow._fields, journal.path("findings"), order.output)
    for fault in faults:
        print_stderr(f"error: {fault}")
    return bool(faults)


def _folder(order: ArchiveRequest) -> Path:
    return Path(f"{order.output}.parts")


def _errors(order: ArchiveRequest) -> str:
    """Where the table of errors goes: findings.parquet has findings.errors.parquet beside it."""
    path = Path(order.output)
    return order.errors or str(path.with_suffix(f".errors{path.suffix}"))


def _job(order: ArchiveRequest, task: ArchiveTask) -> dict[str, object]:
    """All that decides what is found; a run goes on only with what was begun for the same."""
    return {
        "newslint": __version__,
        "task": repr(task),
        "inputs": [_state(path) for path in order.paths],
    }


def _state(path: str) -> Sequence[object]:
    stat = Path(path).stat()
    return [str(Path(path).resolve()), stat.st_size, stat.st_mtime_ns]


def _conclude(order: ArchiveRequest, journal: Checkpoint) -> None:
    counts = journal.counts
    if order.quiet:
        return
    said = f"{count(counts.found, 'finding')} in {count(counts.articles, 'article')}"
    print_stderr(f"Wrote {said} to {order.output}.")
    if counts.failed:
        print_stderr(f"warning: {count(counts.failed, 'error')} in {_errors(order)}")
