"""The book: in come files of rules and names, out comes what the checks ask.

`open_book` lays the desk's own files over the shipped book. Both are compiled: the shipped one
when the wheel is built, a desk's own on first use. YAML is read only then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.book.names import Names, Ruling, correction
from newslint.book.shelf import DamagedError, Shelf, open_shelf

if TYPE_CHECKING:
    from newslint.book.files import BookFile
    from newslint.rule import Name, Rule

__all__ = ["Book", "Names", "Ruling", "compile_book", "correction", "open_book", "shipped_files"]

PACKAGE = Path(__file__).parent.parent
COMPILED = PACKAGE / "data" / "book"
"""The shipped book, as the wheel has it."""

SOURCES = (PACKAGE.parent / "rules", PACKAGE / "rules")
"""The same as YAML: in a checkout, and in a wheel."""


class Book:
    """Rules and names together, in layers: the nearer wins, rule by rule and entry by entry."""

    def __init__(self, shelves: Sequence[Shelf], shipped: bool = False) -> None:
        """Take the layers, the nearest first; the last may be the `shipped` one."""
        self._shelves = tuple(shelves)
        self.shipped_layer = len(self._shelves) - 1 if shipped else -1
        """Which layer of the names is the shipped book's; -1 if none."""
        self.names = Names(shelves)
        self.desk = Names(shelves[:-1] if shipped else shelves)
        """The names of the desk alone, whose word is law."""
        self.rules = self._rules()
        """Every rule, by id; their examples are left out, since no check looks at them."""

    def rules_with_examples(self) -> tuple[Rule, ...]:
        """Every rule, by id, complete."""
        return self._rules(examples=True)

    def _rules(self, examples: bool = False) -> tuple[Rule, ...]:
        nearest: dict[str, Rule] = {}
        for shelf in self._shelves:
            for rule in shelf.rules(examples):
                nearest.setdefault(rule.id, rule)
        return tuple(nearest[rule_id] for rule_id in sorted(nearest))


def open_book(
    names: Sequence[str] = (),
    rules: Sequence[str] = (),
    shipped: bool = True,
    cache: Path | str | None = "",
) -> Book:
    """The desk's files over the shipped book (which `shipped` leaves out).

    Compiled books are kept in the folder `cache`: "" is the user's cache, None keeps nothing.
    """
    shelves = [_desk(names, rules, cache)] if names or rules else []
    if shipped:
        shelves.append(_shipped(cache))
    return Book(shelves, shipped)


def compile_book(rules: Iterable[str | Path], names: Iterable[str | Path], target: Path) -> None:
    """Compile files and folders of rules and of names into the one file `target`."""
    from newslint.book.cache import write
    from newslint.book.files import files_of
    from newslint.book.shelf import build

    rule_files = [f for path in rules for f in files_of(path, Path(path).name)]
    name_files = [f for path in names for f in files_of(path, Path(path).name)]
    data = build(_content(rule_files, name_files), b"")
    target.parent.mkdir(parents=True, exist_ok=True)
    write(target, data)


def shipped_files() -> list[BookFile]:
    """The files of the shipped book, as they were written."""
    from newslint.book.files import files_of

    checkout, unpacked = SOURCES
    return files_of(checkout if _in_checkout() else unpacked, "rules")


def _desk(names: Sequence[str], rules: Sequence[str], cache: Path | str | None) -> Shelf:
    from newslint.book.files import files_of

    rule_files = [file for path in rules for file in files_of(path)]
    name_files = [file for path in names for file in files_of(path)]
    return _cached(rule_files, name_files, cache)


def _shipped(cache: Path | str | None) -> Shelf:
    """The shipped book: as compiled, unless this is a checkout whose rules changed since."""
    if not _in_checkout() or _is_current():
        # Built by another version, or for another kind of machine, it is compiled anew.
        with suppress(DamagedError):
            return open_shelf(COMPILED)
    return _cached(shipped_files(), [], cache)


def _is_current() -> bool:
    """Whether nothing in the checkout's rules is newer than the compiled book."""
    if not COMPILED.exists():
        return False
    compiled, rules = COMPILED.stat().st_mtime_ns, SOURCES[0]
    return all(path.stat().st_mtime_ns <= compiled for path in (rules, *rules.rglob("*")))


def _in_checkout() -> bool:
    return (PACKAGE.parent / "pyproject.toml").exists()


def _cached(
    rule_files: list[BookFile], name_files: list[BookFile], cache: Path | str | None
) -> Shelf:
    from newslint.book.cache import cache_folder, cached

    folder = cache_folder() if cache == "" else Path(cache) if cache else None
    return cached(rule_files + name_files, lambda: _content(rule_files, name_files), folder)


def _content(rule_files: list[BookFile], name_files: list[BookFile]) -> Iterator[Rule | Name]:
    """What the files hold; an id that stands twice is an error."""
    from newslint.book.names_file import read_names
    from newslint.book.rules_file import read_rules, unique

    yield from unique(item for file in rule_files for item in read_rules(file))
    for file in name_files:
        yield from read_names(file)
