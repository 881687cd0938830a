"""Groups of articles by source and month: bounded."""

from __future__ import annotations

import pytest

from newslint.archive.quality import aggregate as figures
from newslint.archive.quality.measure import Measure


def test_groups_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST", 2)
    one = Measure("", "2024-05", 10, {}, False, False, None, ())
    found = figures.grouped((one._replace(source=name), 0) for name in "abacd")
    assert {key: group.articles for key, group in found.items()} == {
        ("(others)", "2024-05"): 2,
        ("a", "2024-05"): 2,
        ("b", "2024-05"): 1,
    }
