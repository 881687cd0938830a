"""Evidence on ordinary words: whether an unlisted one is another, misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from newslint.closeness import distance, one_apart, slip
from newslint.document import possessive
from newslint.evidence import weights as w
from newslint.evidence.renown import LISTED_AGAINST, familiarity
from newslint.fold import fold
from newslint.lexicon import CAPITAL, FAMILY, FOREIGN, GIVEN, PLACE, SLIP, WORD

if TYPE_CHECKING:
    from newslint.knowledge import Knowledge

SHORTEST = 4
LONGEST = 40
"""What is longer is no word but data that strayed into the copy."""
SHORT = 5
LONG = 7
"""Two slips are forgiven from this length on."""

PREFIXES = (
    "anti auto bi co counter cyber de dis eco euro ex extra fore hyper in inter intra "
    "kilo macro mega micro mid mini mis mono multi neo non out over para poly post pre "
    "pro pseudo quasi re semi sub super tele trans tri ultra un under uni up bio geo "
    "electro photo thermo hydro neuro psycho"
).split(" ")
SUFFIXES = (
    "s ed d ing er ers or ors ly ness nesses less like ish able ability ism isms ist ists "
    "ize ise ized ised izing ising ization isation ful fully hood ship dom wise ward "
    "wards y ies ier iest ment ments ery al ally ity ic ically ian ians ate ated ating "
    "ation ations ee ees ette esque est proof free based led style time long able y"
).split(" ")


_SMALL = (
    "the of in to and is was for that which with he she it they we you his her its at by from has"
    " had have will be been are were not but as if so than this these those their our would could"
)
SMALL_WORDS = frozenset(_SMALL.split(" "))
"""Words that are run together with their neighbours."""


class Reading(NamedTuple):
    """What a word probably stands for: `rights`, best first.

    `weight` is for its being misspelt at all; `lead` is how far the best is ahead of the second.
    """

    weight: float
    rights: tuple[str, ...]
    lead: float
    said: tuple[str, ...]
    listed: bool
    typing: bool

    @property
    def right(self) -> str:
        """The likeliest word."""
        return self.rights[0]


def is_english(key: str, knowledge: Knowledge) -> bool:
    """Whether the folded word is listed as English, or is common enough in English copy."""
    standing = knowledge.standing(key)
    if standing.flags & (WORD | CAPITAL) and not standing.flags & SLIP:
        return True
    if standing.flags & SLIP:
        return False
    in_use = standing.zipf >= w.COMMON_ENOUGH and not standing.flags & FOREIGN
    return in_use or standing.titles >= w.WORD_TITLES


def is_in_book(key: str, knowledge: Knowledge) -> bool:
    """Whether the book has the folded word, or what it is the plural of, as it stands."""
    return knowledge.is_right(key) or (key[-1] == "s" and knowledge.is_right(key[:-1]))


def is_foreign(key: str, knowledge: Knowledge) -> bool:
    """Whether the folded word is likely another language's; a misspelt English one is not."""
    flags = knowledge.standing(key).flags
    if flags & (SLIP | WORD):
        return False
    return bool(flags & FOREIGN) or not is_english(key, knowledge)


def read_word(word: str, knowledge: Knowledge) -> Reading | None:
    """What `word`, as it stands, is probably a misspelling of; None if it is a word."""
    key = knowledge.key(word)
    if not SHORTEST <= len(key) <= LONGEST or not key.isalpha() or not key.isascii():
        return None
    stem = possessive(word)[0]
    capital = not stem.islower()
    if capital and not (stem[1:].islower() or (stem.isupper() and len(stem) > SHORT)):
        return None
    if is_english(key, knowledge) or is_in_book(key, knowledge):
        return None
    standing = knowledge.standing(key)
    if capital and (
        standing.flags & (PLACE | GIVEN | FAMILY | CAPITAL)
        or len(key) == SHORTEST
        or (standing.titles >= w.NAME_TITLES and len(key) <= LONG)
    ):
        return None
    return best_reading(key, capital, knowledge)


