"""Show what two versions of newslint say differently over a folder of copy, rule by rule.

usage: python tools/corpus_diff.py OLD NEW FOLDER [--examples N] [--options "..."]

OLD and NEW are newslint commands (`path/to/.venv/bin/newslint`) or JSON reports that one of them
wrote (`--output-format json`). A finding is the same if path, place, letters and suggestions are;
one of which only the rule, severity, message or fix differs is listed as changed.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

Finding = Mapping[str, Any]
Key = tuple[str, int, int, str]

CHANGES = ("rule", "severity", "message", "suggestions", "fix")
"""What may differ between two findings at one place."""

CONTEXT = 45
"""Characters shown on either side of a finding."""


class Difference(NamedTuple):
    """A finding that only one version has (the other is None), or that both have differently."""

    old: Finding | None
    new: Finding | None

    @property
    def rule(self) -> str:
        """The rule under which it is listed."""
        rule: str = (self.new or self.old or {})["rule"]
        return rule


def main() -> int:
    """Print the differences; the status is 1 if there are any."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--examples", type=int, default=5, help="examples shown of each rule")
    parser.add_argument("--options", default="", help="options for both, in one string")
    given = parser.parse_args()
    old, new = (findings(side, given.folder, given.options) for side in (given.old, given.new))
    differences = list(differing(old, new))
    for line in lines(differences, given.folder, given.examples):
        print(line)
    print(f"{len(old)} findings before, {len(new)} after, {len(differences)} differences")
    return bool(differences)


def findings(side: str, folder: Path, options: str) -> list[Finding]:
    """The findings of one side: of a report, or of a command that is run over the folder."""
    if side.endswith(".json"):
        report = Path(side).read_text(encoding="utf-8")
    else:
        command = [str(Path(side).absolute()), "--no-cache", "--isolated", *shlex.split(options)]
        run = subprocess.run(
            [*command, "--output-format", "json", "."], cwd=folder, check=False, capture_output=True
        )
        if run.returncode not in (0, 1):
            sys.exit(f"{side}: {run.stderr.decode(errors='replace')}")
        report = run.stdout.decode()
    found: list[Finding] = json.loads(report)
    return found


def differing(old: Iterable[Finding], new: Iterable[Finding]) -> Iterator[Difference]:
    """What only one side has, and what both have differently, in order of place."""
    before, after = by_place(old), by_place(new)
    for key in sorted({*before, *after}):
        was, now = before.get(key, []), after.get(key, [])
        for index in range(max(len(was), len(now))):
            a = was[index] if index < len(was) else None
            b = now[index] if index < len(now) else None
            if a is None or b is None or any(a[field] != b[field] for field in CHANGES):
                yield Difference(a, b)


def by_place(found: Iterable[Finding]) -> dict[Key, list[Finding]]:
    """Findings by path, offsets and letters; those of one place in order of their rules."""
    places = defaultdict(list)
    for finding in found:
        key = (finding["path"], finding["start"]["offset"], finding["end"]["offset"])
        places[(*key, finding["text"])].append(finding)
    return {key: sorted(same, key=lambda one: str(one["rule"])) for key, same in places.items()}


def lines(differences: Iterable[Difference], folder: Path, examples: int) -> Iterator[str]:
    """The table of gains, losses and changes by rule, each with examples."""
    by_rule = defaultdict(list)
    for difference in differences:
        by_rule[difference.rule].append(difference)
    for rule, of_rule in sorted(by_rule.items()):
        gained = [d for d in of_rule if d.old is None]
        lost = [d for d in of_rule if d.new is None]
        changed = [d for d in of_rule if d.old and d.new]
        yield f"{rule}: {len(gained)} gained, {len(lost)} lost, {len(changed)} changed"
        for sign, some in (("+", gained), ("-", lost), ("~", changed)):
            for difference in some[:examples]:
                yield f"  {sign} {example(difference, folder)}"


def example(difference: Difference, folder: Path) -> str:
    """One line about a difference: its place, its words, and what became of it."""
    finding = difference.new or difference.old or {}
    text = (folder / finding["path"]).read_text(encoding="utf-8", errors="replace")
    start, end = finding["start"]["offset"], finding["end"]["offset"]
    around = (
        f"{text[max(0, start - CONTEXT) : start]}[{text[start:end]}]{text[end : end + CONTEXT]}"
    )
    place = f"{finding['path']}:{finding['start']['line']}: {' '.join(around.split())}"
    if difference.old and difference.new:
        was, now = difference.old, difference.new
        parts = [f"{key}: {was[key]} -> {now[key]}" for key in CHANGES if was[key] != now[key]]
        return f"{place} ({'; '.join(parts)})"
    return f"{place} -> {', '.join(finding['suggestions'][:2]) or finding['message']}"


if __name__ == "__main__":
    sys.exit(main())
