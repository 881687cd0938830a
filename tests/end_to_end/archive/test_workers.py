"""Workers and runs: who dies, and what goes on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint.archive import checkpoint as journal
from newslint.archive import dispatch as spread
from newslint.archive import run as engine
from newslint.runner import worker_process as workers
from tests.conftest import ENOUGH, Run
from tests.end_to_end.archive.tables import COLUMNS, STORIES, many, read, write_csv, write_jsonl

pytestmark = pytest.mark.slow


def test_rows_do_not_depend_on_workers_or_batches(
    archive: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl("a.jsonl", many(20))
    archive("a.jsonl", "-o", "one.jsonl", "--fixed", "one-clean.jsonl")
    monkeypatch.setattr(engine, "PAYS", 0)
    monkeypatch.setattr(spread, "MOST", 7)
    archive("a.jsonl", "-o", "two.jsonl", "--fixed", "two-clean.jsonl", "--jobs", "2")
    assert Path("one.jsonl").read_bytes() == Path("two.jsonl").read_bytes()
    assert Path("one-clean.jsonl").read_bytes() == Path("two-clean.jsonl").read_bytes()


def test_an_article_that_kills_its_worker_costs_itself(
    archive: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = many(4)
    rows[5] = rows[5] | {"body": "poison"}
    write_jsonl("a.jsonl", rows)
    deadly = (
        "import os; from newslint.archive import article_linter as rows;"
        "was = rows.ArticleLinter.outcome;"
        "die = lambda article: 'poison' in article.text and os._exit(9);"
        "rows.ArticleLinter.outcome = lambda self, article: die(article) or was(self, article);"
    )
    monkeypatch.setattr(workers, "_START", workers._START.replace("from {", f"{deadly} from {{"))
    monkeypatch.setattr(engine, "PAYS", 0)
    done = archive("a.jsonl", "-o", "found.jsonl", "--jobs", "1")
    assert done.exit_code == 0
    assert read("found.errors.jsonl") == [{"article": rows[5]["url"], "error": spread.LOST}]
    assert {row["article"] for row in read("found.jsonl")} == {
        row["url"] for row in rows if row["views"] != 7 and row["body"] != "poison"
    }


def test_a_run_that_was_killed_goes_on(archive: Run, folder: Path, desk: str) -> None:
    write_jsonl("a.jsonl", many(60))
    write_csv("b.csv", many(60))
    inputs = ("a.jsonl", "b.csv")
    archive(*inputs, "-o", "whole.jsonl", "--fixed", "whole")
    slow = (
        "import time; from newslint.archive import checkpoint as journal, dispatch as spread;"
        "spread.MOST = 5;"
        "journal.OFTEN = 0; add = journal.Checkpoint.add;"
        "journal.Checkpoint.add = lambda *args: (add(*args), time.sleep(0.02));"
        "import sys; from newslint.cli.main import main; main()"
    )
    options = [*inputs, "-o", "found.jsonl", "--fixed", "clean", *COLUMNS, "--names", desk]
    process = subprocess.Popen(
        [sys.executable, "-c", slow, "archive", *options], stderr=subprocess.PIPE
    )
    note, deadline = Path("found.jsonl.parts/checkpoint.json"), time.monotonic() + ENOUGH
    while time.monotonic() < deadline and not _is_past(note, 30):
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert not Path("found.jsonl").exists()
    done_before = json.loads(note.read_text())["counts"][0]
    assert 30 <= done_before < 360
    with Path("found.jsonl.parts/findings.jsonl").open("a") as file:
        file.write('{"article": "half a ro')  # what no note speaks of is not true
    refused = archive(*inputs, "-o", "found.jsonl")
    assert "was begun with other inputs, options or books" in refused.stderr
    assert archive(*inputs, "-o", "found.jsonl", "--fixed", "clean").exit_code == 0
    for one, other in (("whole.jsonl", "found.jsonl"), ("whole/b.csv", "clean/b.csv")):
        assert Path(one).read_bytes() == Path(other).read_bytes()
    assert not note.parent.exists()


def _is_past(note: Path, articles: int) -> bool:
    return note.exists() and json.loads(note.read_text())["counts"][0] >= articles


def test_two_runs_do_not_write_to_one_journal(archive: Run, folder: Path) -> None:
    pytest.importorskip("fcntl")
    write_jsonl("a.jsonl", STORIES)
    with journal.Checkpoint(Path("found.jsonl.parts"), {}):
        done = archive("a.jsonl", "-o", "found.jsonl")
    assert "found.jsonl.parts: another run is at work on it" in done.stderr
