"""Baselines: findings that a desk has accepted, and that are not reported.

A finding is recognised by its rule, its text and the words around it in the same sentence, not by
its line.
"""

# ruff: noqa: PTH100, PTH110, PTH118, PTH120

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from newslint.core.errors import NewslintError, os_error_reason, os_error_text
from newslint.core.fingerprint import Entry
from newslint.core.regular_file import read_regular

VERSION = 1


class Baseline:
    """The entries of a baseline file, by the path of the article."""

    def __init__(self, path: str, entries: Mapping[str, Sequence[Entry]]) -> None:
        """`entries` have paths relative to the folder of the file at `path`."""
        self.path = path
        self.entries = dict(entries)
        gone = (named for named in self.entries if not os.path.exists(self._place(named)))
        self.moved = frozenset(entry.key for named in gone for entry in self.entries[named])
        """Keys of articles that are gone; they are assumed to be renamed."""

    @classmethod
    def read(cls, path: str) -> Baseline:
        """Read a baseline; raises a NewslintError if it is not valid."""
        import json

        try:
            held = json.loads(read_regular(path))
            if held["version"] != VERSION:
                raise NewslintError(f"{path}: a baseline of another version ({held['version']})")
            by_path = {
                name: [Entry(*(str(row[field]) for field in Entry._fields)) for row in rows]
                for name, rows in held["findings"].items()
            }
        except OSError as error:
            hint = "; --write-baseline begins it" if isinstance(error, FileNotFoundError) else ""
            raise NewslintError(f"{path}: {os_error_reason(error)}{hint}") from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise NewslintError(f"{path}: not a baseline; write it anew") from None
        return cls(path, by_path)

    def of(self, path: str) -> frozenset[str]:
        """The known keys for the article at `path`."""
        return frozenset(entry.key for entry in self.entries.get(self.named(path), ())) | self.moved

    def named(self, path: str) -> str:
        """The path of an article relative to the baseline's folder, with slashes."""
        folder = os.path.dirname(os.path.abspath(self.path))
        return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")

    def _place(self, named: str) -> str:
        return os.path.join(os.path.dirname(self.path), named)

    def stale(self, met: Mapping[str, Iterable[str]], everywhere: bool) -> list[str]:
        """Entries that are no longer found, one line each.

        `met` has the keys found in each article of a run. Entries of missing articles count only if
        the run covers `everywhere` and no article has them.
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
    """Write a baseline of the entries found in each article, and return how many there are.

    Entries of an earlier baseline for other articles are kept if the articles still exist.
    """
    import json

    from newslint.storage.atomic_write import write_output

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
        with write_output(path) as file:
            # A file's name may hold what is no letter; so written, JSON reads it again.
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise NewslintError(f"{path}: {os_error_text(error)}") from None
    return sum(map(len, entries.values()))
