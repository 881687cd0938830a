"""The keys of a kind of rule in YAML. `checks` defines the kinds, `book` reads the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from newslint.core.rule import Rule

Type = str | tuple[str, ...] | Mapping[str, Any]
"""The type of a key's value: a name of `rules_reader.READERS`, its words, or a mapping of keys."""


class Kind(NamedTuple):
    """The keys of one kind of rules besides the common ones, and those that are required.

    `validate` raises a BookError for an invalid rule.
    """

    params: Mapping[str, Type]
    required: Sequence[str]
    validate: Callable[[Rule], None] | None = None


class Kinds(NamedTuple):
    """All kinds: their names, and the function that loads one by name."""

    names: tuple[str, ...]
    load: Callable[[str], Kind]
