"""`newslint rules audit --against OLD [PATHS]...`: print what a change of rules does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newslint.cli.exit_status import CLEAN, FAILED, FINDINGS
from newslint.cli.options import RULES
from newslint.core.errors import SourceError
from newslint.text.formats.reading import load

if TYPE_CHECKING:
    from newslint.authoring.rule_diff import Change, Comparison
    from newslint.core.finding import Finding
    from newslint.text.source import Source


WIDTH = 78
"""Maximum letters of a sample, with its context."""


STATUSES = """\
\b
Examples:
  newslint rules audit --against old.yaml --rules new.yaml archive
  git worktree add ../old main
  newslint rules audit --against ../old/rules --rules rules archive

\b
Exit status:
  0  both books find the same
  1  they differ
  2  newslint could not do its work (the reason stands on standard error)
"""


def _audit(paths: tuple[str, ...], against: str, rules: tuple[str, ...], samples: int) -> int:
    """Say what a change of rules gains and loses on an archive.

    The articles in PATHS are read with the rules in OLD and with those of --rules (without it,
    with those that newslint ships). For each rule that finds more or less than before, the report
    says how much, and shows samples.
    """
    from newslint.authoring.rule_diff import Comparison
    from newslint.engine.books import open_book
    from newslint.report.output import print_lines, print_stderr, print_stdout
    from newslint.report.summary import count

    comparison = Comparison(open_book(rules=[against]), open_book(rules=rules))
    articles, failed = _read(paths, comparison)
    for reason in comparison.failures.values():
        print_stderr(f"error: {reason}")
    changes = sorted(comparison.changes.items())
    different = [(rule, change) for rule, change in changes if change.gained or change.lost]
    for rule, change in different:
        print_lines(_lines(rule, change, samples))
    asked = f"{count(articles, 'article')} read"
    print_stdout(f"{count(len(different), 'rule')} found more or less than before; {asked}.\n")
    return FAILED if failed or comparison.failures else FINDINGS if different else CLEAN


def _read(paths: tuple[str, ...], comparison: Comparison) -> tuple[int, bool]:
    """Compare every article; return their number, and whether any could not be read."""
    from newslint.report.output import print_stderr
    from newslint.runner.discovery import discover

    articles, failed = 0, False
    for found in discover(paths):
        try:
            if isinstance(found, SourceError):
                raise found
            comparison.read(load(found))
            articles += 1
        except SourceError as error:
            print_stderr(f"error: {error}")
            failed = True
    return articles, failed


def _lines(rule: str, change: Change, samples: int) -> Iterator[str]:
    """The report's lines on one rule."""
    gained, lost = change.gained, change.lost
    yield f"{rule}: {change.before} before, {change.now} now (+{len(gained)} -{len(lost)})"
    for sign, differing in (("+", gained), ("-", lost)):
        for source, finding in differing[:samples]:
            yield f"  {sign} {_sample(source, finding)}"
        if len(differing) > samples:
            yield f"  {sign} and {len(differing) - samples} more"


def _sample(source: Source, finding: Finding) -> str:
    """A finding in its line."""
    from newslint.report.terminal_text import visible, window

    line, column = source.line_column(finding.span.start)
    text, at = source.line(line), column - 1
    end = at + len(finding.text)
    before, place, after = window(text[:at], text[at:end], text[end:], WIDTH)
    return f"{source.path}:{line}:{column}: {visible(f'{before}[{place}]{after}')}"


command = click.Command(
    "audit",
    params=[
        click.Argument(["paths"], nargs=-1, required=True, metavar="PATHS..."),
        click.Option(
            ["--against"],
            required=True,
            metavar="OLD",
            help="The rules as they were: a YAML file, or a folder of them.",
        ),
        RULES.click,
        click.Option(
            ["--samples"],
            type=click.IntRange(min=0),
            default=5,
            metavar="N",
            help="Show at most so many places for each rule and sign.  [default: 5]",
        ),
    ],
    callback=_audit,
    help=_audit.__doc__,
    epilog=STATUSES,
)
