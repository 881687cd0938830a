"""Hunspell dictionaries spelt out: every word that a .dic and .aff make between them.

In: a dictionary's two files. Out: its words as written, with the case they are listed in.
Only what English dictionaries use is understood: prefixes, suffixes and their products.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Affix(NamedTuple):
    """One line of an affix table: take `strip` off, put `add` on, where `condition` holds."""

    strip: str
    add: str
    condition: re.Pattern[str]
    cross: bool


class Affixes(NamedTuple):
    """The affix tables of one dictionary, by flag."""

    prefixes: dict[str, list[Affix]]
    suffixes: dict[str, list[Affix]]
    forbidden: frozenset[str]
    numeric: bool


def read_affixes(path: Path) -> Affixes:
    """Read a .aff file."""
    prefixes: dict[str, list[Affix]] = {}
    suffixes: dict[str, list[Affix]] = {}
    cross: dict[str, bool] = {}
    forbidden: set[str] = set()
    numeric = False
    for line in path.read_text(encoding=_encoding(path)).splitlines():
        match line.split():
            case ["FLAG", kind, *_]:
                numeric = kind == "num"
            case [("FORBIDDENWORD" | "ONLYINCOMPOUND" | "NEEDAFFIX"), flag, *_]:
                forbidden.add(flag)
            case [("PFX" | "SFX"), flag, ("Y" | "N") as crosses, count, *_] if count.isdigit():
                cross[flag] = crosses == "Y"
            case [("PFX" | "SFX") as side, flag, strip, add, *rest]:
                strip = "" if strip == "0" else strip
                add = "" if add == "0" else add.partition("/")[0]
                condition = rest[0] if rest else "."
                pattern = re.compile(
                    f"{condition}$" if side == "SFX" else condition,
                )
                table = suffixes if side == "SFX" else prefixes
                table.setdefault(flag, []).append(Affix(strip, add, pattern, cross[flag]))
    return Affixes(prefixes, suffixes, frozenset(forbidden), numeric)


def words(dic: Path) -> Iterator[str]:
    """Every word of the dictionary `dic` (its .aff stands beside it)."""
    aff = dic.with_suffix(".aff")
    affixes = read_affixes(aff)
    for line in dic.read_text(encoding=_encoding(aff)).splitlines()[1:]:
        word, _, flags = line.split("\t")[0].strip().partition("/")
        names = flags.split()[0] if flags.strip() else ""
        listed = set(names.split(",")) if affixes.numeric else set(names)
        if word and not listed & affixes.forbidden:
            yield word
            yield from _derived(word, listed, affixes)


def _derived(word: str, flags: set[str], affixes: Affixes) -> Iterator[str]:
    prefixes = [p for flag in flags for p in affixes.prefixes.get(flag, ())]
    for prefix in prefixes:
        if prefix.condition.match(word) and word.startswith(prefix.strip):
            yield prefix.add + word[len(prefix.strip) :]
    for flag in flags:
        for suffix in affixes.suffixes.get(flag, ()):
            if not suffix.condition.search(word) or not word.endswith(suffix.strip):
                continue
            stem = word[: len(word) - len(suffix.strip)] + suffix.add
            yield stem
            if suffix.cross:
                for prefix in prefixes:
                    if prefix.cross and prefix.condition.match(stem):
                        yield prefix.add + stem[len(prefix.strip) :]


def _encoding(aff: Path) -> str:
    found = re.search(rb"^SET\s+(\S+)", aff.read_bytes(), re.MULTILINE)
    return found[1].decode("ascii") if found else "iso-8859-1"
