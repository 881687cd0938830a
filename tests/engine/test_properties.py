"""What holds of every story: places, fixes that settle, rules in any order, right names."""

from __future__ import annotations

from functools import cache

import pytest
import yaml
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from newslint.book.rules import Rules
from newslint.core.finding import Finding
from newslint.engine import conflicts
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text import edits as text_edits
from newslint.text.source import Source
from tests.builders import fixed, lint
from tests.conftest import ROOT
from tests.examples import examples

FEW = examples(60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    """the the a of in and was met left said Jonna Varelinsk Varelnisk Varelinsk Varelinnsk
    VARELINSK Varelinsk’s Varelnisk's Mr Obodai Obodia Johnson Johnston Iran Iraq Kashmir Kashmiri
    Bangaldesh government goverment recieved minister minsiter definately harbour “ ” " -
    , . ; : [sic] @varelnisk varelnisk.com Zoë Kärpälä café naïve
    Ko\u0308rber \ufb01nance 12 Ⅻ 日本 😀 \u200b""".split()
)
GAPS = st.sampled_from([" ", " ", " ", " ", "\n", "\r\n", "\n\n", "\u00a0", "  ", ""])
STORIES = st.lists(st.tuples(WORDS, GAPS), max_size=40).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
PATHS = st.sampled_from(["story.txt", "story.md"])


def places(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return [(f.rule, f.span.start, f.span.end) for f in findings]


@FEW
@given(st.one_of(STORIES, st.text(max_size=80)), PATHS)
def test_a_finding_shows_what_stands_at_its_place(story: str, path: str) -> None:
    for finding in lint(story, path):
        start, end = finding.span
        assert 0 <= start <= end <= len(story)
        assert finding.message
        if start < end:
            assert story[start:end] == finding.text
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(story)


@FEW
@given(STORIES, PATHS)
def test_findings_come_in_reading_order_and_once(story: str, path: str) -> None:
    found = places(lint(story, path))
    starts = [start for _, start, _ in found]
    assert starts == sorted(starts)
    assert len(found) == len(set(found))


@FEW
@given(STORIES, PATHS)
def test_a_place_that_was_fixed_is_fixed_for_good(story: str, path: str) -> None:
    chosen, _ = conflicts.choose_fixes(lint(story, path))
    mended = text_edits.apply(story, text_edits.edits(chosen))
    wrong = {finding.text for finding in chosen if finding.rule.startswith("names/")}
    assert not [f for f in lint(mended, path) if f in chosen]
    assert not [f.text for f in conflicts.choose_fixes(lint(mended, path))[0] if f.text in wrong]


@FEW
@given(STORIES)
def test_fixing_comes_to_rest(story: str) -> None:
    for _ in range(8):
        mended = fixed(story)
        if mended == story:
            return
        story = mended
    pytest.fail("eight rounds of fixing did not come to rest")


@cache
def turned() -> Linter:
    """The same rules, the last first."""
    book = open_book(cache=None)
    book.rules = Rules(reversed(book.rules.heads))
    return Linter(book)


@FEW
@given(STORIES, PATHS)
def test_the_order_of_rules_makes_no_difference(story: str, path: str) -> None:
    assert turned().lint(Source.from_text(story, path)) == lint(story, path)


@FEW
@given(STORIES)
def test_what_was_linted_before_makes_no_difference(story: str) -> None:
    first = lint(story)
    lint("Varelnisk and Obodia recieved Jonna Varelinsk. Varelinsk, Varelinsk!")
    assert lint(story) == first


@cache
def countries() -> list[str]:
    path = ROOT / "rules" / "names" / "places" / "countries.yaml"
    return [entry["name"] for entry in yaml.safe_load(path.read_text())]


TEMPLATES = [
    "{0} has signed the treaty, and {0}'s neighbours have not.",
    "The minister flew from {0} to {1} on Friday.",
    "{0} AND {1} IN TALKS",
    "Talks between {0} and {1} have failed. {0} blamed {1}’s envoy, {1} blamed {0}’s.",
]


@FEW
@given(st.data())
def test_countries_are_silent(data: st.DataObject) -> None:
    one, other = data.draw(st.tuples(*[st.sampled_from(countries())] * 2))
    template = data.draw(st.sampled_from(TEMPLATES))
    capitals = template.isupper()
    names = [name.upper() if capitals else name for name in (one, other)]
    assert lint(template.format(*names)) == []
