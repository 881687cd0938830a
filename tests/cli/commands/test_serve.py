"""`newslint serve` where it cannot serve, and its help."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli.commands.serve import command

SNAPSHOT = Path(__file__).parent / "snapshots" / "serve-help.txt"


def test_the_missing_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['starlette'] = None\n"
        "from newslint.cli.main import run; sys.exit(run(['serve']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"pip install 'newslint[serve]'" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_the_help_is_as_it_was_committed(request: pytest.FixtureRequest) -> None:
    said = CliRunner().invoke(command, ["--help"]).stdout
    if request.config.getoption("--update-snapshots"):
        SNAPSHOT.write_text(said, "utf-8")
    assert said == SNAPSHOT.read_text("utf-8")
