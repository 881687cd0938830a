"""Words that stand twice in a row by mistake.

A word may be doubled on purpose (had had, Duran Duran, "no, no"): `allow` lists such words,
`phrasal` those that may belong to a verb before them. Names are left alone, and so is speech, where
people stammer, except for words that nobody stresses (`certain`). A rule may look for `words` of
its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import eq
from typing import TYPE_CHECKING

from newslint.checks.new_finding import fill_message
from newslint.core.finding import SAFE, UNSAFE, Edit, Finding, Fix, Span, allowed

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"words": "texts", "allow": "texts", "certain": "texts", "phrasal": "texts"}


class Repetition:
    """One compiled rule: the words that may not be doubled, and which of them are certain."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.words = frozenset(rule.params.get("words", ()))
        self.allowed = frozenset(rule.params.get("allow", ()))
        self.certain = frozenset(rule.params.get("certain", ()))
        self.phrasal = frozenset(rule.params.get("phrasal", ()))

    def find(self, places: Iterable[int], document: Document) -> Iterator[Finding]:
        """The findings on words that repeat the word before."""
        for at in places:
            if self._objects(document.lowered[at], at, document):
                certain = document.lowered[at] in self.certain and not may_be_left(at, document)
                yield report(self.rule, at, certain, document)

    def _objects(self, word: str, at: int, document: Document) -> bool:
        if word in self.allowed or (self.words and word not in self.words):
            return False
        if not stands_doubled(at, document):
            return False
        if word in self.phrasal and is_verb(document.lowered[at - 2] if at > 1 else ""):
            return False
        if word in self.certain:
            return True
        # A name is left alone (the Old Mill mill race), and so is speech.
        named = document.words[at - 1][0].isupper()
        return not named and not document.quoted(document.span(at).start)


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    prepared = [Repetition(rule) for rule in rules]

    def check(document: Document) -> Iterator[Finding]:
        words = document.lowered
        if any(map(eq, words, words[1:])):
            places = [at for at in range(1, len(words)) if words[at] == words[at - 1]]
            for rule in prepared:
                yield from rule.find(places, document)

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
"""Endings of verbs that take a particle."""


OBJECTS = frozenset(("it", "him", "her", "them", "me", "us", "you", "one", "that"))

GAPS = (" ", "\u00a0", "\n", " \n", "\r\n", "\r")
"""Gaps between two words of running text; a wider gap separates columns."""


def is_verb(word: str) -> bool:
    """Whether `word` may be a verb that takes a particle, or such a verb's object.

    "The cell he was locked in in the end"; "put it in in the end".
    """
    return word.endswith(VERB_ENDINGS) or word in OBJECTS


PREPOSITIONS = frozenset("in for to at with from of on".split(" "))

LEAVERS = frozenset(
    (
        "is are was were be been am live lives stay stays check log sign come comes move "
        "believe wait waits look looks looked looking pay ask asks care stand stands vote "
        "hope call calls talk talks talked talking speak speaks spoke spoken speaking "
        "listen listens listened listening turn turns turned turning write writes wrote "
        "written writing refer refers belong belongs deal deals dealt dealing weigh weighs "
        "weighing sworn swear swears swore step steps move moves tune tunes zoom opt opts "
        "drop drops fly flies cash kick kicks chip pitch fill set sets keep keeps kept "
        "build built bring brings brought phone plug pull break broke dig settle take takes "
        "took let lets put puts cut rein usher factor join joins hand hands phase go goes "
        "get gets run runs stop"
    ).split(" ")
)
"""Verbs that may end a clause with their preposition: the man they talk to to find out."""


def may_be_left(at: int, document: Document) -> bool:
    """Whether the first of two equal prepositions may belong to the verb before it."""
    before = document.lowered[at - 2] if at > 1 else ""
    return document.lowered[at] in PREPOSITIONS and before in LEAVERS


def stands_doubled(at: int, document: Document) -> bool:
    """Whether word `at` repeats the one before it in running text, not in a name or a list."""
    first, second = document.words[at - 1], document.words[at]
    end = document.span(at).end
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
    """The finding for word `at`; its fix removes the word and the gap before it."""
    first, second = document.span(at - 1), document.span(at)
    word = document.words[at]
    text = document.text[first.start : second.end]
    edit = Edit(Span(first.end, second.end), "")
    return Finding(
        rule.id,
        Span(first.start, second.end),
        text,
        fill_message(rule.message, {"found": word}),
        rule.severity,
        (document.words[at - 1],),
        (f"'{word}' stands twice in a row",),
        Fix(allowed(SAFE if certain else UNSAFE, rule.fix), (edit,)),
    )
