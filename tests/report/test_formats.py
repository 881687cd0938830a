"""Every format: its report of one article, as it was committed."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.finding import NOTE, UNSAFE, WARNING, Finding, Fix
from newslint.core.version import __version__
from newslint.report import FORMATS
from newslint.text.source import Source
from tests.report.builders import finding, slip, written

SNAPSHOTS = Path(__file__).with_name("snapshots")


def all_sorts(source: Source) -> list[Finding]:
    """Findings of each sort: a safe fix, an unsafe one, a choice, a note, one over two lines."""
    unsafe = finding(source, "Zoë Lake", rule="names/misspelt", suggestions=("Zoe Lake",))
    choice = finding(source, "🚒", rule="cleanup/emoji", suggestions=("engine", "fire engine"))
    return [
        unsafe._replace(fix=Fix(UNSAFE, ())),
        choice._replace(severity=WARNING, message='50% <of> "it"\tis & was'),
        slip(source),
        finding(source, "left.\n\nMrs", rule="structure/gap", severity=NOTE),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_as_it_was_committed(
    name: str, odd: Source, request: pytest.FixtureRequest
) -> None:
    """`pytest tests/report --update-snapshots` writes them anew; read what changed."""
    said = written(name, odd, all_sorts(odd)).replace(f'"{__version__}"', '"VERSION"')
    snapshot = SNAPSHOTS / f"{name}.txt"
    if request.config.getoption("--update-snapshots"):
        snapshot.write_text(said, "utf-8", newline="")
    assert said == snapshot.read_text("utf-8")


def test_every_snapshot_is_of_a_format() -> None:
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(FORMATS)
