"""The file: what goes in comes out, and what is damaged is refused."""

from __future__ import annotations

import os
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import NewslintError, SourceError
from newslint.lexicon.folding import fold
from newslint.lexicon.hash_index import build_index, rows_of
from newslint.lexicon.lexicon import shipped
from newslint.memory import layout, memory
from newslint.memory.counts import Count, added_up
from newslint.memory.memories import Memories
from newslint.memory.memory import Memory
from newslint.memory.opening import open_memories
from newslint.memory.phrases import phrases
from newslint.memory.tally import Tally
from newslint.storage.sections import Sections, chained, write_sections
from tests.builders import document
from tests.examples import examples
from tests.memory.archives import ORDINARY, build, lint, stories

OKARIN = stories("Theodora Okarin opened the Bank of Velt.", 6)

NAMES = st.lists(
    st.sampled_from(("Okarin", "Velt", "Ordrun", "Hasselvik", "Marn", "Brannik")), max_size=6
)


def test_what_is_remembered_of_a_phrase(tmp_path: Path) -> None:
    memory = Memory(build(tmp_path / "m", [*ORDINARY, *OKARIN]))
    count = memory.count(memory.number("theodora okarin"))
    assert (count.spelling, count.stories) == ("Theodora Okarin", 6)
    assert [memory.story(story).id for story in count.examples] == ["story-10", "story-11"]
    assert memory.stories("bank of velt") == 6
    assert memory.number("nobody") == -1
    assert memory.size == 16


def test_a_word_is_found_by_a_slip(tmp_path: Path) -> None:
    memory = Memory(build(tmp_path / "m", OKARIN))
    assert list(memory.near("okarn")) == ["Okarin"]
    assert list(memory.near("theodor")) == ["Theodora"]


def test_a_word_is_found_by_its_beginning(tmp_path: Path) -> None:
    memory = Memory(build(tmp_path / "m", stories("They saw Erik Halvorsen.", 3)))
    assert list(memory.near("halverson")) == ["Halvorsen"]
    assert not list(memory.near("halvers"))


def test_the_commonest_spelling_is_kept(tmp_path: Path) -> None:
    texts = [*stories("They use OpenVelt.", 2), *stories("They use openVelt here.", 5)]
    memory = Memory(build(tmp_path / "m", texts))
    assert memory.count(memory.number("openvelt")).spelling == "openVelt"


def test_stories_with_the_same_words_count_once(tmp_path: Path) -> None:
    memory = Memory(build(tmp_path / "m", OKARIN[:1] * 5))
    assert memory.stories("okarin") == 1


@examples(25)
@given(st.lists(NAMES, min_size=1, max_size=12), st.integers(1, 9))
def test_a_memory_says_what_was_counted(archive: list[list[str]], room: int) -> None:
    texts = [f"{n}: we saw {', '.join(names)}." for n, names in enumerate(archive)]
    expected: Counter[str] = Counter()
    for text in texts:
        expected.update(phrases(document(text), shipped()).keys())
    with TemporaryDirectory() as folder:
        memory = Memory(build(Path(folder) / "m", texts))
        assert {count.key: count.stories for count in memory.counts()} == expected
        assert [count.key for count in memory.counts()] == sorted(expected)
        for number, text in enumerate(texts):
            taught = {fold(memory.spelling(n)) for n in memory.phrases_of(number)}
            assert taught == set(phrases(document(text), shipped()))


@given(st.lists(NAMES, max_size=15), st.integers(1, 5))
def test_counting_in_runs_is_counting(archive: list[list[str]], room: int) -> None:
    whole, parts = Tally(), Tally(room)
    for number, names in enumerate(archive):
        for tally in (whole, parts):
            tally.add({fold(name): name for name in names}, number, number)
    assert list(parts.counts()) == list(whole.counts())
    parts.close()


