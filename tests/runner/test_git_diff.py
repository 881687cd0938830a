"""Only the lines that changed since a commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.runner.found import found

pytestmark = pytest.mark.slow


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
    (repository / "a.txt").write_text("On teh first.\nThen teh the goverment.\nOn teh third.\n")
    newslint("--changed-since", "main", "--fix", "a.txt")
    fixed = "On teh first.\nThen the government.\nOn teh third.\n"
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
    (folder / "a.txt").write_text("Quiet.\n")
    done = newslint("--changed-since", "main")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "not a git repository" in done.stderr
