"""Every example of every shipped rule, under the whole book."""

from functools import cache

import pytest

from newslint.book import Book, open_book, styles
from newslint.engine import Linter
from newslint.examples import faults_of
from newslint.rule import Rule
from newslint.settings import only


@cache
def book(style: str = "") -> Book:
    return open_book(cache=None, style=style)


@cache
def linter(style: str) -> Linter:
    return Linter(book(style), only(rule.id for rule in book(style).rules))


RULES = [("", rule) for rule in book().rules_with_examples()]
for style in styles():
    of_style = book(style).rules_with_examples()
    RULES += [(style, rule) for rule in of_style if rule.id.startswith(f"style/{style}/")]


@pytest.mark.parametrize(("style", "rule"), RULES, ids=[str(rule.id) for _, rule in RULES])
def test_a_rule_does_what_its_examples_say(style: str, rule: Rule) -> None:
    assert list(map(str, faults_of(rule, linter(style)))) == []
