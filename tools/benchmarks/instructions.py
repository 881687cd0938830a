"""How many instructions newslint takes for one story, counted by valgrind's callgrind.

The count hardly changes from run to run, however busy the machine is. With the folder of another
checkout, which has its own .venv, that is measured beside this one on the same copy: CI compares a
commit with the one before. Run by `make bench-instructions`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from news_copy import write_copy

ROOT = Path(__file__).parent.parent.parent

COUNTED = re.compile(r"Collected : (\d+)")


def counts_of(checkout: Path, story: Path, cache: Path) -> dict[str, int]:
    """The instructions of bare Python, and of newslint for what it is asked most often."""
    python, newslint = (str(checkout / ".venv" / "bin" / name) for name in ("python", "newslint"))
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    known = [newslint, "--isolated", "--quiet", str(story)]
    ways = {
        "python -c pass": ["-c", "pass"],
        "newslint --version": [newslint, "--version"],
        "a story that is known": known,
        "a new story (--no-cache)": [*known, "--no-cache"],
    }
    for command in (known, known):  # bytecode, the book and the result are there from now on
        subprocess.run([python, *command], env=environment, stdout=subprocess.DEVNULL, check=False)
    return {name: counted([python, *way], environment) for name, way in ways.items()}


def counted(command: list[str], environment: dict[str, str]) -> int:
    """The instructions of a command, without those of the system for it."""
    callgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run(
        [*callgrind, *command], env=environment, capture_output=True, text=True, check=False
    )
    found = COUNTED.search(done.stderr)
    if found is None:
        sys.exit(done.stderr)
    return int(found[1])


def table(checkouts: dict[str, Path]) -> list[str]:
    """What was counted in each checkout, and how the last differs from the first, as Markdown."""
    with tempfile.TemporaryDirectory() as scratch:
        write_copy(Path(scratch, "copy"), 1, 6_000)
        story = next(Path(scratch, "copy").rglob("*.txt"))
        found = {
            name: counts_of(checkout.resolve(), story, Path(scratch, name))
            for name, checkout in checkouts.items()
        }
    *_, now = found.values()
    lines = [f"| millions of instructions, one story of 6 KB | {' | '.join(found)} | |"]
    lines.append("| --- |" + " --- |" * (len(found) + 1))
    for what, count in now.items():
        cells = [f"{counts[what] / 1e6:.0f}" for counts in found.values()]
        before = next(iter(found.values()))[what]
        change = f"{count / before - 1:+.1%}" if len(found) > 1 else ""
        times = f"{count / now['python -c pass']:.1f} x python -c pass"
        lines.append(f"| {what} | {' | '.join(cells)} | {change or times} |")
    return lines


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", nargs="?", type=Path, help="another checkout, to compare with")
    before = parser.parse_args().before
    if not shutil.which("valgrind"):
        sys.exit("valgrind is missing: apt-get install valgrind")
    print("\n".join(table({"before": before, "now": ROOT} if before else {"now": ROOT})))


if __name__ == "__main__":
    main()
