"""Records: findings as bytes, and findings again. No findings are no bytes."""

# ruff: noqa: PTH118

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from newslint.core.finding import Edit, Finding, Fix, Span
from newslint.report import Look
from newslint.runner.runner import Task
from newslint.storage.digests import blake2b, digest_of, files_below
from newslint.storage.key_value_store import Store
from newslint.storage.paths import PACKAGE, RESULTS, SITE, cache_folder, packages, shipped_rules
from newslint.text.source import suffix


def encode(findings: Sequence[Finding]) -> bytes:
    """Findings as the store keeps them."""
    if not findings:
        return b""
    import json

    return json.dumps(findings, separators=(",", ":")).encode()


def decode(data: bytes) -> list[Finding]:
    """The findings that `encode` made bytes of; ValueError if these are no such bytes."""
    if not data:
        return []
    import json

    try:
        return [_finding(fields) for fields in json.loads(data)]
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError("not a record") from error


def _finding(fields: list[Any]) -> Finding:
    rule, (start, end), text, message, severity, suggestions, evidence, fix = fields
    return Finding(
        rule,
        Span(start, end),
        text,
        message,
        severity,
        tuple(suggestions),
        tuple(evidence),
        fix and Fix(fix[0], tuple(Edit(Span(*span), new) for span, new in fix[1])),
    )


_FILE = "findings-1.sqlite"
"""The number is that of the form of records and of the table."""


_SHOWN: dict[str, Any] = {
    "mode": "",
    "unsafe": False,
    "format": "",
    "look": Look(),
    "cache": False,
    "baseline": "",
    "remember": False,
}
"""What of a task decides how findings are shown and fixed, and not which there are."""


_TOGETHER = 100
"""Results that are written in one go."""


_KEY = 20
"""Bytes of a key: that two texts share one is as likely as that git takes two for the same."""


def open_store() -> Store:
    """What all tasks' results are in."""
    return Store(os.path.join(cache_folder(RESULTS), _FILE))


class Results:
    """The results of one task, out of the user's cache."""

    def __init__(self, task: Task) -> None:
        """Find out what the task's results depend on; an OSError says what cannot be read."""
        self._store = open_store()
        self._task = blake2b(_circumstances(task, cache_folder(RESULTS)), digest_size=_KEY)
        self._fresh: list[tuple[bytes, bytes]] = []

    @property
    def proven(self) -> bool:
        """Whether the engine was made ready for this very task before, and there was no fault."""
        return self._store.get(self._task.digest()) is not None

    def prove(self) -> None:
        """Say that there is no fault in the task's book and options."""
        self._store.put([(self._task.digest(), b"")])

    def find(self, path: str, data: bytes) -> list[Finding] | None:
        """What was found before in a file of these bytes; None if we do not know."""
        kept = self._store.get(self._key(path, data))
        if kept is not None:
            with suppress(ValueError):
                return decode(kept)
        return None

    def keep(self, path: str, data: bytes, findings: Sequence[Finding]) -> None:
        """Remember what was found in a file of these bytes."""
        self._fresh.append((self._key(path, data), encode(findings)))
        if len(self._fresh) >= _TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Write what was not written yet."""
        if self._fresh:
            self._store.put(self._fresh)
            self._fresh = []

    def _key(self, path: str, data: bytes) -> bytes:
        key = self._task.copy()
        key.update(f"{suffix(path)}\0".encode("utf-8", "surrogateescape"))
        key.update(data)
        return key.digest()


def _circumstances(task: Task, notes: str) -> bytes:
    """All that decides what is found, beside the text itself.

    Only what is known to decide no more than how findings are shown and fixed is left out of the
    task, so that nothing that a task will say some day can be forgotten here.
    """
    books = [path for layer in task.settings.layers for path in (*layer.rules, *layer.names)]
    desk = [file for path in books for file in files_below(path)]
    ours = sorted({file for path in (PACKAGE, shipped_rules()) for file in files_below(path)})
    said = (
        task._replace(**_SHOWN),
        [digest_of(files, notes) for files in (desk, ours)],
        [file.removeprefix(SITE) for file in ours],
        desk,
        sys.version,
        packages(),
    )
    return repr(said).encode("utf-8", "surrogateescape")


def open_results(task: Task) -> Results | None:
    """The cache for a task; None if the task wants none, or if there cannot be one."""
    if not task.cache:
        return None
    try:
        return Results(task)
    except (ImportError, OSError):  # a Python without SQLite; a book that cannot be read
        return None
