"""`newslint rules list [RULE]...`: print a line for each rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from newslint.cli.options import RULES, STYLE

HEAD = ("rule", "kind", "severity", "fix", "on")


def _list(selectors: tuple[str, ...], rules: tuple[str, ...], style: str | None) -> int:
    """List the rules that there are.

    Without RULE all of them, otherwise those with that id or below it: usage, style/ap. The last
    column says whether a rule is on, or only if it is selected or its style is chosen.
    """
    from newslint.book.selection import Selection, selected_ids
    from newslint.engine.books import every_rule
    from newslint.report.output import print_lines

    known = {rule.id: rule for rule in every_rule(rules)}
    wanted = selected_ids([Selection(selectors)], known) if selectors else known
    on = selected_ids([], known, style or "")
    rows = [
        (rule.id, rule.kind, rule.severity, rule.fix, "on" if rule.id in on else "off")
        for rule in known.values()
        if rule.id in wanted
    ]
    print_lines(_table([HEAD, *rows]))
    return 0


def _table(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Rows as lines, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


command = click.Command(
    "list",
    params=[click.Argument(["selectors"], nargs=-1, metavar="[RULE]..."), RULES.click, STYLE.click],
    callback=_list,
    help=_list.__doc__,
)
