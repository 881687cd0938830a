"""Resolve conflicts: which of two findings stands, and which of two fixes is made."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newslint.core.finding import SAFE, SEVERITIES, UNSAFE, Finding, Span, reading_order
from newslint.core.rule_ids import ABOUT_WORDS, area_of


def resolve_conflicts(findings: Iterable[Finding]) -> list[Finding]:
    """One finding of a group of rules a stretch, in reading order.

    Two rules of one group that object to the same letters are one fault said twice: the graver
    wins, then the longer, then the rule id, then what is said. A misspelt name and a misspelt word
    are one group, a house rule is another. What remains may still conflict as edits;
    `fixing.choose` decides that.
    """

    def weight(f: Finding) -> tuple[int, int, str, int, str, tuple[str, ...]]:
        grave, shorter = SEVERITIES.index(f.severity), f.span.start - f.span.end
        return grave, shorter, f.rule, f.span.start, f.message, f.suggestions

    kept: list[Finding] = []
    taken: dict[str, list[Span]] = {}
    for finding in sorted(set(findings), key=weight):
        spans = taken.setdefault(_group(finding.rule), [])
        at = bisect_left(spans, finding.span)
        if any(_same_letters(finding.span, other) for other in spans[max(0, at - 1) : at + 1]):
            continue
        spans.insert(at, finding.span)
        kept.append(finding)
    kept.sort(key=reading_order)
    return kept


def _group(rule: str) -> str:
    area = area_of(rule)
    return "words" if area in ABOUT_WORDS else area


def _same_letters(a: Span, b: Span) -> bool:
    return a == b or (a.start < b.end and b.start < a.end)


def choose_fixes(
    findings: Iterable[Finding], unsafe: bool = False
) -> tuple[list[Finding], list[Finding]]:
    """The findings whose fix is made, and those that are left, each in reading order.

    Fixes that overlap or touch cannot both be made. Which one is, depends on the findings
    alone, whatever order they come in.
    """
    trusted = {SAFE, UNSAFE} if unsafe else {SAFE}
    applied: list[Finding] = []
    left: list[Finding] = []
    taken: list[Span] = []
    for finding in sorted(findings, key=_precedence):
        spans = [edit.span for edit in finding.fix.edits] if finding.fix else []
        trusty = finding.fix is not None and finding.fix.applicability in trusted
        if trusty and _apart(spans) and all(_free(span, taken) for span in spans):
            applied.append(finding)
            for span in spans:
                insort(taken, span)
        else:
            left.append(finding)
    return sorted(applied, key=reading_order), sorted(left, key=reading_order)


def _precedence(finding: Finding) -> tuple[object, ...]:
    """Who wins: the graver, then names before spelling before the rest, then the earlier.

    What follows only makes sure that no two findings are alike.
    """
    area = area_of(finding.rule)
    start, end = finding.span
    return (
        SEVERITIES.index(finding.severity),
        ABOUT_WORDS.index(area) if area in ABOUT_WORDS else len(ABOUT_WORDS),
        start,
        -end,
        finding.rule,
        finding.message,
        finding.fix or (),
    )


def _apart(spans: Sequence[Span]) -> bool:
    """Whether the edits of one fix do not overlap."""
    return all(a.end <= b.start for a, b in pairwise(sorted(spans)))


def _free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether `span` touches none of those `taken`, which are in order and do not overlap."""
    k = bisect_left(taken, span)
    return not any(span.touches(other) for other in taken[max(k - 1, 0) : k + 1])
