"""Evidence of other languages: whether what stands around a word is English.

In: a document and the place of a word. Out: what the words beside it weigh against its being an
English word misspelt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.evidence import weights as w
from newslint.evidence.words import SMALL_WORDS, is_english, is_foreign
from newslint.lexicon import FAMILY, FOREIGN

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.knowledge import Knowledge

SMALL = frozenset(
    (
        "aux avec con da das de dei del della delle der des di dos du e ein eine el en est et fra "
        "il ist ich je la las le les los mit na nicht nous och para por pour que se sur un una und "
        "une vom von y zu zum zur"
    ).split(" ")
)
"""Small words of other languages that are none of English."""

IN_NAMES = frozenset(
    (
        "da das de dei del della delle der des di dos du e el il la las le les los mit na vom von "
        "y zu zum zur"
    ).split(" ")
)
"""Those of them that stand in people's names, too."""

AROUND = 5
"""Words before and after one that are looked at."""


ENGLISH = SMALL_WORDS - frozenset("in is he it me as at has will be by so our had not".split(" "))
"""Small words of English that no language beside it has."""

FEW, OUTNUMBERED = 5, 2
"""So many small words of other languages, and so many times as many as English ones, are needed."""


def is_foreign_copy(document: Document) -> bool:
    """Whether the article is in another language than English, by its small words."""
    others = sum(document.counts[word] for word in SMALL)
    return others >= FEW and others > OUTNUMBERED * sum(document.counts[w] for w in ENGLISH)


def among_foreign(at: int, document: Document, knowledge: Knowledge) -> float:
    """What it weighs that word `at` stands in a sentence, a phrase or a name of another language.

    The small words of a person's name say nothing: the plan of Ursula von der Leyen is English.
    """
    if is_species(at, document, knowledge):
        return w.SPECIES
    weight = w.BESIDE_FOREIGN if is_beside_small(at, document) else 0.0
    near = (*range(max(0, at - AROUND), at), *range(at + 1, at + 1 + AROUND))
    count = sum(
        stands_foreign(other, document, knowledge) for other in near if other < len(document.words)
    )
    if count >= 2:
        weight += w.AMONG_FOREIGN * count / 2
    return weight if weight or not begins_name(at, document, knowledge) else w.BESIDE_FOREIGN


def stands_foreign(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at`, in small letters, is none of English; figures (£5m) are no words."""
    word = document.words[at]
    if not word.islower() or not word[0].isalpha():
        return False
    if word in SMALL:
        return leads_on(at, document)
    return not word.replace("’", "'").isascii() or is_foreign(knowledge.key(word), knowledge)


def is_beside_small(at: int, document: Document) -> bool:
    """Whether a small word of another language stands right before or behind word `at`."""
    if at and is_small(at - 1, document) and document.gap(at) == " ":
        return True
    behind = at + 1
    return (
        is_small(behind, document)
        and document.gap(behind) == " "
        and (
            document.words[at][0].isupper()
            or document.words[behind] not in IN_NAMES
            or leads_on(behind, document)
        )
    )


def is_species(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` is the second of a Latin name: Lysichiton americanus."""
    if not at or document.gap(at) != " " or not document.words[at].islower():
        return False
    genus = document.words[at - 1]
    latin = document.words[at].endswith(LATIN) and genus.endswith(LATIN)
    return genus[0].isupper() and latin and not is_english(knowledge.key(genus), knowledge)


LATIN = ("us", "a", "um", "is", "i", "ae", "es", "ii", "ens", "ans", "or", "on")
"""How the words of a species' name end."""


def is_small(at: int, document: Document) -> bool:
    """Whether word `at` is a small one of another language; LA is a city."""
    if at >= len(document.words):
        return False
    return document.lowered[at] in SMALL and not document.words[at].isupper()


def leads_on(at: int, document: Document) -> bool:
    """Whether what follows the small word `at` is in small letters, and so no name."""
    while is_small(at, document):
        at += 1
    return at < len(document.words) and document.words[at].islower()


def begins_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` may be the small beginning of a family name (dela Cruz)."""
    flags = knowledge.standing(knowledge.key(document.words[at])).flags
    behind = document.words[at + 1] if at + 1 < len(document.words) else ""
    return bool(
        document.words[at].islower()
        and behind[:1].isupper()
        and flags & FOREIGN
        and flags & FAMILY
        and document.gap(at + 1) == " "
    )
