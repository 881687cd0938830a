"""Slips that people have collected: what is written for a word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from newslint.book.rules_reader import load_rules
from newslint.checks.kinds import ALL_KINDS

DICTIONARIES = ("dictionary.txt", "dictionary_rare.txt")


def read_listed(codespell: Path, rules: Path) -> dict[str, list[str]]:
    """Return by word what is written for it, from codespell's data and our own rules."""
    listed: dict[str, set[str]] = defaultdict(set)
    for written, meant in (*_of_codespell(codespell), *_of_rules(rules)):
        listed[meant].add(written)
    return {meant: sorted(written) for meant, written in sorted(listed.items())}


def _of_codespell(folder: Path) -> Iterator[tuple[str, str]]:
    for name in DICTIONARIES:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            written, _, meant = line.partition("->")
            for word in meant.split(","):
                if re.fullmatch("[a-z']+", word.strip()):
                    yield written, word.strip()


def _of_rules(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the words in which a phrase and what replaces it differ, if it is one."""
    for rule in load_rules(folder, ALL_KINDS):
        for found, right in rule.params.get("swap", {}).items():
            words, others = (re.split("[ -]", text.lower()) for text in (found, right))
            different = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
            if len(words) == len(others) and len(different) == 1:
                yield different[0]
