"""Rules and their examples as the book gives them: plain values that survive being compiled."""

from __future__ import annotations

from typing import Any, NamedTuple

from newslint.core.language import ENGLISH
from newslint.core.place import Where
from newslint.core.rule_ids import area_of


class Example(NamedTuple):
    """Copy that a rule is tested by.

    `text` yields one finding of the rule and `fixed` is what its fix makes of it (None: no
    fix is expected); with `clean` true, `text` yields none.
    """

    text: str
    fixed: str | None
    clean: bool
    where: Where


class Rule(NamedTuple):
    """One rule of the book. `params` is what its kind needs: plain strings, lists, dicts.

    `language` is that of the copy which it is about, or ANY.
    """

    id: str
    kind: str
    message: str
    why: str
    severity: str
    fix: str
    params: dict[str, Any]
    examples: tuple[Example, ...]
    where: Where
    scope: str = ""
    language: str = ENGLISH

    @property
    def area(self) -> str:
        """What the rule is about, which its id begins with."""
        return area_of(self.id)
