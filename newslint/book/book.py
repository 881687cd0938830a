"""Open the book: the rules and names that checks ask, in layers.

`open_book` lays the desk's own files over the shipped book. Both are compiled: the shipped one
when the wheel is built, a desk's own on first use. YAML is read only then.
"""

# ruff: noqa: PTH101, PTH103, PTH120

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.book.compiled import CompiledBook
from newslint.book.names import Names, Ruling
from newslint.book.rules import Rules
from newslint.book.selection import selected_ids
from newslint.book.settings import severities_of
from newslint.book.shipped import (
    compiled_path,
    open_shipped,
    shipped_files,
    source_files,
    styles,
    styles_in,
)
from newslint.core.errors import NewslintError
from newslint.core.language import ANY
from newslint.storage.paths import BOOKS, cache_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.book_files import BookFile
    from newslint.book.kind import Kinds
    from newslint.book.settings import Layer, Settings
    from newslint.core.name import Name
    from newslint.core.rule import Rule


__all__ = [
    "Book",
    "Names",
    "Ruling",
    "compile_book",
    "every_rule",
    "open_book",
    "rules_in_use",
    "shipped_files",
    "styles",
]


class Book:
    """Rules and names together, in layers; the nearer layer wins, rule by rule and name by name."""

    def __init__(
        self, compiled_books: Sequence[CompiledBook], shipped: bool = False, style: str = ""
    ) -> None:
        """Take the layers, the nearest first; the last may be the `shipped` one."""
        self.style = style
        """The style whose rules and names are among them; empty if none."""
        self._compiled_books = tuple(compiled_books)
        self.shipped_layer = len(self._compiled_books) - 1 if shipped else -1
        """Which layer of the names is the shipped book's; -1 if none."""
        self.names = Names(compiled_books)
        self.desk = Names(compiled_books[:-1] if shipped else compiled_books)
        """The names of the desk alone, which outweigh everything else."""
        self.rules = Rules.nearest(compiled_books)
        """Every rule, by id."""


def open_book(
    names: Sequence[str] = (),
    rules: Sequence[str] = (),
    *,
    kinds: Kinds,
    shipped: bool = True,
    cache: str | os.PathLike[str] | None = "",
    style: str = "",
    behind: Sequence[Layer] = (),
) -> Book:
    """Open the desk's files over the layers `behind` them, over the `style`, over the shipped book.

    `kinds` are the known kinds of rules. Without `shipped` the shipped book is left out. Compiled
    books are kept in the folder `cache`: "" is the user's cache, None keeps nothing. Raises a
    BookError for a fault in a file, a NewslintError for an unknown style.
    """
    desk = [(names, rules), *((layer.names, layer.rules) for layer in behind)]
    compiled_books = [_desk(*paths, kinds, cache) for paths in desk if any(paths)]
    ours = ([_known(style)] if style else []) + ([""] if shipped else [])
    compiled_books += [
        open_shipped(which, lambda files: _cached(files, [], kinds, cache)) for which in ours
    ]
    return Book(compiled_books, shipped, style)


def every_rule(rules: Sequence[str] = (), *, kinds: Kinds) -> tuple[Rule, ...]:
    """The rules of the desk's files, the shipped book and every style, by id, with examples."""
    books = [open_book(rules=rules, kinds=kinds, style=style) for style in ("", *styles())]
    heads = {head.id: head for book in reversed(books) for head in book.rules.heads}
    return Rules(heads[rule_id] for rule_id in sorted(heads)).with_examples()


def compile_book(
    rules: list[BookFile], names: list[BookFile], target: str, *, kinds: Kinds
) -> None:
    """Compile files of rules and of names into the one file `target`."""
    from newslint.book.compiled_cache import write
    from newslint.book.compiler import build
    from newslint.book.version import version_of_files

    version = version_of_files([*rules, *names], cache_folder(BOOKS))
    data = build(_content(rules, names, kinds), kinds, version)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    write(target, data)
    os.chmod(target, 0o644)  # whatever we are allowed: a wheel's files are everybody's


def _known(style: str) -> str:
    """The style; a NewslintError if there is none of that name."""
    known = styles()
    if style not in known:
        raise NewslintError(f"no style '{style}'; there are {', '.join(known)}")
    return style


def _desk(
    names: Sequence[str], rules: Sequence[str], kinds: Kinds, cache: str | os.PathLike[str] | None
) -> CompiledBook:
    from newslint.book.book_files import files_of

    rule_files = [file for path in rules for file in files_of(path)]
    name_files = [file for path in names for file in files_of(path)]
    return _cached(rule_files, name_files, kinds, cache)


def _cached(
    rule_files: list[BookFile],
    name_files: list[BookFile],
    kinds: Kinds,
    cache: str | os.PathLike[str] | None,
) -> CompiledBook:
    from newslint.book.compiled_cache import cached

    folder = os.fspath(cache or cache_folder(BOOKS)) if cache is not None else None
    return cached(
        rule_files + name_files, lambda: _content(rule_files, name_files, kinds), kinds, folder
    )


def _content(
    rule_files: list[BookFile], name_files: list[BookFile], kinds: Kinds
) -> Iterator[Rule | Name]:
    """The rules and names in the files; a BookError if an id stands twice."""
    from newslint.book.names_reader import read_names
    from newslint.book.rules_reader import read_rules, unique

    yield from unique(item for file in rule_files for item in read_rules(file, kinds))
    for file in name_files:
        yield from read_names(file)


def compile_shipped(source: str, target: str, *, kinds: Kinds) -> None:
    """Compile the folder `source` of rules: the book to `target`, the styles to files beside it."""
    for style in ("", *styles_in(source)):
        files = source_files(source, style)
        compile_book(files, [], compiled_path(target, style), kinds=kinds)


def rules_in_use(book: Book, settings: Settings) -> Rules:
    """The rules of `book` that the settings select for their language, with their severities.

    Raises a NewslintError for an unknown rule.
    """
    ids = book.rules.ids
    wanted = selected_ids(settings.selections, ids, book.style)
    languages = (settings.language, ANY)
    spoken = {head.id for head in book.rules.heads if head.language in languages}
    return book.rules.only(wanted & spoken, severities_of(settings.gradings, ids))
