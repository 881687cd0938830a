"""`newslint rules check [PATH]...`: rules in, out go their faults, one line each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from newslint.commands.options import STYLE
from newslint.status import CLEAN, FAILED, FINDINGS

if TYPE_CHECKING:
    from newslint.book import Book
    from newslint.book.audit import Fault
    from newslint.book.files import BookFile
    from newslint.rule import Rule

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
    from newslint.book import open_book, shipped_files, styles
    from newslint.book.files import files_of
    from newslint.output import say
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
    say("".join(f"{fault}\n" for fault in faults))
    said = f"Found {count(len(faults), 'fault')}" if faults else "Nothing to report"
    say(f"{said} in {count(len(rules), 'rule')} with {count(examples, 'example')}.\n")
    return FINDINGS if faults else CLEAN


def _is_readable(file: BookFile) -> bool:
    """Whether a file holds rules or names; if not, the reason is said."""
    from newslint.book.rules_file import read_rules
    from newslint.errors import BookError
    from newslint.output import aside

    try:
        deque(read_rules(file), maxlen=0)
    except BookError as error:
        aside(f"error: {error}")
        return False
    return True


def _try(book: Book, files: Iterable[BookFile]) -> tuple[list[Rule], list[Fault]]:
    """The rules of a book that stand in `files`, and their faults."""
    from newslint.engine import Linter
    from newslint.examples import faults_of
    from newslint.settings import only

    linter = Linter(book, only(rule.id for rule in book.rules))
    asked = {file.shown for file in files}
    rules = [rule for rule in book.rules_with_examples() if rule.where.path in asked]
    return rules, [fault for rule in rules for fault in faults_of(rule, linter)]


command = click.Command(
    "check",
    params=[click.Argument(["paths"], nargs=-1, metavar="[PATHS]..."), STYLE],
    callback=_check,
    help=_check.__doc__,
    epilog=STATUSES,
)
