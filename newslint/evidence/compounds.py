"""Whether an unlisted word is a compound of other words."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.evidence import typo_weights as typo_w
from newslint.evidence.english_word import has_plain_plural
from newslint.lexicon.lexicon import ATTESTED, SLIP, WORD
from newslint.lexicon.slips import VOWELS
from newslint.text.english import NEVER_HALVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


PREFIXES = (
    "anti auto bi co counter cyber de dis eco euro ex extra fore hyper in inter intra "
    "kilo macro mega micro mid mini mis mono multi nano neo non out over para poly post pre "
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

BEHIND_I = frozenset("ed er ers able ability ness nesses ful fully ly ment ments al ally".split())
"""Endings before which a y that follows a consonant becomes an i: justifiable, not justifyable."""

OF_VERBS = frozenset("able ability ation ations ment ments ee ees ive".split())
"""Endings that only verbs have: nobody coins "soonation"."""

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
            plain = "" if suffix in BEHIND_I and changes_y(stem) else stem
            if suffix == "s" and not has_plain_plural(key, knowledge):
                continue
            for form in (plain, stem + "e", stem + "y", undoubled):
                yield (
                    len(form) >= 3
                    and _is_stem(form, knowledge)
                    and (suffix not in OF_VERBS or is_verb(form, knowledge))
                )


def is_verb(form: str, knowledge: Knowledge) -> bool:
    """Whether a dictionary has what the word would be with -ing as a verb: inspire, inspiring."""
    stem = form.removesuffix("e")
    forms = (f"{stem}ing", f"{form}ing", f"{form}{form[-1]}ing")
    return any(knowledge.entry(other).flags & (WORD | ATTESTED) for other in forms)


def changes_y(stem: str) -> bool:
    """Whether a y ends the stem that becomes an i before endings: happy, but not grey or shy.

    >>> [changes_y(stem) for stem in ("happy", "grey", "shy")]
    [True, False, False]
    """
    return stem[-1:] == "y" and not VOWELS.isdisjoint(stem[:-2]) and stem[-2] not in VOWELS


def _exchanged(key: str) -> Iterator[str]:
    """The words that this word is made from by a change of ending: renewable for renewably."""
    for ending, other in EXCHANGED:
        if key.endswith(ending):
            yield key.removesuffix(ending) + other


def _is_stem(form: str, knowledge: Knowledge) -> bool:
    standing = knowledge.entry(form)
    return bool(standing.flags & WORD) and (standing.zipf >= typo_w.STEM or len(form) >= LONG)
