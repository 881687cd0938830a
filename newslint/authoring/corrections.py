"""Read a paper's correction notices: names, and how they were misspelt.

A notice is read only if it says both what is right and what was wrong, and the two resemble each
other; whatever else it says is for a person. The wordings are those of correction columns:
"An earlier version of this article misspelled the surname of the harbour master. He is Jonas
Hallgrim, not Hallgrin."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.place import Where
from newslint.core.record import NamedTuple
from newslint.lexicon.edit_distance import distance
from newslint.lexicon.folding import fold
from newslint.text.english import TITLES

_PART = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*(?<![.'’])"

_INITIAL = r"[A-Z]\."

_LINK = r"(?:al|el|bin|bint|ibn|da|de|del|della|der|den|di|dos|du|la|le|ten|ter|van|von|zu|ap|y)"

_NAME = (
    rf"(?:(?:al|el)-)?{_PART}(?: (?:(?:{_LINK} ){{0,2}}(?:{_INITIAL}|(?:al|el)-{_PART}|{_PART})))*"
)

RIGHT, WRONG, WHOLE = (
    rf"[“\"‘']?\b(?P<{group}>{_NAME})[”\"’']?" for group in ("right", "wrong", "whole")
)
"""The right name, the wrong one, and the full name of which they may be parts."""


_KIND = r"(?:(?:first|last|given|family|sur|full|middle)[ -]?)?names?"

_SPELT = r"(?:mis-?spel(?:led|t)|(?:incorrectly|wrongly) spel(?:led|t))"

_AS = r"(?:as|to be)"

_MISTOLD = rf"(?:{_SPELT}|misstated|mistakenly gave|incorrectly gave|wrongly gave|misnamed|gave)"

_IS = r"(?:is|was|should (?:be|have been))"

_OWN = rf"{WHOLE}(?:[’']s|[’'](?= ))"

_NOT = r",?(?: and)? not"

PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # The surname of Rosa Velmere is Velmere, not Velmore.
        rf"{_KIND} of (?:[a-z][\w -]*,? )?{WHOLE}(?:, [^.;,]*,)? {_IS}"
        rf" (?:spel(?:led|t) )?{RIGHT}{_NOT} {WRONG}",
        # The name of the town is Brannock Bay, not Brannoch Bay.
        rf"{_KIND} of [a-z][^.;A-Z]*? {_IS} {RIGHT}{_NOT} {WRONG}",
        # Rosa Velmere's surname is Velmere, not Velmore; ... should have been spelt ...
        rf"{_OWN} {_KIND} {_IS} (?:spel(?:led|t) )?{RIGHT}{_NOT} {WRONG}",
        # misspelled Rosa Velmere's surname as Velmore; Rosa Velmere's name was misspelled as ...
        rf"{_OWN} {_KIND} (?:was |were |has been |had been )?(?:{_SPELT} |misstated |given |wrongly"
        rf" given |incorrectly given |printed )?{_AS} {WRONG}",
        # misspelled the name of the skipper, Rosa Velmere, as Rosa Velmore
        rf"{_MISTOLD} (?:the {_KIND} of )?(?:[^.;]*? )?{WHOLE},? {_AS} {WRONG}",
        # the name of the skipper Rosa Velmere was misspelled as Velmore
        rf"{_KIND} of (?:[^.;]*? )?{WHOLE},? (?:was|were|has been) {_SPELT} {_AS} {WRONG}",
        # We misspelled her name as Velmore. It is Rosa Velmere.
        rf"{_SPELT} [^.;]*? {_AS} {WRONG}[.;,] (?:[Ii]t|[Hh]e|[Ss]he|[Tt]he correct {_KIND})"
        rf" {_IS} {RIGHT}(?=[.;,]|$)",
        # We said Velmore; the correct spelling is Velmere.
        rf"\b(?:said|wrote|printed|gave|called|had|referred to|identified|named|{_SPELT})\b[^.;]*?"
        rf" {WRONG}[^.;]*?[.;:,] [^.;]*?(?:\b[Cc]orrect (?:spelling|{_KIND})|[Ss]pelling|{_KIND})"
        rf" (?:is|should (?:be|read|have been)) (?:spel(?:led|t) )?{RIGHT}(?=[.;,]|$)",
        # Rosa Velmore should have been spelt Rosa Velmere.
        rf"{WRONG} should (?:be|have been) (?:correctly )?spel(?:led|t) {RIGHT}(?=[.;,]|$)",
        # It is spelt Velmere, not Velmore. She is Rosa Velmere, not Velmore.
        rf"(?:(?:[Ii]t|[Hh]e|[Ss]he|{_KIND}|[Tt]hat|spelling) {_IS}|[Ii]t[’']s|"
        rf"(?:is|be) (?:correctly )?spel(?:led|t)|should (?:be|have (?:been|read|groups)))"
        rf" (?:correctly )?(?:spel(?:led|t) )?{RIGHT}{_NOT} {WRONG}",
        # The correct spelling is Velmere rather than Velmore.
        rf"(?:spelling|{_KIND}) (?:is|should be) {RIGHT},? (?:rather than|instead of) {WRONG}",
    )
)
"""Wordings of notices, the most specific first."""


ABOUT_SPELLING = re.compile(
    rf"{_SPELT}|spel(?:led|t|ling)|\b{_KIND}\b|\bmis-?identified\b", re.IGNORECASE
)
"""Occurs in notices about the spelling of a name; without it, "X, not Y" are two people. Who was
misidentified may be somebody else, too: then the two names do not resemble each other."""


class Correction(NamedTuple):
    """The right form of a name, the printed form, and the notice."""

    right: str
    wrong: str
    notice: str
    where: Where


class Unread(NamedTuple):
    """A notice without a usable correction, and the reason."""

    where: Where
    reason: str


def read_notices(text: str, path: str) -> Iterator[Correction | Unread]:
    """The correction in each notice of `text` (one a line), in their order."""
    for number, line in enumerate(text.splitlines(), 1):
        notice = " ".join(line.split())
        if notice:
            yield _read(notice, Where(path, number))


def _read(notice: str, where: Where) -> Correction | Unread:
    if not ABOUT_SPELLING.search(notice):
        return Unread(where, "it is not about how a name is spelt")
    for pattern in PATTERNS:
        for match in pattern.finditer(notice):
            groups = match.groupdict()
            right = _whole(groups.get("whole"), groups.get("right"))
            pair = _fitted(right, groups["wrong"], notice)
            if pair:
                return Correction(*pair, notice, where)
    return Unread(where, "it does not say both what is right and what was wrong")


def _whole(whole: str | None, right: str | None) -> str:
    """The full name if `right` is its last part; otherwise `right`."""
    if not whole or not right:
        return right or whole or ""
    known = {fold(word) for word in whole.split()}
    return whole if set(fold(right).split()) <= known else right


def _fitted(right: str, wrong: str, notice: str) -> tuple[str, str] | None:
    """The right and the wrong name, both in full, if one may be a slip for the other.

    A wrong part replaces the part of the right name that it resembles.
    """
    right = _longest(_untitled(right), notice)
    rights, wrongs = right.split(), _untitled(wrong).split()
    if fold(right) == fold(wrong) or len(wrongs) > len(rights):
        return None
    best = min(range(len(rights) - len(wrongs) + 1), key=lambda at: _apart(rights, wrongs, at))
    if not _resemble(rights[best : best + len(wrongs)], wrongs):
        return None
    full = [*rights[:best], *wrongs, *rights[best + len(wrongs) :]]
    return right, " ".join(full)


def _untitled(name: str) -> str:
    """The name without a title or article before it: Councillor, The, Dr."""
    words = name.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES | _SMALL:
        del words[0]
    return " ".join(words)


_SMALL = frozenset("the a an in on it he she his her their".split())


def _longest(right: str, notice: str) -> str:
    """The full name in the notice that ends with this surname; otherwise `right`."""
    full = re.search(rf"\b((?:{_PART} ){{1,2}}{re.escape(right)})\b", notice)
    return _untitled(full[1]) if full and " " not in right else right


def _apart(rights: list[str], wrongs: list[str], at: int) -> int:
    return sum(distance(fold(a), fold(b)) for a, b in zip(rights[at:], wrongs, strict=False))


def _resemble(rights: list[str], wrongs: list[str]) -> bool:
    """Whether the words differ, each by at most a slip or two from its counterpart."""
    pairs = [(fold(a), fold(b)) for a, b in zip(rights, wrongs, strict=True)]
    return any(a != b for a, b in pairs) and all(
        distance(a, b) <= max(1, min(len(a), len(b)) // 3) for a, b in pairs
    )
