"""Read the names of a book together with all faults in its files.

Reading a book ends at the first fault; whoever mends one wants to see them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.authoring.fault import Fault
from newslint.book.book_files import BookFile
from newslint.book.names_reader import names_in, read_names
from newslint.core.errors import BookError
from newslint.core.name import Name
from newslint.core.place import Where
from newslint.storage import yaml_nodes


def survey(files: Iterable[BookFile]) -> tuple[list[Name], list[Fault]]:
    """The names in the files, and faults of those that cannot be read; rules are skipped.

    Raises a BookError for a file that cannot be opened.
    """
    names: list[Name] = []
    faults: list[Fault] = []
    for file in files:
        for found in _survey(file):
            if isinstance(found, Name):
                names.append(found)
            else:
                faults.append(found)
    return names, faults


def _survey(file: BookFile) -> Iterator[Name | Fault]:
    """The names and faults of one file. In YAML a fault costs only its own entry."""
    try:
        if file.suffix not in {".yaml", ".yml"}:
            yield from read_names(file)
            return
        items = yaml_nodes.items_of(yaml_nodes.parse(file.text(), file.shown))
    except BookError as error:
        yield _fault(error)
        return
    if items and _is_rule(items[0]):
        return
    for item in items:
        try:
            yield from names_in([item])
        except BookError as error:
            yield _fault(error)


def _is_rule(item: yaml_nodes.Node) -> bool:
    return isinstance(item.value, dict) and "id" in item.value and "name" not in item.value


def _fault(error: BookError) -> Fault:
    """The error as a fault; raise it again if it has no line."""
    if not isinstance(error.where, Where):
        raise error
    return Fault(error.where, str(error).removeprefix(f"{error.where}: "))
