"""Read YAML as nodes with their lines.

Every scalar stays the string that was written (the surname No is not false), and every fault is a
BookError with file and line. YAML is parsed from its events, since composed nodes hide aliases and
further documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import yaml

from newslint.core.errors import BookError, did_you_mean
from newslint.core.place import Where
from newslint.core.record import NamedTuple

DEEPEST = 12
"""Maximum levels of nesting; no rule needs half of them."""


LONGEST_NUMBER = 10
"""Maximum digits of a number, plus one."""


_PLUMBING = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
)


class Node(NamedTuple):
    """A string, a list of nodes or a mapping of keys to nodes, and where it stands."""

    where: Where
    value: Any
    keys: dict[str, Where] | None = None  # where each key of a mapping stands


def parse(text: str, path: str) -> Node:
    """The one document in `text`; `path` is the file's name in errors."""
    events = _content(text, path)
    first = next(events, None)
    if first is None:
        return Node(Where(path, 1), [])  # an empty book is a book
    node = _node(first, events, path, DEEPEST)
    second = next(events, None)
    if second is not None:
        raise BookError(_where(second, path), "a book is one YAML document; '---' begins another")
    return node


def _content(text: str, path: str) -> Iterator[Any]:
    """The events of `text` with content; errors of YAML become BookErrors."""
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if not isinstance(event, _PLUMBING):
                yield event
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        where = Where(path, mark.line + 1 if mark else 1)
        raise BookError(where, f"not valid YAML: {error.problem or error.context}") from None
    except yaml.reader.ReaderError as error:
        where = Where(path, text.count("\n", 0, error.position) + 1)
        raise BookError(where, f"not valid YAML: {error.reason}") from None


def _where(event: Any, path: str) -> Where:
    return Where(path, event.start_mark.line + 1)


def _node(event: Any, events: Iterator[Any], path: str, depth: int) -> Node:
    """The node that `event` begins, taking its parts from `events`."""
    where = _where(event, path)
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise BookError(where, "anchors and aliases (& and *) are not used in a book")
    if event.tag is not None:
        raise BookError(where, f"tags are not used in a book: {event.tag}")
    if isinstance(event, yaml.ScalarEvent):
        return Node(where, event.value)
    if depth == 0:
        raise BookError(where, "nested too deeply")
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(where, events, path, depth)
    items = []
    for inner in events:
        if isinstance(inner, yaml.SequenceEndEvent):
            break
        items.append(_node(inner, events, path, depth - 1))
    return Node(where, items)


def _mapping(where: Where, events: Iterator[Any], path: str, depth: int) -> Node:
    values: dict[str, Node] = {}
    keys: dict[str, Where] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = _node(event, events, path, depth - 1)
        if not isinstance(key.value, str):
            raise BookError(key.where, "a key is a plain word")
        if key.value in keys:
            first = keys[key.value].line
            raise BookError(key.where, f"'{key.value}' stands twice, first in line {first}")
        keys[key.value] = key.where
        values[key.value] = _node(next(events), events, path, depth - 1)
    return Node(where, values, keys)


def mapping(node: Node, known: Collection[str], required: Collection[str] = ()) -> dict[str, Node]:
    """The values of a mapping by key; a BookError for an unknown or a missing key."""
    parts = pairs_of(node)
    for key, where in (node.keys or {}).items():
        if key not in known:
            raise BookError(where, f"unknown key '{key}'", did_you_mean(key, known))
    for key in required:
        if key not in parts:
            raise BookError(node.where, f"'{key}' is missing")
    return parts


def pairs_of(node: Node) -> dict[str, Node]:
    """The values of a mapping by key; a BookError if it is none."""
    if not isinstance(node.value, dict):
        raise BookError(node.where, f"a mapping (key: value) is wanted here, not {_shape(node)}")
    return node.value


def items_of(node: Node) -> list[Node]:
    """The items of a list; a BookError if it is none."""
    if not isinstance(node.value, list):
        hint = f"write [{node.value}]" if isinstance(node.value, str) and node.value else ""
        raise BookError(node.where, f"a list is wanted here, not {_shape(node)}", hint)
    return node.value


def text_of(node: Node) -> str:
    """A string that is not blank; otherwise a BookError."""
    if not isinstance(node.value, str):
        raise BookError(node.where, f"text is wanted here, not {_shape(node)}")
    if not node.value.strip():
        raise BookError(node.where, "there is nothing here")
    return node.value


def texts_of(node: Node) -> list[str]:
    """A list of strings that are not blank; otherwise a BookError."""
    return [text_of(item) for item in items_of(node)]


def number_of(node: Node) -> int:
    """A whole number; otherwise a BookError."""
    text = text_of(node)
    if not (text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER):
        raise BookError(node.where, f"a whole number is wanted here, not '{text[:40]}'")
    return int(text)


def swaps_of(node: Node) -> dict[str, str]:
    """A mapping of strings to strings; otherwise a BookError."""
    return {key: text_of(value) for key, value in pairs_of(node).items()}


def pattern_of(node: Node) -> str:
    """A regular expression that compiles; otherwise a BookError."""
    from newslint.core.regular_expressions import pattern_fault

    pattern = text_of(node)
    fault = pattern_fault(pattern)
    if fault:
        raise BookError(node.where, f"not a regular expression: {fault}")
    return pattern


def template_of(node: Node) -> str:
    """Any string, since a replacement may be a space, or empty."""
    if isinstance(node.value, str) and not node.value.strip():
        return node.value
    return text_of(node)


def _shape(node: Node) -> str:
    if isinstance(node.value, str):
        return "text" if node.value else "nothing"
    return "a list" if isinstance(node.value, list) else "a mapping"
