"""Word lists of English: abbreviations, titles, particles, months, small words."""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    (
        "adm brig capt cmdr col cpl dr fr gen gov hon jr lt maj messrs mr mrs ms mt pres prof "
        "pvt rep rev sen sgt sr st supt vs ft"
    ).split(" ")
)


LINKS = frozenset(
    (
        "al af bin bint da das de del della den der di dos du el ibn la le ten ter van von zu y e "
        "abu ben ap"
    ).split(" ")
)
"""Small words inside one person's name."""

MOST_LINKS = 2
"""Maximum number of links in a row: van der, de la."""


PREFIXES = frozenset("ex non pre post anti pro mid".split(" "))
"""Prefixes that a hyphen joins to any name, without being part of it."""


TITLES = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count prince "
        "princess king queen duke duchess earl president vice minister premier chancellor "
        "secretary senator senators sen rep representative congressman congresswoman governor "
        "gov mayor councillor judge justice chief general gen lieutenant lt colonel col major "
        "maj captain capt sergeant sgt corporal private admiral commander cmdr constable "
        "detective inspector superintendent commissioner pope cardinal archbishop bishop father "
        "rev reverend rabbi imam ayatollah sultan emir coach manager skipper striker defender "
        "midfielder goalkeeper batsman bowler chairman chairwoman chair director executive "
        "spokesman spokeswoman spokesperson ambassador envoy deputy acting former ex late prime "
        "foreign finance defence defense interior home treasurer attorney speaker leader mp mps "
        "mep msp champion actor actress singer author producer analyst economist teacher "
        "officer st saint"
    ).split(" ")
)
"""Titles: they stand before a name and are not part of it."""


CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december christmas easter".split(" ")
)
"""Words that stand before a name by chance: on Monday Biegun said."""


_SMALL = (
    "the of in to and is was for that which with he she it they we you his her its at by from has"
    " had have will be been are were not but as if so than this these those their our would could"
)

SMALL_WORDS = frozenset(_SMALL.split(" "))
"""Small words of English, which are often joined to their neighbours by mistake."""


NEVER_HALVES = frozenset(
    (
        "the and of that with from which what their our your its are were was has have had been "
        "this these those they them there where who because into said would could should will but "
        "than"
    ).split(" ")
)
"""Small words with which English makes no compounds, as it does of over, down and after."""

OPENERS = frozenset("a an in on so".split(" "))
"""Small words that may begin a sentence before a name (An Israeli); some are names, too."""
