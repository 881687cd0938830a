"""Checkpoints: a run goes on where its notes are true, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.archive.batch_result import BatchResult
from newslint.archive.checkpoint import NOTE, OFTEN, Checkpoint, CheckpointCounts
from newslint.archive.dispatch import DoneBatch
from newslint.core.errors import NewslintError
from newslint.text.tables.article import Place

JOB = {"inputs": ["a.jsonl"], "book": "abc"}
FOLDER = Path("found.jsonl.parts")


def batch(row: int) -> DoneBatch:
    """What came of one article, and the place behind it."""
    result = BatchResult(b'{"row": %d}\n' % row, b"", b"", b"", b"", 1, 1, 0, 0)
    return DoneBatch(result, Place(0, row + 1), 0)


def test_a_run_goes_on_behind_what_was_noted(folder: Path) -> None:
    with Checkpoint(FOLDER, JOB) as begun:
        begun.add(batch(0))
        begun.note()
        begun.add(batch(1))
    with Checkpoint(FOLDER, JOB) as again:
        assert (again.place, again.counts) == (Place(0, 1), CheckpointCounts(1, 1))
        again.add(batch(1))
        again.note()
        assert again.path("findings").read_bytes() == b'{"row": 0}\n{"row": 1}\n'
        again.remove()
    assert not FOLDER.exists()


def test_a_note_is_made_when_it_is_time_and_when_something_fails(folder: Path) -> None:
    now = [0.0]
    with pytest.raises(KeyboardInterrupt), Checkpoint(FOLDER, JOB, lambda: now[0]) as run:  # noqa: PT012
        run.add(batch(0))
        assert not (FOLDER / NOTE).exists()
        now[0] += OFTEN
        run.add(batch(1))
        assert (FOLDER / NOTE).exists()
        run.add(batch(2))
        raise KeyboardInterrupt
    with Checkpoint(FOLDER, JOB) as again:
        assert again.place == Place(0, 3)


@pytest.mark.parametrize("note", ["", "[]", "half a ro", '{"job": {}}'])
def test_a_note_of_another_run_is_not_followed(folder: Path, note: str) -> None:
    FOLDER.mkdir()
    (FOLDER / NOTE).write_text(note)
    with pytest.raises(NewslintError, match="was begun with other inputs, options or books"):
        Checkpoint(FOLDER, JOB)


def test_a_file_that_is_shorter_than_its_note_is_not_believed(folder: Path) -> None:
    with Checkpoint(FOLDER, JOB) as begun:
        begun.add(batch(0))
        begun.note()
    begun.path("findings").write_bytes(b"")
    with pytest.raises(NewslintError, match="was begun with other"):
        Checkpoint(FOLDER, JOB)


def test_what_is_not_ours_is_in_the_way(folder: Path) -> None:
    FOLDER.mkdir()
    (FOLDER / "notes.txt").write_text("mine")
    with pytest.raises(NewslintError, match="is in the way, and not of newslint's making"):
        Checkpoint(FOLDER, JOB)
    assert (FOLDER / "notes.txt").read_text() == "mine"


def test_two_runs_do_not_share_a_folder(folder: Path) -> None:
    pytest.importorskip("fcntl")
    with (
        Checkpoint(FOLDER, JOB),
        pytest.raises(NewslintError, match="another run is at work on it"),
    ):
        Checkpoint(FOLDER, JOB)
