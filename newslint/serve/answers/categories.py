"""The areas of rules as the categories and the types of issues that LanguageTool's clients know."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newslint.core.record import NamedTuple
from newslint.core.rule_ids import covers


class Category(NamedTuple):
    """A category of LanguageTool: its id and name, and the type of an issue (ITS 2.0)."""

    id: str
    name: str
    issue_type: str


CATEGORIES = {
    "names": Category("PROPER_NOUNS", "Names", "misspelling"),
    "spelling": Category("TYPOS", "Spelling", "misspelling"),
    "usage": Category("CONFUSED_WORDS", "Usage", "grammar"),
    "punctuation": Category("PUNCTUATION", "Punctuation", "typographical"),
    "cleanup": Category("TYPOGRAPHY", "Cleanup", "typographical"),
    "facts": Category("SEMANTICS", "Facts", "inconsistency"),
    "structure": Category("MISC", "Structure", "uncategorized"),
    "style": Category("STYLE", "House style", "style"),
}
"""The category of each area that newslint ships. An area of a desk's own is like `structure`."""


def category_of(rule: str) -> Category:
    """The category of the rule with this id."""
    return CATEGORIES.get(rule.partition("/")[0], CATEGORIES["structure"])


def rules_of(
    selectors: Iterable[str], categories: Collection[str], known: Iterable[str]
) -> set[str]:
    """The known rules that a client means by ids of rules, or their beginnings, and of categories.

    Clients keep ids of other servers in their settings: what is not known here is passed over.
    """
    selectors = tuple(selectors)
    if not selectors and not categories:
        return set()
    return {
        rule
        for rule in known
        if category_of(rule).id in categories or any(covers(each, rule) for each in selectors)
    }
