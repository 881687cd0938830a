"""`newslint names learn [PATH]...`: propose names from an archive or from corrections."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.options import NAMES
from newslint.text.formats.reading import load

if TYPE_CHECKING:
    from newslint.authoring.corrections import Correction
    from newslint.authoring.proposals import Proposal


USUAL = 5
"""Default number of articles from which a name is proposed."""

REVIEW = "Look at each entry before it goes into your book."


def _learn(
    paths: tuple[str, ...],
    corrections: tuple[str, ...],
    names_report: str | None,
    to: str | None,
    **how: Any,
) -> int:
    """Propose entries for a names book, for a person to accept.

    PATHS are an archive: stories, folders of them, and tables with the text of one article in
    each row (whatever `newslint archive` reads). Names that the books do not have and that stand in
    several articles are proposed, with likely misspellings of them and with names so like them
    that they are told apart. With --corrections, the notices that a paper prints are read
    instead, one a line; with --names-report, what `newslint archive` found to drift. The proposals
    are a book in YAML with the evidence as comments.
    """
    if [bool(paths), bool(corrections), bool(names_report)].count(True) != 1:
        raise click.UsageError("wanted is an archive, --corrections or --names-report")
    if names_report:
        text = _from_report(names_report, how["at_least"], how["names"])
    else:
        text = _from_corrections(corrections) if corrections else _from_archive(paths, **how)
    _write(text, to)
    return 0


def _from_archive(
    paths: Iterable[str], text_column: str, at_least: int, names: tuple[str, ...]
) -> str:
    from newslint.authoring.articles import articles
    from newslint.authoring.names_learn import Learner
    from newslint.authoring.proposals import as_yaml
    from newslint.engine.books import open_book
    from newslint.report.progress import CountProgress
    from newslint.report.summary import count as counted

    with closing(Learner(open_book(names))) as learner, closing(CountProgress(sys.stderr)) as count:
        for article in articles(paths, text_column):
            learner.read(article)
            count.step()
        about = f"From {counted(len(learner.places), 'article')}. {REVIEW}"
        return as_yaml(learner.proposals(at_least), [about])


def _from_report(path: str, at_least: int, names: tuple[str, ...]) -> str:
    from newslint.authoring.name_proposals import propose, read_report
    from newslint.authoring.proposals import as_yaml
    from newslint.engine.books import open_book
    from newslint.evidence.knowledge import Knowledge
    from newslint.lexicon.lexicon import shipped

    book = open_book(names)
    knowledge = Knowledge(shipped(), book.names, book.desk, book.shipped_layer)
    proposals = propose(read_report(path), knowledge, at_least, {})
    return as_yaml(proposals, [f"From {path}. {REVIEW}"])


def _from_corrections(paths: Iterable[str]) -> str:
    from newslint.authoring.corrections import Unread, read_notices
    from newslint.authoring.proposals import as_yaml
    from newslint.report.output import print_stderr
    from newslint.report.summary import count

    found: dict[str, list[Correction]] = {}
    read = unread = 0
    for path in paths:
        for notice in read_notices(load(path).text, path):
            if isinstance(notice, Unread):
                unread += 1
                print_stderr(f"{notice.where}: not read: {notice.reason}")
            else:
                read += 1
                found.setdefault(notice.right, []).append(notice)
    about = f"From {count(read, 'notice')}; {unread} could not be read."
    return as_yaml(map(_proposal, found.values()), [about])


def _proposal(corrections: list[Correction]) -> Proposal:
    from newslint.authoring.proposals import Proposal, Spelling

    first = {correction.wrong: correction for correction in reversed(corrections)}
    spellings = [
        Spelling(wrong, f"{first[wrong].where}: {first[wrong].notice}")
        for wrong in dict.fromkeys(correction.wrong for correction in corrections)
    ]
    return Proposal((), corrections[0].right, "person", {"misspellings": spellings})


def _write(text: str, to: str | None) -> None:
    """Print the book, or write it to a new file."""
    from newslint.core.errors import BookError
    from newslint.report.output import print_stderr, print_stdout, to_file

    if not to:
        print_stdout(text, for_people=False)
        return
    if Path(to).exists():
        raise BookError(to, "is there already", "name another file, or move it out of the way")
    with to_file(to) as out:
        out.text(text)
    print_stderr(f"Wrote {to}.")


command = click.Command(
    "learn",
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
        click.Option(
            ["--corrections"],
            multiple=True,
            metavar="FILE",
            help="Read correction notices, one a line. May be repeated.",
        ),
        click.Option(
            ["--names-report"],
            metavar="FILE",
            help="Read what newslint archive --names-report wrote.",
        ),
        click.Option(
            ["--text-column"],
            default="text",
            metavar="NAME",
            help="The column of a table that has the text.  [default: text]",
        ),
        click.Option(
            ["--at-least"],
            type=click.IntRange(min=1),
            default=USUAL,
            metavar="N",
            help=f"Propose names that stand in so many articles.  [default: {USUAL}]",
        ),
        NAMES.click,
        click.Option(
            ["--to"], metavar="FILE", help="Write to a new file.  [default: standard output]"
        ),
    ],
    callback=_learn,
    help=_learn.__doc__,
)
