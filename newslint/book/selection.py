"""Select the rules that a run uses.

A selector is a rule id or the beginning of one up to a slash: `names`, `style/ap`,
`spelling/typo`. If several match a rule, the most exact decides, so
`--ignore names --select names/misspelt` does what it says. Rules below `style/` are matters of
taste: they are used only where somebody selects them or chooses their style.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from newslint.core.errors import ConfigError, NewslintError
from newslint.core.record import NamedTuple
from newslint.core.rule_ids import TASTE, covers, speaking


class Selection(NamedTuple):
    """The selectors given in one place: the command line, or a table of a configuration.

    `origin` is that configuration's path and the keys of the table; empty for the command line.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()


def selected_ids(
    selections: Sequence[Selection], ids: Iterable[str], style: str = ""
) -> frozenset[str]:
    """The ids of the rules to use if `style` is chosen.

    Of `selections`, the nearest first, the first that matches a rule decides; one with `select`
    decides for all rules. If none decides, every rule is used except those of taste.

    >>> ids = ["names/misspelt", "names/inconsistent", "spelling/typo", "style/ap/month"]
    >>> sorted(selected_ids([Selection(("names",), ("names/misspelt",))], ids))
    ['names/inconsistent']
    >>> sorted(selected_ids([Selection(ignore=("names",)), Selection(extend=("style/ap",))], ids))
    ['spelling/typo', 'style/ap/month']
    >>> sorted(selected_ids([Selection(ignore=("names",))], ids, "ap"))
    ['spelling/typo', 'style/ap/month']
    """
    known = frozenset(ids)
    for select, ignore, extend, origin in selections:
        refuse_unknown((*select, *extend), known, origin, wanted=True)
        refuse_unknown(ignore, known, origin)
    return frozenset(rule for rule in known if _wants(selections, rule, style))


def _wants(selections: Sequence[Selection], rule: str, style: str) -> bool:
    for select, ignore, extend, _ in selections:
        wanted, unwanted = speaking((*select, *extend), rule), speaking(ignore, rule)
        if wanted or unwanted:
            return len(wanted) > len(unwanted)
        if select:
            return False
    return not covers(TASTE, rule) or covers(f"{TASTE}/{style}", rule)


def refuse_unknown(
    selectors: Iterable[str], known: Collection[str], origin: tuple[str, ...], wanted: bool = False
) -> None:
    """Raise a NewslintError, with its place, for a selector that matches no rule.

    Rules of a style that is not chosen may be ignored, but not `wanted`.
    """
    for selector in selectors:
        if any(covers(selector, rule) for rule in known):
            continue
        hint = _hint(selector, known, wanted)
        if hint is None:
            continue
        if not origin:
            raise NewslintError(f"no rule '{selector}'" + (f"; {hint}" if hint else ""))
        from newslint.storage.toml_lines import place_of_key

        raise ConfigError(place_of_key(origin, selector), f"no rule '{selector}'", hint)


def _hint(selector: str, known: Collection[str], wanted: bool) -> str | None:
    """A hint at the selector that may be meant; None if this one is valid."""
    from difflib import get_close_matches

    from newslint.book.shipped import styles

    if any(covers(f"{TASTE}/{style}", selector) for style in styles()):
        style = selector.split("/")[1]
        return f"it belongs to a style: choose it with --style {style}" if wanted else None
    prefixes = {rule[:at] for rule in known for at, char in enumerate(rule) if char == "/"}
    near = get_close_matches(selector, sorted({*known, *prefixes}), n=1)
    return f"did you mean '{near[0]}'?" if near else ""
