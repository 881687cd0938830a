"""What tests of baselines and of changed lines share."""

from __future__ import annotations

import json

from tests.conftest import Run


def found(newslint: Run, *args: str) -> list[str]:
    """Findings as 'file:line text'."""
    done = newslint("--output-format", "jsonl", *args)
    assert done.exit_code in (0, 1), done.stderr
    rows = map(json.loads, done.stdout.splitlines())
    return [f"{row['path']}:{row['start']['line']} {row['text']}" for row in rows]
