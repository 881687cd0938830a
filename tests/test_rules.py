"""Every example of every shipped rule, under the whole book."""

from functools import cache

import pytest

from newslint.book import Book, open_book, styles
from newslint.engine import Linter
from newslint.finding import DISPLAY, Finding
from newslint.rule import Example, Rule, area_of
from newslint.selection import Selection
from newslint.settings import Settings
from newslint.source import Source


@cache
def book(style: str = "") -> Book:
    return open_book(cache=None, style=style)


@cache
def linter(style: str) -> Linter:
    everything = Selection(select=tuple(rule.id for rule in book(style).rules))
    return Linter(book(style), Settings(selections=(everything,)))


RULES = [rule for rule in book().rules_with_examples() if rule.examples]
for style in styles():
    of_style = book(style).rules_with_examples()
    RULES += [rule for rule in of_style if rule.id.startswith(f"style/{style}/")]


def found(text: str, area: str) -> list[Finding]:
    style = area.partition("/")[2]
    findings = linter(style if style in styles() else "").lint(Source.from_text(text))
    return [finding for finding in findings if area_of(finding.rule) == area]


def fixed(text: str, findings: list[Finding]) -> str:
    edits = [
        edit for f in findings if f.fix and f.fix.applicability != DISPLAY for edit in f.fix.edits
    ]
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def check(rule: Rule, example: Example) -> None:
    findings = found(example.text, rule.area)
    ids = [finding.rule for finding in findings]
    if example.clean:
        assert ids == [], f"{example.where}: not clean"
        return
    assert ids == [rule.id], f"{example.where}: other than this one finding"
    if example.fixed is not None:
        assert fixed(example.text, findings) == example.fixed, f"{example.where}: fixed otherwise"
        assert found(example.fixed, rule.area) == [], (
            f"{example.where}: what is fixed is not silent"
        )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_examples(rule: Rule) -> None:
    for example in rule.examples:
        check(rule, example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_a_rule_shows_what_it_finds_and_what_it_spares(rule: Rule) -> None:
    assert any(not example.clean for example in rule.examples)
    assert any(example.clean for example in rule.examples)
    assert rule.why
    if rule.fix != "none":
        assert any(example.fixed for example in rule.examples)
