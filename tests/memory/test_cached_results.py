"""Results that are kept while a memory changes are what would be found anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.book.settings import Settings
from newslint.core.finding import Finding
from newslint.engine.linter import Linter, LintResult
from newslint.runner.runner import Runner, Task, task_results
from newslint.text.source import Source
from tests.examples import examples
from tests.memory.archives import ORDINARY, book, build, stories

NAMES = ("Erik Halvorsen", "Erik Halverson", "Theodora Winslade-Price", "Price-Winslade", "Okarin")

WORDS = ("harpoun", "zorbnik", "zorbink", "okarin")

SENTENCES = st.sampled_from(
    [f"They saw {name} there." for name in NAMES] + [f"A {word} hung there." for word in WORDS]
)

ARCHIVE = st.lists(st.tuples(SENTENCES, st.sampled_from((1, 2, 4, 12))), max_size=4)

STORIES = st.lists(st.lists(SENTENCES, max_size=4).map(" ".join), min_size=1, max_size=3)


def cached(memory: Path, path: str, text: str) -> list[Finding]:
    """What a run with a cache finds."""
    task = Task(settings=Settings(memory=(str(memory),)), cache=True)
    runner = Runner(task, task_results(task))
    found = runner.fix_source(Source.from_text(text, path)).left
    runner.flush()
    return found


@pytest.mark.slow
@examples(15)
@given(STORIES, st.lists(ARCHIVE, min_size=2, max_size=4))
def test_what_is_kept_is_what_would_be_found(
    tmp_path_factory: pytest.TempPathFactory,
    digests: Path,
    texts: list[str],
    archives: list[list[tuple[str, int]]],
) -> None:
    place = tmp_path_factory.mktemp("kept")
    shutil.copytree(digests, place / "cache" / "newslint" / "results")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place / "cache"))
        for number, archive in enumerate(archives):
            printed = [story for sentence, times in archive for story in stories(sentence, times)]
            memory = build(place / f"{number}.memory", [*ORDINARY, *printed, texts[0]])
            linter = Linter(book(), Settings(memory=(str(memory),)))
            for at, text in enumerate(texts):
                path = str(place / f"{at}.txt")
                assert cached(memory, path, text) == linter.lint(Source.from_text(text, path))


def test_a_story_of_which_the_memory_says_nothing_is_not_linted_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    examine, linted = Linter.examine, []

    def observed(self: Linter, source: Source, *rest: object) -> LintResult:
        linted.append(source.path)
        return examine(self, source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "examine", observed)
    one = build(folder / "one", [*ORDINARY, *stories("Erik Halvorsen rowed home.", 12)])
    two = build(folder / "two", [*ORDINARY, *stories("Erik Halvorsen rowed home.", 13)])
    for memory in (one, two, two):
        cached(memory, "quiet.txt", "Nobody met Hanna Okarin there. It was teh end.")
        cached(memory, "told.txt", "They saw Erik Halverson there.")
    assert linted == ["quiet.txt", "told.txt", "told.txt"]
