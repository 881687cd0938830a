"""The results cache: it makes a run quicker and changes nothing else."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.matching import patterns
from newslint.core.finding import Edit, Finding, Fix, Span
from newslint.engine.linter import Linter, LintResult
from newslint.report import FORMATS
from newslint.runner import result_cache as record
from newslint.storage.key_value_store import Store
from newslint.text.source import Source
from tests.conftest import DESK, Run, Spawn
from tests.memory.archives import ORDINARY, build

STORY = """\
\ufeffLena Harstorm spoke.\r
Then Harstom left, becuase the rain fell in the the town — “Zoë” said.
"""


class Engine:
    """Counts what the engine is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The engine as it is, under observation."""
    examine, seen = Linter.examine, Engine()

    def observed(self: Linter, source: Source) -> LintResult:
        seen.asked.append(source.path)
        return examine(self, source)

    monkeypatch.setattr(Linter, "examine", observed)
    return seen


@pytest.fixture
def story(folder: Path, home: Path, digests: Path) -> Path:
    shutil.copytree(digests, home / "results")
    path = folder / "a.md"
    path.write_bytes(STORY.encode())
    return path


def kept(home: Path) -> Path:
    """The file that results are in."""
    (file,) = (home / "results").glob("*.sqlite")
    return file


@pytest.mark.slow
def test_a_known_file_reads_like_an_unknown_one(
    newslint: Run,
    story: Path,
    engine: Engine,
    desk: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newslint("--names", desk, "a.md")
    for format_, colour in [("text", "1"), *((name, "") for name in FORMATS)]:
        monkeypatch.setenv("FORCE_COLOR", colour)
        args = ["--names", desk, "--output-format", format_, "a.md"]
        without = newslint(*args, "--no-cache")
        engine.asked.clear()
        known = newslint(*args)
        assert known.stdout_bytes == without.stdout_bytes != b""
        assert (known.exit_code, known.stderr) == (without.exit_code, without.stderr) == (1, "")
        assert engine.asked == []


@pytest.mark.parametrize("args", [["--diff"], ["--fix"], ["--statistics"], ["--fix", "-q"]])
@pytest.mark.slow
def test_a_known_file_is_fixed_like_an_unknown_one(
    newslint: Run, story: Path, desk: str, args: list[str]
) -> None:
    before, seen = story.read_bytes(), []
    for more in (["--no-cache"], [], []):
        story.write_bytes(before)
        done = newslint("--names", desk, "a.md", *args, *more)
        seen.append((done.stdout_bytes, done.stderr_bytes, done.exit_code, story.read_bytes()))
    assert seen[0] == seen[1] == seen[2]


def test_a_fixed_file_is_known(newslint: Run, story: Path, engine: Engine, desk: str) -> None:
    newslint("--names", desk, "--fix", "a.md")
    engine.asked.clear()
    assert newslint("--names", desk, "--fix", "a.md").stdout == "Nothing to report in 1 file.\n"
    assert engine.asked == []


def test_a_report_shows_the_name_that_the_file_has_now(
    newslint: Run, story: Path, engine: Engine, desk: str
) -> None:
    newslint("--names", desk, "a.md")
    story.rename("b.md")
    engine.asked.clear()
    assert newslint("--names", desk, "b.md").stdout.startswith("b.md:2:6: ")
    assert engine.asked == []


def test_standard_input_is_known_too(newslint: Run, home: Path, engine: Engine, desk: str) -> None:
    first = newslint("--names", desk, "-", stdin=STORY)
    engine.asked.clear()
    assert newslint("--names", desk, "-", stdin=STORY).stdout == first.stdout != ""
    assert engine.asked == []


texts = st.text(max_size=12)

spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*sorted(pair)))

edits = st.builds(Edit, spans, texts)

fixes = st.builds(Fix, st.sampled_from(["safe", "unsafe", "display"]), st.lists(edits).map(tuple))

lists = st.lists(texts, max_size=3).map(tuple)

findings = st.builds(Finding, texts, spans, texts, texts, texts, lists, lists, st.none() | fixes)


@given(st.lists(findings, max_size=4))
def test_findings_come_back_as_they_were(found: list[Finding]) -> None:
    again = record.decode(record.encode(found))
    assert again == found
    assert repr(again) == repr(found)  # the same types all the way down


@pytest.mark.parametrize("data", [b"x", b"\xff", b"1", b"[1]", b"[[]]", b"[{}]", b'["eightlet"]'])
def test_bytes_that_are_no_findings_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"unpack|decode|record|Expecting"):
        record.decode(data)


@pytest.mark.slow
def test_what_decides_a_result_is_part_of_its_key(
    newslint: Run, folder: Path, story: Path, engine: Engine, desk: str
) -> None:
    def asked(*args: str) -> int:
        engine.asked.clear()
        newslint(*args)
        return len(engine.asked)

    (folder / "rules.yaml").write_text("[]\n")
    plain = ("--names", desk, "a.md")
    assert (asked(*plain), asked(*plain)) == (1, 0)
    for more in (["--ignore", "spelling"], ["--select", "names"], ["--rules", "rules.yaml"]):
        assert (asked(*plain, *more), asked(*plain, *more)) == (1, 0)
    assert asked("a.md") == 1
    story.write_bytes(story.read_bytes() + b"\n")
    assert (asked(*plain), asked(*plain)) == (1, 0)
    (folder / "a.txt").write_bytes(story.read_bytes())
    assert asked("--names", desk, "a.txt") == 1
    Path(desk).write_text(DESK.replace("Harstom", "Harstum"))
    assert (asked(*plain), asked(*plain)) == (1, 0)
    Path(desk).write_text(DESK)
    assert asked(*plain) == 0


def test_another_newslint_knows_nothing(
    newslint: Run, story: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.runner import result_cache as results

    newslint("a.md")
    monkeypatch.setattr(results, "packages", lambda: ["rapidfuzz-0.0.0.dist-info"])
    engine.asked.clear()
    newslint("a.md")
    assert engine.asked == ["a.md"]


def test_a_fault_in_the_book_is_said_whatever_is_known(
    newslint: Run, story: Path, desk: str
) -> None:
    good = newslint("--names", desk, "a.md")
    Path(desk).write_text("- nam: A\n")
    bad = newslint("--names", desk, "a.md")
    assert (bad.exit_code, bad.stdout) == (2, "")
    Path(desk).write_text(DESK)
    assert newslint("--names", desk, "a.md").stdout == good.stdout
    wrong = newslint("--names", desk, "--select", "naems", "a.md")
    assert (wrong.exit_code, wrong.stdout) == (2, "")


@pytest.mark.slow
@pytest.mark.parametrize("also", [(), ("--memory", "m")])
def test_what_was_not_asked_of_a_file_is_not_known(
    newslint: Run, story: Path, also: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("regex")
    monkeypatch.setattr(patterns, "SECONDS", 0.1)
    build(story.parent / "m", ORDINARY)
    Path("rules.yaml").write_text(
        "- {id: desk/slow, kind: pattern, pattern: (a|aa)+$|(?:h|H)arbour, message: slow}"
    )
    Path("other.md").write_text("The harbour is shut.\n")
    story.write_text(f"{'a' * 60}!\n")
    options = ("--rules", "rules.yaml", "--select", "desk", *also)
    assert newslint("a.md", "other.md", *options).exit_code == 2
    assert "desk/slow" in newslint("other.md", *options).stdout


def test_what_cannot_be_read_is_not_known(newslint: Run, story: Path) -> None:
    story.write_bytes(b"\0")
    for _ in range(2):
        assert newslint("a.md").stderr.startswith("error: a.md: binary file")


@pytest.mark.slow
@pytest.mark.parametrize("damage", ["other", "cut", "scribbled", "folder", "empty", "bare"])
def test_a_damaged_file_is_done_without_and_then_made_anew(
    newslint: Run, story: Path, home: Path, engine: Engine, damage: str
) -> None:
    clean = newslint("a.md")
    file = kept(home)
    data = file.read_bytes()
    for part in file.parent.glob("*.sqlite*"):
        part.unlink()
    if damage == "folder":
        file.mkdir()
    elif damage == "bare":
        sqlite3.connect(file).execute("CREATE TABLE other (id)")
    else:
        file.write_bytes(
            {
                "other": b"What is this?" * 1000,
                "cut": data[: len(data) // 2],
                "scribbled": data[:100] + b"\xff" * (len(data) - 100),
                "empty": b"",
            }[damage]
        )
    for _ in range(3):
        assert newslint("a.md").stdout == clean.stdout
    engine.asked.clear()
    newslint("a.md")
    assert (engine.asked == []) is (damage != "folder")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_done_without(newslint: Run, story: Path, home: Path) -> None:
    first = newslint("a.md")
    kept(home).parent.chmod(0o500)
    story.write_bytes(story.read_bytes() + b"More becuase.\n")
    try:
        assert newslint("a.md").stdout != first.stdout
    finally:
        kept(home).parent.chmod(0o700)


def test_a_cache_that_cannot_be_is_done_without(
    newslint: Run, story: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = newslint("a.md", "--no-cache")
    shutil.rmtree(home / "results")
    (home / "results").write_text("in the way")
    assert newslint("a.md").stdout == first.stdout
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    monkeypatch.delitem(sys.modules, "newslint.storage.key_value_store", raising=False)
    monkeypatch.delitem(sys.modules, "newslint.runner.result_cache", raising=False)
    assert newslint("a.md").stdout == first.stdout


@pytest.fixture
def stories(folder: Path, home: Path, digests: Path) -> Path:
    """A folder with enough copy that it is spread over processes."""
    shutil.copytree(digests, home / "results")
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"No. {number}, becuase.\n" + "\n" * 40_000)
    return folder


@pytest.mark.slow
def test_processes_share_a_store(stories: Path, home: Path) -> None:
    command = [sys.executable, "-m", "newslint", "--jobs", "2", "--output-format", "concise"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    said = [process.communicate()[0] for process in running]
    assert said[0] == said[1] == said[2]
    assert said[0].count(b"becuase") == 30
    assert Store(str(kept(home))).count() == 31  # and that the task is without fault


@pytest.mark.slow
def test_what_is_known_is_not_spread(stories: Path, spawn: Spawn) -> None:
    """All is known, and the engine is not even imported."""
    first = spawn(".")
    code = """
import sys
from newslint.cli.main import run
status = run(sys.argv[1:])
ours = {"newslint.engine.linter", "newslint.book.book", "newslint.runner.process_pool"}
heavy = {*ours, "pathlib", "hashlib"}
print(status, *(heavy & set(sys.modules)), file=sys.stderr)
"""
    again = subprocess.run([sys.executable, "-c", code, "."], capture_output=True, check=False)
    assert (again.stdout, again.stderr) == (first.stdout, b"1\n")


@pytest.mark.slow
def test_one_unknown_file_among_many(stories: Path, spawn: Spawn) -> None:
    spawn(".")
    (stories / "07.txt").write_text("Changed, and the the rest is not.\n")
    (stories / "09.txt").write_bytes(b"\0")
    with_cache, without = spawn("."), spawn("--no-cache", ".")
    assert (with_cache.stdout, with_cache.stderr) == (without.stdout, without.stderr)
