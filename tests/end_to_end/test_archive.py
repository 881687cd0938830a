"""Archives: tables of articles in, a table of findings out, whatever happens on the way."""

from __future__ import annotations

import csv
import errno
import gzip
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from newslint.archive import checkpoint as journal
from newslint.archive import dispatch as spread
from newslint.archive import run as engine
from newslint.core.errors import NewslintError
from newslint.runner import worker_process as workers
from newslint.text.tables import csv_tsv as table
from newslint.text.tables import streams
from tests.conftest import DESK, Run

Row = dict[str, Any]

STORIES: list[Row] = [
    {
        "url": "https://courier.example/1",
        "title": "Harstom to lead ferry inquiry",
        "body": "Lena Harstorm was named on Monday.\n\nHarstorm said teh harbour needs light.",
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


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One names book for all of these tests, which is compiled once."""
    path = tmp_path_factory.mktemp("desk") / "desk.yaml"
    path.write_text(DESK)
    return str(path)


@pytest.fixture
def archive(desk: str) -> Run:
    """Run `newslint archive` in this process."""

    def run(*args: str) -> Result:
        from newslint.cli.commands.archive import command

        return CliRunner().invoke(command, [*args, *COLUMNS, "--names", desk])

    return run


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


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_rows(archive: Run, folder: Path, name: str) -> None:
    WRITERS[name](name, STORIES)
    done = archive(name, "-o", "found.jsonl")
    assert (done.exit_code, done.stderr) == (0, "Wrote 3 findings in 3 articles to found.jsonl.\n")
    rows = read("found.jsonl")
    stories = {story["url"]: story for story in STORIES}
    for row in rows:
        assert stories[row["article"]][row["column"]][row["start"] : row["end"]] == row["text"]
    assert [(row["column"], row["rule"], row["text"], row["suggestion"]) for row in rows] == [
        ("title", "names/inconsistent", "Harstom", "Harstorm"),
        ("body", "spelling/typo", "teh", "the"),
        ("body", "spelling/typo", "recieved", "received"),
    ]
    assert {path.name for path in Path().iterdir()} == {name, "found.jsonl", "found.errors.jsonl"}


@pytest.mark.parametrize("table", ["found.csv", "found.parquet"])
def test_every_table_has_the_same_rows(archive: Run, folder: Path, table: str) -> None:
    if table.endswith("parquet"):
        pytest.importorskip("pyarrow")
    write_jsonl("a.jsonl", [*STORIES, {"url": 4, "title": None, "body": "teh \ud83d teh"}])
    archive("a.jsonl", "-o", "found.jsonl")
    done = archive("a.jsonl", "-o", table, "--errors", "bad.csv", "--language", "en")
    assert done.exit_code == 0
    found, expected = read(table), read("found.jsonl")
    assert [row.keys() for row in found] == [row.keys() for row in expected]
    assert [(row["article"], int(row["start"]), row["text"]) for row in found] == [
        (row["article"], row["start"], row["text"]) for row in expected
    ]
    assert Path("bad.csv").read_text() == "article,error\n"


@pytest.mark.parametrize("name", WRITERS)
def test_fixed_articles_keep_every_other_column(archive: Run, folder: Path, name: str) -> None:
    WRITERS[name](name, STORIES)
    copy = f"clean-{name}"
    archive(name, "-o", "found.jsonl", "--fixed", copy)
    archive(copy, "-o", "again.jsonl")
    assert read("again.jsonl") == []
    if name.endswith((".gz", ".zst")):
        return
    before, after = read(name), read(copy)
    assert [story["title"] for story in after] == [
        "Harstorm to lead ferry inquiry",
        *(story["title"] for story in before[1:]),
    ]
    for old, new in zip(before, after, strict=True):
        assert old.keys() == new.keys()
        assert (old["url"], old["views"]) == (new["url"], new["views"])
    assert after[1] == before[1]


def test_a_fixed_line_of_json_changes_in_its_text_alone(archive: Run, folder: Path) -> None:
    lines = (
        '{"url":"a",  "views": 1.500, "body": "Zo\\u00eb said teh end\\n", "title": ""}\r\n'
        "\n"
        '{"url":"b", "score": NaN, "title": "The", "body": "teh “end”"}\n'
        "not json\n"
    )
    Path("a.jsonl").write_bytes(lines.encode())
    archive("a.jsonl", "-o", "found.jsonl", "--fixed", "clean.jsonl")
    expected = lines.replace("teh", "the")
    assert Path("clean.jsonl").read_bytes().decode() == expected


def test_several_inputs_are_one_archive(archive: Run, folder: Path) -> None:
    write_jsonl("a.jsonl", STORIES[:1])
    write_csv("b.csv", STORIES[1:])
    archive("a.jsonl", "b.csv", "-o", "found.jsonl", "--fixed", "clean")
    assert [row["text"] for row in read("found.jsonl")] == ["Harstom", "teh", "recieved"]
    assert {path.name for path in Path("clean").iterdir()} == {"a.jsonl", "b.csv"}


def test_objects_of_json_may_lack_what_is_empty(archive: Run, folder: Path) -> None:
    write_jsonl("a.jsonl", [*STORIES, {"body": "teh end"}])
    archive("a.jsonl", "-o", "found.jsonl", "--fixed", "clean.jsonl")
    assert read("found.jsonl")[-1]["article"] == "a.jsonl:4"
    assert read("clean.jsonl")[-1] == {"body": "the end"}


def page(address: str, html: str | bytes, more: str = "") -> bytes:
    html = html if isinstance(html, bytes) else html.encode()
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{more}\r\n".encode() + html
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Date: 2024-05-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def test_pages_of_a_crawl(archive: Run, folder: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    text = "The council met on Monday to hear what teh harbour needs before the winter comes. " * 4
    html = f"<html><title>Harbour</title><body><nav>Home</nav><article><p>{text}</p></article>"
    Path("a.warc").write_bytes(page("https://courier.example/1", html))
    done = archive("a.warc", "-o", "found.jsonl")
    assert done.exit_code == 0
    found = read("found.jsonl")
    assert {row["text"] for row in found} == {"teh"}
    assert {row["article"] for row in found} == {"https://courier.example/1"}
    assert "cannot be fixed" in archive("a.warc", "-o", "b.csv", "--fixed", "b.warc").stderr


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


def test_a_missing_extra_is_one_line(
    archive: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl("a.jsonl", STORIES)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    done = archive("a.jsonl", "-o", "b.parquet")
    said = "Parquet needs pyarrow, which is not here (pip install 'newslint[archive]')"
    assert done.stderr.startswith(f"error: {said}")
    assert archive("a.jsonl", "-o", "b.csv").exit_code == 0


def many(number: int) -> list[Row]:
    return [story | {"url": f"{at}-{story['url']}"} for at in range(number) for story in STORIES]


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
    note, deadline = Path("found.jsonl.parts/checkpoint.json"), time.monotonic() + 30
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


def test_record_batches_are_what_engines_map(archive: Run, folder: Path, desk: str) -> None:
    arrow = pytest.importorskip("pyarrow")
    write_jsonl("a.jsonl", STORIES)
    archive("a.jsonl", "-o", "found.jsonl")
    from newslint.archive.record_batches import findings_of

    rows: list[Row] = []
    for size in (1, 2, 3):
        batches = arrow.Table.from_pylist(STORIES).to_batches(max_chunksize=size)
        found = [findings_of(b, text="body", title="title", id="url", names=desk) for b in batches]
        rows = arrow.Table.from_batches(found).to_pylist()
        assert rows == read("found.jsonl")
    with pytest.raises(NewslintError, match="no 'text' among url, title, body, views"):
        findings_of(batches[0])


def test_a_row_without_a_rule_is_an_error(desk: str) -> None:
    arrow = pytest.importorskip("pyarrow")
    from newslint.archive.record_batches import findings_of

    batch = arrow.RecordBatch.from_pylist([{"text": "teh"}, {"text": None}], schema=None)
    odd = arrow.RecordBatch.from_pylist([{"text": 7}, {"text": 8}])
    assert [row["article"] for row in findings_of(batch, select="spelling").to_pylist()] == ["0"]
    rows = findings_of(odd).to_pylist()
    assert [(row["article"], row["rule"], row["start"]) for row in rows] == [
        ("0", None, None),
        ("1", None, None),
    ]
    assert rows[0]["message"] == "what is in 'text' is no text (int)"


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


def test_a_page_that_cannot_be_unpacked_costs_itself(archive: Run, folder: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    text = "The council met on Monday to hear what teh harbour needs before the winter comes. " * 4
    good = f"<html><title>Harbour</title><body><article><p>{text}</p></article>"
    bomb = gzip.compress(b"<p>" + b"a" * 21_000_000)
    pages = [
        page("a:1", good),
        page("a:2", bomb, "Content-Encoding: gzip\r\n"),
        page("a:3", "no gzip", "Content-Encoding: gzip\r\n"),
        page("a:4", "zz\r\nno length", "Transfer-Encoding: chunked\r\n"),
        page("a:5", good),
    ]
    Path("a.warc").write_bytes(b"".join(pages))
    assert archive("a.warc", "-o", "found.jsonl").exit_code == 0
    assert {row["article"] for row in read("found.jsonl")} == {"a:1", "a:5"}
    errors = read("found.errors.jsonl")
    assert [row["article"] for row in errors] == ["a:2", "a:3", "a:4"]
    assert errors[0]["error"] == "longer than 20,000,000 bytes"


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


def test_two_runs_do_not_write_to_one_journal(archive: Run, folder: Path) -> None:
    pytest.importorskip("fcntl")
    write_jsonl("a.jsonl", STORIES)
    with journal.Checkpoint(Path("found.jsonl.parts"), {}):
        done = archive("a.jsonl", "-o", "found.jsonl")
    assert "found.jsonl.parts: another run is at work on it" in done.stderr


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
        ("Oduya Kestrelby", "Oduya Kestrelby", "name", 8, 8, "2024-01-01", "2024-01-08"),
        ("Oduya Kestrelby", "Odúya Kestrelby", "accents", 1, 1, "2024-01-10", "2024-01-10"),
        ("Oduya Kestrelby", "Oduya Kestrelbi", "slip", 1, 1, "2024-01-09", "2024-01-09"),
    ]
    assert next(row["examples"] for row in read("names.jsonl")) == ["u0", "u1", "u2"]


@pytest.mark.parametrize("report", ["names.csv", "names.parquet", "names.jsonl"])
def test_names_that_drift_become_a_book(archive: Run, folder: Path, report: str) -> None:
    if report.endswith("parquet"):
        pytest.importorskip("pyarrow")
    names = [*["Oduya Kestrelby"] * 8, "Oduya Kestrelbi", "Odúya Kestrelby"]
    bodies = [f"The council met. {name} spoke first, and others listened." for name in names]
    write_jsonl("a.jsonl", [{"url": "u", "title": "", "body": body} for body in bodies])
    archive("a.jsonl", "-o", "found.jsonl", "--names-report", report)
    from newslint.cli.groups import load_command

    command = load_command("names")

    done = CliRunner().invoke(command, ["learn", "--names-report", report])
    assert done.stdout.splitlines()[2:] == [
        "# 8 times in 8 articles: u; u; u",
        "- name: Oduya Kestrelby",
        "  aliases:",
        "  - Odúya Kestrelby  # once: u",
        "  misspellings:",
        "  - Oduya Kestrelbi  # once: u",
    ]
    other = CliRunner().invoke(command, ["learn", "--names-report", "a.jsonl"])
    assert other.stderr == "error: a.jsonl:1: no row of newslint archive --names-report\n"
