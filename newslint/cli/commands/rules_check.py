"""`newslint rules check [PATH]...`: print the faults of rules, one line each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from newslint.cli.exit_status import CLEAN, FAILED, FINDINGS
from newslint.cli.options import STYLE

if TYPE_CHECKING:
    from newslint.authoring.fault import Fault
    from newslint.book.book import Book
    from newslint.book.book_files import BookFile
    from newslint.core.rule import Rule


STATUSES = """\
\b
Exit status:
  0  every rule does what its examples say
  1  faults, one a line with its file and its line
  2  rules that could not be read (the reason stands on standard error)
"""


def _check(paths: tuple[str, ...], style: str | None) -> int:
    """Test rules by their own examples.

    PATHS are YAML files, or folders of them. The default is the rules that newslint ships; yours
    are laid over those. In a text a rule must find one thing, and no other rule of its area any;
    what is fixed must be silent; in what is clean no rule of the area may find anything.
    """
    from newslint.book.book_files import files_of
    from newslint.book.shipped import shipped_files, styles
    from newslint.engine.books import open_book
    from newslint.report.output import print_lines, print_stdout
    from newslint.report.summary import count

    files = [file for path in paths for file in files_of(path)]
    readable = [_is_readable(file) for file in files]
    if not all(readable):
        return FAILED
    if paths:
        tried = [_try(open_book(rules=paths, style=style or ""), files)]
    else:
        wanted = [style] if style else ["", *styles()]
        tried = [_try(open_book(style=name), shipped_files(name)) for name in wanted]
    rules = [rule for some, _ in tried for rule in some]
    faults = sorted(fault for _, some in tried for fault in some)
    examples = sum(len(rule.examples) for rule in rules)
    print_lines(map(str, faults))
    summary = f"Found {count(len(faults), 'fault')}" if faults else "Nothing to report"
    print_stdout(f"{summary} in {count(len(rules), 'rule')} with {count(examples, 'example')}.\n")
    return FINDINGS if faults else CLEAN


def _is_readable(file: BookFile) -> bool:
    """Whether a file holds rules or names; if not, print the reason."""
    from newslint.book.rules_reader import read_rules
    from newslint.checks.kinds import ALL_KINDS
    from newslint.core.errors import BookError
    from newslint.report.output import print_stderr

    try:
        deque(read_rules(file, ALL_KINDS), maxlen=0)
    except BookError as error:
        print_stderr(f"error: {error}")
        return False
    return True


def _try(book: Book, files: Iterable[BookFile]) -> tuple[list[Rule], list[Fault]]:
    """The rules of a book that stand in `files`, and their faults."""
    from newslint.authoring.rule_examples import faults_of
    from newslint.book.settings import only
    from newslint.engine.linter import Linter

    linter = Linter(book, only(book.rules.ids))
    asked = {file.shown for file in files}
    rules = [rule for rule in book.rules.with_examples() if rule.where.path in asked]
    return rules, [fault for rule in rules for fault in faults_of(rule, linter)]


command = click.Command(
    "check",
    params=[click.Argument(["paths"], nargs=-1, metavar="[PATHS]..."), STYLE.click],
    callback=_check,
    help=_check.__doc__,
    epilog=STATUSES,
)
