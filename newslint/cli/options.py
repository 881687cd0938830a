"""The options of `newslint [PATHS]...`, under the headings of its help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newslint.cli.command import WHOLE_HELP
from newslint.core.language import known_language
from newslint.core.version import __version__
from newslint.report import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _listed(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of an option that was given with commas, repeatedly, or both."""
    parts = (part.strip() for value in values for part in value.split(","))
    return tuple(part for part in parts if part)


def _help(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.meta[WHOLE_HELP] = option.name == "help_all"
        click.echo(context.get_help())
        context.exit()


def _rule_ids(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Rules for a shell to complete, with their messages."""
    from click.shell_completion import CompletionItem

    from newslint.engine.books import every_rule

    rules = every_rule(ctx.params.get("rules") or ())
    found = (rule for rule in rules if rule.id.startswith(incomplete))
    return [CompletionItem(rule.id, help=rule.message) for rule in found]


def _style_names(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """House styles for a shell to complete."""
    from newslint.book.shipped import styles

    return [name for name in styles() if name.startswith(incomplete)]


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"newslint {__version__}")
        ctx.exit()


def _flag(*names: str, help_text: str) -> click.Option:
    return click.Option(names, is_flag=True, help=help_text)


def _rules(name: str, help_text: str) -> click.Option:
    return click.Option(
        [name],
        multiple=True,
        callback=_listed,
        shell_complete=_rule_ids,
        metavar="RULE,...",
        help=help_text,
    )


FIXING = [
    _flag("--fix", help_text="Write what is certain into the files, report the rest."),
    _flag("--unsafe-fixes", help_text="With --fix or --diff: what is likely, too."),
    _flag("--interactive", help_text="With --fix: ask about every finding, one by one."),
    _flag("--diff", help_text="Show what --fix would change, write nothing."),
]


FORMAT_NAMES = list(FORMATS)

REPORTING = [
    click.Option(
        ["--output-format"],
        type=click.Choice(FORMAT_NAMES),
        default=FORMAT_NAMES[0],
        metavar="FORMAT",
        help=f"{', '.join(FORMAT_NAMES[:-1])} or {FORMAT_NAMES[-1]}.  [default: {FORMAT_NAMES[0]}]",
    ),
    click.Option(["--output-file"], metavar="FILE", help="Write the report to FILE."),
    _flag("--statistics", help_text="Count findings by rule instead of listing them."),
    _flag("-q", "--quiet", help_text="List findings, leave out the summary."),
    click.Option(
        ["--color"],
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        metavar="WHEN",
        help="always, never, or auto: on a terminal.  [default: auto]",
    ),
    _flag("--exit-zero", help_text="Exit with 0 even if there are findings."),
    _flag("--exit-non-zero-on-fix", help_text="Exit with 1 if a file was changed."),
]

NAMES = click.Option(
    ["--names"],
    multiple=True,
    metavar="FILE",
    help="A names book: YAML, CSV or JSON Lines. May be repeated.",
)

STYLE = click.Option(
    ["--style"],
    shell_complete=_style_names,
    metavar="NAME",
    help="A house style to hold copy to, such as ap; an unknown one lists them.",
)

LANGUAGE = click.Option(
    ["--language"],
    default="",
    metavar="TAG",
    callback=lambda _context, _option, tag: known_language(tag),
    help="What copy is in: en, en-GB, en-US; de or another is left alone but for characters.",
)

RULES = click.Option(
    ["--rules"],
    multiple=True,
    metavar="PATH",
    help="A YAML file, or a folder of them, with rules. May be repeated.",
)


MEMORY = [
    click.Option(
        ["--memory"],
        multiple=True,
        metavar="FILE",
        help="What newslint memory build made of what was printed. May be repeated.",
    ),
    _flag("--no-memory", help_text="Do without what was printed, whatever the configuration says."),
]


SOURCE = click.Option(
    ["--source"],
    multiple=True,
    metavar="FILE",
    help="What the copy was written from, to be held against it. May be repeated.",
)

BOOK = [
    _rules("--select", "Only these rules, by id or its beginning: names, spelling/typo."),
    _rules("--ignore", "Not these rules."),
    _rules("--extend-select", "These rules as well."),
    NAMES,
    RULES,
    STYLE,
    LANGUAGE,
    *MEMORY,
]

HELP = click.Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_help,
    help="Show this message and exit.",
)

HELP_ALL = click.Option(
    ["--help-all"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_help,
    help="Show every option and exit.",
)

CONFIG = click.Option(
    ["--config"],
    metavar="FILE",
    help="The configuration, instead of those found beside and above the files.",
)


ISOLATED = _flag("--isolated", help_text="Heed no configuration.")


JOBS = click.Option(
    ["--jobs"],
    type=click.IntRange(min=1),
    metavar="N",
    help="At most so many processes.  [default: one for each CPU]",
)

RUNNING = [
    CONFIG,
    ISOLATED,
    _flag("--watch", help_text="Go on, and report on every file that is saved. Ctrl-C ends it."),
    _flag("--follow-links", help_text="Read and fix what a link leads to that stands elsewhere."),
    _flag("--no-cache", help_text="Neither use nor keep earlier results."),
    click.Option(
        ["--stdin-filename"],
        metavar="NAME",
        help="What to call standard input; the suffix says how to read it.",
    ),
    JOBS,
    click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help="Show the version and exit.",
    ),
    HELP,
    HELP_ALL,
]

ADOPTING = [
    click.Option(
        ["--baseline"], metavar="FILE", help="Leave out findings that this file knows already."
    ),
    _flag(
        "--write-baseline", help_text="Put all findings into that file, to be left out from now on."
    ),
    click.Option(
        ["--changed-since"],
        metavar="REF",
        help="Only findings on lines that changed since HEAD and the commit REF parted.",
    ),
]

HEADINGS = {
    "Fixing": FIXING,
    "Reporting": REPORTING,
    "Rules and names": [*BOOK, SOURCE],
    "Old and new": ADOPTING,
    "Running": RUNNING,
}

COMMON = frozenset(
    {
        *("fix", "unsafe_fixes", "interactive", "diff"),
        *("output_format", "statistics", "quiet"),
        *("select", "ignore", "names", "style", "changed_since"),
        *("version", "help", "help_all"),
    }
)
"""The options that --help shows; --help-all shows all."""

TO = click.Option(
    ["--to"],
    metavar="FILE",
    help="The book, in YAML.  [default: the first that the configuration names, or names.yaml]",
)
"""The book that a command adds to."""
