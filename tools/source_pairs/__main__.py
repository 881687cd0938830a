"""Measure what is found in pairs of source and story: `make bench-sources`.

In changed stories it counts the changes that are found with the right rule at the right place; in
unchanged ones, which only say the same in other words, every finding is a false alarm.
"""

from __future__ import annotations

import argparse
from collections import Counter
from functools import cache

from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.core.finding import Finding
from newslint.engine.linter import Linter, open_linter
from newslint.sources.opening import references_of_texts
from newslint.text.source import Source
from tools.source_pairs.changes import Change, changed
from tools.source_pairs.pairs import Pair, pairs

CHANGES_IN_A_STORY = 3


def found_in(linter: Linter, story: str, pair: Pair, others: str) -> list[Finding]:
    """What the source rules find, where a story is held against its source and against others."""
    texts = {"release.txt": pair.source, **({"others.txt": others} if others else {})}
    references = references_of_texts(texts)
    findings, failures = linter.examine(Source.from_text(story, "story.txt"), references=references)
    if failures:
        raise SystemExit(failures[0].message)
    return [finding for finding in findings if finding.rule.startswith("source/")]


@cache
def other_sources(folder: str, domain: str, kilobytes: int) -> str:
    """So much text of sources of the other domains."""
    text = ""
    for other, pair, _ in pairs(folder, 200, 10_000):
        if len(text) < kilobytes << 10 and other != domain:
            text += pair.source + "\n\n"
    return text


def is_found(change: Change, findings: list[Finding]) -> bool:
    """Whether a change is found by its rule, at its place."""
    return any(
        finding.rule == change.rule
        and finding.span.start < change.end
        and change.start < finding.span.end
        for finding in findings
    )


def is_alarm(finding: Finding, pair: Pair) -> bool:
    """Whether a finding in an unchanged story is false.

    Of what the story knows beyond the source, names and quotations are noted rightly.
    """
    if finding.rule in ("source/unknown-name", "source/quotation"):
        return not any(start <= finding.span.start < end for start, end in pair.extra)
    return True


def measure(folder: str, count: int, seed: int, details: bool, kilobytes: int) -> None:
    """Print what is found and what is not."""
    linter = open_linter(Settings(selections=(Selection(select=("source",)),)))
    made, hit, alarms, strays, words = Counter[str](), Counter[str](), 0, 0, 0
    for domain, pair, rng in pairs(folder, count, seed):
        others = other_sources(folder, domain, kilobytes)
        quiet = [
            each for each in found_in(linter, pair.story, pair, others) if is_alarm(each, pair)
        ]
        words += len(pair.story.split())
        alarms += len(quiet)
        story, changes = changed(pair, rng, CHANGES_IN_A_STORY)
        findings = found_in(linter, story, pair, others)
        for change in changes:
            made[change.sort] += 1
            hit[change.sort] += is_found(change, findings)
            if details and not is_found(change, findings):
                print(f"missed {domain}: {change.sort}: {change.was!r} -> {change.now!r}")
                line = story[story.rfind("\n", 0, change.start) + 1 : story.find("\n", change.end)]
                print(f"   {line}")
        beside = [
            f
            for f in findings
            if not any(f.span.start < c.end and c.start < f.span.end for c in changes)
        ]
        usual = {(f.rule, f.text, f.message) for f in found_in(linter, pair.story, pair, others)}
        beside = [f for f in beside if (f.rule, f.text, f.message) not in usual]
        strays += len(beside)
        if details:
            for finding in [*quiet, *beside]:
                print(f"alarm {domain}: {finding.rule} {finding.text!r}: {finding.message}")
    for sort in sorted(made):
        print(f"{hit[sort]:5} of {made[sort]:4}  {sort}")
    total, right = sum(made.values()), sum(hit.values())
    print(
        f"{right:5} of {total:4}  changes found with the right kind and place: {right / total:.1%}"
    )
    print(
        f"{alarms} false alarms in {words} words of unchanged rewordings:"
        f" {2000 * alarms / words:.2f} in 2,000"
    )
    print(f"{strays} findings beside the changes")


def main() -> None:
    """Measure the templates that newslint was tuned by, then those that it was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--details", action="store_true", help="misses and alarms of the first set")
    parser.add_argument("--set", choices=("templates", "held_out", "both"), default="both")
    parser.add_argument("--others", type=int, default=0, help="kilobytes of other sources")
    given = parser.parse_args()
    for folder in ("templates", "held_out") if given.set == "both" else (given.set,):
        print(f"== {folder}, {given.pairs} pairs, seed {given.seed}")
        measure(folder, given.pairs, given.seed, given.details, given.others)


if __name__ == "__main__":
    main()
