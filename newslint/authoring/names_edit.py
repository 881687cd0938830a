"""Add names or words to the text of a names book.

Only the one entry is written anew, and by ruamel.yaml, which keeps comments, order and quotes where
PyYAML drops them; every other byte stays. The result is read back before anybody sees it: a book
that would say something other than what was asked for is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, Any

from newslint.book.names_reader import COLUMNS, LISTS, WORD, WORDS, names_in
from newslint.core.errors import BookError
from newslint.core.name import Name
from newslint.core.place import Where
from newslint.core.record import NamedTuple
from newslint.lexicon.folding import fold
from newslint.storage import yaml_nodes

if TYPE_CHECKING:
    from ruamel.yaml import YAML

WIDTH = 98
"""Maximum length of a line before indenting; a longer list is wrapped."""


_SIMPLE = re.compile(r"\w(?:[\w .&/()'’-]*[\w.)])?")
"""Text that every version of YAML reads as a string, even without quotes."""


_DASH = re.compile(r" *- +")

_NESTED = re.compile(r"^([ -]*)\w+:[ \t]*(?:#.*)?\n( *)- ", re.MULTILINE)


class Addition(NamedTuple):
    """An addition to a book: a name, and its texts and lists by their keys."""

    name: str
    texts: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]

    def __str__(self) -> str:
        """The other spellings by their keys, for people: misspellings: Pryce."""
        given = ((key, texts) for key, texts in self.lists.items() if texts)
        return "; ".join(f"{key}: {', '.join(texts)}" for key, texts in given)


class ChangedBook(NamedTuple):
    """The text of a book after an addition, all its names, and the names added or changed.

    `added` says which other spellings were added to the name; empty if none were.
    """

    text: str
    names: list[Name]
    requested: list[Name]
    added: str = ""


def grow(text: str, addition: Addition, path: str) -> ChangedBook:
    """Add to the book in `text`; `path` names it in errors.

    An entry of that name, capitals and accents aside, is extended.
    """
    before = read(text, path)
    at = next((i for i, n in enumerate(before) if fold(n.name) == fold(addition.name)), None)
    change = partial(_add, addition=addition)
    if at is None:
        grown = _appended(text, {"name": addition.name}, change)
        wanted = [*before, _extended_name(_empty(addition.name), addition)]
    elif before[at].kind == WORD:
        raise BookError(before[at].where, f"'{addition.name}' is a word here, and not a name")
    else:
        grown = _extended(text, before[at].where, change)
        wanted = [*before[:at], _extended_name(before[at], addition), *before[at + 1 :]]
    after = _agreed(grown, wanted, Where(path, 1) if at is None else before[at].where)
    return ChangedBook(grown, after, [after[-1 if at is None else at]], str(addition))


def grow_words(text: str, words: Sequence[str], path: str) -> ChangedBook:
    """Add `words` to the last list of words in the book `text`, or to a new one at its end."""
    before = read(text, path)
    present = {name.name for name in before}
    new = [word for word in dict.fromkeys(words) if word not in present]
    lists = [item for item in _items(text, path) if WORDS in yaml_nodes.pairs_of(item)]
    change = partial(_extend, key=WORDS, texts=new)
    grown = text
    if new:
        grown = _extended(text, lists[-1].where, change) if lists else _appended(text, {}, change)
    wanted = [*before, *(_empty(word)._replace(kind=WORD) for word in new)]
    after = _agreed(grown, wanted, lists[-1].where if lists else Where(path, 1))
    return ChangedBook(grown, after, [name for name in after if name.name in (new or words)])


def _agreed(grown: str, wanted: Sequence[Name], where: Where) -> list[Name]:
    """The names of the changed book; a BookError if they are not the `wanted` ones."""
    try:
        after = read(grown, where.path)
    except BookError:
        after = []
    if sorted(map(_without_place, after)) != sorted(map(_without_place, wanted)):
        raise BookError(
            where, "this is written in a way that nothing can be added to", "do it by hand"
        )
    return after


def read(text: str, path: str) -> list[Name]:
    """The names in a book's text."""
    return list(names_in(_items(text, path)))


def _items(text: str, path: str) -> list[yaml_nodes.Node]:
    return yaml_nodes.items_of(yaml_nodes.parse(text, path))


def _empty(name: str) -> Name:
    return Name(name, "person", (), (), (), (), "", Where("", 0))


def _extended_name(name: Name, addition: Addition) -> Name:
    """The entry after the addition; no text is added twice."""
    changes: dict[str, Any] = dict(addition.texts)
    for key in LISTS:
        changes[key] = tuple(dict.fromkeys((*getattr(name, key), *addition.lists.get(key, ()))))
    return name._replace(**changes)


