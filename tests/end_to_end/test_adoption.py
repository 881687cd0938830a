"""Old and new: baselines, and only the lines that changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import Edit, Span
from newslint.runner.finding_filter import original_offset
from newslint.text.edits import apply
from tests.conftest import Run, Spawn

OLD = "The goverment met on Monday.\n\nThen the rain fell on teh harbour.\n"


def found(newslint: Run, *args: str) -> list[str]:
    """Findings as 'file:line text'."""
    done = newslint("--output-format", "jsonl", *args)
    assert done.exit_code in (0, 1), done.stderr
    rows = map(json.loads, done.stdout.splitlines())
    return [f"{row['path']}:{row['start']['line']} {row['text']}" for row in rows]


@pytest.fixture
def baseline(newslint: Run, folder: Path) -> tuple[str, ...]:
    """Two findings of one article, written down."""
    (folder / "a.txt").write_text(OLD)
    args = ("--baseline", "known.json")
    done = newslint(*args, "--write-baseline")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "Wrote 2 findings to known.json.\n"
    return args


def test_what_is_known_is_not_reported(newslint: Run, folder: Path, baseline: list[str]) -> None:
    assert found(newslint, *baseline) == []
    assert newslint(*baseline).stderr == ""
    first, last = OLD.split("\n\n")
    (folder / "a.txt").write_text(f"New.\n\n{last}\nThe\ngoverment met\non Monday.\n")
    assert found(newslint, *baseline) == []
    (folder / "a.txt").write_text(f"{first}\n\nAnother goverment.\n\n{last}")
    assert found(newslint, *baseline) == ["a.txt:3 goverment"]


def test_one_that_looks_the_same_is_new(newslint: Run, folder: Path, baseline: list[str]) -> None:
    (folder / "a.txt").write_text(OLD + "\n" + OLD)
    assert len(found(newslint, *baseline)) == 2
    (folder / "b.txt").write_text(OLD)
    assert found(newslint, *baseline, "b.txt") == ["b.txt:1 goverment", "b.txt:3 teh"]


def test_what_is_fixed_is_stale(newslint: Run, folder: Path, baseline: list[str]) -> None:
    (folder / "a.txt").write_text(OLD.replace("goverment", "government"))
    assert newslint(*baseline).stderr == "known.json: stale: a.txt spelling/typo 'goverment'\n"
    newslint(*baseline, "--write-baseline")
    assert newslint(*baseline).stderr == ""
    (folder / "b.txt").write_text("Quiet.\n")
    assert newslint(*baseline, "b.txt").stderr == ""


def test_an_article_that_is_renamed_stays_known(
    newslint: Run, folder: Path, baseline: list[str]
) -> None:
    (folder / "deep").mkdir()
    (folder / "a.txt").rename(folder / "deep" / "b.txt")
    done = newslint(*baseline)
    assert (done.exit_code, done.stderr) == (0, "")
    (folder / "deep" / "b.txt").unlink()
    (folder / "c.txt").write_text("Quiet.\n")
    assert newslint(*baseline).stderr.count("stale: a.txt") == 2


def test_what_is_known_is_not_fixed(newslint: Run, folder: Path, baseline: list[str]) -> None:
    (folder / "a.txt").write_text(f"So teh the goverment fell. Becuase.\n\n{OLD}")
    newslint(*baseline, "--fix")
    assert (folder / "a.txt").read_text() == f"So the government fell. Because.\n\n{OLD}"


def test_a_partial_run_keeps_the_rest_of_the_baseline(
    newslint: Run, folder: Path, baseline: list[str]
) -> None:
    (folder / "b.txt").write_text("On teh end.\n")
    newslint(*baseline, "--write-baseline", "b.txt")
    assert found(newslint, *baseline) == []


def test_several_processes_know_the_same(spawn: Spawn, folder: Path) -> None:
    for number in range(12):
        (folder / f"{number:02}.txt").write_text("\n" * 100_000 + OLD)
    args = ["--baseline", "known.json", "--no-cache", "--jobs"]
    spawn(*args, "2", "--write-baseline")
    (folder / "03.txt").write_text(OLD + "\nOn teh end.\n")
    one, two = spawn(*args, "1"), spawn(*args, "2")
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
    assert b"Found 1 error in 1 of 12 files" in two.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a baseline"),
        ("[]", "not a baseline"),
        ('{"version": 2, "findings": {}}', "another version (2)"),
        ('{"version": 1, "findings": {"a": [1]}}', "not a baseline"),
    ],
)
def test_what_is_no_baseline_is_refused(newslint: Run, folder: Path, text: str, said: str) -> None:
    (folder / "known.json").write_text(text)
    (folder / "a.txt").write_text(OLD)
    done = newslint("--baseline", "known.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("error: known.json: ")
    assert said in done.stderr


def test_options_that_make_no_sense(newslint: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(OLD)
    assert "--write-baseline begins it" in newslint("--baseline", "gone.json").stderr
    assert newslint("--write-baseline").exit_code == 2
    assert newslint("--write-baseline", "--baseline", "k.json", "--fix").exit_code == 2
    assert newslint("--changed-since", "HEAD", "-", stdin="").exit_code == 2


WORDS = st.text("ab ", max_size=4)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6))
def test_places_are_traced_back(parts: list[tuple[str, str, str]]) -> None:
    text, edits = "", []
    for kept, gone, new in parts:
        start = len(text) + len(kept) + 1
        text += f"{kept}#{gone}"
        edits.append(Edit(Span(start, start + len(gone)), new))
    after = apply(text, edits)
    marks = [at for at, letter in enumerate(after) if letter == "#"]
    assert [original_offset(at, edits) for at in marks] == [
        at for at, letter in enumerate(text) if letter == "#"
    ]


# --- changed lines


def git(*args: str, cwd: Path | None = None) -> None:
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@paper.example")
    subprocess.run(["git", *identity, *args], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """Two articles on `main`, and a branch to work on."""
    git("init", "--quiet", "--initial-branch=main")
    for name in ("a.txt", "ö b.txt"):
        (folder / name).write_text("On teh first.\nQuiet.\nOn teh third.\n")
    git("add", ".")
    git("commit", "--quiet", "--message=One")
    git("switch", "--quiet", "--create", "work")
    return folder


def test_only_changed_lines_committed_or_not(newslint: Run, repository: Path) -> None:
    (repository / "a.txt").write_text("On teh first.\n++ On teh second.\nOn teh third.\n")
    git("commit", "--quiet", "--all", "--message=Two")
    with (repository / "a.txt").open("a") as file:
        file.write("On teh fourth.\n")
    (repository / "new.txt").write_text("On teh new.\n")
    expected = ["a.txt:2 teh", "a.txt:4 teh", "new.txt:1 teh"]
    assert found(newslint, "--changed-since", "main") == expected
    assert found(newslint, "--changed-since", "HEAD") == expected[1:]


def test_what_others_did_meanwhile_is_not_ours(newslint: Run, repository: Path) -> None:
    git("switch", "--quiet", "main")
    (repository / "ö b.txt").write_text("On teh first.\nOn teh second.\nOn teh third.\n")
    git("commit", "--quiet", "--all", "--message=Theirs")
    git("switch", "--quiet", "work")
    assert found(newslint, "--changed-since", "main") == []


def test_renamed_and_deleted_articles(newslint: Run, repository: Path) -> None:
    git("mv", "ö b.txt", 'c "d".txt')
    with (repository / 'c "d".txt').open("a") as file:
        file.write("On teh fourth.\n")
    git("rm", "--quiet", "a.txt")
    assert found(newslint, "--changed-since", "main") == ['c "d".txt:4 teh']


def test_only_changed_lines_are_fixed(newslint: Run, repository: Path) -> None:
    (repository / "a.txt").write_text("On teh first.\nSo teh the goverment fell.\nOn teh third.\n")
    newslint("--changed-since", "main", "--fix", "a.txt")
    fixed = "On teh first.\nSo the government fell.\nOn teh third.\n"
    assert (repository / "a.txt").read_text() == fixed


def test_from_a_folder_below_and_a_crlf_file(
    newslint: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "deep").mkdir()
    (repository / "deep" / "a.txt").write_bytes(b"On teh first.\r\nQuiet.\r\n")
    git("add", ".")
    git("commit", "--quiet", "--message=Deep")
    (repository / "deep" / "a.txt").write_bytes(b"On teh first.\r\nQuiet.\r\nOn teh third.\r\n")
    monkeypatch.chdir(repository / "deep")
    assert found(newslint, "--changed-since", "HEAD") == ["a.txt:3 teh"]


def test_a_shallow_clone_says_so(newslint: Run, repository: Path, tmp_path: Path) -> None:
    for name in ("main", "work"):
        git("switch", "--quiet", name)
        git("commit", "--quiet", "--allow-empty", f"--message={name}")
    clone = tmp_path / "clone"
    git("clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{repository}", str(clone))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(clone)
        done = newslint("--changed-since", "origin/main")
    assert done.exit_code == 2
    assert "no common ancestor; this clone is shallow: git fetch --unshallow" in done.stderr


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("gone", "git fetch origin gone"),
        ("origin/gone", "git fetch origin gone:refs/remotes/origin/gone"),
        ("--output=x", "knows no commit"),
    ],
)
def test_a_commit_that_is_not_there(newslint: Run, repository: Path, ref: str, said: str) -> None:
    done = newslint(f"--changed-since={ref}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_outside_of_a_repository(newslint: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(OLD)
    done = newslint("--changed-since", "main")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "not a git repository" in done.stderr
