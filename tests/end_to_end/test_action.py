"""The GitHub Action: its last step, run by bash as GitHub runs it, on a pull request's branch."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))

WITHOUT = shutil.which("git") is None or shutil.which("bash") is None
pytestmark = [pytest.mark.slow, pytest.mark.skipif(WITHOUT, reason="no git or no bash")]


def git(place: Path, *args: str) -> None:
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@paper.example"]
    subprocess.run(["git", *who, *args], cwd=place, capture_output=True, check=True)


@pytest.fixture
def pull_request(folder: Path, tmp_path: Path) -> Path:
    """A branch that adds a new slip to an old one, cloned one commit deep as GitHub does."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for name, copy in (("old story.md", "The goverment met.\n"), ("main.md", "They met again.\n")):
        (folder / name).write_text(copy)
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", name)
        if name == "old story.md":
            git(folder, "branch", "story")
    git(folder, "checkout", "--quiet", "story")
    (folder / "new story.md").write_text("The parliment met on Tuesday.\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Two")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=story", folder.as_uri(), str(clone))
    return clone


def run(place: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step that lints, with the environment that action.yml gives it."""
    step = ACTION["runs"]["steps"][-1]
    values = {
        "inputs.paths": ACTION["inputs"]["paths"]["default"],
        "inputs.arguments": ACTION["inputs"]["arguments"]["default"],
        "inputs.changed-only": ACTION["inputs"]["changed-only"]["default"],
        "github.base_ref": "main",
    } | inputs
    given = {name: values[said.strip("${} ")] for name, said in step["env"].items()}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=place,
        env={**os.environ, **given, "PATH": path},
        capture_output=True,
        check=False,
        text=True,
    )


def test_it_reports_what_the_pull_request_changes(pull_request: Path) -> None:
    done = run(pull_request)
    assert done.returncode == 1, done.stderr
    assert "new story.md" in done.stdout
    assert "old story.md" not in done.stdout


def test_it_reports_everything_if_asked_or_outside_of_a_pull_request(pull_request: Path) -> None:
    for inputs in ({"inputs.changed-only": "false"}, {"github.base_ref": ""}):
        done = run(pull_request, **inputs)
        assert "old story.md" in done.stdout
        assert "new story.md" in done.stdout


def test_options_are_options_and_no_commands(pull_request: Path) -> None:
    done = run(
        pull_request, **{"inputs.arguments": "--quiet --select names; touch taken $(touch t)"}
    )
    assert done.returncode == 2
    assert not (pull_request / "taken").exists()
    assert not (pull_request / "t").exists()
