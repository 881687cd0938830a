"""A tag is released only if it names the version and the changelog has its section."""

from __future__ import annotations

import pytest

from tools.release import faults

CHANGELOG = "# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-11-30)\n\n- More.\n"


def test_a_tag_that_agrees_is_released() -> None:
    assert [*faults("v0.2.0", "0.2.0", CHANGELOG)] == []


@pytest.mark.parametrize(
    ("tag", "version", "changelog", "fault"),
    [
        ("v0.3.0", "0.2.0", CHANGELOG, "the tag is v0.3.0"),
        ("v0.3.0", "0.3.0", CHANGELOG, "no heading '## 0.3.0 (YYYY-MM-DD)'"),
        (
            "v0.2.0",
            "0.2.0",
            CHANGELOG.replace("eased\n", "eased\n\n- Less.\n"),
            "belong to a version",
        ),
    ],
)
def test_a_tag_that_does_not_is_not(tag: str, version: str, changelog: str, fault: str) -> None:
    (said,) = faults(tag, version, changelog)
    assert fault in said
