"""Make a pair of source and story from templates: facts with slots, each told in several ways."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tools.source_pairs import cast

HERE = Path(__file__).parent

SLOT = re.compile(r"\{([a-zA-Z]+)(?::([^}]+)|(\d*)([a-z]*)(?:\.(\w+))?([~w]?))\}")

MONTHS = "January February March April May June July August September October November December"

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Place(NamedTuple):
    """A slot as it stands in a story: its name, its kind and its letters."""

    slot: str
    kind: str
    start: int
    end: int


class Pair(NamedTuple):
    """A source, a story, where the story's slots stand, and what each is worth.

    `extra` are the stretches of the story that tell what the source does not.
    """

    source: str
    story: str
    places: tuple[Place, ...]
    values: Mapping[str, Any]
    extra: tuple[tuple[int, int], ...] = ()


def load(folder: str) -> dict[str, list[dict[str, Any]]]:
    """The facts of each domain."""
    return {
        path.stem: yaml.safe_load(path.read_text("utf-8"))
        for path in sorted((HERE / folder).glob("*.yaml"))
    }


def make_pair(facts: list[dict[str, Any]], rng: random.Random) -> Pair:
    """A pair of one domain."""
    people = _people(rng)
    values: dict[str, Any] = {**people, **_places(rng)}
    quotes = rng.sample(cast.QUOTES, 4)
    most = len(facts)
    chosen = rng.sample(facts, rng.randint(min(6, most - 1), min(8, most - 1)))
    unsourced = [fact for fact in facts if fact not in chosen][:1]
    chosen += unsourced
    told = []
    for number, fact in enumerate(chosen):
        own = {**values}
        for slot, spec in fact["slots"].items():
            own[slot] = quotes.pop() if spec == "quote" else value_of(str(spec), slot, rng)
        values |= {f"{number}/{slot}": value for slot, value in own.items()}
        told.append((number, fact, own))
    sourced = told[: len(told) - len(unsourced)]
    source = "\n\n".join(
        _told(rng.choice(fact["release"]), own, 0, rng, False)[0] for _, fact, own in sourced
    )
    rng.shuffle(told)
    story, places, extra = "", list[Place](), list[tuple[int, int]]()
    for number, fact, own in told:
        text, slots = _told(rng.choice(fact["story"]), own, number, rng, True)
        if rng.random() < 0.25:
            story += rng.choice(cast.BACKGROUND) + "\n\n"
        at = len(story)
        if fact in unsourced:
            extra.append((at, at + len(text)))
        else:
            places += [p._replace(start=p.start + at, end=p.end + at) for p in slots]
        story += text + "\n\n"
    return Pair(source + "\n", story.rstrip() + "\n", tuple(places), values, tuple(extra))


def _people(rng: random.Random) -> dict[str, tuple[str, str, str]]:
    lasts = rng.sample(cast.LAST, 5)
    people = {}
    for number, last in enumerate(lasts, 1):
        sex = rng.choice("fm")
        people[f"P{number}"] = (rng.choice(cast.GIVEN[sex]), last, sex)
    return people


def _places(rng: random.Random) -> dict[str, str]:
    places, firms = rng.sample(cast.PLACES, 3), rng.sample(cast.FIRMS, 2)
    return {
        **{f"L{number}": place for number, place in enumerate(places, 1)},
        **{f"C{number}": firm for number, firm in enumerate(firms, 1)},
    }


def value_of(spec: str, slot: str, rng: random.Random) -> Any:
    """A value for a slot: of a range, with a unit, or of a sort that is named."""
    if spec == "date":
        return date(2026, 1, 1) + timedelta(rng.randrange(365))
    if spec == "year":
        return rng.randint(1950, 2024)
    if spec == "weekday":
        return rng.choice(DAYS)
    if spec == "time":
        return rng.randint(7, 22) * 60 + rng.choice((0, 15, 20, 30, 40, 45))
    if spec == "score":
        a = rng.randint(1, 6)
        return a, rng.randint(0, a - 1)
    (low, high), unit = re.split(r"-(?=[\d.])", spec.split(maxsplit=1)[0]), spec.partition(" ")[2]
    if "." in low or "." in high:
        value: float = round(rng.uniform(float(low), float(high)), 1)
    else:
        value = rng.randint(int(low), int(high))
    return (value, unit) if slot[0] in "MK" else value


def _told(
    template: str, own: Mapping[str, Any], number: int, rng: random.Random, is_story: bool
) -> tuple[str, list[Place]]:
    text, places, done = "", [], 0
    style = rng.randrange(4)
    for found in SLOT.finditer(template):
        text += template[done : found.start()]
        done = found.end()
        if found[2]:
            written, kind, slot = found[2], found[1], found[2]
        else:
            slot = found[1] + found[3] + (found[4] if found[4] == "age" else "")
            variant = found[6] or (found[4] if found[4] != "age" else "") or found[5] or ""
            written, kind = write(slot, own[slot], variant, style if is_story else 0)
        places.append(Place(f"{number}/{slot}", kind, len(text), len(text) + len(written)))
        text += written
    return text + template[done:], places


def write(slot: str, value: Any, variant: str, style: int) -> tuple[str, str]:
    """How a value is written, and its kind; the style varies from sentence to sentence."""
    if slot.endswith("age") or slot[0] == "A":
        return str(value), "age"
    if slot[0] == "P":
        given, last, _ = value
        return (last, "last") if variant == "last" else (f"{given} {last}", "person")
    if slot[0] in "LC":
        return value, "place" if slot[0] == "L" else "firm"
    if slot[0] == "Q":
        return quoted(value, variant), "quote"
    return figure(slot[0], value, variant, style)


def quoted(words: str, variant: str) -> str:
    """A quotation, whole or one half of it."""
    parts = words.split(" ")
    half = len(parts) // 2
    return " ".join({"a": parts[:half], "b": parts[half:]}.get(variant, parts))


def figure(sort: str, value: Any, variant: str, style: int) -> tuple[str, str]:
    """A figure as it is written, and its kind."""
    if sort == "N":
        if variant == "~" and value >= 100:
            unit = 10 ** (len(str(value)) - 2)
            down = value // unit * unit
            if down == value:
                return f"{value:,}", "number"
            return (
                (f"more than {down:,}", "rounded")
                if style % 2
                else (f"nearly {down + unit:,}", "rounded")
            )
        if variant == "w" and value < 100:
            return in_words(value), "words"
        return f"{value:,}", "number"
    if sort == "X":
        return f"{value:g}", "percent"
    if sort == "M":
        return money(*value, variant, style)
    if sort == "K":
        amount, unit = value
        return f"{amount:g} {unit}", "measure"
    if sort == "S":
        return f"{value[0]}-{value[1]}", "score"
    if sort == "Y":
        return str(value), "year"
    if sort == "W":
        return value, "weekday"
    if sort == "H":
        return clock(value, style), "time"
    return day(value, style), "date"


def money(amount: float, unit: str, variant: str, style: int) -> tuple[str, str]:
    """A sum of money."""
    if unit == "dollars":
        return f"${amount:g}", "money"
    if unit == "pounds":
        return f"£{amount:g}", "money"
    if unit == "thousand":
        if variant == "~" and amount % 10:
            return f"more than £{int(amount // 10 * 10)},000", "rounded"
        return f"£{amount:g},000", "money"
    short = {"million": "m", "billion": "bn"}[unit]
    return (f"£{amount:g}{short}" if style % 2 else f"£{amount:g} {unit}"), "money"


def in_words(value: int) -> str:
    """A number below a hundred in words; a dozen is twelve."""
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen"
    ).split()
    if value < 20:
        return "a dozen" if value == 12 else small[value]
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()[value // 10 - 2]
    return tens + (f"-{small[value % 10]}" if value % 10 else "")


def clock(minutes: int, style: int) -> str:
    """A time of day."""
    hour, minute = divmod(minutes, 60)
    half, twelve = "am" if hour < 12 else "pm", (hour - 1) % 12 + 1
    if style == 1:
        return f"{hour:02}:{minute:02}"
    if style == 2 and minute == 30:
        return f"half past {in_words(twelve)}"
    return f"{twelve}.{minute:02}{half}" if minute else f"{twelve}{half}"


def day(value: date, style: int) -> str:
    """A date."""
    month = MONTHS.split()[value.month - 1]
    return (
        f"{value.day} {month}",
        f"{month} {value.day}",
        f"{value.day} {month} {value.year}",
        f"{month} {value.day}, {value.year}",
    )[style]


def pairs(folder: str, count: int, seed: int) -> Iterator[tuple[str, Pair, random.Random]]:
    """So many pairs, from every domain in turn."""
    domains = load(folder)
    names = sorted(domains)
    for number in range(count):
        rng = random.Random(f"{folder} {seed} {number}")
        domain = names[number % len(names)]
        yield domain, make_pair(domains[domain], rng), rng
