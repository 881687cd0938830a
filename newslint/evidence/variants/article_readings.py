"""Question 1 for two words: whether two names of an article that share a half are one name.

"Harlen Marines" and "Harlen Mariners" are one club, though either half is a word.
So this finds words for names, and names that others bear, too. What keeps two such names apart is
grammar (a plural, a people, the short form of a given name) or that both halves are words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from newslint.core.record import NamedTuple
from newslint.evidence.familiarity import familiarity, is_ordinary
from newslint.evidence.known_names.name_readings import Half, are_near, is_plural
from newslint.evidence.morphology import comes_otherwise
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.text.english import SMALL_WORDS, TITLES
from newslint.text.name_pairs import Parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


SHORTEST, SHORTEST_OTHER = 3, 2
"""Minimum letters of a half that may be misspelt, and of the other."""

ABBREVIATION = 4
"""Letters of an abbreviation of which each letter tells, at most."""

FAR_OFTENER = 3
"""How many times as often as its slip a name of ordinary words must stand that nobody prints."""


class OneName(NamedTuple):
    """Two names of an article that are one: its misspelt `half`, and how either is written."""

    half: Half
    right: str
    wrong_parts: Parts
    right_parts: Parts


def names_spelt_twice(
    table: Mapping[Parts, Sequence[object]], knowledge: Knowledge
) -> Iterator[OneName]:
    """The misspelt names of an article, by a table of the places of all its names."""
    sharing = defaultdict[tuple[str, str, bool], list[Parts]](list)
    for parts in table:
        first, second, link = parts
        sharing[first, link, True].append(parts)
        sharing[second, link, False].append(parts)
    for (other, link, last), names in sharing.items():
        if len(names) > 1 and len(other) >= SHORTEST_OTHER:
            for wrong, right in permutations(names, 2):
                if wrong[last][:1] == right[last][:1]:
                    half = Half(knowledge.key(wrong[last]), knowledge.key(other), link, last)
                    found = OneName(half, knowledge.key(right[last]), wrong, right)
                    if are_one(found, len(table[wrong]), len(table[right]), knowledge):
                        yield found


def are_one(found: OneName, times: int, others: int, knowledge: Knowledge) -> bool:
    """Whether a name that stands so many `times` is a slip for one that stands `others`."""
    key, right = found.half.key, found.right
    if min(len(key), len(right)) < SHORTEST or not (key.isalpha() and are_near(key, right)):
        return False
    if are_abbreviations(found) or key in TITLES:
        return False
    if found.half.other in SMALL_WORDS | TITLES or knowledge.is_right(key):
        return False
    if news_prints(found.half.whole(key)) or not is_better(found, times, others, knowledge):
        return False
    if not (found.half.last or is_one_edit_apart(key, right)):
        return False
    if is_plural(key, right) or comes_otherwise(key, right, knowledge):
        return False
    return not (are_of_one_family(found) or are_words(found, times, others, knowledge))


def are_abbreviations(found: OneName) -> bool:
    """Whether both halves are short and in capitals, as two offices are: Ostrix CMO, CTO."""
    halves = (parts[found.half.last] for parts in (found.wrong_parts, found.right_parts))
    return all(half.isupper() and len(half) <= ABBREVIATION for half in halves)


def news_prints(whole: str) -> bool:
    """Whether news prints a whole name."""
    return shipped_names().count(whole).times > 0


def is_better(found: OneName, times: int, others: int, knowledge: Knowledge) -> bool:
    """Whether the right name is likelier than the found one, by the article or else the world."""
    count, is_title = shipped_names().count, knowledge.lexicon.is_title
    ours, theirs = (
        (number, count(whole).times, is_title(whole), familiarity(half, knowledge))
        for half, number in ((found.half.key, times), (found.right, others))
        for whole in (found.half.whole(half),)
    )
    return theirs > ours


def are_of_one_family(found: OneName) -> bool:
    """Whether two first halves may be two given names: Steve, Steven; Carla, Carlo; Rob, Rod.

    Only slips of the fingers within a word are left, and sounds that are written in two ways.
    """
    key, right = found.half.key, found.right
    if found.half.last:
        return False
    ends = key[:-1] == right[:-1] or key.startswith(right) or right.startswith(key)
    return ends or slip_kind(key, right) in ("other", "key", "first")


def are_words(found: OneName, times: int, others: int, knowledge: Knowledge) -> bool:
    """Whether both halves are ordinary words, which make names of two things: District Policy.

    They name one thing if they are one edit apart, and news prints the right name or it stands far
    oftener. Words of one stem are mostly two edits apart (Athletes, Athletics).
    """
    words = all(is_ordinary(key, knowledge) for key in (found.half.key, found.right))
    if words and not is_one_edit_apart(found.half.key, found.right):
        return True
    printed = news_prints(found.half.whole(found.right))
    return words and not printed and others < FAR_OFTENER * times
