"""Fixing: only what was promised changes, and a file is never left half-written."""

from __future__ import annotations

import errno
import os
import random
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.core.finding import (
    DISPLAY,
    ERROR,
    NOTE,
    SAFE,
    UNSAFE,
    WARNING,
    Edit,
    Finding,
    Fix,
    Span,
)
from newslint.engine import conflicts
from newslint.runner import rewrite
from newslint.text import edits as text_edits
from newslint.text.formats.reading import load
from newslint.text.source import Source


def finding(
    rule: str, *spans: tuple[int, int], severity: str = WARNING, trust: str = SAFE, to: str = "X"
) -> Finding:
    changes = tuple(Edit(Span(*span), to) for span in spans)
    place = Span(*spans[0]) if spans else Span(0, 0)
    return Finding(rule, place, "", "said", severity, fix=Fix(trust, changes) if spans else None)


def chosen(*findings: Finding, unsafe: bool = False) -> list[str]:
    return [f.rule for f in conflicts.choose_fixes(findings, unsafe)[0]]


def test_what_may_be_applied() -> None:
    safe, unsafe = finding("a/safe", (0, 1)), finding("a/unsafe", (3, 4), trust=UNSAFE)
    shown, without = finding("a/shown", (6, 7), trust=DISPLAY), finding("a/without")
    everything = [shown, without, unsafe, safe]
    assert conflicts.choose_fixes(everything) == ([safe], [without, unsafe, shown])
    assert conflicts.choose_fixes(everything, unsafe=True) == ([safe, unsafe], [without, shown])


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (finding("z/z", (4, 9), severity=ERROR), finding("names/a", (0, 5), severity=WARNING)),
        (finding("names/z", (4, 9)), finding("spelling/a", (0, 5))),
        (finding("spelling/z", (4, 9)), finding("cleanup/a", (0, 5))),
        (finding("usage/z", (0, 5)), finding("cleanup/a", (4, 9))),
        (finding("usage/z", (0, 5)), finding("cleanup/a", (0, 3))),
        (finding("cleanup/a", (0, 5)), finding("usage/z", (0, 5))),
        (finding("a/a", (0, 5), to="X"), finding("a/a", (0, 5), to="Y")),
        (finding("a/a", (0, 5)), finding("a/b", (5, 9))),
        (finding("a/a", (0, 5)), finding("a/b", (5, 5))),
        (finding("a/a", (0, 1), (8, 9)), finding("a/b", (3, 4), (7, 8))),
        (finding("a/a", (0, 1), severity=WARNING), finding("a/a", (0, 1), severity=NOTE)),
    ],
)
def test_who_wins_where_two_want_the_same_letters(winner: Finding, loser: Finding) -> None:
    assert conflicts.choose_fixes([winner, loser]) == ([winner], [loser])
    assert conflicts.choose_fixes([loser, winner]) == ([winner], [loser])


def test_a_loser_takes_nothing_from_others() -> None:
    assert chosen(
        finding("names/a", (0, 5)), finding("b/b", (5, 6), (10, 12)), finding("c/c", (10, 11))
    ) == ["names/a", "c/c"]


def test_a_fix_that_contradicts_itself_is_not_made() -> None:
    assert chosen(finding("a/a", (0, 5), (4, 6))) == []
    assert chosen(finding("a/a", (0, 5), (5, 6))) == ["a/a"]


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 4)).map(lambda p: (p[0], p[0] + p[1]))
FINDINGS = st.lists(
    st.builds(
        lambda rule, spans, severity, trust, to: finding(
            rule, *spans, severity=severity, trust=trust, to=to
        ),
        st.sampled_from(["names/a", "spelling/b", "usage/c", "usage/d"]),
        st.lists(SPANS, min_size=0, max_size=2),
        st.sampled_from([ERROR, WARNING, NOTE]),
        st.sampled_from([SAFE, UNSAFE, DISPLAY]),
        st.sampled_from(["", "X", "YY"]),
    ),
    max_size=12,
)


