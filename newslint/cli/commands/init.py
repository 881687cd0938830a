"""`newslint init [FOLDER]`: write a first configuration, a names book and the hook."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.command import Command
from newslint.cli.options import HELP
from newslint.core.errors import NewslintError, os_error_text

CONFIG = """\
# What newslint holds this folder's articles to; docs/configuration.md has every key.
names = ["names.yaml"]

# ignore = ["usage"]          # rules that are not for you, by id or its beginning
# style = "ap"                # a house style
# exclude = ["archive/"]      # what is not to be read
"""

REMEMBERED = 100
"""Stories of a folder from which it is worth remembering what was printed."""

NAMES = """\
# How this desk writes names. `newslint names add` adds to it, `newslint names check` reads it over.
#
# - name: Theodora Winslade-Price
#   misspellings: [Winslade-Pryce]       # always wrong
#   note: mayor of Brannock Bay
"""

HOOKS = """\
repos:
- repo: local
  hooks:
  - id: newslint
    name: newslint
    entry: newslint --output-format concise
    language: system                     # the newslint that is installed
    require_serial: true                 # one run, one summary
    types_or: [asciidoc, html, markdown, mdx, plain-text, rst]
"""

FILES = {"newslint.toml": CONFIG, "names.yaml": NAMES}

HOOK_FILE = ".pre-commit-config.yaml"

NEXT = """\
Next:
  newslint                                 report on every article here
  newslint names add "Name" --misspelling X
  newslint --baseline known.json --write-baseline
                                           leave what is old alone
"""


def _init(folder: str) -> int:
    """Begin with newslint in FOLDER, by default the current one.

    Writes newslint.toml, names.yaml and, in a git repository, the hook for pre-commit. What is
    there already stays as it is.
    """
    from newslint.report.output import print_stdout

    place = Path(folder)
    if not place.is_dir():
        raise NewslintError(f"{folder}: no such folder")
    hooked = (place / ".git").exists()
    files = FILES | {"newslint.toml": CONFIG + _memory(place)}
    files |= {HOOK_FILE: HOOKS} if hooked else {}
    lines = [_begin(place / name, text) for name, text in files.items()]
    more = f"  pre-commit install                       run it ({HOOK_FILE}) on commit\n"
    begun = "".join(f"{line}\n" for line in lines)
    print_stdout(f"{begun}\n{NEXT}{more if hooked else ''}")
    return 0


def _memory(place: Path) -> str:
    """The line of the configuration for folders with many stories; nothing if there are none."""
    from itertools import islice

    from newslint.runner.discovery import discover

    folders = [
        folder.name
        for folder in sorted(place.iterdir())
        if folder.is_dir()
        and not folder.name.startswith(".")
        and len([*islice(discover([str(folder)]), REMEMBERED)]) == REMEMBERED
    ]
    listed = ", ".join(f'"{folder}/"' for folder in folders)
    return f"\nmemory = [{listed}]      # what was printed; docs/memory.md\n" if folders else ""


def _begin(path: Path, text: str) -> str:
    """Write a file unless it exists, and return a line on what was done."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return f"{path}: is there already, and stays"
    except OSError as error:
        raise NewslintError(f"{path}: {os_error_text(error)}") from None
    return f"{path}: written"


command = Command(
    "newslint init",
    {"Options": [HELP]},
    arguments=[click.Argument(["folder"], default=".", metavar="[FOLDER]")],
    callback=_init,
    help=_init.__doc__,
)
