"""Baselines: findings that a desk has decided to live with, known again wherever they move.

A finding is known by its rule, the letters it objects to and the words around them in the same
sentence, not by its line. In come the findings of a file, out go those that are new.
"""

# pathlib would cost start-up time, hence the plain functions of os.
# ruff: noqa: PTH100, PTH110, PTH118, PTH120, PTH123
from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from newslint.errors import NewslintError, reason, refusal

if TYPE_CHECKING:
    from newslint.finding import Finding

VERSION = 1

AROUND = 3
"""Words on either side that tell one finding from another of the same letters."""

_REACH = 120
"""Letters in which these words are looked for."""

_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n\s*\n")


class Entry(NamedTuple):
    """A finding as a baseline has it: its key, and for people what it is about."""

    key: str
    rule: str
    text: str
    context: str


def entries_of(findings: Sequence[Finding], text: str) -> list[Entry]:
    """An entry for each of the findings in `text`; of several that look the same, each its own."""
    seen: Counter[tuple[str, ...]] = Counter()
    entries = []
    for finding in findings:
        before, after = _words_around(text, *finding.span)
        found = " ".join(finding.text.split())
        said = (finding.rule, found, *before, "", *after)
        seen[said] += 1
        key = blake2b("\0".join((*said, str(seen[said]))).encode(), digest_size=10).hexdigest()
        entries.append(Entry(key, finding.rule, found, " ".join((*before, found, *after))))
    return entries


def _words_around(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words before and after a stretch, as far as its sentence goes."""
    before = _END.split(text[max(start - _REACH, 0) : start])[-1]
    after = _END.split(text[end : end + _REACH])[0]
    return _WORD.findall(before)[-AROUND:], _WORD.findall(after)[:AROUND]


class Baseline:
    """The entries of a baseline file, by the path of the article."""

    def __init__(self, path: str, entries: Mapping[str, Sequence[Entry]]) -> None:
        """`entries` have paths relative to the folder of the file at `path`."""
        self.path = path
        self.entries = dict(entries)
        gone = (named for named in self.entries if not os.path.exists(self._place(named)))
        self.moved = frozenset(entry.key for named in gone for entry in self.entries[named])
        """Keys of articles that are gone; they are taken to have another name now."""

    @classmethod
    def read(cls, path: str) -> Baseline:
        """The baseline in a file; a NewslintError says what is wrong with it."""
        import json

        try:
            with open(path, encoding="utf-8") as file:
                held = json.load(file)
            if held["version"] != VERSION:
                raise NewslintError(f"{path}: a baseline of another version ({held['version']})")
            by_path = {
                name: [Entry(*(str(row[field]) for field in Entry._fields)) for row in rows]
                for name, rows in held["findings"].items()
            }
        except OSError as error:
            hint = "; --write-baseline begins it" if isinstance(error, FileNotFoundError) else ""
            raise NewslintError(f"{path}: {reason(error)}{hint}") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise NewslintError(f"{path}: not a baseline; write it anew") from None
        return cls(path, by_path)

    def of(self, path: str) -> frozenset[str]:
        """The keys that are known for the article at `path`."""
        return frozenset(entry.key for entry in self.entries.get(self.named(path), ())) | self.moved

    def named(self, path: str) -> str:
        """The path of an article as the baseline has it: from its own folder, with slashes."""
        folder = os.path.dirname(os.path.abspath(self.path))
        return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")

    def _place(self, named: str) -> str:
        return os.path.join(os.path.dirname(self.path), named)

    def stale(self, met: Mapping[str, Iterable[str]], everywhere: bool) -> list[str]:
        """What is not found any more, one line each.

        `met` has for each article of a run the keys that were found in it. Those of articles that
        are gone are fixed only if nothing `everywhere` has them.
        """
        found = {key for keys in met.values() for key in keys}
        lines = []
        for named, entries in sorted(self.entries.items()):
            gone = not os.path.exists(self._place(named))
            if (gone and everywhere) or any(named == self.named(path) for path in met):
                lines += [
                    f"{self.path}: stale: {named} {entry.rule} '{entry.text}'"
                    for entry in entries
                    if entry.key not in found
                ]
        return lines


def write(path: str, met: Mapping[str, Sequence[Entry]]) -> int:
    """Write a baseline of the entries `met`, by article; how many there are.

    What an earlier one says of other articles, if they are still there, is kept.
    """
    import json

    from newslint.atomic import replaced

    old = Baseline.read(path) if os.path.exists(path) else Baseline(path, {})
    kept = {n: e for n, e in old.entries.items() if os.path.exists(old._place(n))}
    entries = kept | {old.named(article): list(found) for article, found in met.items()}
    rows = [
        f"  {json.dumps(named, ensure_ascii=False)}: [\n    "
        + ",\n    ".join(json.dumps(entry._asdict(), ensure_ascii=False) for entry in found)
        + "\n  ]"
        for named, found in sorted(entries.items())
        if found
    ]
    text = f'{{"version": {VERSION}, "findings": {{\n' + ",\n".join(rows) + "\n}}\n"
    try:
        with replaced(os.path.realpath(path)) as file:
            file.write(text.encode())
    except OSError as error:
        raise NewslintError(f"{path}: {refusal(error)}") from None
    return sum(map(len, entries.values()))
