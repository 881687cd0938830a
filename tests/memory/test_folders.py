"""Folders that a configuration wants remembered."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from newslint.archive import memory_counting
from newslint.archive.memory_build import Sources, build
from newslint.archive.memory_counting import Counted
from newslint.cli.groups import load_command
from newslint.lexicon.lexicon import Lexicon, shipped
from newslint.memory.builder import Taught
from newslint.memory.memory import Memory
from newslint.memory.opening import open_memories
from newslint.memory.renewal import MOST_CHANGES, File, files_at, renewed
from newslint.report.progress import CountProgress
from newslint.runner.memory_folders import taught_by_file
from newslint.text.tables.article import Columns
from tests.conftest import Run
from tests.examples import examples
from tests.memory.archives import stories, table

LONG_AGO = 1_700_000_000


def write(path: Path, text: str, time: int = LONG_AGO) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (time, time))


@pytest.fixture
def desk(folder: Path, digests: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with twelve stories, which its configuration remembers."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder.parent / "cache"))
    shutil.copytree(digests, folder.parent / "cache" / "newslint" / "results")
    (folder / "newslint.toml").write_text('memory = ["stories/"]\n')
    for number, text in enumerate(stories("Erik Halvorsen rowed home.", 12)):
        write(folder / f"stories/2026-05-{number + 1:02}-rowing.md", text)
    return folder


def found(newslint: Run, *args: str) -> list[tuple[str, str]]:
    result = newslint("--output-format", "json", "--select", "names", *args)
    assert result.exit_code < 2, result.output
    return [(finding["rule"], finding["text"]) for finding in json.loads(result.stdout)]


REMEMBERED = [("names/remembered", "Halverson")]


def test_a_folder_is_remembered_without_any_set_up(desk: Path, newslint: Run) -> None:
    write(desk / "draft.md", "They saw Erik Halverson there.")
    assert found(newslint, "draft.md") == REMEMBERED
    assert found(newslint, "draft.md", "--no-memory") == []
    assert found(newslint, "draft.md", "--isolated") == []


def test_standard_input_is_held_against_it(desk: Path, newslint: Run) -> None:
    result = newslint("--stdin-filename", "draft.md", "-", stdin="They saw Erik Halverson there.\n")
    assert "names/remembered" in result.output


def test_what_is_excluded_teaches_nothing(desk: Path, newslint: Run) -> None:
    (desk / "newslint.toml").write_text('memory = ["stories/"]\nexclude = ["*-rowing.md"]\n')
    write(desk / "draft.md", "They saw Erik Halverson there.")
    assert found(newslint, "draft.md") == []


def test_what_changed_is_known_at_the_next_run(desk: Path, newslint: Run) -> None:
    write(desk / "draft.md", "They saw Erik Halverson there.")
    assert found(newslint, "draft.md") == REMEMBERED
    for path in sorted((desk / "stories").iterdir()):
        write(path, "Nobody rowed home.", LONG_AGO + 1)
    assert found(newslint, "draft.md") == []


def test_a_story_does_not_speak_for_itself(desk: Path, newslint: Run) -> None:
    for path in sorted((desk / "stories").iterdir())[2:]:
        path.unlink()
    story = desk / "stories/2026-05-20-both.md"
    write(story, "Erik Halvorsen rowed home. They saw Erik Halverson there.")
    assert [rule for rule, _ in found(newslint, str(story)) if rule == "names/remembered"] == []


def test_a_damaged_memory_in_the_cache_is_made_anew(desk: Path, newslint: Run) -> None:
    write(desk / "draft.md", "They saw Erik Halverson there.")
    assert found(newslint, "draft.md") == REMEMBERED
    (base,) = (desk.parent / "cache/newslint/memories").glob("*-base-*")
    base.write_bytes(b"damaged")
    assert found(newslint, "draft.md", "--no-cache") == REMEMBERED


def test_a_memory_that_was_damaged_unseen_is_made_anew(desk: Path, newslint: Run) -> None:
    write(desk / "draft.md", "They saw Erik Halverson there.")
    assert found(newslint, "draft.md") == REMEMBERED
    (base,) = (desk.parent / "cache/newslint/memories").glob("*-base-*")
    whole, state = base.read_bytes(), base.stat()
    for at in range(300, len(whole), 401):
        base.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        os.utime(base, ns=(state.st_atime_ns, state.st_mtime_ns))
        seen = newslint("draft.md", "--no-cache", "--select", "names")
        if seen.exit_code == 2:  # it was noticed when a name was looked up
            assert "it was changed" in seen.output
            assert "please report" not in seen.output
            seen = newslint("draft.md", "--no-cache", "--select", "names")
        assert (seen.exit_code, "Halvorsen" in seen.output) == (1, True)


def stories_in(folder: Path) -> list[File]:
    """The stories of a folder as they lie on disk."""
    return files_at(map(str, sorted(folder.glob("*.txt"))))


def read(path: str) -> Iterator[Taught]:
    """What the stories in a file teach."""
    return taught_by_file(path, shipped())


ARCHIVE = st.dictionaries(
    st.sampled_from([f"{letter}.txt" for letter in "abcdef"]),
    st.lists(st.sampled_from(("Okarin", "Velt", "Ordrun", "Marn")), max_size=3),
    max_size=6,
)


@examples(25)
@given(st.lists(ARCHIVE, min_size=1, max_size=4), st.booleans())
@pytest.mark.slow
def test_what_is_brought_up_to_date_is_as_if_made_anew(
    tmp_path_factory: pytest.TempPathFactory, archives: list[dict[str, list[str]]], small: bool
) -> None:
    place = tmp_path_factory.mktemp("archive")
    stem = str(place / "cache" / "m")
    for time, archive in enumerate(archives, LONG_AGO):
        for old in place.glob("*.txt"):
            old.unlink()
        for name, names in archive.items():
            write(place / name, f"{name}: we saw {', '.join(names)}.", time)
        files = stories_in(place)
        path = renewed(stem, files, read)
        fresh = Memory(renewed(str(place / "cache" / f"fresh{time}"), files, read))
        memories = open_memories([path])
        assert memories.size == fresh.size
        for key in ("okarin", "velt", "ordrun", "marn"):
            assert memories.stories(key) == fresh.stories(key)


def test_many_changes_make_a_new_base(tmp_path: Path) -> None:
    texts = stories("Erik Halvorsen rowed home.", MOST_CHANGES + 9)
    stem = str(tmp_path / "cache" / "m")
    for number, text in enumerate(texts[:3]):
        write(tmp_path / f"{number:03}.txt", text)
    first = renewed(stem, stories_in(tmp_path), read)
    write(tmp_path / "003.txt", texts[3])
    assert "-changes-" in renewed(stem, stories_in(tmp_path), read)
    for number, text in enumerate(texts):
        write(tmp_path / f"{number:03}.txt", text)
    second = renewed(stem, stories_in(tmp_path), read)
    assert "-base-" in second
    assert second != first
    assert Memory(second).stories("erik halvorsen") == len(texts)


def test_an_interrupted_count_goes_on(tmp_path: Path) -> None:
    for number, text in enumerate(stories("Erik Halvorsen rowed home.", 9)):
        write(tmp_path / f"{number}.txt", text)
    stem, files, counted = str(tmp_path / "cache" / "m"), stories_in(tmp_path), 0

    def interrupted(path: str) -> Iterator[Taught]:
        nonlocal counted
        if counted == 5:
            raise KeyboardInterrupt
        counted += 1
        return read(path)

    with pytest.raises(KeyboardInterrupt):
        renewed(stem, files, interrupted)
    counted = 0
    memories = open_memories([renewed(stem, files, interrupted)])
    assert counted == 4
    assert memories.stories("erik halvorsen") == 9


def test_the_first_count_shows_how_far_it_is(
    desk: Path, newslint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[CountProgress] = []

    def step(progress: CountProgress) -> None:
        steps.append(progress)

    monkeypatch.setattr(CountProgress, "step", step)
    write(desk / "draft.md", "They saw Erik Halverson there.")
    found(newslint, "draft.md")
    assert len(steps) == 12
    found(newslint, "draft.md")
    assert len(steps) == 12


def test_a_file_that_was_just_touched_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("New.")
    assert files_at([str(tmp_path / "a.txt")]) == [File(str(tmp_path / "a.txt"), (0, 0, 0))]
    assert files_at([str(tmp_path / "none.txt")]) == []


def run(*args: str) -> str:
    name, rest = " ".join(args[:2]), args[2:]
    result = CliRunner().invoke(load_command(name), rest)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_commands(folder: Path, newslint: Run) -> None:
    archive = table(folder / "archive.jsonl", stories("Erik Halvorsen rowed home.", 12))
    columns = ("--id-column", "id", "--date-column", "date")
    run("memory", "build", str(archive), *columns, "-o", "desk.memory")
    assert "12 stories, 2026-05-01 to 2026-05-14" in run("memory", "stats", "desk.memory")
    said = run("memory", "lookup", "Erik Halverson", "Halvorsen", "--memory", "desk.memory")
    assert "Erik Halverson\n  was never printed\n" in said
    assert "'Halvorsen' stands in 12 stories, 2026-05-01 to 2026-05-14" in said
    assert "for example in story-0, story-1" in said
    assert "with others: 'Erik Halvorsen' stands in 12 stories" in said
    assert "newslint would report names/remembered" in said
    table(archive, [*stories("Erik Halvorsen rowed home.", 10), "Ida Marn sang."])
    assert "of 11 stories (1 new, 2 gone)" in run("memory", "update", "desk.memory")
    assert "'Marn' stands in 1 story" in run("memory", "lookup", "Marn", "--memory", "desk.memory")


STORIES = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(("Okarin", "Velt", "Ordrun"))), max_size=6
)


@examples(20)
@given(st.lists(STORIES, min_size=2, max_size=4))
def test_an_update_is_as_if_built_anew(
    tmp_path_factory: pytest.TempPathFactory, archives: list[list[tuple[str, str]]]
) -> None:
    place = tmp_path_factory.mktemp("update")
    columns = Columns("text", "", "id")
    old = None
    for number, archive in enumerate(archives):
        rows = [{"id": id_, "text": f"We saw {name}."} for id_, name in archive]
        (place / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        sources = Sources((str(place / "rows.jsonl"),), columns)
        updated, fresh = (str(place / f"{kind}{number}") for kind in ("updated", "fresh"))
        build(sources, updated, lambda _: None, old=old)
        build(sources, fresh, lambda _: None)
        old = Memory(updated)
        assert old.size == Memory(fresh).size
        counts = ([(c.key, c.stories) for c in Memory(m).counts()] for m in (updated, fresh))
        assert next(counts) == next(counts)


def test_an_update_counts_only_what_is_new(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, text in enumerate(stories("Erik Halvorsen rowed home.", 5)):
        write(folder / f"stories/{number}.txt", text)
    run("memory", "build", "stories", "-o", "desk.memory", "--jobs", "1")
    counted: list[str] = []

    def observed(path: str, lexicon: Lexicon) -> list[Counted]:
        counted.append(path)
        return _of_file(path, lexicon)

    _of_file = memory_counting._of_file
    monkeypatch.setattr(memory_counting, "_of_file", observed)
    (folder / "stories/0.txt").unlink()
    write(folder / "stories/1.txt", "Ida Marn sang.")
    write(folder / "stories/9.txt", "Ida Marn left.")
    said = run("memory", "update", "desk.memory", "--jobs", "1")
    assert counted == ["stories/1.txt", "stories/9.txt"]
    assert "of 5 stories (2 new, 2 gone)" in said
    assert Memory("desk.memory").stories("erik halvorsen") == 3
    assert Memory("desk.memory").stories("ida marn") == 2


@pytest.mark.slow
def test_processes_make_no_difference(folder: Path) -> None:
    many = [story * 60 for story in stories("Erik Halvorsen rowed home.", 90)]
    archive = str(table(folder / "archive.jsonl", many))
    for jobs in ("1", "3"):
        run("memory", "build", archive, "-o", f"{jobs}.memory", "--jobs", jobs)
    one, three = Memory(folder / "1.memory"), Memory(folder / "3.memory")
    assert list(one.counts()) == list(three.counts())
    assert one.check == three.check
    assert one.size == 90


def test_what_is_wrong_is_said_in_one_line(folder: Path, newslint: Run) -> None:
    (folder / "a.txt").write_text("Nothing.\n")
    (folder / "bad.memory").write_bytes(b"not a memory")
    for path in ("bad.memory", "none.memory"):
        result = newslint("--memory", path, "a.txt")
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
        assert path in result.stderr
    assert newslint("--memory", "x", "--no-memory", "a.txt").exit_code == 2


def test_an_archive_is_held_against_a_memory(folder: Path, newslint: Run) -> None:
    archive = table(folder / "old.jsonl", stories("Erik Halvorsen rowed home.", 12))
    run("memory", "build", str(archive), "-o", "desk.memory")
    table(folder / "new.jsonl", ["They saw Erik Halverson there."])
    command = load_command("archive")
    done = CliRunner().invoke(command, ["new.jsonl", "--memory", "desk.memory", "-o", "out.jsonl"])
    assert done.exit_code == 0, done.output
    assert '"names/remembered"' in (folder / "out.jsonl").read_text()
    done = CliRunner().invoke(command, ["new.jsonl", "--memory", "none", "-o", "out.jsonl"])
    assert done.exit_code == 2
    assert done.stderr.startswith("error: none: ")


@pytest.mark.parametrize("far", ["/", "..", "stories/../../elsewhere", "link"])
def test_a_configuration_has_nothing_read_outside_its_folder(
    desk: Path, newslint: Run, far: str
) -> None:
    (desk.parent / "elsewhere").mkdir()
    (desk / "link").symlink_to(desk.parent)
    write(desk / "draft.md", "They saw Erik Halverson there.")
    (desk / "newslint.toml").write_text(f'memory = ["stories", "{far}"]\n')
    result = newslint("draft.md")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: newslint.toml:1: memory: the folder '{far}' is not")
    assert result.stderr.count("\n") == 1
    assert found(newslint, "draft.md", "--no-memory") == []


def test_the_repository_may_be_remembered_and_on_the_command_line_anything(
    desk: Path, newslint: Run
) -> None:
    write(desk / "drafts/draft.md", "They saw Erik Halverson there.")
    (desk / "newslint.toml").unlink()
    (desk / "drafts/newslint.toml").write_text('memory = ["../stories"]\n')
    assert newslint("drafts").exit_code == 2
    (desk / ".git").mkdir()
    assert found(newslint, "drafts") == REMEMBERED
    (desk / ".git").rmdir()
    (desk / "drafts/newslint.toml").unlink()
    assert found(newslint, "drafts", "--memory", str(desk / "stories")) == REMEMBERED


def test_a_faulty_configuration_in_it_costs_its_folder_alone(desk: Path, newslint: Run) -> None:
    write(desk / "draft.md", "They saw Erik Halverson there.")
    for number in range(12):
        write(desk / f"stories/theirs/{number}.md", f"Ola Brekkmoen rowed home {number}.")
    (desk / "stories/theirs/newslint.toml").write_text("memory = [\n")
    result = newslint("draft.md")
    assert result.exit_code == 1
    assert "Halverson" in result.stdout
    assert result.stderr.count("stories/theirs is not remembered: ") == 1
    write(desk / "draft.md", "They saw Ola Brekmoen there.")
    assert found(newslint, "draft.md") == []
