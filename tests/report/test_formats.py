"""Every format renders."""

from __future__ import annotations

import pytest

from newslint.report import FORMATS
from newslint.text.source import Source
from tests.report.builders import slip, written


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders(name: str, source: Source) -> None:
    assert "Harstom" in written(name, source, [slip(source)])
