"""Resolve conflicts: which of two findings stands, and which of two fixes is made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from newslint.core.finding import SAFE, SEVERITIES, UNSAFE, Finding, Span, reading_order
from newslint.core.rule_ids import ABOUT_WORDS, area_of
from newslint.text.mojibake import is_possible, misread, words_around


def readable(
    findings: Iterable[Finding], text: str, of_encoding: Collection[str]
) -> Iterable[Finding]:
    """Drop findings on misread words by rules other than `of_encoding`.

    Such a word can be judged only after its letters were fixed. All findings are places in
    `text`.
    """
    if not is_possible(text):
        return findings
    findings = list(findings)
    spans = {*misread(text), *(f.span for f in findings if f.rule in of_encoding)}
    words = words_around(text, spans)
    return [f for f in findings if f.rule in of_encoding or not _is_about_one_of(words, f)]


def _is_about_one_of(words: Sequence[Span], finding: Finding) -> bool:
    """Whether a finding or its fix is about one of the `words`, not a stretch that contains it.

    The words are in order and do not overlap.
    """
    edits = finding.fix.edits if finding.fix else ()
    if any(_reach_into(edit.span, words) for edit in edits):
        return True
    start, end = finding.span
    reached = _reach_into(finding.span, words)
    return any(word.start <= start or end <= word.end for word in reached)


def _reach_into(span: Span, words: Sequence[Span]) -> list[Span]:
    """The first and the last of the words that overlap `span`."""
    first = bisect_right(words, span.start, key=lambda word: word.end)
    last = bisect_left(words, span.end, key=lambda word: word.start) - 1
    return [words[first], words[last]] if first <= last else []


WITNESSED = ("source/name", "names/remembered")
"""Rules that go by the story's sources or by what the publication prints, which know better than
the world; the first wins."""

OF_THE_WORLD = ("names/doubtful", "spelling/typo")
"""Rules that go by what the world knows, names before words; of two as long, what the article shows
wins."""

ABOUT_NAMES = frozenset(("source/name", "source/unknown-name"))
"""Rules about names in another area than those about words."""


def resolve_conflicts(findings: Iterable[Finding]) -> list[Finding]:
    """Keep one finding of each group of rules at each place, in reading order.

    Two findings of one group on the same letters are one fault: the graver wins, then what the
    sources have, then what the publication prints, then the longer, then what the article shows,
    then the rule id, then the message. Misspelt names and misspelt words are one group, house
    rules another. The edits of the others may still conflict; `choose_fixes` decides that.
    """

    def weight(f: Finding) -> tuple[int, int, int, int, str, int, str, tuple[str, ...]]:
        grave, shorter = SEVERITIES.index(f.severity), f.span.start - f.span.end
        known = WITNESSED.index(f.rule) if f.rule in WITNESSED else len(WITNESSED)
        world = OF_THE_WORLD.index(f.rule) + 1 if f.rule in OF_THE_WORLD else 0
        return grave, known, shorter, world, f.rule, f.span.start, f.message, f.suggestions

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
    return "words" if area in ABOUT_WORDS or rule in ABOUT_NAMES else area


def _same_letters(a: Span, b: Span) -> bool:
    return a == b or (a.start < b.end and b.start < a.end)


def choose_fixes(
    findings: Iterable[Finding], unsafe: bool = False
) -> tuple[list[Finding], list[Finding]]:
    """Choose the findings to fix; return these and the others, each in reading order.

    Of fixes that overlap or touch, only one is made. The choice depends on the findings alone,
    not on their order.
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
    """The sort key of fixes: graver first, then names, spelling and others, then earlier.

    The rest of the key only makes it unique.
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
    """Whether `span` touches none of the sorted spans `taken`."""
    k = bisect_left(taken, span)
    return not any(span.touches(other) for other in taken[max(k - 1, 0) : k + 1])
