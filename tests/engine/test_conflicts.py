"""Conflicts: which fixes are made where several want the same letters."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import (
    DISPLAY,
    ERROR,
    NOTE,
    SAFE,
    UNSAFE,
    WARNING,
    Edit,
    Finding,
    Fix,
    Span,
)
from newslint.engine import conflicts
from newslint.text import edits as text_edits
from tests.examples import examples


def finding(
    rule: str, *spans: tuple[int, int], severity: str = WARNING, trust: str = SAFE, to: str = "X"
) -> Finding:
    changes = tuple(Edit(Span(*span), to) for span in spans)
    place = Span(*spans[0]) if spans else Span(0, 0)
    return Finding(rule, place, "", "said", severity, fix=Fix(trust, changes) if spans else None)


def chosen(*findings: Finding, unsafe: bool = False) -> list[str]:
    return [f.rule for f in conflicts.choose_fixes(findings, unsafe)[0]]


def test_what_may_be_applied() -> None:
    safe, unsafe = finding("a/safe", (0, 1)), finding("a/unsafe", (3, 4), trust=UNSAFE)
    shown, without = finding("a/shown", (6, 7), trust=DISPLAY), finding("a/without")
    everything = [shown, without, unsafe, safe]
    assert conflicts.choose_fixes(everything) == ([safe], [without, unsafe, shown])
    assert conflicts.choose_fixes(everything, unsafe=True) == ([safe, unsafe], [without, shown])


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (finding("z/z", (4, 9), severity=ERROR), finding("names/a", (0, 5), severity=WARNING)),
        (finding("names/z", (4, 9)), finding("spelling/a", (0, 5))),
        (finding("spelling/z", (4, 9)), finding("cleanup/a", (0, 5))),
        (finding("usage/z", (0, 5)), finding("cleanup/a", (4, 9))),
        (finding("usage/z", (0, 5)), finding("cleanup/a", (0, 3))),
        (finding("cleanup/a", (0, 5)), finding("usage/z", (0, 5))),
        (finding("a/a", (0, 5), to="X"), finding("a/a", (0, 5), to="Y")),
        (finding("a/a", (0, 5)), finding("a/b", (5, 9))),
        (finding("a/a", (0, 5)), finding("a/b", (5, 5))),
        (finding("a/a", (0, 1), (8, 9)), finding("a/b", (3, 4), (7, 8))),
        (finding("a/a", (0, 1), severity=WARNING), finding("a/a", (0, 1), severity=NOTE)),
    ],
)
def test_who_wins_where_two_want_the_same_letters(winner: Finding, loser: Finding) -> None:
    assert conflicts.choose_fixes([winner, loser]) == ([winner], [loser])
    assert conflicts.choose_fixes([loser, winner]) == ([winner], [loser])


def test_a_loser_takes_nothing_from_others() -> None:
    assert chosen(
        finding("names/a", (0, 5)), finding("b/b", (5, 6), (10, 12)), finding("c/c", (10, 11))
    ) == ["names/a", "c/c"]


def test_a_fix_that_contradicts_itself_is_not_made() -> None:
    assert chosen(finding("a/a", (0, 5), (4, 6))) == []
    assert chosen(finding("a/a", (0, 5), (5, 6))) == ["a/a"]


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 4)).map(lambda p: (p[0], p[0] + p[1]))

FINDINGS = st.lists(
    st.builds(
        lambda rule, spans, severity, trust, to: finding(
            rule, *spans, severity=severity, trust=trust, to=to
        ),
        st.sampled_from(["names/a", "spelling/b", "usage/c", "usage/d"]),
        st.lists(SPANS, min_size=0, max_size=2),
        st.sampled_from([ERROR, WARNING, NOTE]),
        st.sampled_from([SAFE, UNSAFE, DISPLAY]),
        st.sampled_from(["", "X", "YY"]),
    ),
    max_size=12,
)


@examples(150)
@given(FINDINGS, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_findings_is_irrelevant(
    findings: list[Finding], unsafe: bool, luck: random.Random
) -> None:
    applied, left = conflicts.choose_fixes(findings, unsafe)
    assert sorted(map(repr, applied + left)) == sorted(map(repr, findings))
    shuffled = luck.sample(findings, len(findings))
    assert conflicts.choose_fixes(shuffled, unsafe) == (applied, left)
    fixes = [f.fix for f in applied if f.fix]
    for k, one in enumerate(fixes):
        for other in fixes[k + 1 :]:
            assert not any(a.span.touches(b.span) for a in one.edits for b in other.edits)


@examples(150)
@given(st.text(alphabet="aé🦉 \r\n", min_size=40, max_size=50), FINDINGS)
def test_outside_the_edits_nothing_changes(text: str, findings: list[Finding]) -> None:
    edits = text_edits.edits(conflicts.choose_fixes(findings)[0])
    fixed = text_edits.apply(text, edits)
    was = now = 0
    for (start, end), new in edits:
        gap = start - was
        assert fixed[now : now + gap] == text[was:start]
        now += gap
        assert fixed[now : now + len(new)] == new
        was, now = end, now + len(new)
    assert fixed[now:] == text[was:]
    assert text_edits.apply(text, edits[::-1]) == fixed
