"""The prefilter: what is not looked at, for speed, would have said nothing."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from newslint.checks import kinds
from newslint.checks.context import Context
from newslint.checks.matching.prefilter import Prefilter
from newslint.engine.books import open_book
from newslint.evidence.knowledge import Knowledge
from newslint.lexicon.lexicon import shipped
from newslint.text.document import Document
from tests.builders import document
from tests.examples import examples


class Everything(Prefilter):
    """Takes every article to hold all that is looked for."""

    def literals_in(self, document: Document) -> frozenset[str]:
        return frozenset(self._literals)


PHRASES = st.sampled_from(
    """could of more then a|the they was extract revenge off the because its going to ( ) " .
    , U.S. year-old it's own lorem ipsum XXX — the pier. The “Well,” MORE then then""".split()
)

GAPS = st.sampled_from([" ", " ", " ", "\n", "\r\n", "\n\n", "\u00a0", "  ", ", ", "-", ""])

STORIES = st.lists(st.tuples(PHRASES, GAPS), max_size=12).map(
    lambda parts: "".join(phrase.replace("|", " ") + gap for phrase, gap in parts)
)


@cache
def rule_checks(prefilter: type[Prefilter]) -> list[kinds.Check]:
    book = open_book(cache=None)
    context = Context(Knowledge(shipped(), book.names))
    context.prefilter = prefilter()
    by_kind = {kind: [rule for rule in book.rules if rule.kind == kind] for kind in RULES}
    return [kinds.prepare(kind, rules, context) for kind, rules in by_kind.items()]


RULES = ("substitution", "structure", "pattern")


@examples(25)
@given(STORIES)
def test_no_rule_finds_what_is_not_held(story: str) -> None:
    found, all_there_is = (
        {finding for check in rule_checks(prefilter) for finding in check(document(story))}
        for prefilter in (Prefilter, Everything)
    )
    assert found == all_there_is
