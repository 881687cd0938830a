"""Open the shipped books: one for everybody, and one for each style.

A style's rules and names hold where a desk chooses the style. All are compiled when the wheel is
built.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.book.checked_blocks import DamagedError
from newslint.book.compiled import CompiledBook, open_compiled
from newslint.storage import paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.book.book_files import BookFile


COMPILED = Path(paths.PACKAGE) / "data" / "book"
"""The book for everybody, as the wheel has it; that of a style stands beside it."""


SOURCE = Path(paths.shipped_rules())
"""The same as YAML."""

STYLES = "style"
"""The folder of the sources that has a folder for each style."""


def styles() -> list[str]:
    """The styles that a desk can choose from."""
    return _styles_in(SOURCE)


def shipped_files(style: str = "") -> list[BookFile]:
    """The files of the book for everybody, or those of a style, as they were written."""
    return _files(SOURCE, style)


def open_shipped(
    style: str, compiled_from: Callable[[list[BookFile]], CompiledBook]
) -> CompiledBook:
    """The book for everybody, or that of a style.

    As the wheel has it; in a checkout where YAML changed since, as `compiled_from` the files.
    """
    compiled = _compiled(COMPILED, style)
    if not paths.in_checkout() or _is_current(compiled, style):
        # Built by another version, or for another kind of machine, it is compiled anew.
        with suppress(DamagedError):
            return open_compiled(
                compiled, heal=lambda: bytes(compiled_from(shipped_files(style)).data)
            )
    return compiled_from(shipped_files(style))


def _files(source: Path, style: str) -> list[BookFile]:
    from newslint.book.book_files import files_of

    if style:
        return files_of(source / STYLES / style, f"rules/{STYLES}/{style}")
    packs = {source / STYLES / name for name in _styles_in(source)}
    return [file for file in files_of(source, "rules") if packs.isdisjoint(file.path.parents)]


def _styles_in(source: Path) -> list[str]:
    folder = source / STYLES
    return sorted(e.name for e in folder.iterdir() if e.is_dir()) if folder.is_dir() else []


def _compiled(target: Path, style: str) -> Path:
    return target.with_name(f"{target.name}-{style}") if style else target


def _is_current(compiled: Path, style: str) -> bool:
    """Whether nothing of the checkout's YAML is newer than the compiled book."""
    if not compiled.exists():
        return False
    time = compiled.stat().st_mtime_ns
    folder = SOURCE / STYLES / style if style else SOURCE
    return all(path.stat().st_mtime_ns <= time for path in (folder, *folder.rglob("*")))