@settings(max_examples=150)
@given(FINDINGS, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_findings_is_irrelevant(
    findings: list[Finding], unsafe: bool, luck: random.Random
) -> None:
    applied, left = conflicts.choose_fixes(findings, unsafe)
    assert sorted(map(repr, applied + left)) == sorted(map(repr, findings))
    shuffled = luck.sample(findings, len(findings))
    assert conflicts.choose_fixes(shuffled, unsafe) == (applied, left)
    fixes = [f.fix for f in applied if f.fix]
    for k, one in enumerate(fixes):
        for other in fixes[k + 1 :]:
            assert not any(a.span.touches(b.span) for a in one.edits for b in other.edits)


@settings(max_examples=150)
@given(st.text(alphabet="aé🦉 \r\n", min_size=40, max_size=50), FINDINGS)
def test_outside_the_edits_nothing_changes(text: str, findings: list[Finding]) -> None:
    edits = text_edits.edits(conflicts.choose_fixes(findings)[0])
    fixed = text_edits.apply(text, edits)
    was = now = 0
    for (start, end), new in edits:
        gap = start - was
        assert fixed[now : now + gap] == text[was:start]
        now += gap
        assert fixed[now : now + len(new)] == new
        was, now = end, now + len(new)
    assert fixed[now:] == text[was:]
    assert text_edits.apply(text, edits[::-1]) == fixed


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


@settings(max_examples=12, deadline=None)
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
    difference = text_edits.diff(source, new)
    if new == source.text:
        assert not difference
        return
    for tool in (["git", "apply"], ["patch", "-p1", "--binary"]):
        assert patched(tool, folder, "story.md", source, difference) == source.to_bytes(new)


@pytest.mark.parametrize("name", ["a b.md", 'say "hi".md', "line\nbreak.md", "tab\t.md", "é.md"])
def test_git_finds_the_file_whatever_its_name(tmp_path: Path, name: str) -> None:
    source = Source.from_text("teh\n", f"./{name}")
    assert (
        patched(["git", "apply"], tmp_path, name, source, text_edits.diff(source, "the\n"))
        == b"the\n"
    )


def test_a_name_that_is_not_utf_8_can_still_be_printed() -> None:
    difference = text_edits.diff(Source.from_text("a", os.fsdecode(b"/na\xefve.md")), "b")
    assert difference.startswith(b'--- "a/na\\357ve.md"\n')
    assert difference.decode()


@pytest.fixture
def story(tmp_path: Path) -> Source:
    path = tmp_path / "story.md"
    path.write_bytes(b"\xef\xbb\xbfteh\r\nend")
    return load(str(path))


def files(source: Source) -> list[str]:
    return sorted(path.name for path in Path(source.path).parent.iterdir())


def test_writing_keeps_encoding_mode_and_links(story: Source, tmp_path: Path) -> None:
    path, link = Path(story.path), tmp_path / "link.md"
    path.chmod(0o640)
    link.symlink_to("story.md")
    rewrite.write(load(str(link)), "the\r\nend")
    assert path.read_bytes() == b"\xef\xbb\xbfthe\r\nend"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert files(story) == ["link.md", "story.md"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_writing_keeps_the_owner(story: Source) -> None:
    os.chown(story.path, 1234, 2345)
    rewrite.write(story, "the")
    after = Path(story.path).stat()
    assert (after.st_uid, after.st_gid) == (1234, 2345)


def test_a_file_that_needs_no_change_is_not_touched(story: Source) -> None:
    before = Path(story.path).stat()
    rewrite.write(story, story.text)
    assert Path(story.path).stat() == before


def test_a_file_that_changed_meanwhile_is_left_alone(story: Source) -> None:
    Path(story.path).write_text("mine")
    with pytest.raises(SourceError, match="not fixed: the file changed while we read it"):
        rewrite.write(story, "the")
    assert Path(story.path).read_text() == "mine"
    assert files(story) == ["story.md"]


def test_a_file_that_is_gone_stays_gone(story: Source) -> None:
    Path(story.path).unlink()
    with pytest.raises(SourceError, match="not fixed: no such file"):
        rewrite.write(story, "the")
    assert files(story) == []


def test_a_read_only_file_is_refused(story: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.F_OK)
    with pytest.raises(SourceError, match="read-only"):
        rewrite.write(story, "the")


@pytest.mark.parametrize("call", ["fsync", "replace", "fchmod", "stat"])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_whatever_fails_the_file_is_whole_and_alone(
    story: Source, monkeypatch: pytest.MonkeyPatch, call: str, fault: BaseException
) -> None:
    def failing(*args: object, **kwargs: object) -> None:
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        with pytest.raises((SourceError, KeyboardInterrupt)) as caught:
            rewrite.write(story, "the")
    if isinstance(caught.value, SourceError):
        assert caught.value.reason == "not fixed: no space left"
    assert Path(story.path).read_bytes() == story.to_bytes()
    assert files(story) == ["story.md"]
