"""Run the commands that the README shows, and put what they print into it.

A picture is a console block that begins with a command, `$ newslint ...`; what follows in the
block is replaced by what that command prints.  usage: python tools/readme_pictures.py [--check]
"""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from click.testing import CliRunner

from newslint.cli.commands.lint import command

README = Path(__file__).parent.parent / "README.md"
PLAIN = {"COLUMNS": "100", "NO_COLOR": "1"}
PICTURE = re.compile(r"^```console\n\$ newslint (.*)\n(?:.*\n)*?```$", re.MULTILINE)


def with_pictures(text: str) -> str:
    """The text with every picture as newslint prints it now."""
    return PICTURE.sub(_taken, text)


def _taken(picture: re.Match[str]) -> str:
    said = CliRunner(env=PLAIN).invoke(command, shlex.split(picture[1])).output
    return f"```console\n$ newslint {picture[1]}\n{said}```"


def main() -> int:
    """Write the README; with --check only say whether it is up to date."""
    old = README.read_text(encoding="utf-8")
    new = with_pictures(old)
    if "--check" in sys.argv:
        return int(new != old)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
