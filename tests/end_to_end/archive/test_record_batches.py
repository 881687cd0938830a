"""Record batches: the same rows, for engines that map a function."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.errors import NewslintError
from tests.conftest import Run
from tests.end_to_end.archive.tables import STORIES, Row, read, write_jsonl


def test_record_batches_are_what_engines_map(archive: Run, folder: Path, desk: str) -> None:
    arrow = pytest.importorskip("pyarrow")
    write_jsonl("a.jsonl", STORIES)
    archive("a.jsonl", "-o", "found.jsonl")
    from newslint.archive.record_batches import findings_of

    rows: list[Row] = []
    for size in (1, 2, 3):
        batches = arrow.Table.from_pylist(STORIES).to_batches(max_chunksize=size)
        found = [findings_of(b, text="body", title="title", id="url", names=desk) for b in batches]
        rows = arrow.Table.from_batches(found).to_pylist()
        assert rows == read("found.jsonl")
    with pytest.raises(NewslintError, match="no 'text' among url, title, body, views"):
        findings_of(batches[0])


def test_a_row_without_a_rule_is_an_error(desk: str) -> None:
    arrow = pytest.importorskip("pyarrow")
    from newslint.archive.record_batches import findings_of

    batch = arrow.RecordBatch.from_pylist([{"text": "teh"}, {"text": None}], schema=None)
    odd = arrow.RecordBatch.from_pylist([{"text": 7}, {"text": 8}])
    assert [row["article"] for row in findings_of(batch, select="spelling").to_pylist()] == ["0"]
    rows = findings_of(odd).to_pylist()
    assert [(row["article"], row["rule"], row["start"]) for row in rows] == [
        ("0", None, None),
        ("1", None, None),
    ]
    assert rows[0]["message"] == "what is in 'text' is no text (int)"
