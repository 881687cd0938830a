"""Question 2 for one word: which known names a word may be that hardly anybody knows.

`word_reading_features` says what is known of a reading; a fitted model weighs it.
"""

from __future__ import annotations

from newslint.evidence.familiarity import familiarity, is_listed
from newslint.evidence.known_names.known_name import is_follower, is_mere
from newslint.evidence.known_names.name_readings import are_two_spellings
from newslint.evidence.morphology import is_respelt
from newslint.lexicon.printed_names import shipped_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


SHORTEST = 4
"""Minimum letters of a word that is examined."""

HEARD, LISTED_HEARD = 3.3, 2.2
"""Familiarity from which a word is meant as it stands, and one that a list has."""

OFTEN_PRINTED = 30
"""So often printed, a name is none of the slips that publishers make again and again."""


def word_readings(key: str, knowledge: Knowledge) -> list[str]:
    """The well-known names that a word may be, which hardly anybody knows."""
    if len(key) < SHORTEST or not key.isalpha() or not key.isascii():
        return []
    least = LISTED_HEARD if is_listed(key, knowledge) else HEARD
    if familiarity(key, knowledge) >= least or shipped_names().count(key).times > OFTEN_PRINTED:
        return []
    if knowledge.is_right(key) or is_follower(key, knowledge):
        return []
    return [
        right
        for right in (*knowledge.lexicon.near(key), *shipped_names().near(key))
        if not is_mere(right, knowledge)
        and not are_two_spellings(key, right)
        and not is_respelt(key, right, knowledge)
    ]
