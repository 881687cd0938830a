"""Names whose spelling drifts over an archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import invoke
from tests.conftest import Run
from tests.end_to_end.archive.tables import read, write_jsonl


def test_names_whose_spelling_drifts_over_the_archive(archive: Run, folder: Path) -> None:
    spoke = "The council met. {} spoke first, and the others listened."
    names = [*["Oduya Kestrelby"] * 8, "Oduya Kestrelbi", "Odúya Kestrelby", "Marta Quillfeather"]
    rows = [
        {"url": f"u{at}", "title": "", "body": spoke.format(name), "day": f"2024-01-{at + 1:02}"}
        for at, name in enumerate(names)
    ]
    write_jsonl("a.jsonl", rows)
    options = ("--names-report", "names.jsonl", "--date-column", "day")
    assert archive("a.jsonl", "-o", "found.jsonl", *options).exit_code == 0
    found = [tuple(row.values())[:-1] for row in read("names.jsonl")]
    assert found == [
        ("Oduya Kestrelby", "Oduya Kestrelby", "name", 8, "2024-01-01", "2024-01-08"),
        ("Oduya Kestrelby", "Odúya Kestrelby", "accents", 1, "2024-01-10", "2024-01-10"),
        ("Oduya Kestrelby", "Oduya Kestrelbi", "slip", 1, "2024-01-09", "2024-01-09"),
    ]
    assert next(row["examples"] for row in read("names.jsonl")) == ["u0", "u1"]


@pytest.mark.parametrize("report", ["names.csv", "names.parquet", "names.jsonl"])
def test_names_that_drift_become_a_book(archive: Run, folder: Path, report: str) -> None:
    if report.endswith("parquet"):
        pytest.importorskip("pyarrow")
    names = [*["Oduya Kestrelby"] * 8, "Oduya Kestrelbi", "Odúya Kestrelby"]
    bodies = [f"The council met. {name} spoke first, and others listened." for name in names]
    write_jsonl("a.jsonl", [{"url": "u", "title": "", "body": body} for body in bodies])
    archive("a.jsonl", "-o", "found.jsonl", "--names-report", report)
    done = invoke("names", "learn", "--names-report", report)
    assert done.stdout.splitlines()[2:] == [
        "# in 8 articles: u; u",
        "- name: Oduya Kestrelby",
        "  aliases:",
        "  - Odúya Kestrelby  # in one article: u",
        "  misspellings:",
        "  - Oduya Kestrelbi  # in one article: u",
    ]
    other = invoke("names", "learn", "--names-report", "a.jsonl")
    assert other.stderr == "error: a.jsonl:1: no row of newslint archive --names-report\n"
