"""`newslint rules explain RULE...`: print what each rule is about, with examples."""

from __future__ import annotations

import click

from newslint.cli.options import RULES


def _explain(selectors: tuple[str, ...], rules: tuple[str, ...]) -> int:
    """Say what a rule is about, show its examples, and tell how to silence it.

    RULE is an id, or the beginning of several: usage/free-reign, punctuation.
    """
    from newslint.authoring.rule_explanation import explanation
    from newslint.book.selection import Selection, selected_ids
    from newslint.engine.books import every_rule
    from newslint.report.output import print_stdout

    known = {rule.id: rule for rule in every_rule(rules)}
    wanted, on = selected_ids([Selection(selectors)], known), selected_ids([], known)
    explained = [explanation(rule, rule.id in on) for rule in known.values() if rule.id in wanted]
    print_stdout("\n\n".join(explained) + "\n")
    return 0


command = click.Command(
    "explain",
    params=[
        click.Argument(["selectors"], nargs=-1, required=True, metavar="RULE..."),
        RULES.click,
    ],
    callback=_explain,
    help=_explain.__doc__,
)
