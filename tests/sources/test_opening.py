"""Sources are files, folders and texts; what cannot be read is said, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.errors import SourceError
from newslint.sources.front_matter import named_sources
from newslint.sources.opening import OpenReferences, open_references


def test_a_folder_is_all_copy_below_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("One.")
    (tmp_path / "two.html").write_text("<p>Two.</p>")
    (tmp_path / "three.bin").write_bytes(b"\0\1")
    references, faults = open_references([str(tmp_path)])
    assert sorted(each.document.text.strip() for each in references.all) == ["One.", "Two."]
    assert not faults


def test_what_cannot_be_read_costs_the_others_nothing(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One.")
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.docx").write_bytes(b"no document")
    names = ["missing.txt", "one.txt", "empty", "bad.docx"]
    references, faults = open_references([str(tmp_path / name) for name in names])
    assert len(references.all) == 1
    assert len(faults) == 3
    assert all("\n" not in str(fault) for fault in faults)


def test_a_source_that_changed_is_read_again(tmp_path: Path) -> None:
    file, opened = tmp_path / "one.txt", OpenReferences()
    file.write_text("One.")
    first = opened.open([str(file)])
    assert opened.open([str(file)]) is first
    file.write_text("Another.")
    (reference,) = opened.open([str(file)])[0].all
    assert reference.document.text == "Another."


@pytest.mark.parametrize(
    ("front", "names"),
    [
        ("---\nsources: [release.docx, ../hearing.txt]\n---\n", ["release.docx", "../hearing.txt"]),
        ("---\ntitle: A\nsources:\n  - release.docx\n---\n", ["release.docx"]),
        ("---\nsources: release.docx\n---\n", ["release.docx"]),
        ('+++\nsources = ["release.docx"]\n+++\n', ["release.docx"]),
        ("---\ntitle: sources\n---\n", []),
        ("---\nsources: []\n---\n", []),
        ("sources: [a]\n", []),
        ("---\nsources: [a]\n", []),
        ("", []),
    ],
)
def test_an_article_names_its_sources(front: str, names: list[str]) -> None:
    assert named_sources(f"{front}Text.", "desk/story.md") == tuple(f"desk/{n}" for n in names)


@pytest.mark.parametrize("name", ["/etc/hostname", "../../../../../../etc/hostname", "link.txt"])
def test_an_article_names_nothing_outside(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "link.txt").symlink_to("/etc/hostname")
    with pytest.raises(SourceError, match="is outside of"):
        named_sources(f"---\nsources: ['{name}']\n---\n", "desk/story.md")


@pytest.mark.parametrize(
    "front",
    [
        "---\nsources: 7\n---\n",
        "---\nsources: [1]\n---\n",
        "---\nsources: [a\n---\n",
        "+++\nsources = [\n+++\n",
    ],
)
def test_sources_that_are_no_list_of_files(front: str) -> None:
    with pytest.raises(SourceError, match=r"story\.md: "):
        named_sources(front, "story.md")
