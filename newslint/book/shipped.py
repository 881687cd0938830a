"""Open the shipped books: one for everybody, and one for each style.

A style's rules and names apply if a desk chooses the style. All are compiled when the wheel is
built.
"""

# ruff: noqa: PTH112, PTH118

from __future__ import annotations

import os
from contextlib import suppress

from newslint.book.compiled import CompiledBook, open_compiled
from newslint.book.version import version_of_files
from newslint.storage import paths
from newslint.storage.checked_blocks import DamagedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.book.book_files import BookFile


COMPILED = os.path.join(paths.PACKAGE, "data", "book")
"""The compiled book for everybody, as in the wheel; those of styles lie beside it."""


SOURCE = paths.shipped_rules()
"""The folder of the same books as YAML."""

STYLES = "style"
"""The folder in `SOURCE` that has a folder for each style."""


def styles() -> list[str]:
    """The styles that a desk can choose."""
    return styles_in(SOURCE)


def shipped_files(style: str = "") -> list[BookFile]:
    """The source files of the book for everybody, or of a style."""
    return source_files(SOURCE, style)


def open_shipped(
    style: str, compiled_from: Callable[[list[BookFile]], CompiledBook]
) -> CompiledBook:
    """Open the book for everybody, or that of a style.

    It is the compiled one, unless YAML has changed in a checkout: then it is `compiled_from` files.
    """
    version = b""
    if paths.in_checkout():
        version = version_of_files(shipped_files(style), paths.cache_folder(paths.BOOKS))
    # Built by another version, or for another kind of machine, it is compiled anew.
    with suppress(DamagedError):
        return open_compiled(
            compiled_path(COMPILED, style),
            version,
            heal=lambda: bytes(compiled_from(shipped_files(style)).data),
        )
    return compiled_from(shipped_files(style))


def source_files(source: str, style: str) -> list[BookFile]:
    """The files of the book for everybody, or of a style, in the folder `source`."""
    from newslint.book.book_files import files_of

    if style:
        return files_of(os.path.join(source, STYLES, style), f"rules/{STYLES}/{style}")
    packs = tuple(f"rules/{STYLES}/{name}/" for name in styles_in(source))
    return [file for file in files_of(source, "rules") if not file.shown.startswith(packs)]


def styles_in(source: str) -> list[str]:
    """The styles in the folder `source`."""
    folder = os.path.join(source, STYLES)
    if not os.path.isdir(folder):
        return []
    with os.scandir(folder) as listing:
        return sorted(entry.name for entry in listing if entry.is_dir())


def compiled_path(target: str, style: str) -> str:
    """The path of the compiled book, or of a style's book beside it."""
    return f"{target}-{style}" if style else target
