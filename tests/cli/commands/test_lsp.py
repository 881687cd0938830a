"""`newslint lsp` where it cannot serve."""

from __future__ import annotations

import subprocess
import sys


def test_the_missing_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None\n"
        "from newslint.cli.main import run; sys.exit(run(['lsp']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 2
    assert b"pip install 'newslint[lsp]'" in done.stderr
    assert done.stderr.count(b"\n") == 1
