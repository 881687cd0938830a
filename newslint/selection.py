"""Which rules a run uses: what `--select` and `--ignore` say, against the rules there are.

A selector is a rule id or the beginning of one up to a slash: `names`, `style/ap`,
`spelling/typo`. Where several speak of one rule, the most exact decides, so
`--ignore names --select names/misspelt` does what it says. Rules below `style/` are matters of
taste: they are used where somebody selects them or chooses their style, and not otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newslint.errors import NewslintError

TASTE = "style"
"""The area of rules that are not used unless they are asked for."""


class Selection(NamedTuple):
    """Selectors as they were given. If none are selected, every rule is, but for those of taste."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()

    def choose(self, ids: Iterable[str], style: str = "") -> frozenset[str]:
        """The ids that are to be used where copy is held to `style`.

        >>> ids = ["names/misspelt", "names/inconsistent", "spelling/typo"]
        >>> sorted(Selection(("names",), ("names/misspelt",)).choose(ids))
        ['names/inconsistent']
        >>> sorted(Selection(extend=("style/ap",)).choose(["style/ap/month", "style/bbc/month"]))
        ['style/ap/month']
        >>> sorted(Selection().choose(["style/ap/month", "style/bbc/month"], "ap"))
        ['style/ap/month']
        """
        known = frozenset(ids)
        for selector in (*self.select, *self.ignore, *self.extend):
            if not any(covers(selector, rule) for rule in known):
                raise NewslintError(_unknown(selector, known))
        return frozenset(rule for rule in known if self._wants(rule, style))

    def _wants(self, rule: str, style: str) -> bool:
        wanted = _exactness((*self.select, *self.extend), rule)
        taste = covers(TASTE, rule) and not covers(f"{TASTE}/{style}", rule)
        if not self.select and not taste:
            wanted = max(wanted, 0)
        return wanted > _exactness(self.ignore, rule)


def covers(selector: str, rule: str) -> bool:
    """Whether a selector speaks of a rule.

    >>> covers("style/ap", "style/ap/numbers"), covers("style/a", "style/ap/numbers")
    (True, False)
    """
    return rule == selector or rule.startswith(selector + "/")


def _exactness(selectors: Sequence[str], rule: str) -> int:
    return max((len(s) for s in selectors if covers(s, rule)), default=-1)


def _unknown(selector: str, known: frozenset[str]) -> str:
    from difflib import get_close_matches

    prefixes = {rule[:at] for rule in known for at, char in enumerate(rule) if char == "/"}
    near = get_close_matches(selector, sorted(known | prefixes), n=1)
    return f"no rule '{selector}'" + (f"; did you mean '{near[0]}'?" if near else "")
