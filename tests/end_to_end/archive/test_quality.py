"""The quality of an archive: figures by source and month."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from newslint.archive.quality import duplicates
from newslint.archive.quality.minhash import words_of
from tests.builders import invoke
from tests.conftest import Run

LONG = (
    "The harbour master closed the northern pier on Monday, since the storm had torn away two of"
    " its lamps and a good part of the rail. Fishing boats were sent to the old basin behind the"
    " market, where there is room for twelve of them. The council will hear on Thursday what the"
    " repair costs, and whether the ferry can land at the same place before the summer begins."
)

STORIES: list[dict[str, Any]] = [
    {"from": "https://www.courier.example/1", "day": "2024-05-01", "body": LONG},
    {"from": "http://courier.example/2", "day": "2024-05-30", "body": f"<p>{LONG.upper()}</p>"},
    {"from": "https://courier.example/3", "day": "2024-06-02", "body": f"{LONG} So they said."},
    {"from": "Herald", "day": "2024-05-02", "body": "At teh pier, teh master was late."},
    {"from": "Herald", "day": "2024-05-03", "body": "It is late.\n\nSign up for our newsletter"},
    {"from": "Herald", "day": "soon", "body": "The mayor said itâ€™s over."},
    {"from": "Herald", "day": None, "body": ""},
    {"from": "Herald", "day": None, "body": ""},
]


@pytest.fixture
def archive(folder: Path) -> Run:
    """Run `newslint archive` over the stories in this process."""
    Path("a.jsonl").write_text("".join(json.dumps(story) + "\n" for story in STORIES))

    def run(*args: str) -> Result:
        columns = ("--text-column", "body", "--date-column", "day", "--source-column", "from")
        return invoke("archive", "a.jsonl", "-o", "found.jsonl", *columns, *args)

    return run


def _figures(path: str) -> dict[tuple[str, str], dict[str, float]]:
    with Path(path).open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        (row.pop("source"), row.pop("month")): {name: float(row[name]) for name in row}
        for row in rows
    }


def test_figures_by_source_and_month(archive: Run) -> None:
    assert archive("--quality-report", "quality.csv").exit_code == 0
    found = _figures("quality.csv")
    assert [*found] == [
        ("Herald", ""),
        ("Herald", "2024-05"),
        ("courier.example", "2024-05"),
        ("courier.example", "2024-06"),
    ]
    assert [(row["articles"], row["words"]) for row in found.values()] == [
        (3, 6),  # itâ€™s is taken for two
        (2, 15),
        (2, 2 * len(words_of(LONG))),
        (1, len(words_of(LONG)) + 3),
    ]
    herald = found["Herald", "2024-05"]
    assert herald["spelling_per_1000_words"] == pytest.approx(1000 * 2 / 15, abs=0.001)
    assert herald["share_furniture"] == 0.5
    assert found["Herald", ""]["share_mojibake"] == pytest.approx(1 / 3, abs=0.0001)
    assert found["Herald", ""]["share_exact_duplicates"] == 0
    assert found["courier.example", "2024-05"]["share_exact_duplicates"] == 0.5
    assert found["courier.example", "2024-06"]["share_near_duplicates"] == 1
    assert found["courier.example", "2024-06"]["share_exact_duplicates"] == 0


def test_areas_that_are_not_asked_have_no_column(archive: Run) -> None:
    archive("--quality-report", "quality.csv", "--select", "names,spelling/typo")
    rates = [name for name in next(iter(_figures("quality.csv").values())) if "1000" in name]
    assert rates == ["names_per_1000_words", "spelling_per_1000_words"]


def test_figures_do_not_depend_on_how_keys_are_parted(
    archive: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive("--quality-report", "one.csv", "--quality-report", "one.html")
    monkeypatch.setattr(duplicates, "TOGETHER", 2)
    archive("--quality-report", "two.csv", "--quality-report", "two.html")
    for ending in ("csv", "html"):
        assert Path(f"one.{ending}").read_bytes() == Path(f"two.{ending}").read_bytes()


def test_a_parquet_table_has_numbers(archive: Run) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    archive("--quality-report", "quality.parquet")
    types = {field.name: str(field.type) for field in parquet.read_schema("quality.parquet")}
    assert (types["month"], types["words"]) == ("string", "int64")
    assert {types["names_per_1000_words"], types["share_furniture"]} == {"double"}


@pytest.mark.parametrize("path", ["no/quality.html", "quality.xls"])
def test_a_report_that_cannot_be_written_is_said_first(archive: Run, path: str) -> None:
    done = archive("--quality-report", path)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert path in done.stderr
