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
    """The names that the files hold, and what kept others from being read; rules are left out.

    A file that cannot be opened at all is a BookError.
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
    """What one file holds. In YAML one entry has no part in the faults of another."""
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
    """The error as a fault; one without a line is no fault of what the file says."""
    if not isinstance(error.where, Where):
        raise error
    return Fault(error.where, str(error).removeprefix(f"{error.where}: "))
