"""Digests: what files hold, and notes that spare reading them again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.storage import digests as digest
from newslint.storage.digests import digest_of


def test_a_digest_is_of_what_files_hold(tmp_path: Path) -> None:
    file, notes = tmp_path / "a", tmp_path / "notes"
    file.write_text("one")
    long_ago = 1_000_000_000

    def age(at: int) -> bytes:
        os.utime(file, ns=(at, at))
        return digest_of([str(file)], str(notes))

    first = age(long_ago)
    file.write_text("two")
    assert age(long_ago) != first  # the same size and time of change
    file.write_text("one")
    assert age(long_ago + 1) == first


def test_what_was_just_touched_is_not_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("one")
    digest_of([str(tmp_path / "a")], str(tmp_path / "notes"))
    assert list((tmp_path / "notes").iterdir()) == []
    monkeypatch.setattr(digest, "SETTLED", -3_000_000_000_000)
    one = digest_of([str(tmp_path / "a")], str(tmp_path / "notes"))
    (note,) = (tmp_path / "notes").iterdir()
    for damage in ("", "zz" * 32, "ab"):
        note.write_text(damage)
        assert digest_of([str(tmp_path / "a")], str(tmp_path / "notes")) == one
