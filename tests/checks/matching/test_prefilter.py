"""The prefilter: what is not looked at, for speed, would have said nothing."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from newslint.book.rules import Rules
from newslint.checks import kinds
from newslint.checks.context import Context
from newslint.checks.kinds import ALL_KINDS
from newslint.checks.matching.prefilter import MANY, Asked, Prefilter
from newslint.engine.books import open_book
from newslint.evidence.knowledge import Knowledge
from newslint.lexicon.lexicon import shipped
from newslint.text.document import Document
from tests.builders import document
from tests.examples import examples


class Everything(Prefilter):
    """Takes every article to ask every rule, as if it held all its literals."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(rules)
        self._all: Asked = {}
        for head in rules.heads:
            literals = ALL_KINDS.literals(head.book.rule(head))
            if literals:
                self._all[head.id] = {literal.text for literal in literals}

    def asked(self, document: Document) -> Asked:
        return self._all


class Automaton(Prefilter):
    """Searches by the automaton from the first letter on."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(rules)
        for search in self._searches:
            search._letters = MANY


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
    context = Context(Knowledge(shipped(), book.names), book.rules)
    context.prefilter = prefilter(book.rules)
    by_kind = book.rules.by_kind()
    return [kinds.prepare(kind, by_kind[kind], context) for kind in RULES]


RULES = ("substitution", "structure", "pattern")


@examples(25)
@given(STORIES)
def test_no_rule_finds_what_is_not_held(story: str) -> None:
    found, all_there_is = (
        {finding for check in rule_checks(prefilter) for finding in check(document(story))}
        for prefilter in (Prefilter, Everything)
    )
    assert found == all_there_is


@cache
def prefilter(way: type[Prefilter]) -> Prefilter:
    return way(open_book(cache=None).rules)


@given(STORIES)
def test_the_trie_finds_what_the_automaton_finds(story: str) -> None:
    by_trie, by_automaton = (prefilter(way) for way in (Prefilter, Automaton))
    for search in by_trie._searches:
        search._letters = 0
    assert by_trie.asked(document(story)) == by_automaton.asked(document(story))
