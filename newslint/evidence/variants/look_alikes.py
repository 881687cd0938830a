"""Find the names of an article that are a slip or two apart, in time that grows with their number.

Among hundreds of names that begin alike, each is compared with its neighbours in sorted order, and
in the order of the reversed names: two spellings of one name share their beginning or their end
(the sorted neighbourhood of Hernández and Stolfo, 1995). A name with many look-alikes is no slip:
nobody mistypes a name in seven ways.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations

from newslint.lexicon.edit_distance import are_two_edits_apart, deletions, is_one_edit_apart
from newslint.native.choice import compiled

LONG = 6
"""Minimum letters of names that may be two slips apart."""


ALL = 200
"""Maximum long names with one first letter that are compared each with each."""


NEAR = 40
"""Neighbours on either side that a name is compared with if there are more."""


CROWD = 6
"""Maximum look-alikes of a name; in 2,900 articles one name had four."""


Pair = tuple[str, str]


def look_alikes(keys: Collection[str], is_unknown: Callable[[str], bool]) -> list[Pair]:
    """Pairs of names that are one slip apart, or two if they are long, without crowds.

    >>> look_alikes(["harstorm", "harstom", "okoro"], lambda key: True)
    [('harstom', 'harstorm')]
    """
    pairs = sorted(one_slip_apart(keys))
    company = Counter(chain.from_iterable(pairs))
    for pair in two_slips_apart(keys, company, is_unknown):
        company.update(pair)
        pairs.append(pair)
    return [(a, b) for a, b in pairs if company[a] <= CROWD and company[b] <= CROWD]


@lru_cache(3_000)
def shared_forms(key: str) -> tuple[str, ...]:
    """The key, and the key without each of its letters; keys one edit apart share one of them."""
    return tuple({key, *deletions(key)})


def one_slip_apart(keys: Collection[str]) -> set[Pair]:
    """Pairs of names that are one edit apart: they share a form."""
    names = tuple(keys)
    return {
        (min(a, b), max(a, b))
        for group in (compiled.alike(names) if compiled else alike(names))
        for a, b in _held_together([names[at] for at in group])
        if is_one_edit_apart(a, b)
    }


def alike(keys: Sequence[str]) -> list[list[int]]:
    """The places of keys that share a form, in a list for each form. A seam of the scanner.

    The compiled scanner compares hashes of forms, and so may put another key into a list.
    """
    forms = [shared_forms(key) for key in keys]
    seen: set[str] = set()
    common: set[str] = set()
    for shared in forms:
        common.update(seen.intersection(shared))
        seen.update(shared)
    groups: dict[str, list[int]] = {form: [] for form in common}
    for at, shared in enumerate(forms) if common else ():
        for form in common.intersection(shared):
            groups[form].append(at)
    return [*groups.values()]


def two_slips_apart(
    keys: Collection[str], company: Mapping[str, int], is_unknown: Callable[[str], bool]
) -> Iterator[Pair]:
    """Pairs of long names that begin alike and are two edits apart.

    One of them is unknown, or only a letter has moved: Tracey, Treacy. Names that already have too
    many look-alikes, by `company`, are left out.
    """
    long: dict[str, list[str]] = {}
    for key in keys:
        if len(key) >= LONG and company[key] <= CROWD:
            long.setdefault(key[0], []).append(key)
    for alike in long.values():
        if len(alike) > 1:
            yield from _two_apart_among(alike, company, {*filter(is_unknown, alike)})


def _two_apart_among(
    alike: Sequence[str], company: Mapping[str, int], unknown: Collection[str]
) -> Iterator[Pair]:
    for a, b in _held_together(alike) if unknown else ():
        if company[a] > CROWD or company[b] > CROWD or not (a in unknown or b in unknown):
            continue
        if two_apart(a, b):
            yield (a, b) if a in unknown and (b not in unknown or a < b) else (b, a)
    known = [key for key in alike if key not in unknown]
    moved: dict[str, list[str]] = {}
    for key in known if len(known) > 1 else ():
        moved.setdefault("".join(sorted(key)), []).append(key)
    for keys in moved.values():
        yield from _held_together(keys)


def _held_together(keys: Sequence[str]) -> Iterator[Pair]:
    """All pairs of few names; of many, those that are near each other from one end or the other."""
    if len(keys) <= ALL:
        yield from combinations(keys, 2)
        return
    onwards = sorted(keys)
    backwards = sorted(keys, key=lambda key: key[::-1])
    rank = {key: at for at, key in enumerate(onwards)}
    yield from _neighbours(onwards)
    yield from ((a, b) for a, b in _neighbours(backwards) if abs(rank[a] - rank[b]) > NEAR)


def _neighbours(ordered: Sequence[str]) -> Iterator[Pair]:
    for at, key in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEAR]:
            yield key, other


def two_apart(a: str, b: str) -> bool:
    """Whether exactly two edits (OSA) turn `a` into `b`.

    An edit changes at most two letters of the set that a word is made of.
    """
    return abs(len(a) - len(b)) <= 2 and len({*a} ^ {*b}) <= 4 and are_two_edits_apart(a, b)
