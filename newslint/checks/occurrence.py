"""Too many of something, or too few.

Rules count words, characters or what a `pattern` matches in each stretch of a scope (a sentence,
the headline), and set limits: `most`, `least`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.matching.patterns import Pattern, TimeBudget
from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import Finding
from newslint.text import scopes
from newslint.text.tokenizer import WORD

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document

    Count = Callable[[str, TimeBudget], int]


COUNTS: dict[str, Count] = {
    "words": lambda text, _: sum(1 for _ in WORD.finditer(text)),
    "characters": lambda text, _: len(text),
}

PARAMS = {"count": tuple(COUNTS), "pattern": "pattern", "most": "number", "least": "number"}


def inspect(rule: Rule) -> None:
    """Refuse rules that name nothing to count, or have no limit."""
    params = rule.params
    if ("count" in params) == ("pattern" in params):
        raise BookError(rule.where, "either 'count' or 'pattern' is wanted")
    if "most" not in params and "least" not in params:
        raise BookError(rule.where, "'most' or 'least' is missing")


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    counters = [(rule, scopes.of_rule(rule), _counter(rule)) for rule in rules]

    def check(document: Document) -> Iterator[Finding]:
        for rule, spans, count in counters:
            most, least = rule.params.get("most"), rule.params.get("least")
            budget = TimeBudget()
            for span in spans(document):
                found = count(document.text[span.start : span.end], budget)
                if (most is not None and found > most) or (least is not None and found < least):
                    limits = {"most": str(most), "least": str(least), "count": str(found)}
                    yield new_finding(rule, document, span, slots=limits)

    return check


def _counter(rule: Rule) -> Count:
    if "count" in rule.params:
        return COUNTS[rule.params["count"]]
    regex = Pattern(rule.params["pattern"], rule.where, rule.id)
    return lambda text, budget: sum(1 for _ in regex.matches(text, budget))
