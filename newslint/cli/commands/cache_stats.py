"""`newslint cache stats`: print where the cache is and what it holds."""

from __future__ import annotations

import click


def _stats() -> int:
    """Say where the cache is and what it holds.

    Results are what newslint found in articles; the oldest go when there are more than 100 MB of
    them. Books are names books and rules, compiled.
    """
    from newslint.report.output import print_stdout
    from newslint.report.summary import count
    from newslint.runner.result_cache import open_store
    from newslint.storage.paths import BOOKS, RESULTS, cache_folder

    results, books = cache_folder(RESULTS), cache_folder(BOOKS)
    compiled = [size for name, size in _sizes(books) if name.endswith(".book")]
    print_stdout(
        f"{results}: {count(open_store().count(), 'result')}, {_megabytes(results)}\n"
        f"{books}: {count(len(compiled), 'book')}, {_megabytes(books)}\n"
    )
    return 0


def _sizes(folder: str) -> list[tuple[str, int]]:
    """Names and sizes of the files in a folder; none where there is no folder."""
    from contextlib import suppress
    from pathlib import Path

    sizes = []
    with suppress(OSError):
        for file in Path(folder).iterdir():
            with suppress(OSError):  # gone meanwhile
                sizes.append((file.name, file.stat().st_size))
    return sizes


def _megabytes(folder: str) -> str:
    return f"{sum(size for _, size in _sizes(folder)) / 1e6:.1f} MB"


command = click.Command("stats", callback=_stats, help=_stats.__doc__)
