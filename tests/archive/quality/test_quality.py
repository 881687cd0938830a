"""Quality of an archive: figures by source and month, duplicates, and the page with pictures."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import gettempdir
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from newslint.archive.quality import aggregate as figures
from newslint.archive.quality import duplicates
from newslint.archive.quality.aggregate import Group
from newslint.archive.quality.measure import FURNITURE, MOJIBAKE, Measure, month_of, source_of
from newslint.archive.quality.minhash import exact_key, near_keys, words_of
from newslint.archive.quality.page import MONTHS, SOURCES, render
from newslint.engine.books import open_book
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
        from newslint.cli.commands.archive import command

        columns = ("--text-column", "body", "--date-column", "day", "--source-column", "from")
        return CliRunner().invoke(command, ["a.jsonl", "-o", "found.jsonl", *columns, *args])

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


def test_the_rules_that_count_are_in_the_book() -> None:
    assert {rule.id for rule in open_book().rules} >= FURNITURE | MOJIBAKE


def _group(articles: int = 1) -> Group:
    return Group(articles, 100, Counter(spelling=2), Counter(furniture=1))


def test_the_page_escapes_names_and_needs_nothing_else() -> None:
    hostile = "<script>alert('x')</script>&\"'>"
    page = render({(hostile, "2024-05"): _group(), ("Herald", ""): _group()}, ["spelling"])
    assert "<script" not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;&quot;" in page
    assert not any(word in page for word in ("http://", "https://", "url(", "@import", "style="))
    assert "default-src 'none'" in page
    assert "<title>2024-05: spelling 20</title>" in page
    assert "<title>undated: furniture 100 %</title>" in page


def test_very_many_months_are_years_and_very_many_sources_are_left_to_the_table() -> None:
    months = [f"{1900 + at // 12}-{1 + at % 12:02}" for at in range(MONTHS + 1)]
    page = render({("Herald", month): _group() for month in months}, ["spelling"])
    assert "<title>1900: spelling 20</title>" in page
    assert "1900-01" not in page
    page = render({(f"s{at}", "2024-05"): _group(at) for at in range(SOURCES + 2)}, [])
    assert page.count("<section") == SOURCES + 1
    assert "2 smaller sources stand in the table only" in page
    assert "<h2>s0</h2>" not in page


def test_groups_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST", 2)
    one = Measure("", "2024-05", 10, {}, False, False, None, ())
    found = figures.grouped((one._replace(source=name), 0) for name in "abacd")
    assert {key: group.articles for key, group in found.items()} == {
        ("(others)", "2024-05"): 2,
        ("a", "2024-05"): 2,
        ("b", "2024-05"): 1,
    }


@given(st.integers(0, 1 << 32), st.integers(60, 400))
def test_an_article_with_a_word_changed_is_a_near_duplicate(seed: int, length: int) -> None:
    random = Random(seed)
    words = [f"w{random.randrange(5_000)}" for _ in range(length)]
    other = [f"w{random.randrange(5_000)}" for _ in range(length)]
    changed = [*words[: length // 2], "else", *words[length // 2 + 1 :]]
    assert not {*near_keys(words)}.isdisjoint(near_keys(changed))
    assert {*near_keys(words)}.isdisjoint(near_keys(other))
    assert exact_key(words) == exact_key(list(words)) != exact_key(changed)


@given(st.text(max_size=30))
def test_whatever_a_source_or_date_is(said: str) -> None:
    assert "\n" not in source_of(said)
    assert len(month_of(said)) in (0, 7)


@given(st.lists(st.lists(st.integers(0, 5), max_size=3, unique=True), max_size=9))
def test_a_duplicate_has_a_key_that_was_there_before(keys: list[list[int]]) -> None:
    measures = [
        Measure("", "", 1, {}, False, False, key[0] if key else None, tuple(key[1:]))
        for key in keys
    ]
    found = duplicates.duplicates(measures, len(keys), Path(gettempdir()))
    for at, key in enumerate(keys):
        before = {known for earlier in keys[:at] for known in earlier}
        assert bool(found[at]) == bool(before & {*key})
