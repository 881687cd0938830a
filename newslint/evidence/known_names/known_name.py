"""Question 2: whether an unknown name is a known one misspelt.

Here a single word is held against the lexicon; `known_pair` judges two words together.
"""

from __future__ import annotations

from math import inf

from newslint.core.record import NamedTuple
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_listed, is_ordinary
from newslint.evidence.morphology import comes_otherwise
from newslint.evidence.typos.typo import LONGEST
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import CAPITAL, FAMILY, FOREIGN, GIVEN, PLACE, WORD
from newslint.lexicon.slips import slip_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


SHORTEST = 5
"""Minimum letters of a word that is examined."""

FOLLOWERS = ("ite", "ites", "ism", "ist", "ists", "esque", "gate", "mania", "land", "ville", "ian")

LANDS = (("ian", "ia"), ("ian", "a"), ("an", "a"), ("ean", "ea"), ("ese", "a"))
"""Endings of the names of peoples, and of their lands."""


class Doubt(NamedTuple):
    """`key` is probably `right` misspelt. `reasons` are sentences for an editor.

    It is of a `title` if only the encyclopedia has the name that is meant, and nobody prints it.
    """

    weight: float
    key: str
    right: str
    reasons: tuple[str, ...]
    title: bool = False


def doubt_word(key: str, knowledge: Knowledge, least: float = -inf) -> Doubt | None:
    """The likeliest well-known word that an unknown one may be a slip for, of a `least` weight."""
    known = familiarity(key, knowledge)
    if not SHORTEST <= len(key) <= LONGEST or known >= w.LITTLE_KNOWN:
        return None
    if is_follower(key, knowledge) or knowledge.is_right(key) or not key.isalpha():
        return None
    best: Doubt | None = None
    listed = {fold(right) for right in knowledge.lexicon.corrections(key)}
    for right in {*knowledge.lexicon.near(key), *listed}:
        fame = familiarity(right, knowledge)
        if (
            len(right) < SHORTEST
            or fame < known + w.KNOWN
            or not (is_one_edit_apart(key, right) or right in listed)
        ):
            continue
        kind = slip_kind(key, right)
        if kind == "first" or is_mere(right, knowledge):
            continue
        # A common name is misspelt so often that its misspelling is a word of the corpora, too.
        explained = kind in known_w.TYPOS_COUNTED and known <= fame - known_w.MISSPELT_SHARE
        weight = (
            w.SLIPS[kind]
            + known_w.EVERY_LETTER * (min(len(key), len(right)) - known_w.USUAL_LETTERS)
            + known_w.RENOWN * fame
            - (known * known_w.SLIP_COUNTED if explained else known)
            + w.LISTED_SLIP * (right in listed and not is_common(right, knowledge))
            + meant(right, knowledge)
            + known_w.UNLISTED_MEANT * (not is_listed(right, knowledge))
            + unlike_slip(key, right, knowledge)
        )
        if weight < least or (best and weight <= best.weight):
            continue
        if not (comes_otherwise(key, right, knowledge) or is_of_family(key, right, knowledge)):
            reasons = ("'{found}' is unknown, '{right}' well known",)
            best = Doubt(weight, key, right, reasons)
    return best


def doubt_possessive(key: str, knowledge: Knowledge) -> Doubt | None:
    """The correction of an unknown word to a land's genitive without its apostrophe (Israels)."""
    land = key.removesuffix("s")
    flags = knowledge.entry(land).flags
    if land == key or len(land) < SHORTEST - 1 or land[-1:] == "s":
        return None
    named = flags & (GIVEN | FAMILY)
    if not flags & (PLACE if named else PLACE | CAPITAL) or flags & WORD:
        return None
    known = familiarity(key, knowledge)
    least = known_w.EVERYDAY_LAND if named else known_w.LAND
    if familiarity(land, knowledge) < least or known >= w.LITTLE_KNOWN or knowledge.is_right(key):
        return None
    reasons = ("'{found}' lacks an apostrophe, if it is no plural",)
    return Doubt(known_w.GENITIVE - known / 2, key, f"{land}'s", reasons)


def is_common(right: str, knowledge: Knowledge) -> bool:
    """Whether `right` is a common word; its listed misspellings, with a capital, may be names."""
    return is_ordinary(right, knowledge) and knowledge.entry(right).zipf >= known_w.EVERYBODY


def meant(right: str, knowledge: Knowledge) -> float:
    """The weight if the word that is meant is a place, or a given name."""
    flags = knowledge.entry(right).flags
    if flags & GIVEN and knowledge.entry(right).zipf < known_w.EVERYBODY:
        return known_w.GIVEN_MEANT
    return known_w.PLACE_MEANT if flags & PLACE else 0.0


def unlike_slip(key: str, right: str, knowledge: Knowledge) -> float:
    """The weight if `key` differs from `right` as other words do, and not as slips do."""
    weight = 0.0 if slip_kind(key, right) in known_w.TYPING else known_w.NOT_TYPING
    if len(key) == len(right) and key[-1] != right[-1]:
        weight += known_w.OTHER_ENDING
    if knowledge.entry(key).flags & FOREIGN:
        weight += w.FOREIGN_WORD
    return weight


def is_of_family(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether the word is the plural or the genitive of another surname (the Bollings)."""
    family = key.removesuffix("s")
    if family in (key, right.removesuffix("'s")):
        return False
    return bool(knowledge.entry(family).flags & FAMILY)


def is_follower(key: str, knowledge: Knowledge) -> bool:
    """Whether the word is made of a known name: Thatcherite, Thatcherism, Ambazonian."""
    return any(
        key.endswith(ending) and familiarity(key.removesuffix(ending), knowledge) >= w.RARE_NAME
        for ending in FOLLOWERS
    ) or any(
        key.endswith(ending) and is_land(key.removesuffix(ending) + land, knowledge)
        for ending, land in LANDS
    )


def is_land(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is a land that is known, and not another one misspelt."""
    return familiarity(key, knowledge) >= w.KNOWN_LAND and doubt_word(key, knowledge) is None


def is_mere(right: str, knowledge: Knowledge) -> bool:
    """Whether `right` is an ordinary word and no name; then the spelling rule reports it.

    A small town of that name does not make it one (Along, in India).
    """
    flags = knowledge.entry(right).flags
    return bool(flags & WORD) and not flags & (CAPITAL | GIVEN)
