"""Ids of rules: their areas, and which selectors cover them."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.core.lazy_pattern import lazy_pattern

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+"
"""What ids look like: area/fault."""

_ID = lazy_pattern(f"(?:{ID})\\Z")

LONGEST = 200
"""Maximum letters of an id that somebody sends."""

TASTE = "style"
"""The area of rules that are used only if they are selected."""


ABOUT_WORDS = ("names", "spelling")
"""The areas of rules about the spelling of words and names."""


def is_rule_id(text: str) -> bool:
    """Whether `text` may be the id of a rule, and is nothing that somebody put in its place.

    >>> is_rule_id("usage/free-reign"), is_rule_id("style/ap/percent"), is_rule_id("a b/c")
    (True, True, False)
    """
    return len(text) <= LONGEST and _ID.match(text) is not None


def area_of(rule_id: str) -> str:
    """The part of a rule's id before the last slash.

    >>> area_of("spelling/typo"), area_of("style/ap/percent")
    ('spelling', 'style/ap')
    """
    return rule_id.rpartition("/")[0]


def covers(selector: str, rule: str) -> bool:
    """Whether a selector covers a rule.

    >>> covers("style/ap", "style/ap/numbers"), covers("style/a", "style/ap/numbers")
    (True, False)
    """
    return rule == selector or rule.startswith(selector + "/")


def speaking(selectors: Iterable[str], rule: str) -> str:
    """The most exact of the selectors that cover a rule; empty if none does."""
    return max((s for s in selectors if covers(s, rule)), key=len, default="")
