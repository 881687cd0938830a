"""Words that stand twice in a row by mistake.

A word may be doubled on purpose (had had, Duran Duran, "no, no"): `allow` lists those that are,
names are left alone, and so is speech, where people stammer, but for words that nobody stresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import eq
from typing import TYPE_CHECKING

from newslint.finding import SAFE, UNSAFE, Edit, Finding, Fix, Span, allowed

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.knowledge import Knowledge
    from newslint.rule import Rule


PARAMS = {"allow": "texts", "certain": "texts", "phrasal": "texts"}
REQUIRED = ("allow", "certain", "phrasal")


def prepare(rules: Sequence[Rule], knowledge: Knowledge) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    rule = rules[0]
    allowed = frozenset(rule.params["allow"])
    certain = frozenset(rule.params["certain"])
    phrasal = frozenset(rule.params["phrasal"])

    def check(document: Document) -> Iterator[Finding]:
        words = document.lowered
        if not any(map(eq, words, words[1:])):
            return
        for at in range(1, len(words)):
            word = words[at]
            if word != words[at - 1] or word in allowed or not stands_doubled(at, document):
                continue
            if word not in certain and document.words[at - 1][0].isupper():
                continue  # the Old Mill mill race
            if word in phrasal and is_verb(words[at - 2] if at > 1 else ""):
                continue
            if word not in certain and document.quoted(document.span(at).start):
                continue
            yield report(rule, at, word in certain, document)

    return check


VERB_ENDINGS = (
    "ed",
    "ing",
    "en",
    "went",
    "come",
    "came",
    "give",
    "gave",
    "go",
    "goes",
    "get",
    "got",
)
"""What verbs that take a particle end in."""


OBJECTS = frozenset(("it", "him", "her", "them", "me", "us", "you", "one", "that"))
GAPS = (" ", "\u00a0", "\n", " \n", "\r\n", "\r")
"""What stands between two words of running text; more of it is a table's column."""


def is_verb(word: str) -> bool:
    """Whether `word` may be a verb that takes a particle, or such a verb's object.

    "The cell he was locked in in the end"; "put it in in the end".
    """
    return word.endswith(VERB_ENDINGS) or word in OBJECTS


def stands_doubled(at: int, document: Document) -> bool:
    """Whether word `at` repeats the one before it as running text, not as a name or a list."""
    first, second = document.words[at - 1], document.words[at]
    end = document.bounds[at][1]
    if document.text[end : end + 1] in ("$", "-"):  # a A$2 coin
        return False
    if not second.isalpha() or document.gap(at) not in GAPS:
        return False
    if second[0].isupper() and (first[0].isupper() or len(second) > 1):
        return second.isupper() and first.isupper() and len(second) > 1
    if document.gap(at - 1) == "-":  # a warm-up up the hill
        return False
    around = (at - 2, at + 1)  # three in a row are meant
    return not any(
        0 <= other < len(document.words) and document.words[other].lower() == second.lower()
        for other in around
    )


def report(rule: Rule, at: int, certain: bool, document: Document) -> Finding:
    """The finding for word `at`; its fix takes the second word and the gap before it."""
    first, second = document.span(at - 1), document.span(at)
    word = document.words[at]
    text = document.text[first.start : second.end]
    edit = Edit(Span(first.end, second.end), "")
    return Finding(
        rule.id,
        Span(first.start, second.end),
        text,
        rule.message.format(found=word),
        rule.severity,
        (document.words[at - 1],),
        (f"'{word}' stands twice in a row",),
        Fix(allowed(SAFE if certain else UNSAFE, rule.fix), (edit,)),
    )
