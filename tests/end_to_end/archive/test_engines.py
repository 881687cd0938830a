"""Engines: the same rows on Ray, Spark and Dask. Skipped where those are not (`make engines`)."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from newslint.archive import dispatch as spread
from newslint.archive.checkpoint import Checkpoint
from tests.builders import invoke
from tests.conftest import DESK, ROOT, Run

pytestmark = pytest.mark.slow

STORIES = [
    {"url": f"https://courier.example/{at}", "title": "Harstom to lead inquiry", "body": body}
    for at in range(6)
    for body in (
        "Lena Harstorm said teh harbour needs light.",
        "Zoë stayed in.",
        "<p>He <b>recieved</b> a medal.</p>",
    )
]
COLUMNS = ("--text-column", "body", "--title-column", "title", "--id-column", "url")


@pytest.fixture
def archive(folder: Path) -> Run:
    """Run `newslint archive` over the stories in this process."""
    Path("desk.yaml").write_text(DESK)
    Path("a.jsonl").write_text("".join(json.dumps(story) + "\n" for story in STORIES))

    def run(output: str, *args: str) -> Result:
        named = ("a.jsonl", "-o", output, *COLUMNS, "--names", "desk.yaml")
        return invoke("archive", *named, *args)

    return run


def _deadly() -> None:
    """What a worker begins with: one article is the end of it."""
    from newslint.archive.article_linter import ArticleLinter

    was = ArticleLinter.outcome

    def outcome(self: ArticleLinter, article: Any) -> Any:
        return os._exit(9) if "poison" in article.text else was(self, article)

    ArticleLinter.outcome = outcome  # type: ignore[method-assign]


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    """A Ray cluster of two workers on this machine."""
    ray = pytest.importorskip("ray")
    tests = {"PYTHONPATH": str(ROOT)}
    environment = {"worker_process_setup_hook": _deadly, "env_vars": tests}
    ray.init("local", num_cpus=2, include_dashboard=False, runtime_env=environment)
    yield ray
    ray.shutdown()


def test_ray_gives_the_same_rows(archive: Run, ray: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def more(output: str) -> tuple[str, ...]:
        reports = ("--names-report", f"names-{output}", "--quality-report", f"quality-{output}")
        return "--fixed", f"fixed-{output}", *reports

    assert archive("here.jsonl", *more("here.jsonl")).exit_code == 0
    monkeypatch.setattr(spread, "MOST", 4)
    done = archive("ray.jsonl", *more("ray.jsonl"), "--engine", "ray")
    assert done.exit_code == 0, done.stderr
    for kind in ("{}", "{}.errors", "fixed-{}", "names-{}", "quality-{}"):
        here, there = (
            Path(f"{kind.format(engine)}.jsonl").read_bytes() for engine in ("here", "ray")
        )
        assert here == there
    assert len(Path("ray.jsonl").read_text().splitlines()) > len(STORIES)


def test_on_ray_an_article_that_kills_its_worker_costs_itself(archive: Run, ray: Any) -> None:
    poison = {"url": "https://courier.example/bad", "title": "", "body": "poison"}
    with Path("a.jsonl").open("a") as file:
        file.write(json.dumps(poison) + "\n" + json.dumps(STORIES[0]) + "\n")
    assert archive("found.jsonl", "--engine", "ray").exit_code == 0
    (error,) = map(json.loads, Path("found.errors.jsonl").read_text().splitlines())
    assert error == {"article": poison["url"], "error": spread.LOST}
    assert json.loads(Path("found.jsonl").read_text().splitlines()[-1])["text"] == "teh"


def test_what_was_begun_here_goes_on_on_ray(
    archive: Run, ray: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive("whole.jsonl")
    with monkeypatch.context() as patch:
        patch.setattr(spread, "MOST", 4)
        add = Checkpoint.add

        def failing(journal: Checkpoint, done: spread.DoneBatch) -> None:
            if journal.counts.articles == 8:
                raise KeyboardInterrupt
            add(journal, done)

        patch.setattr(Checkpoint, "add", failing)
        assert archive("found.jsonl").exit_code != 0
    assert archive("found.jsonl", "--engine", "ray").exit_code == 0
    assert Path("found.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_a_fault_in_a_book_is_one_line_on_ray_too(archive: Run, ray: Any) -> None:
    from newslint.archive.article_linter import ArchiveTask
    from newslint.archive.ray_engine import RayExecutor
    from newslint.core.errors import NewslintError

    with pytest.raises(NewslintError, match=r"^a worker has other books \(\w{12}, and not abc\)$"):
        RayExecutor(ArchiveTask(book="abc"))


def test_spark_maps_the_function(archive: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    spark_sql = pytest.importorskip("pyspark.sql")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java")
    archive("found.jsonl")
    from newslint.archive.record_batches import findings_of

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # ours, whatever python3 is on the path
    session = spark_sql.SparkSession.builder.master("local[1]")
    session = session.config("spark.ui.enabled", "false").getOrCreate()
    try:
        session.sparkContext.setLogLevel("ERROR")
        told = {
            "text": "body",
            "title": "title",
            "id": "url",
            "names": str(Path("desk.yaml").absolute()),
        }
        stories = session.read.json(str(Path("a.jsonl").absolute())).coalesce(1)
        types = """article string, rule string, `column` string, `start` int, `end` int,
          text string, message string, suggestion string, applicability string,
          evidence array<string>, severity string, newslint string, book string"""
        mapped = stories.mapInArrow(lambda bs: (findings_of(b, **told) for b in bs), types)
        found = mapped.collect()
    finally:
        session.stop()
    assert [row.asDict() for row in found] == [
        json.loads(line) for line in Path("found.jsonl").read_text().splitlines()
    ]


def test_dask_maps_the_function(archive: Run) -> None:
    dataframe = pytest.importorskip("dask.dataframe")
    arrow = pytest.importorskip("pyarrow")
    archive("found.jsonl")
    from newslint.archive.record_batches import findings_of

    def find(stories: Any) -> Any:
        batch = arrow.RecordBatch.from_pandas(stories, preserve_index=False)
        found = findings_of(batch, text="body", title="title", id="url", names="desk.yaml")
        return found.to_pandas()

    stories = dataframe.from_pandas(dataframe.backends.pd.DataFrame(STORIES), npartitions=3)
    found = stories.map_partitions(find, meta=find(stories._meta)).compute(scheduler="sync")
    assert list(zip(found.article, found.rule, found.start, strict=True)) == [
        (row["article"], row["rule"], row["start"])
        for row in map(json.loads, Path("found.jsonl").read_text().splitlines())
    ]
