"""Question 2 for a name that no publisher prints: whether many print one that is a slip away.

"Jonna Varelnisk" stands with no publisher, "Jonna Varelinsk" with many. The more often the printed
name stands, the likelier is a slip; the commoner both halves of the other name are, the likelier
somebody bears it by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import log10
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import printed_weights as printed_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_given, is_ordinary
from newslint.evidence.known_name import Doubt
from newslint.evidence.morphology import comes_otherwise
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.lexicon import FAMILY, FOREIGN, GIVEN
from newslint.lexicon.printed_names import PrintedNames, shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.text.english import LINKS, SMALL_WORDS, TITLES

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


SHORTEST = 4
"""Minimum letters of a half that is examined."""


REMEMBERED = 3_000
"""Maximum look-ups of printed names that are cached."""


NO_HALVES = TITLES | SMALL_WORDS
"""Words that may stand before any name."""


class Half(NamedTuple):
    """A half of a name that may be misspelt: `key` for `right`, beside `other`.

    `link` is the small word between the two, if any, and `last` says that the half is the second.
    """

    key: str
    right: str
    other: str
    link: str
    last: bool

    def whole(self, half: str) -> str:
        """The whole name with `half`."""
        parts = (self.other, self.link, half) if self.last else (half, self.link, self.other)
        return " ".join(filter(None, parts))


def doubt_unprinted(first: str, second: str, link: str, knowledge: Knowledge) -> Iterator[Doubt]:
    """Corrections of two words, perhaps with `link` between them, to a name that many print."""
    names = shipped_names()
    so = f"{first} {link} {second}" if link else f"{first} {second}"
    if names.count(so).times:
        return
    yield from doubt_link(first, second, link, names)
    found = list(halves(first, second, link, names))
    if not found or knowledge.names.lookup(so) or is_phrase(first, second, link):
        return
    for half in found:
        if half.right in NO_HALVES or are_two_spellings(half.key, half.right):
            continue
        if not comes_otherwise(half.key, half.right, knowledge):
            weight = weigh_half(half, names, knowledge)
            count = names.count(half.whole(half.right))
            right, wrong = (names.form(half.whole(key)) for key in (half.right, half.key))
            reason = f"'{right}' stands with {count.publishers} publishers, '{wrong}' with none"
            yield Doubt(weight, half.key, half.right, (reason.replace("{", ""),))


def leads_on(title: str, right: str) -> bool:
    """Whether the encyclopedia has a title, it seems, to lead to `right`, as news prints that.

    >>> leads_on("barak obama", "barack obama"), leads_on("michael martin", "micheal martin")
    (True, False)
    """
    count = shipped_names().count
    return count(right).times >= printed_w.LED_TO * max(1, count(title).times)


def going_on(name: str, behind: str) -> float:
    """The weight against the printed `name` if nobody prints it before `behind`.

    It is large if most print it before another word: then it is part of longer names.
    """
    names = shipped_names()
    if names.count(f"{name} {behind}").times:
        return 0.0
    longer = sum(names.count(found).times for found in starting(f"{name} "))
    return (
        printed_w.GOES_ON_OTHERWISE if 2 * longer >= names.count(name).times else printed_w.GOES_ON
    )


def doubt_alone(key: str, knowledge: Knowledge) -> Doubt | None:
    """The best correction of a word that nobody prints to a name of one word that many print."""
    names, known = shipped_names(), familiarity(key, knowledge)
    if len(key) <= SHORTEST or not key.isalpha() or known >= w.HEARD_OF or names.count(key).times:
        return None
    if knowledge.entry(key).flags or knowledge.is_right(key):
        return None
    best: Doubt | None = None
    length = known_w.EVERY_LETTER * (len(key) - known_w.USUAL_LETTERS)
    for right in knowledge.lexicon.near(key):
        count = names.count(right)
        kind = slip_kind(key, right)
        if count.publishers < printed_w.SOME_PUBLISHERS or kind not in known_w.TYPING:
            continue
        weight = (
            printed_w.PRINTED_ALONE
            + log10(count.times)
            + typo_w.SLIP_OF_WORD * w.SLIPS[kind]
            + length
        )
        if (best is None or weight - known > best.weight) and not comes_otherwise(
            key, right, knowledge
        ):
            reason = f"'{names.form(right)}' stands with {count.publishers} publishers, "
            best = Doubt(weight - known, key, right, (reason + "'{found}' with none",))
    return best


def are_two_spellings(key: str, right: str) -> bool:
    """Whether one spelling is British and the other American.

    >>> are_two_spellings("honour", "honor"), are_two_spellings("honnor", "honor")
    (True, False)
    """
    return any({key, right} == {key.replace(a, b), key.replace(b, a)} for a, b in BRITISH)


BRITISH = (("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ence", "ense"), ("ise", "ize"))
"""Spellings in Britain, and in America."""


def doubt_link(first: str, second: str, link: str, names: PrintedNames) -> Iterator[Doubt]:
    """Corrections of a small word in a name: Ada de Mare, del."""
    for right in LINKS if link in LINKS else ():
        name = f"{first} {right} {second}"
        count = names.count(name)
        if count.times and is_one_edit_apart(link, right):
            weight = printed_w.OTHER_LINK + log10(count.times)
            reason = f"'{names.form(name)}' stands with {count.publishers} publishers"
            yield Doubt(weight, link, right, (reason.replace("{", ""),))


def is_phrase(first: str, second: str, link: str) -> bool:
    """Whether news prints the words in sequence, but not as a name: missile defence."""
    counts = shipped_counts()
    numbers = [counts.number(word) for word in (first, link, second) if word]
    if not all(numbers):
        return False
    return bool((counts.triple if link else counts.pair)(*numbers).times)


def halves(first: str, second: str, link: str, names: PrintedNames) -> Iterator[Half]:
    """The halves that either word may be a slip for, beside the other."""
    if may_be_half(second, first, names):
        ahead = f"{first} {link} " if link else f"{first} "
        for whole in starting(ahead + second[0]):
            right = whole[len(ahead) :]
            if " " not in right and is_one_edit_apart(second, right):
                yield Half(second, right, first, link, True)
    if may_be_half(first, second, names):
        behind = f" {link} {second}" if link else f" {second}"
        for whole in ending_in(second, first[0]):
            right = whole.removesuffix(behind)
            if " " not in right and is_one_edit_apart(first, right):
                yield Half(first, right, second, link, False)


@lru_cache(REMEMBERED)
def starting(letters: str) -> tuple[str, ...]:
    """The printed names that start with these letters; the latest look-ups are cached."""
    return tuple(shipped_names().starting(letters))


@lru_cache(REMEMBERED)
def ending_in(part: str, letters: str) -> tuple[str, ...]:
    """The printed names that start with these letters and end in `part`; cached as `starting`."""
    return tuple(shipped_names().ending_in(part, letters))


def may_be_half(key: str, other: str, names: PrintedNames) -> bool:
    """Whether `key` may be a misspelt half of a name, beside `other`.

    It is long enough and rarely printed; the other one is printed, and no title or small word.
    """
    if len(key) < SHORTEST or len(other) < 2 or other in NO_HALVES or not key.isalpha():
        return False
    return names.count(key).times < printed_w.OFTEN_PRINTED and names.count(other).times > 0


def weigh_half(half: Half, names: PrintedNames, knowledge: Knowledge) -> float:
    """The weight for the printed name with that half."""
    count = names.count(half.whole(half.right))
    kind = slip_kind(half.key, half.right)
    return (
        printed_w.PRINTED
        + log10(count.times)
        - log10(chance(half, names, knowledge))
        + (printed_w.FEW_PUBLISHERS if count.publishers < printed_w.SOME_PUBLISHERS else 0.0)
        + w.SLIPS[kind]
        + known_otherwise(half, kind, knowledge)
    )


def chance(half: Half, names: PrintedNames, knowledge: Knowledge) -> float:
    """How often both halves would stand together by chance."""
    titles = knowledge.entry(half.key).titles
    borne = names.count(half.key).times + titles / printed_w.TITLES_PRINTED + printed_w.UNPRINTED
    return borne * (names.count(half.other).times + 1) / printed_w.NAMES_PRINTED


def known_otherwise(half: Half, kind: str, knowledge: Knowledge) -> float:
    """The weight against a slip if the name or the half, as it stands, is known."""
    entry = knowledge.entry(half.key)
    weight = 0.0
    if knowledge.lexicon.is_title(half.whole(half.key)):
        weight += printed_w.TITLE if entry.titles >= printed_w.BORNE_TITLES else printed_w.REDIRECT
    borne = entry.titles >= printed_w.BORNE_TITLES or entry.flags & FOREIGN
    if borne and kind in known_w.RESPELT and not is_ordinary(half.key, knowledge):
        weight += printed_w.RESPELT_NAME
    if is_ordinary(half.key, knowledge) and kind not in known_w.TYPING:
        weight += printed_w.MAY_BE_WORD * max(0.0, entry.zipf - known_w.RARE)
    if half.last and entry.flags & FAMILY and is_given(half.other, knowledge):
        weight += known_w.A_SURNAME
    if not half.last and entry.flags & GIVEN and kind in known_w.RESPELT:
        weight += known_w.GIVEN_MEANT
    return weight
