"""newslint init: a beginning that works as it is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import yaml

from tests.builders import invoke
from tests.conftest import Run

init = partial(invoke, "init")


def test_what_is_written_holds(folder: Path, newslint: Run) -> None:
    (folder / ".git").mkdir()
    done = init()
    assert done.exit_code == 0
    names = {"newslint.toml", "names.yaml", ".pre-commit-config.yaml"}
    assert {path.name for path in folder.iterdir()} == names | {".git"}
    assert all(f"{name}: written" in done.stdout for name in names)
    assert "pre-commit install" in done.stdout
    hooks = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text())
    (hook,) = hooks["repos"][0]["hooks"]
    assert hook["id"] == "newslint"
    assert hook["require_serial"] is True
    assert hook["entry"].endswith("--output-format concise")
    (folder / "a.txt").write_text("The goverment met.\n")
    assert newslint().exit_code == 1


def test_what_is_there_stays(folder: Path) -> None:
    (folder / "newslint.toml").write_text("# ours\n")
    done = init()
    assert (folder / "newslint.toml").read_text() == "# ours\n"
    assert "newslint.toml: is there already, and stays" in done.stdout
    assert not (folder / ".pre-commit-config.yaml").exists()
    assert "pre-commit install" not in done.stdout
    assert init().exit_code == 0


def test_another_folder(folder: Path) -> None:
    (folder / "stories").mkdir()
    assert init("stories").exit_code == 0
    assert (folder / "stories" / "names.yaml").exists()
    assert "no such folder" in init("gone").stderr


def test_a_folder_of_a_hundred_stories_is_remembered(folder: Path, newslint: Run) -> None:
    for number in range(100):
        path = folder / "stories" / f"{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("Nothing.\n")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "one.md").write_text("Nothing.\n")
    init(".")
    assert '\nmemory = ["stories/"]' in (folder / "newslint.toml").read_text()
    assert newslint("drafts").exit_code == 0
