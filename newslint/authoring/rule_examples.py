"""Test rules by their own examples, and report where they fail.

What a rule finds in its examples is the only proof that it does what its author meant. Other rules
of its area are asked too, since a fault that is reported twice is one too many.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.authoring.fault import Fault
from newslint.checks.new_finding import SLOT
from newslint.core.finding import DISPLAY, Finding
from newslint.core.rule import Example, Rule
from newslint.core.rule_ids import area_of
from newslint.sources.opening import references_of_texts
from newslint.text.source import Source

if TYPE_CHECKING:
    from newslint.engine.linter import Linter


KNOWING = ("names-misspelt", "names-remembered")
"""Kinds whose rules find nothing without a names book or a memory."""


def faults_of(rule: Rule, linter: Linter) -> Iterator[Fault]:
    """What a rule lacks, and which of its examples fail."""
    yield from _missing(rule)
    for example in rule.examples:
        found, failed = _found(example.text, example, rule, linter)
        if failed:
            yield Fault(example.where, failed)
        elif example.clean:
            if found:
                yield Fault(example.where, f"this is not clean: {_list(found)}")
        elif [finding.rule for finding in found] != [rule.id]:
            found_text = _list(found) if found else "nothing"
            yield Fault(
                example.where, f"'{rule.id}' alone is wanted here, once; found: {found_text}"
            )
        else:
            yield from _unfilled(example, found[0], rule)
            yield from _misfixed(example, found, rule, linter)


def _unfilled(example: Example, finding: Finding, rule: Rule) -> Iterator[Fault]:
    """Slots of the message that the kind does not fill."""
    for name in SLOT.findall(rule.message):
        if f"{{{name}}}" in finding.message:
            yield Fault(example.where, f"the message of '{rule.id}' says {{{name}}} as it stands")


def _missing(rule: Rule) -> Iterator[Fault]:
    if rule.kind in KNOWING:
        return
    texts = [example for example in rule.examples if not example.clean]
    hint = "an example is the only proof that a rule does what was meant"
    if not texts:
        yield Fault(rule.where, f"'{rule.id}' has no example of what it finds ('text')", hint)
    if len(texts) == len(rule.examples):
        yield Fault(rule.where, f"'{rule.id}' has no example of what it spares ('clean')", hint)
    if texts and rule.fix != "none" and not any(example.fixed for example in texts):
        yield Fault(rule.where, f"'{rule.id}' has no example of what it fixes ('fixed')", hint)
    if not rule.why:
        yield Fault(rule.where, f"'{rule.id}' does not say why")


def _misfixed(
    example: Example, found: list[Finding], rule: Rule, linter: Linter
) -> Iterator[Fault]:
    """A fault if the fix differs from the example, or if its result has findings."""
    if example.fixed is None:
        return
    right = _fixed(example.text, found)
    if right != example.fixed:
        yield Fault(example.where, f"'{rule.id}' fixes this otherwise: {_visible(right)}")
    left, _ = _found(example.fixed, example, rule, linter)
    if left:
        yield Fault(example.where, f"what is fixed is not silent: {_list(left)}")


def _found(text: str, example: Example, rule: Rule, linter: Linter) -> tuple[list[Finding], str]:
    """The findings of one area's rules, and the reason if a rule failed."""
    texts = {"source.txt": example.source} if example.source else {}
    findings, failures = linter.examine(
        Source.from_text(text), references=references_of_texts(texts)
    )
    failed = [failure.message for failure in failures if area_of(failure.rule) == rule.area]
    return [f for f in findings if area_of(f.rule) == rule.area], "; ".join(failed)


def _fixed(text: str, findings: list[Finding]) -> str:
    edits = [
        edit for f in findings if f.fix and f.fix.applicability != DISPLAY for edit in f.fix.edits
    ]
    for span, right in sorted(edits, reverse=True):
        text = text[: span.start] + right + text[span.end :]
    return text


def _list(findings: list[Finding]) -> str:
    return ", ".join(f"{finding.rule} at {_visible(finding.text)}" for finding in findings)


def _visible(text: str) -> str:
    return f"'{' '.join(text.split())}'"
