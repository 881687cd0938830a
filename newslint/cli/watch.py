"""Lint again whatever is saved, until Ctrl-C.

An article that is saved is linted again; after a book or a configuration is saved, all are.
"""

# ruff: noqa: PTH112, PTH113, PTH118, PTH119, PTH120

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from typing import NoReturn

from newslint.cli.lint_run import run_lint
from newslint.config.config_file import FILES
from newslint.config.resolver import ConfigResolver
from newslint.core.errors import NewslintError
from newslint.core.record import NamedTuple
from newslint.report.output import print_stderr
from newslint.report.summary import count
from newslint.runner.discovery import discover
from newslint.runner.plan import LintRequest


def watch(request: LintRequest) -> NoReturn:
    """Repeat the request until it is interrupted; a NewslintError if it cannot begin."""
    try:
        import watchfiles
    except ImportError:
        raise NewslintError("--watch needs an extra: pip install 'newslint[watch]'") from None

    run_lint(request)
    scene = _scene(request)
    if not request.quiet:
        print_stderr(f"Watching {count(len(scene.articles), 'file')}; Ctrl-C ends it.")
    for changes in watchfiles.watch(*scene.folders, recursive=scene.recursive):
        saved = {os.path.realpath(path) for _, path in changes if os.path.isfile(path)}
        try:
            scene = _scene(request)
            _again(request, scene.concerned(saved))
        except NewslintError as error:  # what is wrong now may be right after the next save
            print_stderr(f"error: {error}")
    raise KeyboardInterrupt


class Scene(NamedTuple):
    """The watched files: the articles, in order, and their books and configurations."""

    articles: Sequence[str]
    books: Collection[str]
    folders: Collection[str]
    recursive: bool

    def concerned(self, saved: Collection[str]) -> Sequence[str]:
        """The articles whose findings may change after these files were saved."""
        if any(map(self._is_law, saved)):
            return self.articles
        return [path for path in self.articles if os.path.realpath(path) in saved]

    def _is_law(self, path: str) -> bool:
        """Whether the file at `path` is a configuration, or a book or part of one."""
        return os.path.basename(path) in FILES or any(
            path == book or path.startswith(os.path.join(book, "")) for book in self.books
        )


def _scene(request: LintRequest) -> Scene:
    resolver = ConfigResolver(request.command_line)
    articles = [
        path for path in discover(request.paths, resolver.excludes) if isinstance(path, str)
    ]
    settings = {resolver.settings(path) for path in (".", *articles)}
    books = {os.path.realpath(path) for one in settings for path in one.books}
    roots = [*map(os.path.realpath, request.paths), *books]
    return Scene(articles, books, set(map(_folder, roots)), any(map(os.path.isdir, roots)))


def _folder(path: str) -> str:
    """The folder to watch for a path; for a file its own, since many editors save by renaming."""
    return path if os.path.isdir(path) else os.path.dirname(path)


def _again(request: LintRequest, paths: Sequence[str]) -> None:
    """Carry out the request for these paths."""
    if not paths:
        return
    if not request.quiet:
        print_stderr(f"Saved: {paths[0] if len(paths) == 1 else count(len(paths), 'file')}")
    run_lint(request._replace(paths=tuple(paths)))
