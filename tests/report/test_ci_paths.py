"""Paths in reports for CI: as seen from the project's folder."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Run


def test_gitlab_gets_paths_from_the_project_however_they_were_given(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "desk").mkdir()
    (folder / "desk" / "a.md").write_text("He recieved it.\n")
    (folder.parent / "b.md").write_text("He recieved it.\n")

    def shown(path: str) -> tuple[str, str]:
        report = newslint("--output-format", "gitlab", path).stdout
        (issue,) = json.loads(report)
        return issue["location"]["path"], issue["fingerprint"]

    plain = shown("desk/a.md")
    assert plain[0] == "desk/a.md"
    for path in (".", "./desk", str(folder / "desk"), "desk/../desk/a.md"):
        assert shown(path) == plain
    assert shown("../b.md")[0] == "../b.md"  # no path in the project is its
    monkeypatch.setenv("CI_PROJECT_DIR", str(folder))
    monkeypatch.chdir("desk")
    assert shown("a.md") == plain


def test_github_gets_paths_from_the_project_too(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "desk").mkdir()
    (folder / "desk" / "a.md").write_text("He recieved it.\n")

    def shown() -> set[str]:
        (command,) = re.findall(
            "file=([^,]*)", newslint("--output-format", "github", "./a.md").stdout
        )
        sarif = json.loads(newslint("--output-format", "sarif", "./a.md").stdout)
        (result,) = sarif["runs"][0]["results"]
        return {command, result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]}

    monkeypatch.chdir("desk")
    assert shown() == {"a.md"}
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    assert shown() == {"desk/a.md"}


def test_gitlab_gets_the_same_paths_where_the_project_s_folder_is_a_link(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "real" / "desk").mkdir(parents=True)
    (folder / "link").symlink_to("real")
    (folder / "real" / "desk" / "a.md").write_text("He recieved it.\n")
    (folder / "real" / "desk" / "b.md").symlink_to("a.md")

    def shown(*paths: Path | str) -> list[str]:
        report = json.loads(newslint("--output-format", "gitlab", *map(str, paths)).stdout)
        return [issue["location"]["path"] for issue in report]

    monkeypatch.chdir(folder / "real")
    assert shown(folder / "link" / "desk" / "a.md") == ["desk/a.md"]
    monkeypatch.setenv("CI_PROJECT_DIR", str(folder / "link"))
    assert shown("desk/a.md") == ["desk/a.md"]
    assert shown("desk/b.md") == ["desk/b.md"]
