"""Capitals of headlines, in the style that a desk chooses."""

import pytest

from newslint.checks import capitalisation
from newslint.checks.context import Context
from newslint.core.rule import Rule
from newslint.engine.books import open_book
from newslint.evidence.knowledge import Knowledge
from newslint.lexicon.lexicon import shipped
from tests.builders import document, rule

BOOK = open_book(cache=None)

CONTEXT = Context(Knowledge(shipped(), BOOK.names, BOOK.desk, BOOK.shipped_layer), BOOK.rules)

BODY = "\n\nThe council voted to sell the pier.\n"


def restyled(headline: str, one: Rule) -> str:
    check = capitalisation.prepare([one], CONTEXT)
    found = list(check(document(headline + BODY)))
    return found[0].suggestions[0] if found else headline


@pytest.mark.parametrize(
    ("headline", "right"),
    [
        ("Ostby Council Votes to Sell Old Pier", "Ostby council votes to sell old pier"),
        ("Ostby Council votes to sell Old Pier", "Ostby Council votes to sell Old Pier"),
        ("Ostby council votes", "Ostby council votes"),
        ("Pier sold: Council Voted in Ostby", "Pier sold: Council Voted in Ostby"),
    ],
)
def test_sentence_style(headline: str, right: str) -> None:
    assert restyled(headline, rule(style="sentence")) == right


@pytest.mark.parametrize(
    ("headline", "right"),
    [
        ("Council votes to sell the pier", "Council Votes to Sell the Pier"),
        ("Council Votes to Sell the Pier", "Council Votes to Sell the Pier"),
        ("Pier sold: the vote", "Pier Sold: The Vote"),
        ("What the pier is for", "What the Pier Is For"),
        ("Council iPhones Vote", "Council iPhones Vote"),
        ("Vote by eBay", "Vote by eBay"),
    ],
)
def test_title_style(headline: str, right: str) -> None:
    assert restyled(headline, rule(style="title", small=["the", "to", "for", "by"])) == right


def test_other_styles_and_scopes() -> None:
    assert restyled("Pier SOLD", rule(style="lower")) == "pier sold"
    assert restyled("Pier sold by eBay", rule(style="upper", allow=["eBay"])) == "PIER SOLD BY eBay"
    assert restyled("Pier sold", rule("paragraph", style="upper")) == "PIER SOLD"
