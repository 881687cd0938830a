"""Units of measure and currencies: what is compared with what, and what one is of the other."""

from __future__ import annotations

import re

from newslint.core.record import NamedTuple


class Unit(NamedTuple):
    """A unit: what it measures, and how many base units it is."""

    dimension: str
    factor: float


_TABLE = {
    "length": {
        "km kilometre kilometres kilometer kilometers": 1000.0,
        "m metre metres meter meters": 1.0,
        "cm centimetre centimetres centimeter centimeters": 0.01,
        "mm millimetre millimetres millimeter millimeters": 0.001,
        "mile miles": 1609.344,
        "yard yards": 0.9144,
        "foot feet ft": 0.3048,
        "inch inches": 0.0254,
    },
    "mass": {
        "kg kilo kilos kilogram kilograms kilogramme kilogrammes": 1.0,
        "g gram grams gramme grammes": 0.001,
        "mg milligram milligrams": 1e-6,
        "tonne tonnes": 1000.0,
        "ton tons": 1000.0,
        "lb lbs": 0.45359237,
        "ounce ounces oz": 0.0283495,
        "stone": 6.35029,
    },
    "area": {
        "hectare hectares": 1e4,
        "acre acres": 4046.86,
        "sq-m": 1.0,
        "sq-km": 1e6,
        "sq-mile sq-miles": 2.58999e6,
        "sq-ft": 0.092903,
    },
    "volume": {
        "litre litres liter liters": 1.0,
        "ml millilitre millilitres": 0.001,
        "gallon gallons": 4.54609,
        "pint pints": 0.568261,
    },
    "time span": {
        "second seconds sec secs": 1.0,
        "minute minutes min mins": 60.0,
        "hour hours hr hrs": 3600.0,
        "day days": 86400.0,
        "week weeks": 604800.0,
        "fortnight fortnights": 1209600.0,
        "month months": 2629800.0,
        "year years": 31557600.0,
        "decade decades": 315576000.0,
    },
    "speed": {"mph": 1.609344, "kph kmh km/h": 1.0, "knot knots": 1.852},
    "power": {
        "kw kilowatt kilowatts": 1e3,
        "mw megawatt megawatts": 1e6,
        "gw gigawatt gigawatts": 1e9,
    },
    "temperature": {"c celsius degree degrees": 1.0, "fahrenheit": 1000.0},
}

UNITS = {
    word: Unit(dimension, factor)
    for dimension, units in _TABLE.items()
    for words, factor in units.items()
    for word in words.split()
}
"""Every unit by each of its names."""

_SQUARE = re.compile(
    r"(?:square|sq)\.?[ -](metre|meter|kilometre|mile|feet|foot|m|km|ft)s?\b", re.I
)

_SQUARES = {
    **dict.fromkeys(("metre", "meter", "m"), "sq-m"),
    **dict.fromkeys(("kilometre", "km"), "sq-km"),
    **dict.fromkeys(("feet", "foot", "ft"), "sq-ft"),
    "mile": "sq-mile",
}

_BEHIND = re.compile(r"[ \u00a0-]?°?([A-Za-z/]+)(?![\w'’])")

_NEEDS_SPACE_OR_FIGURES = frozenset("m g c second seconds min".split())
"""Units whose name is a word or letter of other use: they count behind figures only."""


def unit_behind(text: str, end: int, is_in_words: bool) -> tuple[str, Unit, int] | None:
    """The unit behind a number that ends at `end`: its name, the unit and its end."""
    square = _SQUARE.match(text, end + 1) if text[end : end + 1] in (" ", "\u00a0", "-") else None
    if square:
        name = _SQUARES[square[1].lower()]
        return name, UNITS[name], square.end()
    found = _BEHIND.match(text, end)
    if not found:
        return None
    name = found[1].lower()
    unit = UNITS.get(name)
    if unit is None or (name in _NEEDS_SPACE_OR_FIGURES and is_in_words):
        return None
    if name == "degrees" and (
        scale := re.match(r" ?(celsius|fahrenheit|[cf])\b", text[found.end() :], re.I)
    ):
        is_other = scale[1][0] in "fF"
        return (
            "fahrenheit" if is_other else "celsius",
            UNITS["fahrenheit" if is_other else "c"],
            (found.end() + scale.end()),
        )
    return name, unit, found.end()


CURRENCY = re.compile(
    r"(?:US|A|AU|C|CA|NZ|HK|S)?\$|£|€|¥|₹|\b(?:GBP|USD|EUR|JPY|CHF|INR)(?=[ \u00a0]?\d)", re.I
)
"""A currency's sign before a sum."""

_SIGNS = {"£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "$": "USD", "US$": "USD"}

_MONEY = {
    **dict.fromkeys(("pound", "pounds", "sterling"), ("GBP", 1.0)),
    **dict.fromkeys(("dollar", "dollars"), ("USD", 1.0)),
    **dict.fromkeys(("euro", "euros"), ("EUR", 1.0)),
    **dict.fromkeys(("yen",), ("JPY", 1.0)),
    **dict.fromkeys(("rupee", "rupees"), ("INR", 1.0)),
    **dict.fromkeys(("krona", "kronor"), ("SEK", 1.0)),
    **dict.fromkeys(("pence", "p", "penny"), ("GBP", 0.01)),
    **dict.fromkeys(("cent", "cents"), ("USD", 0.01)),
}


def currency_of(sign: str) -> str:
    """The code of a currency by its sign.

    >>> currency_of("£"), currency_of("A$")
    ('GBP', 'A$')
    """
    return _SIGNS.get(sign.upper(), sign.upper())


_MONEY_BEHIND = re.compile(r"[ \u00a0-]?(?:US )?([A-Za-z]+)(?![\w'’])")


def money_behind(text: str, end: int) -> tuple[str, float, int] | None:
    """The currency behind a number: its code, its part of a whole unit and its end."""
    found = _MONEY_BEHIND.match(text, end)
    money = _MONEY.get(found[1].lower()) if found else None
    return (*money, found.end()) if found and money else None
