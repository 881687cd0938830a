"""Where files stand: links are followed within the folder that we were given, and not out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.errors import SourceError
from newslint.runner.discovery import Found, discover_places
from newslint.runner.rewrite import read_place
from newslint.storage.places import LinkedOutError, Place, opened, place_of
from tests.conftest import Run


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "tree"
    (here / "sub").mkdir(parents=True)
    (here / "sub/a.md").write_text("It was teh ferry.\n")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/b.md").write_text("It was teh ferry.\n")
    monkeypatch.chdir(here)
    return here


def test_a_file_is_named_from_the_folder_we_are_in(tree: Path) -> None:
    assert place_of("sub/a.md") == Place(str(tree), "sub/a.md")
    assert place_of("sub/../sub/./a.md") == Place(str(tree), "sub/a.md")


def test_one_that_lies_elsewhere_from_the_folder_it_is_in(tree: Path) -> None:
    outside = tree.parent / "outside"
    assert place_of("../outside/b.md") == Place(str(outside), "b.md")


def test_a_link_within_the_folder_is_followed(tree: Path) -> None:
    (tree / "link.md").symlink_to("sub/a.md")
    (tree / "folder").symlink_to("sub")
    assert place_of("link.md") == place_of("folder/a.md") == Place(str(tree), "sub/a.md")


@pytest.mark.parametrize("link", ["link.md", "folder/b.md"])
def test_a_link_that_leads_out_is_not_unless_it_may(tree: Path, link: str) -> None:
    (tree / "link.md").symlink_to("../outside/b.md")
    (tree / "folder").symlink_to("../outside")
    with pytest.raises(LinkedOutError, match="leads out of"):
        place_of(link)
    assert place_of(link, follow_links=True).path == str(tree.parent / "outside/b.md")


@pytest.mark.parametrize("swapped", ["sub/a.md", "sub"])
def test_a_link_that_came_onto_the_way_since_is_not_followed(tree: Path, swapped: str) -> None:
    (found,) = discover_places(["."])
    assert isinstance(found, Found)
    (tree / swapped).rename(tree / "gone")
    (tree / swapped).symlink_to(tree.parent / ("outside" if swapped == "sub" else "outside/b.md"))
    (tree.parent / "outside/a.md").write_text("secret")
    with pytest.raises(SourceError):
        read_place(found.path, found.place)


def test_the_file_that_is_open_is_the_one_that_was_found(tree: Path) -> None:
    with opened(place_of("sub/a.md")) as file:
        (tree / "sub").rename(tree / "moved")
        assert file.read() == b"It was teh ferry.\n"


@pytest.mark.parametrize("fix", [(), ("--fix",), ("--diff",)])
def test_the_command_reports_a_link_that_leads_out(
    newslint: Run, tree: Path, fix: tuple[str, ...]
) -> None:
    (tree / "link.md").symlink_to("../outside/b.md")
    done = newslint(*fix, "--jobs", "1", "link.md")
    assert done.exit_code == 2
    assert done.stdout.count("teh") == 0
    assert done.stderr.startswith("error: link.md: a link leads out of ")
    assert (tree.parent / "outside/b.md").read_text() == "It was teh ferry.\n"


def test_the_command_follows_it_if_it_is_told_to(newslint: Run, tree: Path) -> None:
    (tree / "link.md").symlink_to("../outside/b.md")
    assert newslint("--fix", "--follow-links", "--jobs", "1", "link.md").exit_code == 0
    assert (tree.parent / "outside/b.md").read_text() == "It was the ferry.\n"
    assert (tree / "link.md").is_symlink()
