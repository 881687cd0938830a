"""What may stand in an article only where something else explains it.

Rules have a `pattern` (an abbreviation) and `introduced_by`, what introduces its matches (the full
name with the abbreviation in brackets). The first of each that nothing introduces is reported. The
two are about the same thing if their first groups, or else the whole matches, are equal. `allow`
lists what needs no introduction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newslint.checks.matching.patterns import Pattern, TimeBudget
from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding, Span

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"pattern": "pattern", "introduced_by": "pattern", "allow": "texts"}

REQUIRED = ("pattern", "introduced_by")


class Condition:
    """One compiled rule."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.wanted, self.introduction = (
            Pattern(rule.params[key], rule.where, rule.id) for key in REQUIRED
        )
        self.allowed = frozenset(rule.params.get("allow", ()))

    def find(self, document: Document) -> Iterator[Finding]:
        """The first place of each thing that the article does not introduce."""
        if not self.wanted.may_match(document.text):
            return
        text, budget = document.text, TimeBudget()
        known = {_thing(match) for match in self.introduction.matches(text, budget)}
        known |= self.allowed
        for match in self.wanted.matches(text, budget):
            if match[0] and _thing(match) not in known:
                known.add(_thing(match))
                yield new_finding(self.rule, document, Span(*match.span()))


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    conditions = [Condition(rule) for rule in rules]

    def check(document: Document) -> Iterator[Finding]:
        for condition in conditions:
            yield from condition.find(document)

    return check


def _thing(match: Any) -> str:
    """The thing that a match is about, as the rule captures it."""
    return str(match[1] or match[0]) if match.re.groups else str(match[0])
