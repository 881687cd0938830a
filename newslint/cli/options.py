"""The options of `newslint [PATHS]...`, under the headings of its help."""

from __future__ import annotations

from newslint.cli.option import Option
from newslint.core.language import known_language
from newslint.core.version import __version__
from newslint.report import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def _listed(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of an option that was given with commas, repeatedly, or both."""
    parts = (part.strip() for value in values for part in value.split(","))
    return tuple(part for part in parts if part)


def _help(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted:
        import click

        from newslint.cli.command import WHOLE_HELP

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
        import click

        click.echo(f"newslint {__version__}")
        ctx.exit()


def _flag(*names: str, help_text: str) -> Option:
    return Option(*names, flag=True, text=help_text)


def _rules(name: str, help_text: str) -> Option:
    return Option(
        name,
        several=True,
        read=_listed,
        complete=_rule_ids,
        metavar="RULE,...",
        text=help_text,
    )


FIXING = [
    _flag("--fix", help_text="Write what is certain into the files, report the rest."),
    _flag("--unsafe-fixes", help_text="With --fix or --diff: what is likely, too."),
    _flag("--interactive", help_text="With --fix: ask about every finding, one by one."),
    _flag("--diff", help_text="Show what --fix would change, write nothing."),
]


FORMAT_NAMES = list(FORMATS)

REPORTING = [
    Option(
        "--output-format",
        choices=FORMAT_NAMES,
        default=FORMAT_NAMES[0],
        metavar="FORMAT",
        text=f"{', '.join(FORMAT_NAMES[:-1])} or {FORMAT_NAMES[-1]}.  [default: {FORMAT_NAMES[0]}]",
    ),
    Option("--output-file", metavar="FILE", text="Write the report to FILE."),
    _flag("--statistics", help_text="Count findings by rule instead of listing them."),
    _flag("-q", "--quiet", help_text="List findings, leave out the summary."),
    Option(
        "--color",
        choices=["auto", "always", "never"],
        default="auto",
        metavar="WHEN",
        text="always, never, or auto: on a terminal.  [default: auto]",
    ),
    _flag("--exit-zero", help_text="Exit with 0 even if there are findings."),
    _flag("--exit-non-zero-on-fix", help_text="Exit with 1 if a file was changed."),
]

NAMES = Option(
    "--names",
    several=True,
    metavar="FILE",
    text="A names book: YAML, CSV or JSON Lines. May be repeated.",
)

STYLE = Option(
    "--style",
    complete=_style_names,
    metavar="NAME",
    text="A house style to hold copy to, such as ap; an unknown one lists them.",
)

LANGUAGE = Option(
    "--language",
    default="",
    metavar="TAG",
    read=known_language,
    text="What copy is in: en, en-GB, en-US; de or another is left alone but for characters.",
)

RULES = Option(
    "--rules",
    several=True,
    metavar="PATH",
    text="A YAML file, or a folder of them, with rules. May be repeated.",
)


MEMORY = [
    Option(
        "--memory",
        several=True,
        metavar="FILE",
        text="What newslint memory build made of what was printed. May be repeated.",
    ),
    _flag("--no-memory", help_text="Do without what was printed, whatever the configuration says."),
]


SOURCE = Option(
    "--source",
    several=True,
    metavar="FILE",
    text="What the copy was written from, to be held against it. May be repeated.",
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

HELP = Option(
    "-h",
    "--help",
    flag=True,
    act=_help,
    text="Show this message and exit.",
)

HELP_ALL = Option(
    "--help-all",
    flag=True,
    act=_help,
    text="Show every option and exit.",
)

CONFIG = Option(
    "--config",
    metavar="FILE",
    text="The configuration, instead of those found beside and above the files.",
)


ISOLATED = _flag("--isolated", help_text="Heed no configuration.")


JOBS = Option(
    "--jobs",
    least=1,
    metavar="N",
    text="At most so many processes.  [default: one for each CPU]",
)

RUNNING = [
    CONFIG,
    ISOLATED,
    _flag("--watch", help_text="Go on, and report on every file that is saved. Ctrl-C ends it."),
    _flag("--follow-links", help_text="Read and fix what a link leads to that stands elsewhere."),
    _flag("--no-cache", help_text="Neither use nor keep earlier results."),
    Option(
        "--stdin-filename",
        metavar="NAME",
        text="What to call standard input; the suffix says how to read it.",
    ),
    JOBS,
    Option(
        "--version",
        flag=True,
        act=_version,
        text="Show the version and exit; with -v, whether the compiled scanner runs, too.",
    ),
    HELP,
    HELP_ALL,
]

ADOPTING = [
    Option("--baseline", metavar="FILE", text="Leave out findings that this file knows already."),
    _flag(
        "--write-baseline", help_text="Put all findings into that file, to be left out from now on."
    ),
    Option(
        "--changed-since",
        metavar="REF",
        text="Only findings on lines that changed since HEAD and the commit REF parted.",
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

TO = Option(
    "--to",
    metavar="FILE",
    text="The book, in YAML.  [default: the first that the configuration names, or names.yaml]",
)
"""The book that a command adds to."""