def best_reading(key: str, capital: bool, knowledge: Knowledge) -> Reading | None:
    """The reading of an unlisted word, whatever its weight; None if nothing is near."""
    listed = [fold(right) for right in knowledge.lexicon.corrections(key)]
    weighed = sorted(candidates(key, listed, capital, knowledge), reverse=True)
    if not weighed:
        return None
    best = weighed[0][0]
    lead = best - weighed[1][0] if len(weighed) > 1 else w.CLEAR_LEAD
    typing = bool(listed) or slip(key, weighed[0][1]) in w.TYPING
    weight = best - (familiarity(key, knowledge) if capital else use(key, typing, knowledge))
    if listed:
        weight += w.LISTED_SLIP - w.LISTED_AS
    weight += w.CAPITALISED if capital else made_of_words(key, knowledge)
    said = "'{found}' is in no dictionary"
    if listed:
        said = "'{found}' is a well-known misspelling"
    rights = tuple(dict.fromkeys(right for _, right in weighed))[:3]
    if len(key) <= SHORT:
        lead -= w.SHORT_LEAD
    return Reading(weight, rights, lead, (said,), bool(listed), typing)


def use(key: str, typing: bool, knowledge: Knowledge) -> float:
    """How much a word in small letters is used, on the scale of Zipf frequencies.

    That somebody is called so says little of it; and a foreign word is met in foreign company, or
    in phrases of its own (de jure), which no slip of the fingers makes of an English one.
    """
    standing = knowledge.standing(key)
    zipf = standing.zipf * (w.FOREIGN_USE if typing and standing.flags & FOREIGN else 1.0)
    if standing.flags & SLIP:
        zipf -= LISTED_AGAINST
    return max(0.0, zipf, w.NAME_USE * log10(standing.titles + 1))


def candidates(
    key: str, listed: list[str], capital: bool, knowledge: Knowledge
) -> Iterator[tuple[float, str]]:
    """Words that may be meant, each with its weight."""
    near = {right for right in knowledge.lexicon.near(key) if one_apart(key, right)}
    found = {*near, *listed}
    if len(key) >= LONG and all(knowledge.standing(right).zipf < w.COMMON for right in found):
        further = knowledge.lexicon.further(key)
        found |= {right for right in further if right[0] == key[0] and distance(key, right) == 2}
    for right in found:
        standing = knowledge.standing(right)
        if right not in listed and not standing.flags & WORD:
            continue
        kind = slip(key, right)
        weight = (
            w.SLIP_OF_WORD * w.SLIPS_OF_WORDS.get(kind, w.SLIPS[kind])
            + standing.zipf
            + w.EVERY_LETTER * (min(len(key), 10) - w.USUAL_LETTERS)
        )
        if kind not in w.TYPING and (capital or len(key) <= SHORT):
            weight += w.COINED
        if right in listed:
            weight += w.LISTED_AS
        yield weight, right
    if not capital:
        yield from _run_together(key, knowledge)


def made_of_words(key: str, knowledge: Knowledge) -> float:
    """What it says against a slip that the word is put together of words (gasfield, unfollowed).

    The commoner the parts the likelier the whole; but "pennalty" is of two words, too.
    """
    if knowledge.standing(key).flags & SLIP:
        return 0.0
    commonest = max((zipf for zipf in _compounds(key, knowledge)), default=0.0)
    weight = -max(0.0, commonest - w.HALF)
    return min(weight, w.DERIVATION) if any(_derivations(key, knowledge)) else weight


def _compounds(key: str, knowledge: Knowledge) -> Iterator[float]:
    """For each way to part the word in two words, how common the rarer one is."""
    for at in range(3, len(key) - 2):
        halves = knowledge.standing(key[:at]), knowledge.standing(key[at:])
        if all(half.flags & WORD for half in halves):
            yield min(half.zipf for half in halves)


def _run_together(key: str, knowledge: Knowledge) -> Iterator[tuple[float, str]]:
    """Two words without the space between them (inwhich, shewas), one of them a small one."""
    for at in range(2, len(key) - 1):
        left, right = key[:at], key[at:]
        if left in SMALL_WORDS or right in SMALL_WORDS:
            zipf = min(knowledge.standing(left).zipf, knowledge.standing(right).zipf)
            if zipf >= w.BOTH_COMMON:
                yield zipf + w.RUN_TOGETHER, f"{left} {right}"


def _derivations(key: str, knowledge: Knowledge) -> Iterator[bool]:
    for prefix in PREFIXES:
        if key.startswith(prefix) and len(key) - len(prefix) >= 4:
            yield _is_stem(key[len(prefix) :], knowledge)
    for suffix in SUFFIXES:
        stem = key.removesuffix(suffix)
        if stem != key:
            undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else ""
            for form in (stem, stem + "e", stem + "y", undoubled):
                yield len(form) >= 3 and _is_stem(form, knowledge)


def _is_stem(form: str, knowledge: Knowledge) -> bool:
    standing = knowledge.standing(form)
    return bool(standing.flags & WORD) and standing.zipf >= w.STEM
