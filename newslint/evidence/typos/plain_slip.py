"""Plain slips: spellings that can hardly be anything else than one word mistyped.

A finding may be likely; a safe fix must be plain. Whoever coins a word, plays on one or writes
another language seldom writes what fingers do by themselves, and what a list of misspellings has
is seldom anything else.
"""

from __future__ import annotations

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence.coinage import is_play
from newslint.evidence.typos.other_readings import SELDOM
from newslint.evidence.typos.typo import SHORT
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import FOREIGN, SLIP, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import KEYBOARD, slip_kind
from newslint.text.english import SMALL_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.lexicon.counts import Counts


FINGERS = frozenset(("transposed", "doubled", "undoubled", "dropped", "moved"))
"""Slips of the fingers; "added" and "key" are such only beside certain letters."""

USUAL = ("transposed", "doubled", "undoubled")
"""Slips that are made oftener than any other."""

LISTED_LEAD, SHORT_LEAD = 1.2, 0.5
"""How far a list's only correction must be ahead of other words; less if letters are swapped or one
is doubled or not, and in short words, whose lead is reckoned smaller."""

RARER = 1.5
"""By how much, on the Zipf scale, another word that may be meant must be rarer."""

SEEN = 100
"""How often news must print a word, so that another spelling in use would be seen there, too."""

SHORTEST, SHORTEST_SWAPPED = 7, 6
"""Letters of an unlisted word, at the least, that is a plain slip."""

HEARD_OF, TITLES = 1.5, 2
"""Zipf frequency, and titles of the encyclopedia, up to which a spelling is nobody's own."""

PUBLISHERS = 9
"""Publishers that print a word, at the least, for which an unlisted one is a plain slip."""

EITHER = frozenset(map(frozenset, (("to", "from"), ("and", "or"), ("he", "she"), ("his", "her"))))
"""Small words that a stroke stood between rather than a space: to/from."""

PARTICLES = frozenset("in on by to at as be so for with not if".split())
"""Small words that are parts of longer ones, too: an addon, a bypath."""

ECHO = 2
"""How far off the same letter stands that fingers struck too early or again: harbrour."""

_DRAWN = lazy_pattern(r"([aeiou])\1\1|(.)\2\2\2|(.)\3\3$")


def is_plain_slip(word: str, key: str, right: str, lead: float, knowledge: Knowledge) -> bool:
    """Whether `word`, folded `key`, can hardly be anything else than `right` mistyped.

    `lead` is how far `right` is ahead of other words.
    """
    if " " in right:
        return is_plain_joint(key, right, knowledge)
    if not right.isalpha():
        return True
    if is_drawn_out(key):
        return False
    if knowledge.entry(key).flags & SLIP:
        return is_plain_in_list(key, right, lead, knowledge)
    return word.islower() and is_plain_unlisted(key, right, knowledge)


def is_plain_joint(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether a word is plainly the two words `right` without the space between them."""
    if knowledge.entry(f"{key}g").flags:  # mendin is no "mend in"
        return False
    first, _, second = right.partition(" ")
    if frozenset((first, second)) in EITHER:
        return False
    counts = shipped_counts()
    if is_seldom_side_by_side(first, second, counts):
        return False
    if knowledge.entry(key).flags & SLIP or first[0].isupper() or " " in second:
        together = counts.pair(counts.number(first), counts.number(second)).times
        return together >= SELDOM * counts.word(counts.number(key)).times
    small = [word for word in (first, second) if word in SMALL_WORDS]
    return len(small) == 2 or (bool(small) and small[0] not in PARTICLES)


def is_seldom_side_by_side(first: str, second: str, counts: Counts) -> bool:
    """Whether two words in use stand together less often than by chance: with for."""
    numbers = counts.number(first), counts.number(second.partition(" ")[0])
    return counts.by_chance(*numbers) > counts.pair(*numbers).times


def is_drawn_out(key: str) -> bool:
    """Whether a letter is repeated as nobody's fingers do it: pleeease, dearrrr, yesss."""
    return _DRAWN.search(key) is not None


def is_plain_in_list(key: str, right: str, lead: float, knowledge: Knowledge) -> bool:
    """Whether a listed misspelling is plain: nothing else is near, and `right` is in use."""
    kind = slip_kind(key, right)
    if kind == "last":  # one of the crafts sails
        return False
    if has_rival(key, right, knowledge):
        return False
    short = len(key) <= SHORT and not knowledge.entry(key).flags & FOREIGN
    if lead < (SHORT_LEAD if short or kind in USUAL else LISTED_LEAD):
        return False
    counts = shipped_counts()
    times = counts.word(counts.number(right)).times
    return times >= SEEN or (times > 0 and kind in FINGERS)


def is_plain_unlisted(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether an unlisted word is a slip of the fingers for the only word that is near."""
    kind = slip_kind(key, right)
    if len(key) < (SHORTEST_SWAPPED if kind == "transposed" else SHORTEST):
        return False
    if not is_of_fingers(key, right) or set(knowledge.lexicon.near(key)) - {right}:
        return False
    if kind == "added" and is_play(key, right, knowledge):
        return False
    entry = knowledge.entry(key)
    if entry.flags & FOREIGN or entry.zipf > HEARD_OF or entry.titles > TITLES:
        return False
    counts = shipped_counts()
    if counts.number(key) or shipped_names().count(key).times:
        return False
    return counts.word(counts.number(right)).publishers >= PUBLISHERS


def has_rival(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether fingers make the word of another one, too, that is hardly rarer than `right`."""
    least = knowledge.entry(right).zipf - RARER
    others = (other for other in knowledge.lexicon.near(key) if other != right)
    return any(
        knowledge.entry(other).zipf >= least
        and knowledge.entry(other).flags & WORD
        and is_of_fingers(key, other)
        for other in others
    )


def is_of_fingers(wrong: str, right: str) -> bool:
    """Whether fingers turn `right` into `wrong` by themselves.

    >>> is_of_fingers("harbuor", "harbour"), is_of_fingers("harboiur", "harbour")
    (True, True)
    >>> is_of_fingers("hurbour", "harbour"), is_of_fingers("harbouar", "harbour")
    (False, False)
    """
    kind = slip_kind(wrong, right)
    if kind in FINGERS:
        return True
    at = next(
        (i for i, pair in enumerate(zip(wrong, right, strict=False)) if pair[0] != pair[1]), 0
    )
    if kind == "key":
        return len(wrong) > SHORTEST and wrong[-1] == right[-1]
    if kind != "added":
        return False
    near = wrong[max(0, at - ECHO) : at] + wrong[at + 1 : at + 1 + ECHO]
    return wrong[at] in near or any(
        wrong[at] in KEYBOARD.get(beside, ()) for beside in wrong[at - 1] + wrong[at + 1]
    )
