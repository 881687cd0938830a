"""Read names from YAML, CSV or JSON Lines, one at a time.

All three have the same keys: `name`, and the desk's rulings on it. A table may have a million rows,
so only one is in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from newslint.book.book_files import BookFile
from newslint.core.errors import BookError, did_you_mean, os_error_text
from newslint.core.name import Name
from newslint.core.place import Where
from newslint.storage import yaml_nodes

WORD = "word"
"""The kind of an ordinary word; `words` is short for many of them."""

NAME_KINDS = ("person", "place", "organisation", "brand", "work", "event", "term", WORD)

TEXTS = ("name", "kind", "note")

LISTS = ("aliases", "misspellings", "instead_of", "distinct")

COLUMNS = ("name", "kind", *LISTS, "note")

SEPARATOR = ";"
"""Separates several values in one cell of a table."""

WORDS = "words"
"""The one key of an item that is no name but a list of words."""


def read_names(file: BookFile) -> Iterator[Name]:
    """The names of one file, in the order in which they stand."""
    if file.suffix == ".csv":
        return _from_csv(file)
    if file.suffix == ".jsonl":
        return _from_json_lines(file)
    return names_in(yaml_nodes.items_of(yaml_nodes.parse(file.text(), file.shown)))


def names_in(items: Iterable[yaml_nodes.Node]) -> Iterator[Name]:
    """The names that the items of a YAML list hold."""
    for item in items:
        if isinstance(item.value, dict) and "id" in item.value and "name" not in item.value:
            raise BookError(item.where, "this is a rule, not a name", "give it with --rules")
        if isinstance(item.value, dict) and WORDS in item.value:
            yield from _words(item)
            continue
        parts = yaml_nodes.mapping(item, COLUMNS, ("name",))
        single = {str(key): yaml_nodes.text_of(parts[key]) for key in TEXTS if key in parts}
        lists = {key: yaml_nodes.texts_of(parts[key]) for key in LISTS if key in parts}
        yield name_of(item.where, single, lists)


def _words(item: yaml_nodes.Node) -> Iterator[Name]:
    """The words of an item that is only a list of right words."""
    for node in yaml_nodes.items_of(yaml_nodes.mapping(item, (WORDS,))[WORDS]):
        yield name_of(node.where, {"name": yaml_nodes.text_of(node), "kind": WORD}, {})


@contextmanager
def _faults_placed(file: BookFile) -> Iterator[None]:
    """Raise a BookError, with file and line, in place of an error of the readers of tables."""
    from newslint.text.tables.streams import UNREADABLE, RowError

    try:
        yield
    except RowError as error:
        raise BookError(Where(file.shown, error.line), error.reason) from None
    except UNREADABLE as error:
        raise BookError(file.shown, os_error_text(error)) from None


def _from_csv(file: BookFile) -> Iterator[Name]:
    from newslint.text.tables.csv_tsv import opened_table

    path = file.path
    with _faults_placed(file), opened_table(path, ",", file.largest) as (_, names, rows):
        header = _header(names, file)
        for line, row in rows:
            yield _from_row(header, row, Where(file.shown, line))


def _header(row: list[str], file: BookFile) -> list[str]:
    """The columns of a table; a BookError if they are not those of a names book."""
    where, columns = Where(file.shown, 1), [cell.strip() for cell in row]
    if "name" not in columns:
        raise BookError(where, "the first line names the columns, and 'name' is not among them")
    for column in columns:
        if column not in COLUMNS:
            raise BookError(where, f"unknown column '{column}'", did_you_mean(column, COLUMNS))
        if columns.count(column) > 1:
            raise BookError(where, f"column '{column}' stands twice")
    return columns


def _from_row(header: list[str], row: list[str], where: Where) -> Name:
    if len(row) > len(header):
        raise BookError(
            where,
            f"{len(row)} values for {len(header)} columns",
            f"several values in one column are separated by '{SEPARATOR}'",
        )
    cells = dict(zip(header, row, strict=False))
    lists = {}
    for key in LISTS:
        if cell := cells.get(key):
            lists[key] = [value for value in cell.split(SEPARATOR) if value.strip()]
    return name_of(where, cells, lists)


def _from_json_lines(file: BookFile) -> Iterator[Name]:
    from newslint.text.tables.jsonlines import rows

    with _faults_placed(file):
        for line, row in rows(file.path, unique=True, most=file.largest):
            yield _from_object(row, Where(file.shown, line))


def _from_object(row: dict[str, Any], where: Where) -> Name:
    for key, value in row.items():
        if key not in COLUMNS:
            raise BookError(where, f"unknown key '{key}'", did_you_mean(key, COLUMNS))
        if key in LISTS:
            right = isinstance(value, list) and all(isinstance(v, str) for v in value)
            wanted = "a list of strings"
        else:
            right, wanted = isinstance(value, str), "a string"
        if not right:
            raise BookError(where, f"'{key}' is {wanted}")
    lists = {key: row[key] for key in LISTS if key in row}
    return name_of(where, row, lists)


def name_of(where: Where, single: dict[str, str], lists: dict[str, list[str]]) -> Name:
    """A Name of these parts; a BookError if their values are not valid."""
    name = _spelling(single.get("name", ""), where)
    kind = single.get("kind") or "person"
    if kind not in NAME_KINDS:
        raise BookError(where, f"unknown kind '{kind}'", did_you_mean(kind, NAME_KINDS))
    ruled = {key: tuple(_spelling(s, where) for s in values) for key, values in lists.items()}
    aliases = ruled.get("aliases", ())
    for key in ("misspellings", "instead_of"):
        for wrong in ruled.get(key, ()):
            if wrong == name or wrong in aliases:
                raise BookError(where, f"'{wrong}' stands under {key}, and is right as well")
    return Name(
        name,
        kind,
        aliases,
        ruled.get("misspellings", ()),
        ruled.get("instead_of", ()),
        ruled.get("distinct", ()),
        " ".join(single.get("note", "").split()),
        where,
    )


def _spelling(text: str, where: Where) -> str:
    """A spelling with single spaces: it has a letter or a digit, and nothing unprintable."""
    spelling = " ".join(text.split())
    if not spelling:
        raise BookError(where, "a name is missing, or a spelling is empty")
    if not spelling.isprintable():
        raise BookError(where, f"{spelling!r} holds a letter that cannot be printed")
    if not any(c.isalnum() for c in spelling):
        raise BookError(where, f"'{spelling}' has neither a letter nor a digit")
    return spelling
