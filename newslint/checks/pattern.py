"""Regular expressions, and what goes in the place of what they match.

Rules have a `pattern`, if wanted a `replace` template (`{name}` is a group of the pattern), and
contexts in which a match is right (`unless`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from newslint.book.kind import Literal
from newslint.checks.matching.pattern_analysis import analyse, never_ends
from newslint.checks.matching.patterns import Pattern, TimeBudget
from newslint.checks.matching.prefilter import check_of
from newslint.checks.matching.required_literals import parse
from newslint.checks.new_finding import SLOT, fill_message, new_finding
from newslint.core.errors import BookError
from newslint.core.finding import DISPLAY, SAFE, UNSAFE, Finding, Span
from newslint.text import scopes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.book.rules import Rules
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {
    "pattern": "pattern",
    "replace": "template",
    "unless": {"before": "pattern", "after": "pattern"},
}

REQUIRED = ("pattern",)


TRAITS = "nature"
"""The parameter in which a compiled rule stores the traits of its pattern."""


CONTEXT = 200
"""Letters on either side of a match that `unless` may search."""


class CompiledRule:
    """One compiled rule."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        known = rule.params.get(TRAITS)
        self.regex = Pattern(rule.params["pattern"], rule.where, rule.id, known)
        self.spans = scopes.of_rule(rule)
        unless = rule.params.get("unless", {})
        after = unless.get("after")
        self.before = self._context(unless.get("before"))
        self.after = self._context(after and rf"\A(?:{after})")

    def find(self, document: Document, present: AbstractSet[str]) -> Iterator[Finding]:
        """The findings in `document`; `present` are its literals that the article holds."""
        if not self.regex.may_match(document.text):
            return
        budget, starts = TimeBudget(), self.regex.starts(document.text, present)
        offsets = starts
        if starts is None and self.rule.scope:
            offsets = self.regex.literal_offsets(document.text, present)
        for scope in self.spans(document):
            near = None if offsets is None else _within(offsets, scope)
            if near == []:
                continue
            text = document.text[scope.start : scope.end]
            for match in self.regex.matches(text, budget, None if starts is None else near):
                span = Span(scope.start + match.start(), scope.start + match.end())
                if span.end > span.start and self._is_wrong(document, span, budget):
                    yield self._verdict(document, span, match)

    def _is_wrong(self, document: Document, span: Span, budget: TimeBudget) -> bool:
        near = slice(max(0, span.start - 1), span.end + 2)
        text = document.text
        if text[near] != document.prose.text[near]:  # at an address, which the document has blanked
            return False
        contexts = (
            (self.before, text[max(0, span.start - CONTEXT) : span.start]),
            (self.after, text[span.end : span.end + CONTEXT]),
        )
        return not any(
            True for regex, near in contexts if regex for _ in regex.matches(near, budget)
        )

    def _context(self, pattern: str | None) -> Pattern | None:
        return Pattern(pattern, self.rule.where, self.rule.id) if pattern else None

    def _verdict(self, document: Document, span: Span, match: Any) -> Finding:
        template = self.rule.params.get("replace")
        slots = {**match.groupdict(default=""), "found": match[0]}
        right = None if template is None else fill_message(template, slots)
        # What somebody said is evidence: we may point at it, not tidy it.
        applicability = DISPLAY if document.quoted(span.start) else ""
        return new_finding(
            self.rule, document, span, right, slots=slots, applicability=applicability
        )


def _within(offsets: Sequence[int], scope: Span) -> list[int]:
    """The sorted offsets that lie in a stretch, counted from its beginning."""
    first = bisect_left(offsets, scope.start)
    last = bisect_left(offsets, scope.end, first)
    return [at - scope.start for at in offsets[first:last]]


def inspect(rule: Rule) -> None:
    """Refuse patterns that never end, templates with unknown groups, fixes without a template.

    The traits of the pattern are stored, so that later starts need not analyse it.
    """
    params = rule.params
    for pattern in (params["pattern"], *params.get("unless", {}).values()):
        if never_ends(parse(pattern)):
            hint = "write (a+)+ as a+"
            raise BookError(rule.where, f"'{rule.id}' repeats a repeat and may never end", hint)
    compiled = re.compile(params["pattern"])
    if compiled.search(""):
        raise BookError(rule.where, f"'{rule.id}' matches where nothing stands")
    groups = {"found", *compiled.groupindex}
    for name in SLOT.findall(params.get("replace", "")):
        if name not in groups:
            known = "known: " + ", ".join(sorted(groups))
            raise BookError(rule.where, f"'{{{name}}}' is no group of the pattern", known)
    if rule.fix in {SAFE, UNSAFE} and "replace" not in params:
        raise BookError(rule.where, "'replace' is missing, so there is nothing to fix with")
    params[TRAITS] = list(analyse(params["pattern"]))


def literals(rule: Rule) -> list[Literal]:
    """The strings of which an article with a match holds one."""
    pattern = Pattern(rule.params["pattern"], rule.where, rule.id, rule.params.get(TRAITS))
    return list(map(Literal, sorted(pattern.strings)))


def prepare(rules: Rules, context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check of all pattern rules; each runs where the article holds its literals."""
    return check_of(rules, context.prefilter, CompiledRule)
