"""The hooks, as somebody else's repository gets them: installed by pre-commit, from this one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ENVIRONMENT, ROOT

MISSPELT = "The goverment met on Monday.\n"


def test_the_manifest_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    subprocess.run(command, cwd=ROOT, check=True)


def test_our_own_configuration_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"]
    subprocess.run(command, cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one article that is wrong, one that is right, and one that is code."""
    place = tmp_path_factory.mktemp("elsewhere")
    git(place, "init", "--quiet")
    (place / "wrong.md").write_text(MISSPELT)
    (place / "right.txt").write_text("The council met on Monday.\n")
    (place / "code.py").write_text(f"# {MISSPELT}")
    git(place, "add", ".")
    return place


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A clean environment, but for data that is compiled already."""
    kept = {
        k: v for k, v in ENVIRONMENT.items() if not k.startswith(("GIT_", "PRE_COMMIT", "VIRTUAL"))
    }
    kept["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("pre-commit"))
    data = ROOT / "newslint" / "data"
    return kept | ({"NEWSLINT_DATA": str(data)} if data.is_dir() else {})


def git(place: Path, *args: str) -> str:
    done = subprocess.run(["git", *args], cwd=place, capture_output=True, check=True, text=True)
    return done.stdout


needs_repository = pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="no git repository"
)


@needs_repository
def test_one_hook_reports_and_the_other_fixes(elsewhere: Path, environment: dict[str, str]) -> None:
    """pre-commit installs this very commit, once, and runs all its hooks in turn."""
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "--all-files"]
    done = subprocess.run(
        command, cwd=elsewhere, env=environment, capture_output=True, check=False, text=True
    )
    assert done.returncode == 1, done.stdout + done.stderr
    _, reported, fixed = re.split(r"^newslint.*\.Failed$", done.stdout, flags=re.MULTILINE)

    assert "wrong.md:1:5: error spelling/typo" in reported
    assert "files were modified" not in reported
    assert "files were modified by this hook" in fixed
    assert "Nothing left to report" in fixed
    assert "code.py" not in done.stdout

    assert (elsewhere / "wrong.md").read_text() == MISSPELT.replace("goverment", "government")
    assert (elsewhere / "code.py").read_text() == f"# {MISSPELT}"


LOCAL = f"""\
repos:
- repo: local
  hooks:
  - id: newslint
    name: newslint
    entry: {sys.executable} -m newslint --output-format concise
    language: system
    types_or: [markdown, plain-text]
"""


def test_staged_partly_staged_renamed_deleted_and_excluded(
    folder: Path, environment: dict[str, str]
) -> None:
    """The hook sees what is staged, and the configuration excludes what pre-commit names."""
    git(folder, "init", "--quiet")
    (folder / ".pre-commit-config.yaml").write_text(LOCAL)
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
    command = [sys.executable, "-m", "pre_commit", "run"]
    path = str(ROOT) + os.pathsep + os.environ.get("PYTHONPATH", "")
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment | {"PYTHONPATH": path},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert [line for line in done.stdout.splitlines() if ": error " in line] == [
        "new.md:3:5: error spelling/typo 'goverment' is probably 'government'"
    ]
    assert (folder / "partly.md").read_text() == MISSPELT
