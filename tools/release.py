"""Check that a tag may be released: it names the version, and the changelog has its section.

Usage: python tools/release.py v0.2.0. The status is 1, with a line for each fault, if it may not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent


def faults(tag: str, version: str, changelog: str) -> Iterator[str]:
    """What keeps a tag from being released."""
    if tag != f"v{version}":
        yield f"the tag is {tag}, but newslint/core/version.py says {version}"
    heading = re.search(
        rf"^## {re.escape(version)} \((\d{{4}}-\d\d-\d\d)\)$", changelog, re.MULTILINE
    )
    if heading is None:
        yield f"CHANGELOG.md has no heading '## {version} (YYYY-MM-DD)'"
    unreleased = re.search(r"^## Unreleased\n+(?!## )\S", changelog, re.MULTILINE)
    if unreleased:
        yield "CHANGELOG.md has lines under '## Unreleased' that belong to a version"


def main(tag: str) -> int:
    """Print the faults; return the exit status."""
    source = (ROOT / "newslint/core/version.py").read_text("utf-8")
    version = re.search(r'__version__ = "(.+)"', source)
    assert version is not None
    found = [*faults(tag, version[1], (ROOT / "CHANGELOG.md").read_text("utf-8"))]
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
