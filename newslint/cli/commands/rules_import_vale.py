"""`newslint rules import-vale STYLES_DIR`: turn Vale's styles into rules of newslint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.exit_status import CLEAN, FINDINGS
from newslint.core.errors import BookError, NewslintError, os_error_text

if TYPE_CHECKING:
    from newslint.authoring.vale_import import Entry


STATUSES = """\
\b
Exit status:
  0  every rule was carried over
  1  some were not; each of them is named on standard error, with the reason
  2  newslint could not do its work (the reason stands on standard error)
"""


def _import(folder: str, to: str | None) -> int:
    """Print Vale's styles as rules of newslint, or write them, a file for each style.

    STYLES_DIR is the StylesPath of Vale, or one style of it. What newslint cannot say is named on
    standard error, with the reason. The rules have no examples yet: `newslint rules check` says
    which are missing.
    """
    from newslint.report.output import print_stderr, print_stdout
    from newslint.report.summary import count

    styles: dict[str, list[Entry]] = {}
    lost = carried = 0
    for path in _files(Path(folder)):
        style = path.parent.name
        entries, reasons = _carried(style, path)
        for why in reasons:
            print_stderr(f"not carried: {path}: {why}")
        styles.setdefault(style, []).extend(entries)
        carried, lost = carried + bool(entries), lost + bool(reasons)
    if not carried + lost:
        raise NewslintError(f"{folder}: no Vale style (a folder of .yml files) there")
    for style, entries in styles.items():
        text = f"# The Vale style {style}, as rules of newslint.\n\n{_as_yaml(entries)}"
        if to is None:
            print_stdout(text, for_people=False)
        else:
            _write(Path(to) / f"{style.lower()}.yaml", text)
    print_stderr(f"{count(carried, 'rule')} carried over, {lost} not or not wholly")
    return FINDINGS if lost else CLEAN


def _files(folder: Path) -> Iterator[Path]:
    """The files of a style, or of each style in a folder of them."""
    if not folder.is_dir():
        raise NewslintError(f"{folder}: no such folder")
    for place in (folder, *sorted(entry for entry in folder.iterdir() if entry.is_dir())):
        if place.name.lower() not in {"vocab", "config", "vocabularies"}:
            yield from sorted(path for path in place.glob("*.yml") if not path.name.startswith("."))


def _carried(style: str, path: Path) -> tuple[list[Entry], list[str]]:
    """The rules of newslint for one file of Vale, and the reasons for what is lost."""
    from newslint.authoring.vale_import import NotCarriedError, carry, lost

    entries: list[Entry] = []
    try:
        rule = _read(path)
        candidates = carry(style, path.stem, rule)
    except NotCarriedError as error:
        return [], [str(error)]
    reasons = [why] if (why := lost(rule)) else []
    for entry in candidates:
        fault = _fault(entry)
        if fault:
            reasons.append(fault)
        else:
            entries.append(entry)
    return entries, reasons


LARGEST = 1 << 20
"""Maximum bytes of a rule of Vale."""


def _read(path: Path) -> dict[str, Any]:
    import yaml

    from newslint.authoring.vale_import import NotCarriedError
    from newslint.core.regular_file import read_regular

    try:
        rule = yaml.safe_load(read_regular(path, LARGEST).decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise NotCarriedError(f"cannot be read: {' '.join(str(error).split())}") from None
    if not isinstance(rule, dict) or "extends" not in rule:
        raise NotCarriedError("no rule of Vale: it has no 'extends'")
    return rule


def _fault(entry: Entry) -> str:
    """Why newslint would refuse a rule; empty if it is valid."""
    from newslint.book.rules_reader import read_rule
    from newslint.checks.kinds import ALL_KINDS
    from newslint.storage import yaml_nodes

    try:
        [item] = yaml_nodes.items_of(yaml_nodes.parse(_as_yaml([entry]), "rule"))
        read_rule(item, ALL_KINDS)
    except BookError as error:
        return str(error).partition(": ")[2]
    return ""


def _as_yaml(entries: list[Entry]) -> str:
    import yaml

    return "\n".join(
        yaml.safe_dump([entry], sort_keys=False, allow_unicode=True, width=100) for entry in entries
    )


def _write(path: Path, text: str) -> None:
    """Write a new file; an error if it exists."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise NewslintError(f"{path}: {os_error_text(error)}") from None


command = click.Command(
    "import-vale",
    params=[
        click.Argument(["folder"], metavar="STYLES_DIR"),
        click.Option(["--to"], metavar="DIR", help="Write a file for each style into DIR."),
    ],
    callback=_import,
    help=_import.__doc__,
    epilog=STATUSES,
)
