"""Ids of rules: their areas, and which selectors cover them."""

from __future__ import annotations

from collections.abc import Iterable

TASTE = "style"
"""The area of rules that are not used unless they are asked for."""


ABOUT_WORDS = ("names", "spelling")
"""The areas whose rules say how a word is spelt; what a name is decides what is a slip."""


def area_of(rule_id: str) -> str:
    """The part of a rule's id before the last slash.

    >>> area_of("spelling/typo"), area_of("style/ap/percent")
    ('spelling', 'style/ap')
    """
    return rule_id.rpartition("/")[0]


def covers(selector: str, rule: str) -> bool:
    """Whether a selector speaks of a rule.

    >>> covers("style/ap", "style/ap/numbers"), covers("style/a", "style/ap/numbers")
    (True, False)
    """
    return rule == selector or rule.startswith(selector + "/")


def speaking(selectors: Iterable[str], rule: str) -> str:
    """The most exact of the selectors that speak of a rule; empty if none does."""
    return max((s for s in selectors if covers(s, rule)), key=len, default="")
