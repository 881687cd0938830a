"""Change a story in known ways: a name, a figure or a quotation, at a known place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from tools.source_pairs import cast
from tools.source_pairs.pairs import DAYS, Pair, Place, clock, day

NAME, UNKNOWN = "source/name", "source/unknown-name"

FIGURE, QUOTATION = "source/figure", "source/quotation"


class Change(NamedTuple):
    """One change: its sort, the rule that is to find it, and where it stands in the story."""

    sort: str
    rule: str
    start: int
    end: int
    was: str
    now: str


Changer = Callable[[str, Any, random.Random, Pair], str]


def slip(word: str, rng: random.Random) -> str:
    """A word with two letters swapped, one left out, doubled or mistaken."""
    at = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(4)
    if kind == 0 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    letter = rng.choice([c for c in "aeiorstln" if c != word[at]])
    return word[:at] + letter + word[at + 1 :]


def _slip_in_name(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    words = text.split(" ")
    words[-1] = slip(words[-1], rng)
    return " ".join(words)


def _other_given(text: str, value: Any, rng: random.Random, pair: Pair) -> str:
    given, last, sex = value
    taken = {
        person[0]
        for person in pair.values.values()
        if isinstance(person, tuple) and len(person) == 3
    }
    others = [g for g in cast.GIVEN[sex] if g not in taken and g[0] != given[0]]
    return f"{rng.choice(others)} {last}"


def _stranger(_: str, value: Any, rng: random.Random, pair: Pair) -> str:
    text = pair.source
    given = rng.choice([g for g in cast.GIVEN[value[2]] if g not in text])
    return f"{given} {rng.choice([last for last in cast.LAST if last not in text])}"


def _other_class(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    return rng.choice(cast.CLASSES[text])


def _other_title(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    return rng.choice(cast.TITLES[text])


def _other_side(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    sides = "North South East West Upper Lower Old New Great Little".split()
    at = sides.index(text)
    return sides[at + 1 if at % 2 == 0 else at - 1]


def _digits(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    """The digits of a figure with two swapped or one mistaken."""
    places = [at for at, char in enumerate(text) if char.isdigit()]
    if len(places) > 1 and rng.random() < 0.6:
        pairs = [
            (a, b)
            for a, b in pairwise(places)
            if text[a] != text[b] and not (a == places[0] and text[b] == "0")
        ]
        if pairs:
            a, b = rng.choice(pairs)
            chars = list(text)
            chars[a], chars[b] = chars[b], chars[a]
            return "".join(chars)
    at = rng.choice(places)
    digit = rng.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def _year(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    """A year with its last two digits swapped or one of them mistaken."""
    if text[2] != text[3] and rng.random() < 0.5:
        return text[:2] + text[3] + text[2]
    digit = rng.choice([d for d in "0123456789" if d != text[3]])
    return text[:3] + digit


def _scale(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    for old, new in (("million", "billion"), ("billion", "million"), ("bn", "m")):
        if old in text:
            return text.replace(old, new)
    if text.endswith("m"):
        return text[:-1] + "bn"
    return text.replace(",000", "") if text.endswith(",000") else text + "0"


def _currency(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    return text.replace("£", "$") if "£" in text else text.replace("$", "€")


def _unit(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    number, unit = text.split(" ")
    other = {
        "miles": "kilometres",
        "km": "miles",
        "months": "years",
        "years": "months",
        "days": "weeks",
        "hours": "days",
        "metres": "feet",
        "tonnes": "kilograms",
        "mph": "kph",
        "acres": "hectares",
        "seconds": "minutes",
    }
    return f"{number} {other.get(unit, unit)}" if unit in other else text


def _date(text: str, value: Any, rng: random.Random, __: Pair) -> str:
    style = 0 if text[0].isdigit() else 1
    style += 2 if re.search(r"\d{4}", text) else 0
    moved = value + timedelta(rng.choice((1, -1, 2, 7, -7, 10, 30, -31)))
    return day(moved.replace(year=value.year), style)


def _weekday(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    return rng.choice([d for d in DAYS if d != text])


def _time(text: str, value: Any, rng: random.Random, __: Pair) -> str:
    style = 1 if ":" in text else 2 if text.startswith("half") else 0
    moved = (
        value + rng.choice((60, -60, 120))
        if style == 2
        else value + rng.choice((60, -60, 10, -10, 120))
    )
    return clock(moved % 1440, style)


def _score(text: str, value: Any, rng: random.Random, __: Pair) -> str:
    a, b = value
    return f"{a + rng.choice((1, 2))}-{b}" if rng.random() < 0.5 else f"{a + 1}-{b + 1}"


def _word_in_quotation(text: str, _: Any, rng: random.Random, __: Pair) -> str:
    words = text.split(" ")
    at = rng.randrange(len(words))
    kind = rng.randrange(4)
    if kind == 0:
        words[at] = rng.choice([w for w in cast.OTHER_WORDS if w != words[at]])
    elif kind == 1 and len(words) > 5:
        at = rng.randrange(1, len(words) - 1)
        del words[at]
    elif kind == 2:
        words.insert(max(1, at), rng.choice(cast.OTHER_WORDS))
    else:
        at = rng.randrange(len(words) - 1)
        if words[at] == words[at + 1]:
            words[at] = rng.choice(cast.OTHER_WORDS)
        words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _invented(_: str, __: Any, rng: random.Random, pair: Pair) -> str:
    return rng.choice([quote for quote in cast.QUOTES if quote not in pair.source])


CHANGES: dict[str, tuple[str, tuple[str, ...], Changer]] = {
    "slip in a person's name": (NAME, ("person", "last"), _slip_in_name),
    "slip in a place or firm": (NAME, ("place", "firm"), _slip_in_name),
    "another given name": (NAME, ("person",), _other_given),
    "another title": (NAME, ("title",), _other_title),
    "an organisation altered": (NAME, ("class",), _other_class),
    "another side of a place": (NAME, ("qual",), _other_side),
    "somebody of no source": (UNKNOWN, ("person",), _stranger),
    "digits of a number": (FIGURE, ("number",), _digits),
    "digits of a sum": (FIGURE, ("money",), _digits),
    "digits of a percentage": (FIGURE, ("percent",), _digits),
    "digits of an age": (FIGURE, ("age",), _digits),
    "digits of a measure": (FIGURE, ("measure",), _digits),
    "digits of a year": (FIGURE, ("year",), _year),
    "scale": (FIGURE, ("money",), _scale),
    "currency": (FIGURE, ("money",), _currency),
    "unit": (FIGURE, ("measure",), _unit),
    "date": (FIGURE, ("date",), _date),
    "day of the week": (FIGURE, ("weekday",), _weekday),
    "time": (FIGURE, ("time",), _time),
    "score": (FIGURE, ("score",), _score),
    "words of a quotation": (QUOTATION, ("quote",), _word_in_quotation),
    "a quotation of no source": (QUOTATION, ("quote",), _invented),
}
"""Each sort of change: the rule that is to find it, the kinds of slot, and what changes one."""


def changed(pair: Pair, rng: random.Random, most: int) -> tuple[str, list[Change]]:
    """The story with at most so many changes, each of another sort and far from the others."""
    story, made = pair.story, list[Change]()
    taken: set[int] = set()
    sorts = list(CHANGES)
    rng.shuffle(sorts)
    picked: list[tuple[Place, str, str, str]] = []
    for sort in sorts:
        rule, kinds, change = CHANGES[sort]
        places = [
            p
            for p in pair.places
            if p.kind in kinds and taken.isdisjoint(range(p.start - 40, p.end + 40))
        ]
        if len(picked) >= most or not places:
            continue
        place = rng.choice(places)
        was = story[place.start : place.end]
        now = change(was, _value(place, pair), rng, pair)
        if now == was or (
            rule != QUOTATION and re.search(rf"(?<!\w){re.escape(now)}(?!\w)", pair.source)
        ):
            continue
        picked.append((place, sort, rule, now))
        taken.update(range(place.start, place.end))
    shift = 0
    for place, sort, rule, now in sorted(picked, key=lambda each: each[0].start):
        start = place.start + shift
        was = story[start : start + place.end - place.start]
        story = story[:start] + now + story[start + len(was) :]
        shift += len(now) - len(was)
        made.append(Change(sort, rule, start, start + len(now), was, now))
    return story, made


def _value(place: Place, pair: Pair) -> Any:
    _, _, slot = place.slot.partition("/")
    return pair.values.get(place.slot, pair.values.get(slot))
