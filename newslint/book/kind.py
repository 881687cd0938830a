"""What a kind asks of its rules in YAML: `checks` defines the kinds, `book` reads the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from newslint.core.rule import Rule

Type = str | tuple[str, ...] | Mapping[str, Any]
"""The type of a key's value: a name of `rules_reader.READERS`, its words, or a mapping of keys."""


class Kind(NamedTuple):
    """The keys that rules of one kind have besides the common ones, and those that they need.

    `validate` raises a BookError for a rule that makes no sense.
    """

    params: Mapping[str, Type]
    required: Sequence[str]
    validate: Callable[[Rule], None] | None = None


class Kinds(NamedTuple):
    """All kinds: their names, and what loads one by its name."""

    names: tuple[str, ...]
    load: Callable[[str], Kind]
