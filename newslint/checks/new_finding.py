"""Build the finding of a rule at a place, with its message, fix and suggestions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.core.finding import SAFE, UNSAFE, Edit, Finding, Fix, Span, allowed
from newslint.core.lazy_pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.rule import Rule
    from newslint.text.document import Document


SLOT = lazy_pattern(r"\{(\w+)\}")


def new_finding(
    rule: Rule,
    document: Document,
    span: Span,
    right: str | None = None,
    *,
    found: str = "",
    others: Sequence[str] = (),
    slots: Mapping[str, str] | None = None,
    evidence: Sequence[str] | None = None,
    severity: str = "",
    applicability: str = "",
    fix: Fix | None = None,
) -> Finding:
    """The finding of `rule` at `span`; `right`, if known, is the correct text.

    The message may use {found}, {right} and the `slots`. `found` is what stands there, if not just
    the text of the span, and `others` are suggestions after `right`. The rule gives evidence,
    severity and the fix's applicability unless they are given, or a whole `fix` is.
    """
    found = found or document.text[span.start : span.end]
    if fix is None and right is not None and rule.fix in {SAFE, UNSAFE}:
        fix = Fix(applicability or rule.fix, (Edit(span, right),))
    if evidence is None:
        evidence = (rule.why,) if rule.why else ()
    return Finding(
        rule.id,
        span,
        found,
        fill_message(rule.message, {"found": found, "right": right or "", **(slots or {})}),
        severity or rule.severity,
        () if right is None else (right, *others),
        tuple(evidence),
        fix,
    )


def graded_fix(rule: Rule, applicability: str, span: Span, right: str) -> Fix:
    """The fix that puts `right` at `span`, with the applicability that the rule allows of this."""
    return Fix(allowed(applicability, rule.fix), (Edit(span, right),))


def fill_message(template: str, slots: Mapping[str, str]) -> str:
    """`template` with the values of its slots.

    >>> fill_message("{number} per cent", {"number": "12"})
    '12 per cent'
    """
    return SLOT.sub(lambda slot: slots.get(slot[1], slot[0]), template)
