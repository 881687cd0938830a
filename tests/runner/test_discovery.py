"""Discovery: which files a walk finds, in which order, and what stops it (nothing)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.runner.discovery import discover
from tests.examples import examples


def make(root: Path, *files: str) -> None:
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def found(*paths: str | Path) -> list[str]:
    return [str(path) for path in discover([str(p) for p in paths])]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_gives_its_copy_in_the_order_of_paths(tree: Path) -> None:
    make(tree, "b.md", "a/z.txt", "a/é.markdown", "a.md", "a-b/y.TXT", "photo.jpg", "notes.ini")
    assert found(".") == ["a-b/y.TXT", "a.md", "a/z.txt", "a/é.markdown", "b.md"]
    assert found("a/", "./a") == ["a/z.txt", "a/é.markdown"]
    assert found(tree / "a") == [f"{tree}/a/z.txt", f"{tree}/a/é.markdown"]


def test_what_is_named_is_read_whatever_it_is_and_only_once(tree: Path) -> None:
    make(tree, "story.docx", ".hidden/x.md", "a.md")
    (tree / ".gitignore").write_text("*\n")
    names = ["story.docx", "missing.md", ".hidden/x.md", "./a.md"]
    assert found(*names, "a.md", "story.docx") == names
    assert found(".hidden") == [".hidden/x.md"]


def test_hidden_files_and_other_peoples_folders_are_passed_by(tree: Path) -> None:
    make(tree, ".git/x.md", ".venv/x.txt", "node_modules/p/README.md", "env/pyvenv.cfg")
    make(tree, "env/lib/x.txt", "._story.md", "story.md")
    assert found(".") == ["story.md"]


def test_links_are_not_followed_but_a_named_one_is(tree: Path) -> None:
    make(tree, "real/a.md")
    (tree / "real/loop").symlink_to(tree / "real")
    (tree / "real/b.md").symlink_to(tree / "real/a.md")
    (tree / "real/gone.md").symlink_to(tree / "nowhere")
    (tree / "link").symlink_to(tree / "real")
    assert found(".") == ["real/a.md"]
    assert found("link") == ["link/a.md"]


def test_a_pipe_with_the_name_of_a_story_is_passed_by(tree: Path) -> None:
    os.mkfifo(tree / "wire.txt")
    assert found(".") == []


def test_gitignore_at_every_level(tree: Path) -> None:
    (tree / ".git").mkdir()
    make(tree, "draft.md", "keep.md", "old/a.md", "news/draft.md", "news/x.md", "news/deep/x.md")
    (tree / ".gitignore").write_bytes(b"\xef\xbb\xbfdraft*\r\nold/\n!\n# note\n")
    (tree / "news/.gitignore").write_text("!draft.md\n/x.md\n")
    below = ["news/deep/x.md", "news/draft.md"]
    assert found(".") == ["keep.md", *below]
    assert found("news") == below


def test_a_repository_speaks_for_its_subfolders_and_nobody_else_does(tree: Path) -> None:
    make(tree, "repo/news/a.md", "repo/news/b.md", "repo/.git/config")
    (tree / ".gitignore").write_text("*\n")
    (tree / "repo/.gitignore").write_text("news/a.md\n")
    assert found("repo/news") == ["repo/news/b.md"]


def test_a_named_folder_that_git_ignores_is_walked_all_the_same(tree: Path) -> None:
    make(tree, "build/site/a.md", ".git/config")
    (tree / ".gitignore").write_text("build/\n")
    assert found(".") == []
    assert found("build/site") == ["build/site/a.md"]


def test_only_copy_is_let_through(tree: Path) -> None:
    make(tree, ".git/config", "a/b/x.md", "a/b/y.txt", "c/z.md")
    (tree / ".gitignore").write_text("*\n!*/\n!*.md\n/c/**\n!/c/z.md\n")
    assert found(".") == ["a/b/x.md", "c/z.md"]


NAME = st.sampled_from(
    "a b x.md * *.md ? ** **.md *.*d x* \\* \\a".split()
    + "[ab] [!a] [^x].md [x-y]* []x]* [[:alpha:]] [b-a]".split()
)
PATTERN = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "/"]),
    st.lists(NAME, min_size=1, max_size=3).map("/".join),
    st.sampled_from(["", "/"]),
)
QUICK = examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(st.lists(PATTERN, max_size=4), st.lists(PATTERN, max_size=2))
@pytest.mark.slow
def test_git_agrees(tree: Path, top: list[str], nested: list[str]) -> None:
    if not (tree / ".git").exists():
        subprocess.run(["git", "init", "-q", "."], check=True)
        make(tree, *(f"{d}{f}.md" for d in ("", "a/", "b/", "a/b/", "a/c/b/") for f in "xy"))
    (tree / ".gitignore").write_text("\n".join(top))
    (tree / "a/.gitignore").write_text("\n".join(nested))
    git = ["git", "ls-files", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(git, check=True, capture_output=True, text=True).stdout.split()
    assert found(".") == sorted(listed)


def test_a_folder_that_cannot_be_listed_stops_nothing(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tree, "a/x.md", "b/y.md")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    error, story = discover(["."])
    assert isinstance(error, SourceError)
    assert str(error) == "a: permission denied"
    assert story == "b/y.md"


def test_odd_names(tree: Path) -> None:
    odd = os.fsdecode(b"na\xefve.md")
    make(tree, odd, "line\nbreak.md")
    assert found(".") == ["line\nbreak.md", odd]


def test_patterns_are_imported_only_where_there_is_something_to_ignore(tree: Path) -> None:
    make(tree, "news/a.md")
    code = (
        "import sys; from newslint.runner.discovery import discover; print(list(discover(['.'])))"
    )
    code += "; print('newslint.storage.path_patterns' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == "['news/a.md']\nFalse\n"
