"""The hooks, as somebody else's repository gets them: pinned to a tag, installed by pre-commit."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import DESK, ENVIRONMENT, ROOT

MISSPELT = "The goverment met on Monday.\n"


def test_the_manifest_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    subprocess.run(command, cwd=ROOT, check=True)


def test_our_own_configuration_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"]
    subprocess.run(command, cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A clean environment, but for data that is compiled already."""
    kept = {
        k: v
        for k, v in ENVIRONMENT.items()
        if not k.startswith(("GIT_", "PRE_COMMIT", "PYTHON", "VIRTUAL"))
    }
    kept["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("pre-commit"))
    kept["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    data = ROOT / "newslint" / "data"
    return kept | ({"NEWSLINT_DATA": str(data)} if data.is_dir() else {})


@pytest.fixture(scope="module")
def tagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of this very commit, with a tag; pre-commit installs it once for all cases."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("no git repository")
    clone = tmp_path_factory.mktemp("newslint")
    git(ROOT, "clone", "--quiet", "--shared", ".", str(clone))
    git(clone, "tag", "v1")
    return clone


def git(place: Path, *args: str) -> str:
    done = subprocess.run(["git", *args], cwd=place, capture_output=True, check=True, text=True)
    return done.stdout


PINNED = """\
repos:
- repo: {repo}
  rev: v1
  hooks:
  - id: newslint
    args: [--output-format, concise]
    exclude: ^wire/
  - id: newslint-fix
    stages: [manual]
"""

Hook = Callable[..., str]


@pytest.fixture
def hook(folder: Path, tagged: Path, environment: dict[str, str]) -> Hook:
    """Run pre-commit in a repository with our hooks, and give what they print; they must fail."""
    git(folder, "init", "--quiet")
    (folder / ".pre-commit-config.yaml").write_text(PINNED.format(repo=tagged))

    def run(*args: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", *args],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            text=True,
        )
        assert done.returncode == 1, done.stdout + done.stderr
        return done.stdout

    return run


def found(said: str) -> list[str]:
    return sorted(line.split(": ")[0] for line in said.splitlines() if ": error " in line)


def test_one_hook_reports_on_every_text_there_is(folder: Path, hook: Hook) -> None:
    names = "a.adoc a.htm a.html a.markdown a.md a.mdx a.rst a.txt a.xhtml".split()
    for name in [*names, "code.py", "data.csv", "wire/a.md"]:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(MISSPELT)
    git(folder, "add", ".")
    assert found(hook()) == [f"{name}:1:5" for name in names]
    assert (folder / "a.md").read_text() == MISSPELT


def test_the_other_hook_fixes(folder: Path, hook: Hook) -> None:
    for name in ("wrong.md", "code.py"):
        (folder / name).write_text(MISSPELT)
    git(folder, "add", ".")
    said = hook("newslint-fix", "--hook-stage", "manual")
    assert "files were modified by this hook" in said
    assert "Nothing left to report" in said
    assert (folder / "wrong.md").read_text() == MISSPELT.replace("goverment", "government")
    assert (folder / "code.py").read_text() == MISSPELT


def test_batches_side_by_side_share_a_desk_s_book(folder: Path, hook: Hook) -> None:
    """pre-commit starts a process for each CPU; all want the same book, not compiled yet."""
    (folder / "newslint.toml").write_text('names = ["desk.yaml"]\nexclude = ["archive/"]\n')
    (folder / "desk.yaml").write_text(DESK)
    (folder / "archive").mkdir()
    for number in range(24):
        (folder / f"{number:02}.md").write_text("Then Harstom spoke.\n")
        (folder / "archive" / f"{number:02}.md").write_text("Then Harstom spoke.\n")
    git(folder, "add", ".")
    assert found(hook("--all-files")) == [f"{number:02}.md:1:6" for number in range(24)]


def test_staged_partly_staged_renamed_deleted_and_excluded(folder: Path, hook: Hook) -> None:
    """The hook sees what is staged, and the configuration excludes what pre-commit names."""
    (folder / "newslint.toml").write_text('exclude = ["archive/"]\n')
    (folder / "archive").mkdir()
    for name in ("old.md", "gone.md", "archive/a.md", "partly.md"):
        (folder / name).write_text(f"{name}\n\n{MISSPELT}")
    git(folder, "add", ".")
    git(folder, "-c", "user.name=Desk", "-c", "user.email=d@paper.example", "commit", "-qm", "One")
    git(folder, "mv", "old.md", "new.md")
    git(folder, "rm", "--quiet", "gone.md")
    (folder / "archive" / "a.md").write_text(f"More.\n\n{MISSPELT}")
    (folder / "partly.md").write_text("The council met.\n")
    git(folder, "add", ".")
    (folder / "partly.md").write_text(MISSPELT)
    assert found(hook()) == ["new.md:3:5"]
    assert (folder / "partly.md").read_text() == MISSPELT
