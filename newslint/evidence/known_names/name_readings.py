"""Question 2 for two words: which known names they may be, with one half misspelt.

A known name is one that at least three publishers print, or a title of the encyclopedia.
`name_reading_features` says what is known of a reading; a fitted model weighs it.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint.core.record import NamedTuple
from newslint.evidence.known_names.unheard_half import is_unheard, words_near
from newslint.evidence.morphology import is_respelt
from newslint.lexicon.edit_distance import are_two_edits_apart, is_one_edit_apart
from newslint.lexicon.lexicon import CAPITAL, GIVEN, PLACE, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import SMALL_WORDS, TITLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


SHORTEST, SHORTEST_OTHER = 3, 2
"""Minimum letters of a half that may be misspelt, and of the other."""

SHORTEST_RIGHT = 4
"""Minimum letters of what is meant by a half."""

LONG = 7
"""Letters of a half from which two edits may lie between it and the right one."""

OFTEN_PRINTED = 5_000
"""So often printed, a half is no slip of another."""

FEW_TITLES, SURE_LETTERS = 400, 3
"""Titles in which a word may stand for all that begin with it to be read; if it stands in more,
so many letters of the word behind it must be right."""

RARE_TITLES, RARE_PRINTED = 60, 55
"""A word in so few titles, or so seldom printed, may stand beside one with another first letter;
beside a word that nobody has heard of, one in `FEW_TITLES`."""

NO_HALVES = SMALL_WORDS | TITLES
"""Words that are no misspelt half of a name, whatever stands beside them."""


class Half(NamedTuple):
    """A half of a name that may be misspelt, `key`, beside `other`.

    `link` is the small word between the two, if any, and `last` says that the half is the second.
    """

    key: str
    other: str
    link: str
    last: bool

    def whole(self, half: str) -> str:
        """The whole name with `half`."""
        parts = (self.other, self.link, half) if self.last else (half, self.link, self.other)
        return " ".join(filter(None, parts))


class Reading(NamedTuple):
    """A half of a name, and the `right` one that makes it a known name."""

    half: Half
    right: str

    @property
    def meant(self) -> str:
        """The known name."""
        return self.half.whole(self.right)


def name_readings(first: str, second: str, link: str, knowledge: Knowledge) -> list[Reading]:
    """The known names that two words may be, perhaps with `link` between them.

    Nothing is read into a name that is printed, or that the book has.
    """
    so = f"{first} {link} {second}" if link else f"{first} {second}"
    if shipped_names().count(so).times:
        return []
    found = list[Reading]()
    for key, other, last in ((second, first, True), (first, second, False)):
        if may_be_misspelt(key, other, knowledge):
            half = Half(key, other, link, last)
            found += [Reading(half, right) for right in rights_of(half, knowledge)]
    return [] if not found or knowledge.names.lookup(so) else found


def may_be_misspelt(key: str, other: str, knowledge: Knowledge) -> bool:
    """Whether a half beside the `other` may be misspelt.

    It is long enough, not printed too often, no small word, and no name of the book.
    """
    if len(key) < SHORTEST or len(other) < SHORTEST_OTHER or not key.isalpha():
        return False
    if key in NO_HALVES or other in SMALL_WORDS or knowledge.is_right(key):
        return False
    return shipped_names().count(key).times < OFTEN_PRINTED


def rights_of(half: Half, knowledge: Knowledge) -> list[str]:
    """What may be meant by a half: the halves of known names near to it.

    Most plurals, spellings of other countries and other romanisations are meant as they stand.
    """
    key = half.key
    rights = set(printed_halves(half))
    if not half.link and half.other not in TITLES:
        rights.update((titled_last if half.last else titled_first)(half, knowledge))
    if not rights:
        return []
    return sorted(
        right
        for right in rights
        if len(right) >= SHORTEST_RIGHT
        and right.isalpha()
        and right not in SMALL_WORDS
        and (not is_plural(key, right) or has_no_plural(half, right, knowledge))
        and not are_two_spellings(key, right)
        and not is_respelt(key, right, knowledge)
    )


def is_plural(key: str, right: str) -> bool:
    """Whether one of two words is the other with an s behind it, or men for man."""
    if key.replace("men", "man") == right.replace("men", "man"):
        return True
    return key == f"{right}s" or right == f"{key}s"


def has_no_plural(half: Half, right: str, knowledge: Knowledge) -> bool:
    """Whether a half does not stand in the plural where a name is meant with the `right` one.

    Compounds have their plural at the end, and so have people; but an office may be several's:
    Presidents Ada and Bo.
    """
    return is_person(half, knowledge) if half.last else not (half.link or right in TITLES)


def is_person(half: Half, knowledge: Knowledge) -> bool:
    """Whether a half stands behind a given name, so that it has no plural.

    What is no word and no place is a given name, too, if no census has it (Zinedine Zidane), but
    not with a digit: Q7 Varelpads.
    """
    other = knowledge.entry(half.other).flags
    unlisted = half.other.isalpha() and not other & (WORD | CAPITAL | PLACE)
    return half.last and (bool(other & GIVEN) or unlisted)


def printed_halves(half: Half) -> list[str]:
    """The halves of printed names that have the other half, too, near to this one."""
    key, other, names = half.key, half.other, shipped_names()
    begin = "" if names.count(other).times <= RARE_PRINTED else key[0]
    if half.last:
        beside = f"{half.whole('')} "
        return near_behind(beside, names.starting(beside + begin), key)
    link = half.link and f" {half.link}"
    rights = (left.removesuffix(link) for left in names.before(other, begin) if left.endswith(link))
    return [right for right in rights if " " not in right and are_near(key, right)]


def near_behind(beside: str, wholes: Iterable[str], key: str) -> list[str]:
    """The words near to `key` that stand alone behind `beside`, as all whole names begin."""
    begin = len(beside)
    least, most = begin + len(key) - 1, begin + len(key) + 1
    return [
        right
        for whole in wholes
        if least <= len(whole) <= most
        and (whole[begin] == key[0] or whole[-1] == key[-1])  # no edit changes both ends
        and " " not in (right := whole[begin:])
        and are_near(key, right)
    ]


def titled_last(half: Half, knowledge: Knowledge) -> Iterable[str]:
    """The second words of titles that begin with the other half, near to this one."""
    key, other, lexicon = half.key, half.other, knowledge.lexicon
    titles, unheard = knowledge.entry(other).titles, is_unheard(key, knowledge)
    if not titles and other.isalpha():
        return ()
    if unheard and titles > FEW_TITLES:
        near = {*lexicon.near(key), *words_near(key, lexicon)}
        return (right for right in near if lexicon.is_title(f"{other} {right}"))
    rare = FEW_TITLES if unheard else RARE_TITLES
    start = key[: 0 if titles <= rare else 1 if titles <= FEW_TITLES else SURE_LETTERS]
    beside = f"{other} "
    found = near_behind(beside, lexicon.titles_starting(beside + start), key)
    for right in lexicon.near(key) if start else ():
        if not right.startswith(start) and lexicon.is_title(beside + right):
            found.append(right)
    return found


def titled_first(half: Half, knowledge: Knowledge) -> Iterable[str]:
    """The first words of titles that end in the other half, near to this one.

    What is no well-known word is found only beside a word that nobody has heard of.
    """
    key, other, lexicon = half.key, half.other, knowledge.lexicon
    if not knowledge.entry(other).titles and other.isalpha():
        return ()
    near: Iterable[str] = (*lexicon.near(key), *sounding_alike(key))
    if is_unheard(key, knowledge):
        near = {*near, *words_near(key, lexicon)}
    return (
        right
        for right in near
        if len(right) >= SHORTEST_RIGHT and lexicon.is_title(f"{right} {other}")
    )


def are_two_spellings(key: str, right: str) -> bool:
    """Whether one spelling is British and the other American.

    >>> are_two_spellings("honour", "honor"), are_two_spellings("honnor", "honor")
    (True, False)
    """
    return any({key, right} == {key.replace(a, b), key.replace(b, a)} for a, b in BRITISH)


BRITISH = (("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ence", "ense"), ("is", "iz"))
"""Spellings in Britain, and in America."""


def sounding_alike(key: str) -> list[str]:
    """Words that end in another spelling of the same vowel.

    >>> sounding_alike("jodie")
    ['jodey', 'jodee', 'jody', 'jodi']
    """
    end = next((end for end in ONE_SOUND if key.endswith(end)), "")
    return [key.removesuffix(end) + other for other in ONE_SOUND if end and other != end]


ONE_SOUND = ("ie", "ey", "ee", "y", "i")
"""Ends of given names that are heard alike."""


def are_near(key: str, right: str) -> bool:
    """Whether two words are an edit apart, or two if they are long, or are heard alike."""
    if abs(len(key) - len(right)) > 1:
        return False
    if is_one_edit_apart(key, right):
        return True
    if key.endswith(ONE_SOUND) and right in sounding_alike(key):
        return True
    return len(key) >= LONG and key[0] == right[0] and are_two_edits_apart(key, right)