def _without_place(name: Name) -> Name:
    """The entry without its place."""
    return name._replace(where=Where("", 0))


def _appended(text: str, begun: Mapping[str, str], change: Callable[[Any], None]) -> str:
    """Append a new entry, separated like the entries before it."""
    from ruamel.yaml.comments import CommentedMap

    entry = CommentedMap({key: _scalar(value) for key, value in begun.items()})
    change(entry)
    dashes = [line for line in text.splitlines() if _DASH.match(line)]
    lead = _DASH.match(dashes[0])[0] if dashes else "- "  # type: ignore[index]
    gap = "\n" if "\n\n" + lead in text else ""
    end = "" if not text or text.endswith("\n") else "\n"
    return text + end + (gap if dashes else "") + _written(entry, lead, _yaml(text))


def _extended(text: str, where: Where, change: Callable[[Any], None]) -> str:
    """Replace the entry at `where`."""
    lines = text.splitlines(keepends=True)
    start = where.line - 1
    others = [item.where.line - 1 for item in _items(text, where.path)]
    end = min((line for line in others if line > start), default=len(lines))
    dash = _DASH.match(lines[start])
    if dash is None:
        return text
    lead = dash[0]
    while not lines[end - 1].startswith(" " * len(lead)) and end > start + 1:
        end -= 1  # what stands below, further left, is about the next entry
    yaml = _yaml("".join(lines[start:end]))
    entry = yaml.load("".join(_left(line, len(lead)) for line in lines[start:end]))
    change(entry)
    return "".join((*lines[:start], _written(entry, lead, yaml), *lines[end:]))


def _left(line: str, by: int) -> str:
    """A line moved to the left, with its dash if it has one."""
    return line[by:] if not line[:by].strip(" -") else line.lstrip(" ")


def _add(entry: Any, addition: Addition) -> None:
    """Add texts and lists to an entry, in the order of the keys."""
    for key, text in addition.texts.items():
        _set(entry, key, _scalar(text))
    for key, texts in addition.lists.items():
        _extend(entry, key, texts)


def _extend(entry: Any, key: str, texts: Iterable[str]) -> None:
    """Add to a list of an entry the texts that it lacks; a new list takes one line."""
    from ruamel.yaml.comments import CommentedSeq

    present = {" ".join(str(text).split()) for text in entry.get(key, ())}
    new = [text for text in dict.fromkeys(texts) if text not in present]
    if new and key not in entry:
        _set(entry, key, CommentedSeq())
        entry[key].fa.set_flow_style()
    for text in new:
        entry[key].append(_scalar(text))


def _scalar(text: str) -> str:
    """The text, between quotes if it is not simple."""
    from ruamel.yaml.scalarstring import SingleQuotedScalarString

    return text if _SIMPLE.fullmatch(text) else SingleQuotedScalarString(text)


def quoted(text: str) -> str:
    """The text as YAML, between quotes if it is not simple.

    >>> print(quoted("Ordo Maris"), quoted("Velmer: 'x'"))
    Ordo Maris 'Velmer: ''x'''
    """
    doubled = text.replace("'", "''")
    return text if _SIMPLE.fullmatch(text) else f"'{doubled}'"


def _set(entry: Any, key: str, value: Any) -> None:
    if key in entry:
        entry[key] = value
        return
    earlier = COLUMNS[: COLUMNS.index(key)] if key in COLUMNS else ()
    before = [at for at, present in enumerate(entry) if present in earlier]
    entry.insert(before[-1] + 1 if before else 0, key, value)


def _written(entry: Any, lead: str, yaml: YAML) -> str:
    """An entry as text, after the dash and the spaces of `lead`."""
    stream = StringIO()
    yaml.dump(entry, stream)
    rest = " " * len(lead)
    lines = stream.getvalue().splitlines(keepends=True)
    return lead + "".join(
        (rest if at and line.strip() else "") + line for at, line in enumerate(lines)
    )


def _yaml(text: str) -> YAML:
    """A reader and writer that keeps the layout and the indentation of lists in `text`."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import RoundTripConstructor

    class Plain(RoundTripConstructor):
        """A resolver that reads True, Null and the like as words, as books do."""

    for sort in ("null", "bool"):
        Plain.add_constructor(f"tag:yaml.org,2002:{sort}", Plain.construct_scalar)
    nested = _NESTED.search(text)
    offset = max(0, len(nested[2]) - len(nested[1])) if nested else 0
    yaml = YAML()
    yaml.Constructor = Plain
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml
