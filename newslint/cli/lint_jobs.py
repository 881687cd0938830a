"""Plan a run of the command: which files are linted, and what is done with each.

Before anything is opened, an output that would overwrite what is read is refused.
"""

# ruff: noqa: PTH120

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress

from newslint.book.settings import Settings
from newslint.config.resolver import ConfigResolver
from newslint.core.regular_file import read_regular
from newslint.report.output import print_stderr
from newslint.report.progress import CountProgress
from newslint.runner.memory_folders import with_memory
from newslint.runner.plan import LintRequest
from newslint.runner.runner import FIX, Job, Runner, Task

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.runner.git_diff import Lines


def jobs_of(request: LintRequest) -> tuple[list[Job], bool]:
    """The job of every file, and whether a folder could not be listed."""
    from newslint.runner.discovery import Found, discover_places

    resolver = ConfigResolver(request.command_line)
    changes = _changes(request.changed_since)
    report = os.path.realpath(request.output_file) if request.output_file else None
    jobs: list[Job] = []
    failed = False
    tasks: dict[Settings, Task] = {}

    def task_of(settings: Settings) -> Task:
        if settings not in tasks:
            with closing(CountProgress(None if request.quiet else sys.stderr)) as progress:
                ready = with_memory(
                    settings, resolver.excludes, lambda _: progress.step(), print_stderr
                )
            tasks[settings] = request.task._replace(settings=ready)
        return tasks[settings]

    for found in discover_places(request.paths, resolver.excludes, request.follow_links):
        if isinstance(found, Found):
            path, place = found
            lines = changes.get(place.path, ()) if changes is not None else None
            if lines == ():
                continue
            if place.path == report and path not in request.paths and _is_report(place.path):
                continue
            jobs.append(Job(path, task_of(resolver.settings(path)), lines, place))
        else:
            print_stderr(f"error: {found}")
            failed = True
    if not jobs:  # what is wrong with what was asked is said all the same
        Runner(task_of(resolver.settings(".")))
    _refuse_clashes(request, resolver, jobs)
    if request.task.mode == FIX or request.interactive:
        _clear_leftovers(jobs)
    return jobs, failed


def _changes(ref: str) -> Mapping[str, Lines] | None:
    """The changed lines by file; None if all lines count."""
    if not ref:
        return None
    from newslint.runner.git_diff import changed_since

    return changed_since(ref)


def _is_report(path: str) -> bool:
    """Whether the file is a report page of newslint, which is no copy and may be replaced."""
    from newslint.report.html.page import TITLE

    try:
        return TITLE.encode() in read_regular(path)
    except OSError:
        return False


def _refuse_clashes(request: LintRequest, resolver: ConfigResolver, jobs: Iterable[Job]) -> None:
    """Refuse to write a report or a baseline over an article, a book or a configuration."""
    from newslint.storage.files_below import files_below
    from newslint.storage.outputs import refuse_clashes

    baseline = [request.task.baseline] if request.task.baseline else []
    outputs = [request.output_file] if request.output_file else []
    inputs = [] if request.task.write_baseline else baseline
    outputs += baseline if request.task.write_baseline else []
    if outputs:
        inputs += (job.place.path if job.place else job.path for job in jobs)
        inputs += {config.path for job in jobs for config in resolver.resolved(job.path).chain}
        inputs += {path for job in jobs for path in job.task.settings.memory}
        books = {path for job in jobs for path in job.task.settings.books}
        inputs += (file for path in books for file in files_below(path))
        refuse_clashes(inputs, outputs)


def _clear_leftovers(jobs: Iterable[Job]) -> None:
    """Remove temporary files that killed runs left beside the files that may be written."""
    from newslint.storage.temporary import clear_leftovers
    from newslint.system.files import open_folder

    for folder in {os.path.dirname(job.place.path) for job in jobs if job.place}:
        with suppress(OSError), open_folder(folder) as place:
            clear_leftovers(place)
