"""One line a finding."""

from __future__ import annotations

from newslint.text.source import Source
from tests.report.builders import finding, slip, written


def test_concise_is_one_line_each(source: Source) -> None:
    assert written("concise", source, [slip(source), finding(source, "Ferry")]) == (
        "ferry.txt:3:28: error names/inconsistent 'Harstom' stands once\n"
        "ferry.txt:1:1: error names/inconsistent 'Ferry' stands once\n"
    )
