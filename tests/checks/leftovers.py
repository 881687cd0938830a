"""What tests of leftovers share: the rules that look for them."""

from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.core.finding import Finding
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source

AREAS = ("cleanup", "punctuation", "structure")

BOOK = open_book(cache=None)

LINTER = Linter(BOOK, Settings(selections=(Selection(select=AREAS),)))


def findings(text: str) -> list[Finding]:
    return LINTER.lint(Source.from_text(text))


def ids(text: str) -> list[str]:
    return [finding.rule.partition("/")[2] for finding in findings(text)]
