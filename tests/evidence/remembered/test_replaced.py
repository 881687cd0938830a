"""Spellings that took another's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.finding import UNSAFE
from newslint.evidence.remembered.replaced import is_replaced
from newslint.lexicon.lexicon import shipped
from newslint.memory.builder import Builder, taught_by
from tests.builders import document
from tests.memory.archives import ORDINARY, lint, stories

OLD, NEW = "Theodora Okarin opened the fair.", "Theodora Okaryn opened the fair."


def build(path: Path, dated: list[tuple[str, str]]) -> Path:
    """A memory of stories with their dates, and of others between."""
    builder = Builder()
    ordinary = [("2026-06-01", text) for text in ORDINARY]
    for number, (date, text) in enumerate([*ordinary, *dated]):
        builder.add(taught_by(document(text), date, shipped()), f"/desk/{number}.txt")
    builder.write(path)
    builder.close()
    return path


def printed(sentence: str, year: int, times: int) -> list[tuple[str, str]]:
    """So many stories with a sentence, one a month."""
    dated = enumerate(stories(sentence, times), 1)
    return [(f"{year}-{month:02}-10", text) for month, text in dated]


@pytest.mark.parametrize(("before", "since"), [(5, 6), (9, 4)])
def test_the_newer_spelling_has_it(tmp_path: Path, before: int, since: int) -> None:
    memory = build(tmp_path / "m", [*printed(OLD, 2023, before), *printed(NEW, 2025, since)])
    (finding,) = lint(memory, "They met Theodora Okarin again.")
    assert (finding.text, finding.suggestions) == ("Okarin", ("Okaryn",))
    assert finding.fix is not None
    assert finding.fix.applicability == UNSAFE
    assert lint(memory, "They met Theodora Okaryn again.") == []


@pytest.mark.parametrize(
    "dated",
    [
        [*printed(OLD, 2023, 9), *printed(NEW, 2023, 9)],  # two people
        [*printed(OLD, 2025, 6), *printed(NEW, 2023, 6)],  # the older one has gone
        [*printed(OLD, 2023, 3), *printed(NEW, 2025, 3)],  # by chance
        [*printed(OLD, 2023, 9), *printed(OLD, 2026, 10)[9:], *printed(NEW, 2025, 9)],
        [("", text) for _, text in (*printed(OLD, 2023, 9), *printed(NEW, 2025, 9))],
    ],
)
def test_others_are_two(tmp_path: Path, dated: list[tuple[str, str]]) -> None:
    assert lint(build(tmp_path / "m", dated), "They met Theodora Okarin again.") == []


def test_a_story_is_no_evidence_for_its_own_spelling(tmp_path: Path) -> None:
    story = "They met Theodora Okarin again."
    dated = [*printed(OLD, 2023, 6), *printed(NEW, 2025, 6), ("2026-05-01", story)]
    (finding,) = lint(build(tmp_path / "m", dated), story)
    assert finding.suggestions == ("Okaryn",)


def test_what_was_right_then_is_right_in_an_old_story(tmp_path: Path) -> None:
    dated = [*printed(OLD, 2023, 6), *printed(NEW, 2025, 6)]
    memory = build(tmp_path / "m", dated)
    assert lint(memory, dated[2][1]) == []


class Countless:
    """Two forms with so many stories that nobody can count their orders."""

    size, day = 2**32, 0

    def stories(self, key: str) -> int:
        return 2**31

    def first(self, key: str) -> int:
        return 200 if key == "okaryn" else 100

    def last(self, key: str) -> int:
        return 300 if key == "okaryn" else 150


def test_any_number_of_stories_is_compared_at_once() -> None:
    assert is_replaced("okarin", "okaryn", Countless())
    assert not is_replaced("okaryn", "okarin", Countless())
