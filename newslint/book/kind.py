"""The keys of a kind of rule in YAML. `checks` defines the kinds, `book` reads the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from newslint.core.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.core.rule import Rule

Type = str | tuple[str, ...] | Mapping[str, "Any"]
"""The type of a key's value: a name of `rules_reader.READERS`, its words, or a mapping of keys."""


class Literal(NamedTuple):
    """A normalised string without which an article has nothing for a rule to find.

    One that is `whole` is no part of a longer word.
    """

    text: str
    whole: bool = False


class Kind(NamedTuple):
    """The keys of one kind of rules besides the common ones, and those that are required.

    `validate` raises a BookError for an invalid rule. `literals` returns the strings of which an
    article must hold one for a rule to be asked; none: every article asks it.
    """

    params: Mapping[str, Type]
    required: Sequence[str]
    validate: Callable[[Rule], None] | None = None
    literals: Callable[[Rule], Iterable[Literal]] | None = None


class Kinds(NamedTuple):
    """All kinds: their names, and the function that loads one by name."""

    names: tuple[str, ...]
    load: Callable[[str], Kind]

    def literals(self, rule: Rule) -> tuple[Literal, ...]:
        """The literals of a rule; none if it is asked of every article."""
        literals = self.load(rule.kind).literals
        return tuple(literals(rule)) if literals else ()
