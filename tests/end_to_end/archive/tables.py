"""What tests of archives share: stories, and tables of them in every format."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Row = dict[str, Any]

STORIES: list[Row] = [
    {
        "url": "https://courier.example/1",
        "title": "Harstom to lead ferry inquiry",
        "body": "Lena Harstorm was named on Monday.\n\n"
        "Harstorm said teh harbour needs light. Harstorm left.",
        "views": 1.50,
    },
    {
        "url": "https://courier.example/2",
        "title": "Quiet day",
        "body": "Zoë stayed in.",
        "views": 7,
    },
    {
        "url": "https://courier.example/3",
        "title": "",
        "body": "<p>The pilot was <b>quick</b>.</p><p>He recieved a medal, “gladly”.</p>",
        "views": 0,
    },
]

COLUMNS = ("--text-column", "body", "--title-column", "title", "--id-column", "url")


def write_jsonl(path: str, rows: list[Row]) -> None:
    text = "".join(json.dumps(row) + "\n" for row in rows)
    if path.endswith(".gz"):
        Path(path).write_bytes(gzip.compress(text.encode(), mtime=0))
    elif path.endswith(".zst"):
        zstandard = pytest.importorskip("zstandard")
        Path(path).write_bytes(zstandard.compress(text.encode()))
    else:
        Path(path).write_text(text)


def write_csv(path: str, rows: list[Row]) -> None:
    with Path(path).open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter="\t" if path.endswith("tsv") else ",")
        writer.writeheader()
        writer.writerows(rows)


def write_parquet(path: str, rows: list[Row]) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.Table.from_pylist(rows), path, row_group_size=2)


WRITERS: dict[str, Callable[[str, list[Row]], None]] = {
    "a.jsonl": write_jsonl,
    "a.jsonl.gz": write_jsonl,
    "a.jsonl.zst": write_jsonl,
    "a.csv": write_csv,
    "a.tsv": write_csv,
    "a.parquet": write_parquet,
}


def read(path: str) -> list[Row]:
    """The rows of a file in any format that is not packed."""
    if path.endswith(".parquet"):
        found: list[Row] = pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
        return found
    with Path(path).open(newline="", encoding="utf-8") as file:
        if path.endswith((".csv", ".tsv")):
            return list(csv.DictReader(file, delimiter="\t" if path.endswith("tsv") else ","))
        return [json.loads(line) for line in file]


def many(number: int) -> list[Row]:
    return [story | {"url": f"{at}-{story['url']}"} for at in range(number) for story in STORIES]
