"""Names run together with the small word after them, such as where a link was cut out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_listed
from newslint.lexicon.lexicon import CAPITAL, NAMED, WORD
from newslint.text.english import CALENDAR

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


BEHIND_NAMES = (
    "is in on as at to of by or and was has had who the for but are will with from that this were "
    "have which when after said says also"
).split(" ")
"""Small words that stand after names."""

SHORTEST = 4
"""Minimum letters of the name."""

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
    """A name, and the small word that may follow it without a space."""

    name: str
    small: str

    def __str__(self) -> str:
        return f"{self.name} {self.small}"

    @property
    def is_sure(self) -> bool:
        """Whether no name could end in the small word: then the fix is safe."""
        return len(self.small) >= NO_ENDING


def partings_of(word: str, knowledge: Knowledge) -> tuple[Parting, ...] | None:
    """The ways to split an unknown capitalised word; None if there are none."""
    if not word[0].isupper() or len(word) < SHORTEST + 2 or not word.isalpha():
        return None
    key = knowledge.key(word)
    if is_listed(key, knowledge) or familiarity(key, knowledge) >= w.HEARD_OF:
        return None
    if knowledge.is_right(key) or knowledge.has_ruled_out(key):
        return None
    return (
        tuple(
            Parting(word[: -len(small)], small)
            for small in BEHIND_NAMES
            if word.endswith(small) and len(word) - len(small) >= SHORTEST
        )
        or None
    )


def parting_at(
    at: int, partings: Sequence[Parting], document: Document, knowledge: Knowledge
) -> Parting | None:
    """The name and small word that word `at` is made of, if the name is known or in the article."""
    for parting in partings:
        told_here = parting.name in document.distinct
        if not (told_here or is_famous(parting.name, knowledge)):
            continue
        if goes_on(at, parting.small, told_here, document):
            return parting
    return None


def goes_on(at: int, small: str, told_here: bool, document: Document) -> bool:
    """Whether the words after word `at` fit after that small word.

    Two letters end many a name (Kazakhstanis), so the next word must fit well. If the article has
    the name by itself (`told_here`), less is required, but not of the endings of names.
    """
    if at + 1 == len(document.words) or document.gap(at + 1) not in SPACES:
        return False
    behind = document.words[at + 1]
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


def is_joined_everywhere(word: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether `word` is a name and a small word at each of its places."""
    partings = partings_of(word, knowledge) or ()
    places = document.positions(word)
    return all(parting_at(at, partings, document, knowledge) for at in places)


def are_joined_alike(a: str, b: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether two words may be one name with two different small words, or with one and none.

    The small word may have a capital: VarelinskOn.
    """
    shorter, longer = sorted((a, b), key=len)
    rest = longer.removeprefix(shorter)
    if rest != longer and (rest in BEHIND_NAMES or rest[:1].isupper()):
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
