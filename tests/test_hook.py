"""The hooks, as somebody else's repository gets them: installed by pre-commit, from this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

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
        k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT", "VIRTUAL"))
    }
    kept["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("pre-commit"))
    data = ROOT / "newslint" / "data"
    return kept | ({"NEWSLINT_DATA": str(data)} if data.is_dir() else {})


def git(place: Path, *args: str) -> str:
    done = subprocess.run(["git", *args], cwd=place, capture_output=True, check=True, text=True)
    return done.stdout


def try_hook(
    hook: str, place: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Let pre-commit install this very commit and run one hook of it."""
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--all-files"]
    return subprocess.run(
        command, cwd=place, env=environment, capture_output=True, check=False, text=True
    )


needs_repository = pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="no git repository"
)


@needs_repository
def test_the_hook_reports_and_the_fixing_one_fixes(
    elsewhere: Path, environment: dict[str, str]
) -> None:
    reported = try_hook("newslint", elsewhere, environment)
    assert reported.returncode == 1, reported.stdout + reported.stderr
    assert "wrong.md:1:5: " in reported.stdout
    assert "code.py" not in reported.stdout
    assert (elsewhere / "wrong.md").read_text() == MISSPELT

    fixed = try_hook("newslint-fix", elsewhere, environment)
    assert fixed.returncode == 1, fixed.stdout + fixed.stderr
    assert "files were modified by this hook" in fixed.stdout
    assert (elsewhere / "wrong.md").read_text() == MISSPELT.replace("goverment", "government")
    assert (elsewhere / "code.py").read_text() == f"# {MISSPELT}"

    git(elsewhere, "add", ".")
    assert try_hook("newslint-fix", elsewhere, environment).returncode == 0
