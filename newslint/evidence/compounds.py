"""Whether an unlisted word is a compound of other words."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.evidence import typo_weights as typo_w
from newslint.lexicon.lexicon import SLIP, WORD
from newslint.text.english import NEVER_HALVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


PREFIXES = (
    "anti auto bi co counter cyber de dis eco euro ex extra fore hyper in inter intra "
    "kilo macro mega micro mid mini mis mono multi neo non out over para poly post pre "
    "pro pseudo quasi re semi sub super tele trans tri ultra un under uni up bio geo "
    "electro photo thermo hydro neuro psycho"
).split(" ")

BRANDS = ("e", "i")
"""Single letters that brands put before a longer word (ecommerce, ispace)."""

SUFFIXES = (
    "s ed d ing ings er ers or ors ly ness nesses less like ish able ability ism isms ist ists "
    "ize ise ized ised izing ising ization isation ful fully hood ship dom wise ward "
    "wards y ies ier iest ment ments ery al ally ity ic ically ian ians ate ated ating ive eth "
    "ation ations ee ees ette esque est proof free based led style time long able y"
).split(" ")

EXCHANGED = (
    ("ably", "able"),
    ("ibly", "ible"),
    ("ency", "ent"),
    ("ancy", "ant"),
    ("oes", "o"),
    ("ate", "ation"),
)
"""Pairs of endings: the first replaces the second to make another word."""

LONG = 10
"""Letters of a stem that no slip hits by chance, however rare it is."""


def made_of_words(key: str, knowledge: Knowledge) -> float:
    """The weight against a slip if the word is made of other words (gasfield, unfollowed).

    The commoner the parts, the larger the weight; "pennalty" consists of two words, too.
    """
    if knowledge.entry(key).flags & SLIP:
        return 0.0
    commonest = max((zipf for zipf in _compounds(key, knowledge)), default=0.0)
    weight = -max(0.0, commonest - typo_w.HALF)
    if any(_is_stem(stem, knowledge) for stem in _exchanged(key)):
        weight += typo_w.DERIVATION
    return min(weight, typo_w.DERIVATION) if any(_derivations(key, knowledge)) else weight


def _compounds(key: str, knowledge: Knowledge) -> Iterator[float]:
    """For each way to make the word of two words, the frequency of the rarer one."""
    for at in range(3, len(key) - 2):
        if key[:at] in NEVER_HALVES or key[at:] in NEVER_HALVES:
            continue
        halves = knowledge.entry(key[:at]), knowledge.entry(key[at:])
        if all(half.flags & WORD for half in halves):
            yield min(half.zipf for half in halves)


def _derivations(key: str, knowledge: Knowledge) -> Iterator[bool]:
    for prefix in (*PREFIXES, *BRANDS):
        if key.startswith(prefix) and len(key) - len(prefix) >= (4 if prefix in PREFIXES else 5):
            yield _is_stem(key[len(prefix) :], knowledge)
    for suffix in SUFFIXES:
        stem = key.removesuffix(suffix)
        if stem != key:
            undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else ""
            for form in (stem, stem + "e", stem + "y", undoubled):
                yield len(form) >= 3 and _is_stem(form, knowledge)


def _exchanged(key: str) -> Iterator[str]:
    """The words that this word is made from by a change of ending: renewable for renewably."""
    for ending, other in EXCHANGED:
        if key.endswith(ending):
            yield key.removesuffix(ending) + other


def _is_stem(form: str, knowledge: Knowledge) -> bool:
    standing = knowledge.entry(form)
    return bool(standing.flags & WORD) and (standing.zipf >= typo_w.STEM or len(form) >= LONG)
