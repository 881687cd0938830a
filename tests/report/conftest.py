"""Articles to report on."""

from __future__ import annotations

import pytest

from newslint.text.source import Source
from tests.report.builders import COPY, ODD_COPY


@pytest.fixture
def source() -> Source:
    return Source.from_text(COPY, "ferry.txt")


@pytest.fixture
def odd() -> Source:
    return Source.from_text(ODD_COPY, "copy/ferry & row.txt")
