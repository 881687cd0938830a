"""Write the quality reports that were asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from newslint.archive import table_writers
from newslint.archive.quality.aggregate import Groups, fields, rows
from newslint.core.errors import NewslintError, SourceError, os_error_reason
from newslint.storage.atomic_write import atomic_write, write_output
from newslint.text.source import suffix

PAGE = "html"


def check(path: str) -> None:
    """Raise a NewslintError if no report can be written to `path`."""
    if suffix(path) != PAGE:
        table_writers.check(path)
    elif not Path(path).parent.is_dir():
        raise NewslintError(f"{path}: no such folder")


def write(paths: Iterable[str], groups: Groups, areas: Sequence[str], folder: Path) -> None:
    """Write the report to each of `paths`, as a page or a table by its ending.

    Rows of a table are first written to a file in `folder`.
    """
    lines = folder / "quality.jsonl"
    with atomic_write(lines) as file:
        for row in rows(groups, areas):
            file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    for path in paths:
        if suffix(path) == PAGE:
            _write_page(path, groups, areas)
        else:
            table_writers.write(fields(areas), lines, path)


def _write_page(path: str, groups: Groups, areas: Sequence[str]) -> None:
    from newslint.archive.quality.page import render

    try:
        with write_output(path) as out:
            out.write(render(groups, areas).encode("utf-8", "replace"))
    except OSError as error:
        raise SourceError(path, f"cannot be written: {os_error_reason(error)}") from None
