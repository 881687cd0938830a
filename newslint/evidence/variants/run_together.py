"""Names run together with the small words after them, such as where a link was cut out."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.record import NamedTuple
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_listed
from newslint.evidence.variants.small_tails import (
    BEHIND_NAMES,
    RARER,
    is_never_printed,
    may_stand_behind,
    tails_of,
)
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import CAPITAL, NAMED, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import CALENDAR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


SHORTEST = 4
"""Minimum letters of the name."""

PUBLISHERS = 50
"""Minimum number of publishers that print a name which is a word, too (Google)."""

NO_ENDING = 3
"""Minimum letters of a small word that is not an ending of derived names."""

OPENERS = frozenset(
    "the a an his her its their our this that these those one two not now also being set".split()
)
"""Words that rarely follow a name, but often a small word."""

SPACES = (" ", "\u00a0", "\n", "\r\n")

VERBS = frozenset(
    "said says told is was are were has had have will would did does can could wrote and or".split()
)
"""Words that rarely follow a small word, but often a name."""


class Parting(NamedTuple):
    """A name, and the small word, or the two, that may follow it without a space."""

    name: str
    small: str

    def __str__(self) -> str:
        return f"{self.name} {self.small}"

    @property
    def is_sure(self) -> bool:
        """Whether it is a usual small word in which no name could end."""
        return len(self.small) >= NO_ENDING and self.small in BEHIND_NAMES


def partings_of(word: str, knowledge: Knowledge) -> tuple[Parting, ...] | None:
    """The ways to split an unknown capitalised word; None if there are none."""
    if not word[0].isupper() or len(word) < SHORTEST + 2 or not word.isalpha():
        return None
    key = knowledge.key(word)
    if is_listed(key, knowledge) or familiarity(key, knowledge) >= w.HEARD_OF:
        return None
    if knowledge.is_right(key) or knowledge.has_ruled_out(key):
        return None
    tails = [small for small in BEHIND_NAMES if word.endswith(small)]
    if has_no_other_reading(key, knowledge):
        tails += tails_of(word)
    lengths = sorted((len(word) - len(tail.replace(" ", "")), tail) for tail in tails)
    return (
        tuple(Parting(word[:letters], tail) for letters, tail in lengths if letters >= SHORTEST)
        or None
    )


def parting_at(
    at: int, partings: Sequence[Parting], document: Document, knowledge: Knowledge
) -> Parting | None:
    """The name and small word that word `at` is made of, if the name is known or in the article."""
    word, behind_hyphen = document.words[at], document.gap(at) == "-"
    for parting in partings:
        told_here = is_told(parting.name, document, knowledge)
        if not told_here and (behind_hyphen or not is_well_known(parting, word, knowledge)):
            continue
        if parting.small in RARER and is_brand(word, parting.name, document, knowledge):
            continue
        if goes_on(at, parting.small, told_here, document):
            return parting
    return None


def is_brand(word: str, name: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether `word` may be a made-up name (Servicenow): made of a word, or used again."""
    is_word = knowledge.entry(knowledge.key(name)).flags & WORD
    return bool(is_word) or len(document.positions(word)) > 1


def is_told(name: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether the article has `name` by itself, in a place where it is not run together, too."""
    if name not in document.distinct:
        return False
    partings = partings_of(name, knowledge) or ()
    return not all(
        any(goes_on(at, parting.small, True, document) for parting in partings)
        for at in document.positions(name)
    )


def goes_on(at: int, small: str, told_here: bool, document: Document) -> bool:
    """Whether the words after word `at` fit after that small word.

    Two letters end many a name (Kazakhstanis), so the next word must fit well. If the article has
    the name by itself (`told_here`), less is required, but not of the endings of names.
    """
    if at + 1 == len(document.words) or document.gap(at + 1) not in SPACES:
        return False
    behind = document.words[at + 1]
    if small not in BEHIND_NAMES:
        return behind not in VERBS and may_stand_behind(small, behind)
    if len(small) >= NO_ENDING or (told_here and small not in ENDINGS and behind.islower()):
        return behind not in VERBS
    return behind in OPENERS or behind[0].isdigit() or behind.lower() in CALENDAR


ENDINGS = frozenset(("is", "in", "on"))
"""Small words that are endings of names of people and peoples, too."""


def is_famous(name: str, knowledge: Knowledge) -> bool:
    """Whether `name` is very well known, and only as a name."""
    key = knowledge.key(name)
    flags, _, titles = knowledge.entry(key)
    named = flags & (NAMED | CAPITAL) or titles >= w.GIVEN_NAME_TITLES
    if flags & WORD or not named:
        return False
    return knowledge.is_right(key) or familiarity(key, knowledge) >= w.RARE_NAME


def is_well_known(parting: Parting, word: str, knowledge: Knowledge) -> bool:
    """Whether the name of `word` is very well known, if also as a word where nobody has `word`."""
    key = knowledge.key(parting.name)
    if is_famous(parting.name, knowledge):
        return True
    times, publishers = shipped_names().count(key)
    counts = shipped_counts()
    printed = publishers >= PUBLISHERS and times >= counts.word(counts.number(key)).times
    return printed and has_no_other_reading(knowledge.key(word), knowledge)


def is_beyond_doubt(parting: Parting, word: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether the fix is safe: the small word ends no names, and `word` is nothing else."""
    known = parting.name in document.distinct or is_famous(parting.name, knowledge)
    return known and parting.is_sure and has_no_other_reading(knowledge.key(word), knowledge)


def has_no_other_reading(key: str, knowledge: Knowledge) -> bool:
    """Whether news never has the folded word, and no known one is a slip away (Karland)."""
    return is_never_printed(key) and not knowledge.lexicon.near(key)


def is_joined_everywhere(word: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether `word` is a name and a small word at each of its places."""
    partings = partings_of(word, knowledge) or ()
    places = document.positions(word)
    return all(parting_at(at, partings, document, knowledge) for at in places)


def are_joined_alike(a: str, b: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether two words may be one name with different small words, or with none and some.

    The small word may have a capital: VarelinskOn.
    """
    shorter, longer = sorted((a, b), key=len)
    rest = longer.removeprefix(shorter)
    if rest != longer and (rest in BEHIND_NAMES or rest[:1].isupper()):
        return True
    if any(parting.name == shorter for parting in partings_of(longer, knowledge) or ()):
        return True
    ours, theirs = (
        {parting.name: parting.small for parting in partings_of(word, knowledge) or ()}
        for word in (a, b)
    )
    return any(
        goes_on(at, small, True, document)
        for name in ours.keys() & theirs.keys()
        for word, small in ((a, ours[name]), (b, theirs[name]))
        for at in document.positions(word)
    )
