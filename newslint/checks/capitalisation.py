"""Capitals in headlines.

Rules have a `style`: `sentence` (Council sells the pier), `title` (Council Sells the Pier, where
the words of `small` stay small), `lower` or `upper`. A finding covers a stretch of the scope, with
that stretch as it should be. Names keep their capitals: sentence style objects only to headlines
that have capitals throughout, and lowers words that are surely no names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding, Span
from newslint.core.record import NamedTuple
from newslint.evidence.familiarity import is_ordinary
from newslint.text import scopes
from newslint.text.tokenizer import WORD, split_possessive

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


STYLES = ("sentence", "title", "lower", "upper")

PARAMS = {"style": STYLES, "small": "texts", "allow": "texts"}

REQUIRED = ("style",)

LONG = 4
"""Letters from which a word has a capital in every headline in title case."""


SEVERAL = 2
"""Number of extra capitals that show that a headline is in title case."""


_OPENERS = frozenset(":.!?\"'“‘(—–|-/")
"""Signs behind which a word may begin with a capital in any style."""


class Word(NamedTuple):
    """A word of a headline: its place, its text, and whether it opens a part."""

    span: Span
    text: str
    opens: bool


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    knowledge = context.knowledge
    stretches = [(rule, scopes.of_rule(rule, "headline")) for rule in rules]

    def check(document: Document) -> Iterator[Finding]:
        for rule, spans in stretches:
            for span in spans(document):
                right = restyled(rule, span, document, knowledge)
                if right != document.text[slice(*span)]:
                    yield new_finding(rule, document, span, right)

    return check


def restyled(rule: Rule, stretch: Span, document: Document, knowledge: Knowledge) -> str:
    """A stretch of the article with the capitals that the rule requires."""
    allowed = rule.params.get("allow", ())
    words = [word for word in words_of(stretch, document.text) if word.text not in allowed]
    match rule.params["style"]:
        case "sentence":
            changes = _taken_down(words, document, knowledge)
        case "title":
            changes = _taken_up(words, rule.params.get("small", ()))
        case "lower":
            changes = [(word, word.text.lower()) for word in words]
        case _:
            changes = [(word, word.text.upper()) for word in words]
    text, at = "", stretch.start
    for word, right in changes:
        text += document.text[at : word.span.start] + right
        at = word.span.end
    return text + document.text[at : stretch.end]


def words_of(stretch: Span, text: str) -> list[Word]:
    """The words of a stretch of text."""
    found = []
    for match in WORD.finditer(text, *stretch):
        before = text[stretch.start : match.start()].rstrip()
        found.append(Word(Span(*match.span()), match[0], not before or before[-1] in _OPENERS))
    return found


def _taken_up(words: list[Word], small: Sequence[str]) -> list[tuple[Word, str]]:
    """Words that lack their capital, each with it. The last word has one even if it is small."""
    return [
        (word, word.text.capitalize())
        for word in words
        if word.text.islower() and (word.opens or word.text not in small or word is words[-1])
    ]


def _taken_down(
    words: list[Word], document: Document, knowledge: Knowledge
) -> list[tuple[Word, str]]:
    """In a title-case headline, words that are no names, each without its capital."""
    if any(len(word.text) >= LONG and word.text.islower() for word in words):
        return []
    high = [
        (word, word.text.lower())
        for word in words
        if not word.opens and word.text.istitle() and _is_no_name(word.text, document, knowledge)
    ]
    return high if len(high) >= SEVERAL else []


def _is_no_name(word: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether the article also has the word in small letters, or with a capital only here."""
    small = split_possessive(word)[0].lower()
    if small in document.distinct:
        return True
    return len(document.positions(word)) == 1 and is_ordinary(small, knowledge)
