"""`newslint stats [PATHS]...`: count findings by rule and desk, and what people decided."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.command import Command
from newslint.cli.option import Option
from newslint.cli.options import BOOK, CONFIG, HELP, ISOLATED, JOBS

if TYPE_CHECKING:
    from newslint.authoring.finding_counts import FindingCounts, Row
    from newslint.config.resolver import ConfigResolver


TEXT, JSON = "text", "json"

FORGET = Option("--forget", flag=True, text="Delete all decisions on this machine, and do no more.")

FORMAT = Option(
    "--output-format",
    choices=[TEXT, JSON],
    default=TEXT,
    metavar="FORMAT",
    text="text or json.  [default: text]",
)

EXAMPLES = """\
\b
Examples:
  newslint stats                          this folder
  newslint stats stories/sport            one desk
  newslint stats --output-format json . > week.json
  newslint stats --forget
"""


def _stats(paths: tuple[str, ...], **options: Any) -> int:
    """Count findings by rule and desk, and how often people accepted or rejected them.

    The articles in PATHS are read as newslint reads them. A desk is what the configuration calls
    it, or a folder. Decisions come from newslint fix --interactive, from editors, and from the page
    of newslint serve, and never leave your machine; decisions = false in newslint.toml keeps none.
    """
    from newslint.authoring import decisions
    from newslint.cli.command_line import command_line_of
    from newslint.cli.exit_status import CLEAN, FAILED
    from newslint.config.resolver import ConfigResolver
    from newslint.report.output import print_lines, print_stderr, print_stdout

    if options["forget"]:
        decisions.forget()
        print_stdout(f"Forgot all decisions in {decisions.folder()}.\n")
        return CLEAN
    command_line = command_line_of(options)._replace(may_name_sources=True)
    below = paths or (".",)
    resolver = ConfigResolver(command_line)
    counts, failed = _counted(below, command_line, resolver, options["jobs"])
    bad_lines = add_decisions(counts, below, resolver)
    if bad_lines:
        print_stderr(
            f"warning: {decisions.folder()}: lines that are no decisions are left out: {bad_lines}"
        )
    if options["output_format"] == JSON:
        print_stdout(_as_json(counts), for_people=False)
    else:
        print_lines(_lines(counts, decisions.folder()))
    return FAILED if failed else CLEAN


def _counted(
    paths: tuple[str, ...], command_line: Any, resolver: ConfigResolver, jobs: int | None
) -> tuple[FindingCounts, bool]:
    """Count the findings in all articles; return also whether one could not be read."""
    from newslint.authoring.finding_counts import FindingCounts
    from newslint.cli.lint_jobs import jobs_of
    from newslint.report.output import print_stderr
    from newslint.runner.plan import LintRequest
    from newslint.runner.runner import Task
    from newslint.runner.scheduler import outcomes
    from newslint.system.processes import processors

    counts = FindingCounts()
    planned, failed = jobs_of(LintRequest(Task(format="", cache=True), command_line, paths))
    done = outcomes(planned, jobs or processors())
    for job, outcome in zip(planned, done, strict=True):
        if outcome.tally is None:
            print_stderr(f"error: {outcome.error}")
            failed = True
            continue
        desk = resolver.desk(job.path)
        counts.articles[desk] += 1
        for sort, number in outcome.tally.found.items():
            counts.found[desk, sort.rule] += number
    return counts, failed


def add_decisions(counts: FindingCounts, paths: Iterable[str], resolver: ConfigResolver) -> int:
    """Count the decisions on articles at or below the paths; return how many lines are none."""
    from newslint.authoring import decisions

    kept, bad_lines = decisions.kept()
    below = [os.path.abspath(path) for path in paths]  # noqa: PTH100
    folders = tuple(os.path.join(path, "") for path in below)  # noqa: PTH118
    for each in kept:
        if each.path in below or each.path.startswith(folders):
            chosen = counts.accepted if each.accepted else counts.rejected
            chosen[resolver.desk(each.path), each.rule] += 1
    return bad_lines


def _lines(counts: FindingCounts, folder: str) -> Iterator[str]:
    """The report: rules, desks, and the rules that nobody wants."""
    from newslint.config.config_file import FILES
    from newslint.report.summary import count

    rules, desks = counts.by_rule(), counts.by_desk()
    found = sum(row.found for row in rules)
    articles = count(counts.articles.total(), "article")
    yield f"{count(found, 'finding')} in {articles} of {count(len(desks), 'desk')}"
    if rules:
        yield ""
        yield from _table("rule", rules)
    if len(desks) > 1:
        yield ""
        yield from _table("desk", desks)
    yield ""
    decided = sum(row.accepted + row.rejected for row in rules)
    if not decided:
        yield "Nobody has accepted or rejected a finding here yet (newslint stats --help)."
        return
    yield f"{count(decided, 'decision')}, kept in {folder}."
    unwanted = [row for row in rules if row.is_never_accepted]
    for row in unwanted:
        yield f"{row.name}: rejected {row.rejected} times and never accepted."
    if unwanted:
        listed = ", ".join(f'"{row.name}"' for row in unwanted)
        yield f"newslint explain RULE says why a rule is there. {FILES[0]} can switch it off:"
        yield f"  ignore = [{listed}]"


def _table(head: str, rows: list[Row]) -> Iterator[str]:
    wide = max(len(head), *(len(row.name) for row in rows))
    yield f"{head:<{wide}}  {'found':>6}  {'accepted':>8}  {'rejected':>8}"
    for row in rows:
        yield f"{row.name:<{wide}}  {row.found:>6}  {row.accepted:>8}  {row.rejected:>8}"


def _as_json(counts: FindingCounts) -> str:
    from newslint.report.disarm import as_json

    rules = [
        {"rule": row.name, **_numbers(row), "desks": _parts(counts.by_desk(row.name), "desk")}
        for row in counts.by_rule()
    ]
    desks = [
        {"desk": row.name, "articles": counts.articles[row.name], **_numbers(row)}
        for row in counts.by_desk()
    ]
    return as_json({"articles": counts.articles.total(), "rules": rules, "desks": desks}) + "\n"


def _parts(rows: list[Row], key: str) -> list[dict[str, object]]:
    return [{key: row.name, **_numbers(row)} for row in rows]


def _numbers(row: Row) -> dict[str, int]:
    return {"found": row.found, "accepted": row.accepted, "rejected": row.rejected}


command = Command(
    "newslint stats",
    {
        "Counting": [FORMAT, FORGET],
        "Rules and names": BOOK,
        "Running": [CONFIG, ISOLATED, JOBS, HELP],
    },
    arguments=[click.Argument(["paths"], nargs=-1, metavar="[PATHS]...")],
    callback=_stats,
    help=_stats.__doc__,
    epilog=EXAMPLES,
    context_settings={"terminal_width": 80},
)
