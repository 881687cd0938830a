"""Build the finding of a rule at a place, with its message, fix and suggestions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from newslint.core.finding import SAFE, UNSAFE, Edit, Finding, Fix, Span

if TYPE_CHECKING:
    from newslint.core.rule import Rule
    from newslint.text.document import Document


SLOT = re.compile(r"\{(\w+)\}")


def new_finding(
    rule: Rule,
    document: Document,
    span: Span,
    right: str | None = None,
    *,
    slots: Mapping[str, str] | None = None,
    applicability: str = "",
) -> Finding:
    """The finding of `rule` at `span`; `right`, if known, is the correct text.

    The message may use {found}, {right} and the `slots`. The rule gives the fix's applicability
    unless `applicability` is given.
    """
    found = document.text[span.start : span.end]
    fix = None
    if right is not None and rule.fix in {SAFE, UNSAFE}:
        fix = Fix(applicability or rule.fix, (Edit(span, right),))
    return Finding(
        rule.id,
        span,
        found,
        fill_message(rule.message, {"found": found, "right": right or "", **(slots or {})}),
        rule.severity,
        () if right is None else (right,),
        (rule.why,) if rule.why else (),
        fix,
    )


def fill_message(template: str, slots: Mapping[str, str]) -> str:
    """`template` with the values of its slots.

    >>> fill_message("{number} per cent", {"number": "12"})
    '12 per cent'
    """
    return SLOT.sub(lambda slot: slots.get(slot[1], slot[0]), template)
