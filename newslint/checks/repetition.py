"""Words that stand twice in a row by mistake, and pairs of small words.

A word may be doubled on purpose (had had, Duran Duran, "no, no"): `allow` lists such words,
`phrasal` those that may belong to a verb before them. Names are left alone, and so is speech, where
people stammer, except for words that nobody stresses (`certain`). A rule may look for `words` of
its own and for nothing else. Two words that are both `paired` may not be repeated either (in a in
a).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, count, pairwise
from operator import eq

from newslint.checks.new_finding import graded_fix, new_finding
from newslint.core.finding import SAFE, UNSAFE, Finding, Span
from newslint.evidence.local_context import is_in_title_case
from newslint.evidence.real_words.doubled_word import ASKED, follows_question, may_be_other_word
from newslint.evidence.to_the_letter import is_to_the_letter
from newslint.lexicon.lexicon import GIVEN, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


PARAMS = dict.fromkeys(("words", "allow", "certain", "phrasal", "paired"), "texts")

DAILY = 4.0
"""Zipf frequency from which a word that stands twice with capitals is no name (Court Court)."""


MANY = 50
"""Doubled words of an article, from which on none of them is certain: somebody writes so."""


class Repetition:
    """One compiled rule: the words that may not be doubled, and which of them are certain."""

    def __init__(self, rule: Rule, knowledge: Knowledge | None) -> None:
        self.rule = rule
        self.words, self.allowed, self.certain, self.phrasal, self.paired = (
            frozenset(rule.params.get(name, ())) for name in PARAMS
        )
        self._knowledge = knowledge

    def find(self, places: Sequence[int], document: Document) -> Iterator[Finding]:
        """The findings on words that repeat the word before."""
        for at in places:
            word = document.lowered[at]
            if self._objects(word, at, document):
                first, second = document.words[at - 1 : at + 1]
                certain = word in self.certain and first[0].islower() and second.islower()
                certain = certain and not (
                    len(places) > MANY
                    or may_be_left(at, document)
                    or is_at_least(at, document)
                    or ends_clause(at, document)
                    or is_spaced_out(at, document)
                    or may_be_other_word(at, document)
                    or is_to_the_letter(at, document)
                )
                yield report(self.rule, at - 1, at, certain, document)

    def find_pairs(self, places: Iterable[int], document: Document) -> Iterator[Finding]:
        """The findings on pairs of words that repeat the two before."""
        for at in places:
            words = document.lowered[at - 3 : at + 1]
            gaps = map(document.gap, range(at - 2, at + 1))
            if (
                self.paired.issuperset(words)
                and words[0] != words[1]
                and all(g in GAPS for g in gaps)
            ):
                yield report(self.rule, at - 2, at, False, document)

    def _objects(self, word: str, at: int, document: Document) -> bool:
        if word in self.allowed or (self.words and word not in self.words):
            return False
        if document.words[at].istitle() and len(word) > 1:
            return self._objects_to_capitals(word, at, document)
        if not stands_doubled(at, document):
            return False
        if word in self.phrasal and is_verb(document.lowered[at - 2] if at > 1 else ""):
            return False
        if word in VERBS and follows_question(at, document, ASKED):  # who we are are not heard
            return False
        if word in self.certain:
            return True
        # A name is left alone (the Old Mill mill race), and so is speech.
        named = document.words[at - 1][0].isupper()
        return not named and not document.quoted(document.span(at).start)

    def _objects_to_capitals(self, word: str, at: int, document: Document) -> bool:
        """Whether a word with a capital may not follow itself: "the The", "Court Court"."""
        if not is_alone(at, document):
            return False
        if document.words[at - 1].islower():
            return word == "the"  # but from From Software
        if self._knowledge is None or not is_in_title_case(at, document):
            return False
        return is_daily(word, self._knowledge)


def is_daily(word: str, knowledge: Knowledge) -> bool:
    """Whether `word` is one of daily life, and nobody and nothing is called so twice."""
    entry = knowledge.entry(word)
    is_ordinary = entry.flags & (WORD | GIVEN) == WORD and entry.zipf >= DAILY
    return is_ordinary and not knowledge.lexicon.is_title(f"{word} {word}")


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    knowledge = context.knowledge if context else None
    prepared = [Repetition(rule, knowledge) for rule in rules]

    def check(document: Document) -> Iterator[Finding]:
        words = document.lowered
        if any(map(eq, words, words[1:])):
            places = [at for at in range(1, len(words)) if words[at] == words[at - 1]]
            for rule in prepared:
                yield from rule.find(places, document)
        places = [at + 2 for at in compress(count(), map(eq, words, words[2:]))]
        pairs = [at + 1 for at, following in pairwise(places) if following == at + 1]
        if pairs:
            for rule in prepared:
                yield from rule.find_pairs(pairs, document)

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

PARTICLE_VERBS = frozenset(
    "sworn swear swears swore weigh weighs log logs check checks opt opts kick kicks chip".split()
)
"""Verbs without such an ending that take a particle: she was sworn in in May."""

GAPS = (" ", "\u00a0", "\n", " \n", "\r\n", "\r")
"""Gaps between two words of running text; a wider gap separates columns."""


def is_verb(word: str) -> bool:
    """Whether `word` may be a verb that takes a particle, or such a verb's object.

    "The cell he was locked in in the end"; "put it in in the end".
    """
    return word.endswith(VERB_ENDINGS) or word in OBJECTS or word in PARTICLE_VERBS


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
        "get gets run runs stop used went going gone came coming"
    ).split(" ")
)
"""Verbs that may end a clause with their preposition: the man they talk to to find out."""


def may_be_left(at: int, document: Document) -> bool:
    """Whether the first of two equal prepositions may belong to the verb before it."""
    before = document.lowered[at - 2] if at > 1 else ""
    return document.lowered[at] in PREPOSITIONS and before in LEAVERS


LIMITS = frozenset("least most best worst once last first all".split(" "))
"""What "at" makes a phrase with: the staff now stands at at least a dozen."""


def is_at_least(at: int, document: Document) -> bool:
    """Whether the second "at" belongs to what follows."""
    behind = document.lowered[at + 1] if at + 1 < len(document.words) else ""
    return document.lowered[at] == "at" and behind in LIMITS


VERBS = frozenset("is are was were be has have will would could".split(" "))


def ends_clause(at: int, document: Document) -> bool:
    """Whether the first of two equal verbs may end a clause, and the second go on after it."""
    return document.lowered[at] in VERBS and follows_question(at, document)


def is_spaced_out(at: int, document: Document) -> bool:
    """Whether two single letters stand among others, as badly read print does: s t a a t e."""
    words = document.words
    beside = words[max(0, at - 2) : at - 1] + words[at + 1 : at + 2]
    return len(words[at]) == 1 and any(len(word) == 1 and word not in "aAI" for word in beside)


def stands_doubled(at: int, document: Document) -> bool:
    """Whether word `at` repeats the one before it in running text, not in a name or a list."""
    first, second = document.words[at - 1], document.words[at]
    if second[0].isupper() and (first[0].isupper() or len(second) > 1):
        is_shouted = second.isupper() and first.isupper() and len(second) > 1
        return is_shouted and document.gap(at) in GAPS
    return is_alone(at, document)


def is_alone(at: int, document: Document) -> bool:
    """Whether two words are a pair of running text, and neither a part of something longer."""
    second, end = document.words[at], document.span(at).end
    if document.text[end : end + 1] in ("$", "-"):  # a A$2 coin
        return False
    if not second.isalpha() or document.gap(at) not in GAPS:
        return False
    if (gap := document.gap(at - 1)) and not gap[-1].isspace() and gap[0] in "-./_":
        return False  # a warm-up up the hill; the file setup.in in the folder
    around = (at - 2, at + 1)  # three in a row are meant
    return not any(
        0 <= other < len(document.words) and document.words[other].lower() == second.lower()
        for other in around
    )


def report(rule: Rule, kept: int, last: int, certain: bool, document: Document) -> Finding:
    """The finding for words up to `last`; its fix takes out what follows word `kept`."""
    first = kept - (last - kept) + 1
    start, end = document.stretch(first, last)
    stays = document.span(kept).end
    word = " ".join(document.words[kept + 1 : last + 1])
    return new_finding(
        rule,
        document,
        Span(start, end),
        document.text[start:stays],
        slots={"found": word},
        evidence=[f"'{word}' stands twice in a row"],
        fix=graded_fix(rule, SAFE if certain else UNSAFE, Span(stays, end), ""),
    )
