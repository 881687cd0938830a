"""A linter is kept while its books do not change, and folders are not looked through each time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from newslint.book.settings import Layer, Settings
from newslint.checks.matching import patterns
from newslint.config.resolver import CommandLine
from newslint.runner.linter_cache import MOST, SECONDS, LinterCache
from newslint.text.source import Source
from tests.conftest import DESK

SLIP = Source.from_text("Then Harstom spoke.", "a.txt")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_linter_is_kept_until_its_book_changes(tmp_path: Path) -> None:
    book = tmp_path / "names.yaml"
    book.write_text("- name: Ilse Okoro\n")
    cache = LinterCache(CommandLine(Layer((str(book),)), isolated=True))
    first = cache.linter("a.txt")
    assert first
    assert cache.linter("b.txt") is first
    assert first.lint(SLIP) == []
    book.write_text(DESK)
    second = cache.linter("a.txt")
    assert second
    assert [finding.text for finding in second.lint(SLIP)] == ["Harstom"]


def test_a_rule_that_one_article_kept_too_long_is_asked_of_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("- {id: desk/slow, kind: pattern, pattern: (a|aa)+$, message: slow}\n")
    monkeypatch.setattr(patterns, "SECONDS", 0.05)
    cache = LinterCache(CommandLine(Layer(rules=(str(rules),)), isolated=True))
    slow, quick = (Source.from_text("a" * n + end, "a.txt") for n, end in ((60, "!"), (9, "")))
    linter = cache.linter("a.txt")
    assert linter
    assert [failure.rule for failure in linter.examine(slow).failures] == ["desk/slow"]
    assert not linter.lint(quick)
    linter = cache.linter("a.txt")
    assert linter
    assert [finding.rule for finding in linter.lint(quick)] == ["desk/slow"]


def test_settings_are_adapted_and_few_linters_are_kept(folder: Path) -> None:
    (folder / "newslint.toml").write_text("exclude = ['a.txt']\n")
    cache = LinterCache()
    assert cache.linter("a.txt") is None
    text = Source.from_text("She took her time and chose a colour for the office door.", "a.txt")
    american = cache.adapted_linter("a.txt", lambda settings: settings.in_language("en-US"))
    assert american.lint(text)
    for number in range(MOST + 1):
        fields = ((f"{number}", ()),)
        cache.adapted_linter("a.txt", partial(Settings._replace, fields=fields))
    again = cache.adapted_linter("a.txt", lambda settings: settings.in_language("en-US"))
    assert again is not american


def test_folders_are_looked_through_now_and_then(folder: Path) -> None:
    stories = folder / "stories"
    stories.mkdir()
    (folder / "newslint.toml").write_text("memory = ['stories/']\n")
    clock = Clock()
    cache = LinterCache(clock=clock)

    def known() -> int:
        linter = cache.linter("a.txt")
        assert linter
        memories = linter.knowledge.memories
        assert memories
        return memories.size

    before = known()
    for number in range(3):
        (stories / f"{number}.txt").write_text("Theodora Winslade-Price spoke.\n")
    clock.now = SECONDS - 1
    assert known() == before
    clock.now = SECONDS
    assert known() == before + 3