@given(st.lists(st.integers(1, 40), min_size=2, max_size=6))
def test_counts_add_up_in_any_order(days: list[int]) -> None:
    counts = [Count("okarin", "Okarin", 1, 1, day, day, 0, (n,)) for n, day in enumerate(days)]
    (forward,), (backward,) = added_up(counts), added_up(reversed(counts))
    assert forward == backward
    assert (forward.stories, forward.first) == (len(days), min(days))
    assert [forward.last, forward.before] == sorted(days, reverse=True)[:2]


@examples(25)
@given(st.binary(max_size=300))
def test_a_foreign_file_is_refused_in_one_line(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "m"
        path.write_bytes(data)
        with pytest.raises(NewslintError) as refused:
            Memory(path)
        assert "\n" not in str(refused.value)


@examples(25)
@given(st.data())
def test_a_damaged_file_is_refused(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = build(Path(folder) / "m", OKARIN)
        whole = path.read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        cut = data.draw(st.booleans())
        changed = bytes([whole[at] ^ 1]) + whole[at + 1 :]
        path.write_bytes(whole[:at] + (b"" if cut else changed))
        with pytest.raises(NewslintError):
            Memory(path)


def answers(path: Path) -> object:
    """All that the memory of OKARIN can be asked, or None if it is refused."""
    words = ("okarin", "okarim", "theodora okarin", "nobody", "theodorak")
    try:
        memory = Memory(path)
        return (
            memory.about,
            list(memory.counts()),
            list(memory.all_stories()),
            [memory.story_of(story.digest) for story in memory.all_stories()],
            [list(memory.phrases_of(number)) for number in range(memory.size)],
            [(memory.stories(w), memory.days(w)) for w in words],
            [sorted(memory.near(word)) for word in words],
            [memory.stories_called(name) for name in ("0", "1", "none")],
        )
    except SourceError:
        return None


def rewritten(path: Path, number: int, change: Callable[[bytes], bytes]) -> None:
    """Change one section of a memory, and write it with the checksums that it has then."""
    file = Sections(path, layout.KIND, layout.FORMAT, layout.SECTIONS, ValueError)
    parts = [bytes(file.section(each)) for each in range(layout.SECTIONS)]
    parts[number] = change(parts[number])
    write_sections(path, layout.KIND, layout.FORMAT, [partial(bytes, part) for part in parts])


NUMBERS = st.sampled_from([0, 1, 2, 63, 64, 2**16, 2**31, 2**32 - 1, 2**33, 2**63, 2**64 - 1])


@examples(40)
@given(
    st.integers(0, layout.SECTIONS - 1),
    st.one_of(
        st.builds(lambda end: lambda part: part[:end], st.integers(0, 60)),
        st.builds(lambda n: lambda part: n.to_bytes(8, sys.byteorder) + part[8:], NUMBERS),
        st.builds(lambda byte: lambda part: byte * len(part), st.binary(min_size=1, max_size=1)),
        st.builds(
            lambda more, n: lambda part: part[:n] + more + part[n + len(more) :],
            st.binary(max_size=12),
            st.integers(0, 200),
        ),
        st.builds(lambda part: lambda _: part, st.binary(max_size=40)),
    ),
)
def test_a_memory_with_right_checksums_may_be_anybodys(
    number: int, change: Callable[[bytes], bytes]
) -> None:
    with TemporaryDirectory() as folder:
        path = build(Path(folder) / "m", OKARIN)
        rewritten(path, number, change)
        answers(path)
        try:
            lint(path, "They met Theodora Okarim and Teodora Okarin again.")
        except NewslintError as error:
            said = str(error)
        else:
            said = ""
        assert "please report" not in said


@pytest.mark.parametrize(
    "about",
    [
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"least": 1, "last": ' + b"9" * 5_000 + b"}",
        b'{"least": 1, "last": 1, "base": 1}',
        b'{"least": 1, "last": 1, "base": {"path": "m", "without": [99999999], "check": 0}}',
        b'{"least": 1, "last": 1, "base": {"path": "a\\u0000", "without": [], "check": 0}}',
    ],
)
def test_what_it_says_of_itself_may_be_anything(
    tmp_path: Path, about: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = build(tmp_path / "m", OKARIN)
    rewritten(path, layout.ABOUT, lambda _: about)
    with pytest.raises(SourceError, match="newslint did not write it"):
        open_memories([str(path)])


def test_what_is_packed_may_not_be_endless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = build(tmp_path / "m", OKARIN)
    monkeypatch.setattr(memory, "LARGEST", 1_000)
    bomb = zlib.compress(bytes(1_001))
    for number in (layout.IDS, layout.LISTS):
        rewritten(path, number, lambda _: chained([bomb] * 9))
    opened = Memory(path)
    with pytest.raises(SourceError, match="newslint did not write it"):
        opened.story(0)
    with pytest.raises(SourceError, match="newslint did not write it"):
        opened.phrases_of(0)


def test_many_rows_under_one_hash_are_not_all_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build(tmp_path / "m", OKARIN)
    rows = array("Q", (row for place in range(100) for row in rows_of(("okarin",), place)))
    for number in (layout.BY_KEY, layout.NEAR):
        rewritten(path, number, lambda _: build_index(rows))
    monkeypatch.setattr(memory, "MOST_ALIKE", 50)
    looked_at = list[int]()

    def look(self: Memory, number: int) -> str:
        looked_at.append(number)
        return "Velt"

    monkeypatch.setattr(Memory, "spelling", look)
    assert Memory(path).number("okarin") == -1
    assert len(looked_at) <= 50
    with pytest.raises(SourceError, match="newslint did not write it"):
        next(iter(Memory(path).near("okarin")))


def test_whichever_byte_is_damaged_no_answer_is_wrong(tmp_path: Path) -> None:
    path = build(tmp_path / "m", OKARIN)
    whole, state, right = path.read_bytes(), path.stat(), answers(path)
    assert right is not None
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :])
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
        assert answers(path) is None


def test_what_is_damaged_is_noticed_where_it_is_read(tmp_path: Path) -> None:
    names = [f"{a}{b}{c}rin" for a in "KLMNPRST" for b in "aeiou" for c in "bdgklmnpst"]
    path = build(tmp_path / "m", [f"We met {name} and Theodora Okarin." for name in names])
    whole, state = path.read_bytes(), path.stat()
    damaged = whole.replace(b"Tustrin" if b"Tustrin" in whole else b"Tusrin", b"Tusrim")
    assert damaged != whole
    path.write_bytes(damaged)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    memory = Memory(path)  # the blocks that are asked for are looked at, and no others
    assert memory.size == len(names)
    with pytest.raises(SourceError, match=r"it was changed .*memory build"):
        list(memory.counts())
    with pytest.raises(SourceError):  # nor is its time believed again
        Memory(path)


def test_a_copy_is_as_good_and_need_be_read_through_once(tmp_path: Path) -> None:
    path = build(tmp_path / "m", OKARIN)
    copy = tmp_path / "copy"
    copy.write_bytes(path.read_bytes())
    os.utime(copy, (1, 1))
    assert Memory(copy).stories("okarin") == 6
    assert copy.stat().st_mtime_ns == path.stat().st_mtime_ns


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NewslintError, match="No such file"):
        Memory(tmp_path / "none")


def test_several_memories_are_one(tmp_path: Path) -> None:
    one, two = build(tmp_path / "a", OKARIN[:2]), build(tmp_path / "b", OKARIN[2:])
    memories = open_memories([str(one), str(two)])
    assert memories.stories("theodora okarin") == 6
    count = memories.count("theodora okarin")
    assert count is not None
    assert count.stories == 6
    assert memories.size == 6


def test_a_story_never_speaks_for_itself(tmp_path: Path) -> None:
    memories = Memories([Memory(build(tmp_path / "m", OKARIN))])
    own = memories.beside(document(OKARIN[0]), "", shipped())
    assert own.stories("okarin") == 5
    by_name = memories.beside(document("Something else."), "story-1", shipped())
    assert by_name.stories("okarin") == 5
    assert memories.beside(document("Something else."), "", shipped()).stories("okarin") == 6
