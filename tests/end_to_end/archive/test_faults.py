"""What is wrong with an archive or on the way: it costs itself, and is said."""

from __future__ import annotations

import errno
import gzip
import json
from pathlib import Path

import pytest

from newslint.archive import checkpoint as journal
from newslint.text.tables import csv_tsv as table
from newslint.text.tables import streams
from tests.conftest import Run
from tests.end_to_end.archive.tables import STORIES, WRITERS, read, write_csv, write_jsonl


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jsonl", b'{"url": 1, "title": "", "body": "teh"}\n{"url"\n', "not valid JSON"),
        ("a.jsonl", b'{"url": 1, "title": "", "body": "teh"}\n[1]\n', "not a JSON object"),
        ("a.jsonl", b'{"url": 1, "title": "", "body": "teh"}\n{"url": 2, "title": ""}\n', "'body'"),
        ("a.jsonl", b'{"url": 1, "title": "", "body": "teh"}\n"\xff"\n', "not UTF-8"),
        ("a.jsonl", b'{"url": 1, "title": "", "body": "teh"}\n' + b"[" * 99_999, "too deep"),
        (
            "a.jsonl",
            b'{"url": 1, "title": "", "body": "teh"}\n{"url": 2, "title": "", "body": 7}',
            "no text (int)",
        ),
        ("a.csv", b"url,title,body\n1,,teh\n2,short\n", "'body'"),
        (
            "a.jsonl",
            b'{"url": 1, "title": "", "body": "teh"}\n{"url": "%s", "body": "teh"}'
            % (b"x" * 9_999),
            "its id, date or source is longer",
        ),
    ],
)
def test_an_article_that_cannot_be_read_costs_itself(
    archive: Run, folder: Path, name: str, data: bytes, said: str
) -> None:
    Path(name).write_bytes(data)
    done = archive(name, "-o", "found.jsonl")
    assert done.exit_code == 0
    assert "warning: 1 error in found.errors.jsonl" in done.stderr
    (error,) = read("found.errors.jsonl")
    assert said in error["error"]
    assert [row["article"] for row in read("found.jsonl")] == ["1"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b'url,title,body\n1,,teh\n2,,"no end\n'),
        ("a.csv", b"url,title,body\n1,,teh\n2,,\xff\xfe\n" + b"x" * 10_000),
        (
            "a.jsonl.gz",
            gzip.compress(b'{"url": 1, "title": "", "body": "teh"}\n' * 9, mtime=0)[:-9],
        ),
        ("a.jsonl.gz", b"no gzip"),
        ("a.jsonl.zst", b"no zstd"),
    ],
)
def test_a_damaged_file_costs_its_rest(archive: Run, folder: Path, name: str, data: bytes) -> None:
    if name.endswith("zst"):
        pytest.importorskip("zstandard")
    Path(name).write_bytes(data)
    write_jsonl("good.jsonl", STORIES)
    done = archive(name, "good.jsonl", "-o", "found.jsonl", "--fixed", "clean")
    assert done.exit_code == 2
    assert len(read("found.jsonl")) >= 3
    assert [row["article"] for row in read("found.errors.jsonl")] == [name]
    assert f"error: clean/{name}: not written" in done.stderr
    assert [path.name for path in Path("clean").iterdir()] == ["good.jsonl"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("no.jsonl", "-o", "b.csv"), "no.jsonl: no such file or directory"),
        (("a.txt", "-o", "b.csv"), "a.txt: what it holds is not said by its ending"),
        (("a.jsonl", "-o", "b.xls"), "b.xls: tables are written as .parquet, .jsonl, .csv"),
        (("a.jsonl", "-o", "no/b.csv"), "no/b.csv: no such folder"),
        (("a.jsonl", "-o", "b.csv", "--fixed", "a.jsonl"), "a.jsonl: is an input"),
        (("a.jsonl", "-o", "b.csv", "--fixed", "c.csv"), "has its format"),
        (("a.jsonl", "-o", "b.csv", "--unsafe-fixes"), "--unsafe-fixes goes with --fixed"),
        (("bad.csv", "-o", "b.csv"), "bad.csv: no 'body' among x, y (say which it is with --text"),
        (("bad.parquet", "-o", "b.csv"), "bad.parquet: "),
        (("bad.warc", "-o", "b.csv"), "bad.warc: "),
        (("a.jsonl", "-o", "b.csv", "--names", "none.yaml"), "none.yaml"),
    ],
)
def test_what_is_plainly_wrong_is_said_first(
    archive: Run, folder: Path, args: tuple[str, ...], said: str
) -> None:
    for module in ("pyarrow", "fastwarc", "trafilatura"):
        pytest.importorskip(module)
    write_jsonl("a.jsonl", STORIES)
    for name in ("bad.csv", "bad.parquet", "bad.warc", "a.txt"):
        Path(name).write_text("x,y\n1,2\n")
    done = archive(*args)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not Path("b.csv").exists()


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv"])
def test_a_row_that_is_too_long_is_not_held(
    archive: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    long = STORIES[1] | {"body": "x" * 5_000}
    WRITERS[name](name, [STORIES[0], long, STORIES[2]])
    for module in (streams, table):
        monkeypatch.setattr(module, "LONGEST", 1_000)
    archive(name, "-o", "found.jsonl", "--fixed", f"clean-{name}")
    (error,) = read("found.errors.jsonl")
    assert "longer than" in error["error"]
    urls = {row["article"] for row in read("found.jsonl")}
    if name == "a.csv":  # nobody knows where the next row begins
        assert urls == {STORIES[0]["url"]}
        return
    assert urls == {STORIES[0]["url"], STORIES[2]["url"]}
    if name == "a.jsonl":
        assert Path("clean-a.jsonl").read_text().splitlines()[1] == json.dumps(long)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("a.jsonl", "-o", "a.jsonl"), "a.jsonl: is an input, which is only read"),
        (("a.jsonl", "-o", "b.csv", "--errors", "./b.csv"), "./b.csv: is to be written twice"),
        (("a.jsonl", "-o", "b.csv", "--quality-report", "b.csv"), "is to be written twice"),
        (("a.jsonl", "sub/a.csv", "-o", "b.csv", "--fixed", "."), "a.jsonl: is an input"),
        (("a.jsonl", "-o", "c.csv"), "c.csv.parts: is in the way, and not of newslint's making"),
    ],
)
def test_nothing_of_the_users_is_overwritten(
    archive: Run, folder: Path, args: tuple[str, ...], said: str
) -> None:
    Path("sub").mkdir()
    write_csv("sub/a.csv", STORIES)
    write_jsonl("a.jsonl", STORIES)
    before = Path("a.jsonl").read_bytes()
    Path("c.csv.parts").mkdir()
    Path("c.csv.parts/notes.txt").write_text("mine")
    done = archive(*args)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr
    assert Path("a.jsonl").read_bytes() == before
    assert Path("c.csv.parts/notes.txt").exists()


def test_a_full_disk_is_one_line(
    archive: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write_jsonl("a.jsonl", STORIES)
    with monkeypatch.context() as patch:
        patch.setattr(journal.Checkpoint, "note", full)
        done = archive("a.jsonl", "-o", "found.jsonl")
    assert done.stderr == "error: found.jsonl.parts: no space left on device\n"
    assert archive("a.jsonl", "-o", "found.jsonl").exit_code == 0
