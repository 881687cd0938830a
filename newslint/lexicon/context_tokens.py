"""Neighbours as they are counted: small letters, numbers and unknown names as one token each.

What is counted over a body of news and what is looked up in an article must be parted into
tokens in the same way, so both come here. A token is a word, a class of words or a boundary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

END, COMMA, QUOTE, AND = "<s>", "<,>", '<">', "&"
"""Boundaries: of a sentence or a paragraph, of a clause, of a quotation; and a sign between."""

NUMBER, NAME, NAMES, UNKNOWN = "<0>", "<n>", "<n's>", "<u>"
"""Classes: a number, a name that is not counted by itself, its possessive, any other word."""

CLASSES = (NUMBER, NAME, NAMES, UNKNOWN)

HYPHEN = "-"

SHORT_FORMS = frozenset(
    "adm brig capt cmdr co col cpl dept dr fr ft gen gov hon jr lt maj messrs mr mrs ms mt no pres "
    "prof pvt rep rev sen sgt sr st supt vs".split(" ")
)
"""Words behind which a stop ends no sentence."""

_OF_NUMBERS = dict.fromkeys(map(ord, "$£€%°#"))
_INSIDE = frozenset("-‑‐.,:'")
"""What stands inside a compound, an abbreviation, a number or a time."""
_BREAK = re.compile(r"[.!?…](?=[\s\"”’')\]]|$)|\n\s*\n|[|•*]")
_QUOTE = re.compile("[\"“”«»‘]|(?<![^\\s])['’]|['’](?=\\s|$)")


@lru_cache(maxsize=10_000)
def boundary(gap: str) -> str:
    """Return the boundary that `gap` between two words is, or nothing.

    >>> boundary(" "), boundary("-"), boundary(", "), boundary('." '), boundary(" (")
    ('', '', '<,>', '<s>', '<,>')
    """
    gap = gap.translate(_OF_NUMBERS)
    if not gap.strip():
        return END if gap.count("\n") > 1 else ""
    if gap in _INSIDE:
        return ""
    if gap.strip() == AND:
        return AND
    if _BREAK.search(gap):
        return END
    return QUOTE if _QUOTE.search(gap) else COMMA


def gap_before(words: Sequence[str], gaps: Sequence[str], at: int) -> str:
    """Return the boundary before word `at`; behind "Dr." or an initial there is none."""
    gap = gaps[at]
    if gap == " ":
        return ""
    if gap == ". " and at:
        before = words[at - 1]
        if len(before) == 1 or before.lower() in SHORT_FORMS:
            return ""
    return boundary(gap)


def token(word: str, counted: Callable[[str], bool]) -> str:
    """Return the token that `word` is; `counted` says which words are counted by themselves.

    >>> [token(word, {"mayor"}.__contains__) for word in ("Mayor", "2nd", "Beltgen’s", "quux")]
    ['mayor', '<0>', "<n's>", '<u>']
    """
    if word[0].isdigit():
        return NUMBER
    lowered = word.lower().replace("’", "'")
    if counted(lowered):
        return lowered
    if not word[0].isupper():
        return UNKNOWN
    return NAMES if lowered.endswith("'s") else NAME


class Classes(dict[str, str]):
    """The token of each word as it stands, found out once a word."""

    def __init__(self, counted: Callable[[str], bool]) -> None:
        self._counted = counted

    def __missing__(self, word: str) -> str:
        """Return the token of `word`."""
        found = self[word] = token(word, self._counted)
        return found


def tokens(
    words: Sequence[str], gaps: Sequence[str], classes: Classes
) -> tuple[list[str], list[int]]:
    """Return the tokens of an article, and for each the word that it is, -1 for a boundary."""
    found, places = [END], [-1]
    for at, (word, gap) in enumerate(zip(words, gaps, strict=True)):
        boundary_here = "" if gap == " " else gap_before(words, gaps, at)
        if boundary_here and at:
            found.append(boundary_here)
            places.append(-1)
        here = classes[word]
        if here is NUMBER and found[-1] is NUMBER:
            continue
        found.append(here)
        places.append(at)
    return [*found, END], [*places, -1]
