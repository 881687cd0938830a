"""A line says how many dates of an archive were read."""

from __future__ import annotations

import json
from pathlib import Path

from newslint.archive.name_report import dates_sentence


def test_one_that_was_not_read_is_shown(tmp_path: Path) -> None:
    names = tmp_path / "names.jsonl"
    for dates, told in (
        (["2024-05-01", "12 Oct 2024"], "Read 2 of 2 dates."),
        (["2024-05-01", "3/4/2024"], "Read 1 of 2 dates; not '3/4/2024', for one."),
        (["", ""], ""),
    ):
        names.write_text("".join(json.dumps(["a", date, {}]) + "\n" for date in dates))
        assert dates_sentence(names) == told
