"""Rules and their examples as the book gives them: plain values that survive being compiled."""

from __future__ import annotations

from newslint.core.language import ENGLISH
from newslint.core.place import Where
from newslint.core.record import NamedTuple
from newslint.core.rule_ids import area_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Example(NamedTuple):
    """Copy that tests a rule.

    `text` yields one finding of the rule and `fixed` is what its fix makes of it (None: no
    fix is expected); with `clean` true, `text` yields none. `source`, if there is one, is what
    the text is held against.
    """

    text: str
    fixed: str | None
    clean: bool
    where: Where
    source: str = ""


class Rule(NamedTuple):
    """One rule of the book. `params` has what its kind needs: plain strings, lists, dicts.

    `language` is the language of the copy that it checks, or ANY.
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
        """The area of the rule: the first parts of its id."""
        return area_of(self.id)
