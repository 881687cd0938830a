"""Every example of every shipped rule, under the whole book."""

from functools import cache

import pytest

from newslint.authoring.rule_examples import faults_of
from newslint.book.book import Book
from newslint.book.settings import only
from newslint.book.shipped import styles
from newslint.core.rule import Rule
from newslint.engine.books import open_book
from newslint.engine.linter import Linter


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
