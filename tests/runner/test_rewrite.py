"""Rewriting: a file is the old one or the new one, whole, with its mode, owner and links."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from newslint.core.errors import SourceError
from newslint.runner import rewrite
from newslint.text.formats.reading import load
from newslint.text.source import Source


@pytest.fixture
def story(tmp_path: Path) -> Source:
    path = tmp_path / "story.md"
    path.write_bytes(b"\xef\xbb\xbfteh\r\nend")
    return load(str(path))


def files(source: Source) -> list[str]:
    return sorted(path.name for path in Path(source.path).parent.iterdir())


def test_writing_keeps_encoding_mode_and_links(story: Source, tmp_path: Path) -> None:
    path, link = Path(story.path), tmp_path / "link.md"
    path.chmod(0o640)
    link.symlink_to("story.md")
    rewrite.write(load(str(link)), "the\r\nend")
    assert path.read_bytes() == b"\xef\xbb\xbfthe\r\nend"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert files(story) == ["link.md", "story.md"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_writing_keeps_the_owner(story: Source) -> None:
    os.chown(story.path, 1234, 2345)
    rewrite.write(story, "the")
    after = Path(story.path).stat()
    assert (after.st_uid, after.st_gid) == (1234, 2345)


def test_a_file_that_needs_no_change_is_not_touched(story: Source) -> None:
    before = Path(story.path).stat()
    rewrite.write(story, story.text)
    assert Path(story.path).stat() == before


def test_a_file_that_changed_meanwhile_is_left_alone(story: Source) -> None:
    Path(story.path).write_text("mine")
    with pytest.raises(SourceError, match="not fixed: the file changed while we read it"):
        rewrite.write(story, "the")
    assert Path(story.path).read_text() == "mine"
    assert files(story) == ["story.md"]


def test_a_file_that_is_gone_stays_gone(story: Source) -> None:
    Path(story.path).unlink()
    with pytest.raises(SourceError, match="not fixed: no such file"):
        rewrite.write(story, "the")
    assert files(story) == []


def test_a_read_only_file_is_refused(story: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode, **_: mode == os.F_OK)
    with pytest.raises(SourceError, match="read-only"):
        rewrite.write(story, "the")


@pytest.mark.parametrize("call", ["fsync", "urandom", "fchmod", "stat"])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_whatever_fails_the_file_is_whole_and_alone(
    story: Source, monkeypatch: pytest.MonkeyPatch, call: str, fault: BaseException
) -> None:
    def failing(*args: object, **kwargs: object) -> None:
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        with pytest.raises((SourceError, KeyboardInterrupt)) as caught:
            rewrite.write(story, "the")
    if isinstance(caught.value, SourceError):
        assert caught.value.reason == "not fixed: no space left"
    assert Path(story.path).read_bytes() == story.to_bytes()
    assert files(story) == ["story.md"]
