"""Edits: what may be applied, and diffs that git and patch read as we do."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.core.finding import Edit, Span
from newslint.text import edits as text_edits
from newslint.text.source import Source
from tests.examples import examples


@pytest.mark.parametrize("spans", [[(0, 3), (2, 4)], [(3, 9)], [(-1, 2)], [(3, 2)]])
def test_edits_that_cannot_be_made_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="overlaps another or lies outside"):
        text_edits.apply("abcd", [Edit(Span(*span), "") for span in spans])


LINES = st.lists(
    st.sampled_from(["teh\n", "Ann\n", "\n", "é\r\n", "a\x0bb\u2028c\rd\n", "--- x\n", "+\n"]),
    max_size=12,
)

TEXT = st.builds(lambda lines, end: "".join(lines) + end, LINES, st.sampled_from(["", "x", "\r"]))


def patched(tool: list[str], folder: Path, name: str, old: Source, difference: bytes) -> bytes:
    (folder / name).write_bytes(old.to_bytes())
    subprocess.run(tool, cwd=folder, input=difference, check=True, capture_output=True)
    return (folder / name).read_bytes()


@examples(12)
@given(
    old=TEXT,
    new=TEXT.filter(bool),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
@example("teh\né", "é\n", "utf-16")
def test_git_and_patch_make_of_the_diff_what_we_write(
    tmp_path_factory: pytest.TempPathFactory, old: str, new: str, encoding: str
) -> None:
    folder = tmp_path_factory.mktemp("diff")
    old, new = (text.replace("\u2028", "") if encoding == "cp1252" else text for text in (old, new))
    source = Source("story.md", old or "x", "cp1252")
    if encoding != "cp1252":
        source = Source.from_bytes((old or "x").encode(encoding), "story.md")
    difference = text_edits.diff(source, source.replaced(new))
    if new == source.text:
        assert not difference
        return
    for tool in (["git", "apply"], ["patch", "-p1", "--binary"]):
        assert patched(tool, folder, "story.md", source, difference) == source.to_bytes(new)


@pytest.mark.parametrize("name", ["a b.md", 'say "hi".md', "line\nbreak.md", "tab\t.md", "é.md"])
def test_git_finds_the_file_whatever_its_name(tmp_path: Path, name: str) -> None:
    source = Source.from_text("teh\n", f"./{name}")
    difference = text_edits.diff(source, source.replaced("the\n"))
    assert patched(["git", "apply"], tmp_path, name, source, difference) == b"the\n"


def test_a_name_that_is_not_utf_8_can_still_be_printed() -> None:
    source = Source.from_text("a", os.fsdecode(b"/na\xefve.md"))
    difference = text_edits.diff(source, source.replaced("b"))
    assert difference.startswith(b'--- "a/na\\357ve.md"\n')
    assert difference.decode()
