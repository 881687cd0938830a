"""What people decided: kept and read back, and what is no decision is counted and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.authoring import decisions
from newslint.authoring.decisions import EDITOR, INTERACTIVE, Decision, forget, keep, kept
from newslint.authoring.finding_counts import FindingCounts, Row
from newslint.config.resolver import CommandLine, ConfigResolver, ResolvedConfig
from newslint.storage.line_log import append


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def config(path: str = "story.md") -> ResolvedConfig:
    return ConfigResolver(CommandLine()).resolved(path)


def test_decisions_are_kept_with_the_path_and_no_word_of_the_copy(folder: Path) -> None:
    keep(
        "sport/a.md", [("names/inconsistent", True), ("usage/free-reign", False)], EDITOR, config()
    )
    keep("b.md", [("usage/free-reign", False)], INTERACTIVE, config())
    whole = str(folder / "sport" / "a.md")
    assert kept() == (
        [
            Decision(whole, "names/inconsistent", True, EDITOR),
            Decision(whole, "usage/free-reign", False, EDITOR),
            Decision(str(folder / "b.md"), "usage/free-reign", False, INTERACTIVE),
        ],
        0,
    )
    forget()
    assert kept() == ([], 0)


def test_a_configuration_can_say_that_none_are_kept(folder: Path) -> None:
    (folder / "newslint.toml").write_text("decisions = false\n")
    keep("a.md", [("usage/free-reign", False)], EDITOR, config())
    assert kept() == ([], 0)


def test_lines_that_are_no_decisions_are_counted(folder: Path) -> None:
    keep("a.md", [("usage/free-reign", True)], EDITOR, config())
    bad = [
        "",
        "[1, 2]",
        "{}",
        '{"path": 1, "rule": "a/b", "accepted": true, "place": ""}',
        '{"path": "", "rule": "a/b\\n::error::c/d", "accepted": true, "place": ""}',
        "{",
        "[" * 9999,
    ]
    append(decisions.folder(), bad)
    found, others = kept()
    assert ([each.rule for each in found], others) == (["usage/free-reign"], 6)


def test_counts_by_rule_and_desk() -> None:
    counts = FindingCounts()
    counts.articles.update({"sport": 2, "news": 1, "arts": 1})
    counts.found.update({("sport", "a/b"): 2, ("news", "a/b"): 1, ("news", "c/d"): 1})
    counts.accepted["sport", "a/b"] = 4
    counts.rejected["news", "c/d"] = 3
    assert counts.by_rule() == [Row("a/b", 3, 4, 0), Row("c/d", 1, 0, 3)]
    assert counts.by_desk() == [Row("news", 2, 0, 3), Row("sport", 2, 4, 0), Row("arts", 0, 0, 0)]
    assert counts.by_rule("news") == [Row("c/d", 1, 0, 3), Row("a/b", 1, 0, 0)]
    assert [row.is_never_accepted for row in counts.by_rule()] == [False, True]
