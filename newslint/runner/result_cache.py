"""The cache of findings of earlier runs, by text and settings.

A record is the findings of one file as JSON; no findings are an empty record.
"""

# ruff: noqa: PTH100, PTH118

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from newslint.book.settings import Settings
from newslint.book.version import version_of_books
from newslint.core.errors import SourceError
from newslint.core.finding import Edit, Finding, Fix, Span
from newslint.storage.digests import blake2b, digest_of
from newslint.storage.files_below import files_below
from newslint.storage.key_value_store import Store
from newslint.storage.paths import PACKAGE, RESULTS, SITE, cache_folder, packages
from newslint.storage.stamp import stamp
from newslint.text.source import suffix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def encode(findings: Sequence[Finding]) -> bytes:
    """The findings as a record."""
    if not findings:
        return b""
    import json

    return json.dumps(findings, separators=(",", ":")).encode()


def decode(data: bytes) -> list[Finding]:
    """The findings of a record; a ValueError if it is not valid."""
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
"""File of the store; the number is the version of its format."""


_TOGETHER = 100
"""Number of results that are written together."""

_KEY = 20
"""Bytes of a key; two texts share one as rarely as two objects share a name in git."""


def open_store() -> Store:
    """The store of the results of all tasks."""
    return Store(os.path.join(cache_folder(RESULTS), _FILE))


class Results:
    """What was found under one set of settings, in the user's cache.

    What was found with a memory is kept under what the memory holds, and again without, if it had
    nothing to say: with the questions to which it must have no answer now, either.
    """

    def __init__(self, settings: Settings) -> None:
        """Compute the key of the settings; an OSError if a book cannot be read."""
        self._store = open_store()
        without = settings._replace(memory=())
        self._without = blake2b(_circumstances(without), digest_size=_KEY)
        self._settings = self._without.copy()
        self._memory = settings.memory
        if self._memory:
            self._settings.update(repr(list(map(stamp, settings.memory))).encode())
        self._may_name_sources = settings.may_name_sources
        self._fresh: list[tuple[bytes, bytes]] = []

    @property
    def proven(self) -> bool:
        """Whether the engine was opened for these settings before without a fault."""
        return self._store.get(self._settings.digest()) is not None

    def prove(self) -> None:
        """Record that the settings and their books have no fault."""
        self._store.put([(self._settings.digest(), b"")])

    def find(self, path: str, data: bytes) -> list[Finding] | None:
        """The cached findings of a file with these bytes; None if there are none."""
        kept = self._store.get(self._key(path, data))
        if kept is not None:
            with suppress(ValueError):
                return decode(kept)
        return None

    def find_unanswered(self, path: str, data: bytes) -> tuple[list[Finding], list[Any]] | None:
        """What was found without help of a memory, and what that was asked, as plain values."""
        kept = self._store.get(self._key_without(path, data)) if self._memory else None
        if kept is not None:
            import json
            import zlib

            with suppress(ValueError, TypeError, zlib.error):
                findings, questions = json.loads(zlib.decompress(kept))
                return decode(json.dumps(findings).encode()), questions
        return None

    def keep(self, path: str, data: bytes, findings: Sequence[Finding]) -> None:
        """Remember what was found in a file of these bytes."""
        self._put(self._key(path, data), encode(findings))

    def keep_unanswered(
        self, path: str, data: bytes, findings: Sequence[Finding], questions: list[Any]
    ) -> None:
        """Remember what was found of which the memory said nothing."""
        import json
        import zlib

        record = json.dumps([findings, questions], separators=(",", ":")).encode()
        self._put(self._key_without(path, data), zlib.compress(record, 1))

    def _put(self, key: bytes, value: bytes) -> None:
        self._fresh.append((key, value))
        if len(self._fresh) >= _TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Write the results that are not written yet."""
        if self._fresh:
            self._store.put(self._fresh)
            self._fresh = []

    def _key(self, path: str, data: bytes) -> bytes:
        """A story that the memory has is no evidence for itself, and known by its path."""
        where = os.path.abspath(path) if self._memory else suffix(path)
        key = self._settings.copy()
        if self._may_name_sources:
            key.update(_named_state(path, data))
        return _key_of(key, where, data)

    def _key_without(self, path: str, data: bytes) -> bytes:
        return _key_of(self._without.copy(), f"unanswered\0{suffix(path)}", data)


def _key_of(key: blake2b, where: str, data: bytes) -> bytes:
    key.update(f"{where}\0".encode("utf-8", "surrogateescape"))
    key.update(data)
    return key.digest()


def _named_state(path: str, data: bytes) -> bytes:
    """The state of the sources that an article names in its front matter, if it does."""
    if not data[:6].lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++")):
        return b""
    if b"sources" not in data[:FRONT]:
        return b""
    from newslint.sources.front_matter import named_sources
    from newslint.sources.opening import state_of

    with suppress(SourceError):
        named = named_sources(data[:FRONT].decode("utf-8", "replace"), path)
        return repr(state_of(named)).encode("utf-8", "surrogateescape") if named else b""
    return b""


FRONT = 64 << 10
"""Bytes that front matter is sought in."""


def _texts(sources: Sequence[str]) -> list[str]:
    """The files that copy is held against."""
    from newslint.sources.opening import texts_at

    return [file for path in sources for file in texts_at(path)]


def _circumstances(settings: Settings) -> bytes:
    """Everything that findings depend on: settings, books, newslint, Python, packages."""
    code = sorted(files_below(PACKAGE))
    sources = _texts(settings.sources) if settings.sources else []
    decisive = (
        settings,
        version_of_books(settings.books, settings.memory),
        digest_of(code, cache_folder(RESULTS)),
        digest_of(sources, cache_folder(RESULTS)),
        [file.removeprefix(SITE) for file in code],
        sys.version,
        packages(),
    )
    return repr(decisive).encode("utf-8", "surrogateescape")
