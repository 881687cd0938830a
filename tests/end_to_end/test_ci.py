"""What docs/ci.md and the README show, and the action, are taken by those who read such files."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

SCHEMA = ("check_jsonschema", "--builtin-schema")
READERS = {
    "jobs:": (*SCHEMA, "vendor.github-workflows"),
    "repos:": ("pre_commit", "validate-config"),
    "  script:": (*SCHEMA, "vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}
"""Who reads a block, by a line that it has: the schemas are those of SchemaStore and GitLab."""

FRAMES = {
    "- uses:": "on: push\njobs:\n  newslint:\n    runs-on: ubuntu-latest\n    steps:\n",
    "- id:": "repos:\n  - repo: REPOSITORY\n    rev: v0.2.0\n    hooks:\n",
}
"""What stands around a block that is a part of a file, by its beginning."""


def shown(document: str) -> list[str]:
    """The YAML of a document that one of the readers is to read, as a whole file each."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / document).read_text("utf-8"), re.DOTALL)
    return [block for block in map(whole, blocks) if any(has(block, line) for line in READERS)]


def whole(block: str) -> str:
    """A block with what stands around it."""
    frames = (frame for part, frame in FRAMES.items() if block.lstrip().startswith(part))
    return next((frame + indent(block, "  ") for frame in frames), block)


def has(block: str, line: str) -> bool:
    return any(there.startswith(line) for there in block.splitlines())


SHOWN = [(name, block) for name in ("README.md", "docs/ci.md") for block in shown(name)]


@pytest.mark.parametrize(
    ("document", "block"), SHOWN, ids=[f"{name}-{at}" for at, (name, _) in enumerate(SHOWN)]
)
def test_what_is_shown_is_valid(tmp_path: Path, document: str, block: str) -> None:
    file = tmp_path / "shown.yaml"
    file.write_text(block, "utf-8")
    (reader,) = [reader for line, reader in READERS.items() if has(block, line)]
    taken(*reader, str(file))


def test_there_is_something_of_each_kind_to_look_at() -> None:
    assert len(SHOWN) >= 6
    assert all(any(has(block, line) for _, block in SHOWN) for line in READERS)


def test_the_action_is_valid() -> None:
    taken(*SCHEMA, "vendor.github-actions", str(ROOT / "action.yml"))


def taken(module: str, *args: str) -> None:
    """Run a checker; what it prints says what is wrong."""
    command = [sys.executable, "-m", module, *args]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
