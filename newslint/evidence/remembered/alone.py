"""Score how likely a word alone, whatever stands beside it, is a slip for a printed one.

A fitted model scores what is observed of the two words; `weights/remembered.json` has the curve of
each feature, and `tools/train/remembered.py` fits them. What depends on the article is weighed by
hand. Weights by hand report what the model does not know. Words that differ by grammar or on
purpose are no slips.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log, log10
from typing import TYPE_CHECKING

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence.additive_model import load_model
from newslint.evidence.coinage import (
    are_letters,
    are_spellings,
    have_endings,
    is_coined,
    is_made_of,
    is_plural_name,
)
from newslint.evidence.familiarity import familiarity
from newslint.evidence.morphology import comes_otherwise
from newslint.evidence.remembered.alone_by_hand import weigh_by_hand
from newslint.evidence.remembered.beside import (
    MEANT_HERE,
    MOST_AGAIN,
    NEVER,
    REPORT,
    SHORTEST,
    UNHEARD,
    Suspect,
    in_print,
)
from newslint.evidence.remembered.candidates import least_for
from newslint.evidence.typos.word_place import QUOTES, is_closed
from newslint.lexicon.lexicon import CAPITAL, FAMILY, GIVEN, NAMED, PLACE, WORD
from newslint.lexicon.slips import slip_kind
from newslint.text.english import SMALL_WORDS

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Printed
    from newslint.text.document import Document


AGAIN, IN_FULL, ONCE = -0.8, -1.5, -0.5
"""Weights, in powers of ten: a form that is used again; a full name that was never printed, and so
may be a new person's; a form that another story has."""

QUOTED, AGED = -3.0, -1.5
"""Weights of its place: it stands in quotation marks by itself; an age follows the name, as it does
of people whom nobody knows."""

_AGE = lazy_pattern(r"(?: [A-Z][\w’'-]+)?(?:,| \() ?\d\d[,)]")

FAMILIAR = 3.7
"""Familiarity from which a word is itself, whatever is printed."""

FLAGS = {"word": WORD, "capital": CAPITAL, "given": GIVEN, "family": FAMILY, "place": PLACE}


def weigh_alone(suspect: Suspect, printed: Printed, knowledge: Knowledge) -> float:
    """The weight of the suspect alone, in powers of ten."""
    stories, wrongly = printed.stories(suspect.meant), printed.stories(suspect.key)
    if stories < least_for(wrongly) or not may_be_alone(suspect, knowledge):
        return NEVER
    weight = weigh_by_hand(suspect, printed, knowledge)
    if not are_letters(suspect.spelt):
        weight = max(weight, _fitted(suspect, printed, knowledge))
    weight += AGAIN * min(suspect.times - 1, MOST_AGAIN)
    return weight + MEANT_HERE * (suspect.meant in suspect.here and not suspect.is_full)


def _fitted(suspect: Suspect, printed: Printed, knowledge: Knowledge) -> float:
    """The weight by the model, and by what the misspellings that it was fitted on don't have."""
    model, wrongly = load_model("remembered"), printed.stories(suspect.key)
    score = model.score(features_of(suspect, printed, knowledge)) - model.report
    weight = REPORT + score / log(10) + ONCE * (wrongly == 1)
    weight += IN_FULL * suspect.is_full
    return weight - (in_print(wrongly, printed) - NEVER)


def in_place(at: int, document: Document) -> float:
    """The weight that the place of word `at` adds."""
    text, (start, end) = document.text, document.span(at)
    quoted = start and text[start - 1] in QUOTES and is_closed(text, end)
    return QUOTED * bool(quoted) + AGED * bool(_AGE.match(text, end))


def features_of(suspect: Suspect, printed: Printed, knowledge: Knowledge) -> dict[str, float]:
    """What is observed of the two words, whatever the article, by name."""
    return dict(_features(suspect, printed, knowledge))


def may_be_alone(suspect: Suspect, knowledge: Knowledge) -> bool:
    """Whether a word alone may be a slip by its form: no inflection, and not coined."""
    spelt, right, wrong, meant = suspect.spelt, suspect.right, suspect.key, suspect.meant
    kind = slip_kind(wrong, meant)
    if are_letters(spelt) or are_letters(right):
        return are_letters(spelt) and are_letters(right) and kind == "transposed"
    if len(wrong) < SHORTEST or kind == "first" or meant in SMALL_WORDS:
        return False
    if is_well_known(wrong, knowledge):
        return False
    if kind == "several" and (wrong[:3] != meant[:3] or bool(knowledge.entry(meant).flags & WORD)):
        return False
    if spelt.islower() and (
        kind == "last" or (not right.islower() and _is_known_name(meant, knowledge))
    ):
        return False
    return not (
        is_coined(spelt, right, knowledge)
        or is_plural_name(wrong, knowledge)
        or have_endings(wrong, meant)
        or is_made_of(wrong, meant, knowledge)
        or (_is_heard_of(wrong, knowledge) and comes_otherwise(wrong, meant, knowledge))
        or are_spellings(wrong, meant, knowledge)
        or (wrong[-1] == "z" != meant[-1])  # Boyz
    )


def is_well_known(key: str, knowledge: Knowledge) -> bool:
    """Whether a word is so familiar that it is no slip for anything."""
    return familiarity(key, knowledge) >= FAMILIAR


def _is_known_name(key: str, knowledge: Knowledge) -> bool:
    """Whether the world has a name, and no word."""
    flags = knowledge.entry(key).flags
    return bool(flags & (NAMED | CAPITAL)) and not flags & WORD


def _features(
    suspect: Suspect, printed: Printed, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    spelt, wrong, meant = suspect.spelt, suspect.key, suspect.meant
    stories = printed.stories(meant)
    yield f"slip_{slip_kind(wrong, meant)}", 1.0
    yield "letters", float(len(wrong))
    yield "stories", log10(stories)
    yield "share", log10(stories / printed.size)
    yield "small", float(spelt.islower())
    for who, key in (("found", wrong), ("right", meant)):
        flags, _, titles = knowledge.entry(key)
        yield f"{who}_familiar", familiarity(key, knowledge)
        yield f"{who}_titles", log10(titles + 1)
        for name, flag in FLAGS.items():
            yield f"{who}_{name}", float(bool(flags & flag))


def _is_heard_of(key: str, knowledge: Knowledge) -> bool:
    """Whether the world has the word at all; romanisations that nobody uses are slips (Ubysoft)."""
    return familiarity(key, knowledge) >= UNHEARD
