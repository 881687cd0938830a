"""`newslint stats`: findings by rule and desk, beside what people decided about them."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from newslint.authoring.decisions import INTERACTIVE, keep
from newslint.authoring.decisions import folder as kept_in
from newslint.authoring.finding_counts import FindingCounts
from newslint.cli.commands.stats import add_decisions
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.storage.line_log import append
from tests.builders import invoke

stats = partial(invoke, "stats")

SLIP, REIGN = "spelling/typo", "usage/free-reign"


@pytest.fixture
def desks(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two desks, each with a story."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for desk, text in (("news", "The goverment met. It had free reign.\n"), ("sport", "A teem.\n")):
        (folder / desk).mkdir()
        (folder / desk / "a.md").write_text(text)
    return folder


def decide(path: str, *decided: tuple[str, bool]) -> None:
    keep(path, decided, INTERACTIVE, ConfigResolver(CommandLine()).resolved(path))


def test_findings_and_decisions_by_rule_and_desk(desks: Path) -> None:
    decide("news/a.md", (SLIP, True), (REIGN, False))
    decide("news/gone.md", (REIGN, False), (REIGN, False))
    decide("../elsewhere.md", (SLIP, False))
    told = json.loads(stats("--output-format", "json").stdout)
    assert told["articles"] == 2
    rules = {row["rule"]: row for row in told["rules"]}
    assert {key: rules[REIGN][key] for key in ("found", "accepted", "rejected")} == {
        "found": 1,
        "accepted": 0,
        "rejected": 3,
    }
    assert (rules[SLIP]["accepted"], rules[SLIP]["rejected"]) == (1, 0)
    assert [row["desk"] for row in rules[REIGN]["desks"]] == ["news"]
    assert {row["desk"]: row["articles"] for row in told["desks"]} == {"news": 1, "sport": 1}
    assert json.loads(stats("--output-format", "json", "sport").stdout)["articles"] == 1


@pytest.mark.usefixtures("desks")
def test_every_decision_is_below_the_root() -> None:
    decide("news/a.md", (SLIP, True))
    assert decisions_below("/") == decisions_below("news") == 1
    assert decisions_below("new") == 0


def decisions_below(path: str) -> int:
    counts = FindingCounts()
    assert add_decisions(counts, [path], ConfigResolver(CommandLine())) == 0
    return counts.accepted.total()


def test_a_rule_that_nobody_wants_is_named(desks: Path) -> None:
    done = stats()
    assert done.exit_code == 0
    assert done.stdout.startswith("2 findings in 2 articles of 2 desks\n")
    assert "Nobody has accepted or rejected a finding here yet" in done.stdout
    decide("news/a.md", *[(REIGN, False)] * 3, (SLIP, False))
    told = stats().stdout
    assert f"{REIGN}: rejected 3 times and never accepted.\n" in told
    assert f'ignore = ["{REIGN}"]' in told
    assert f"{SLIP}: rejected" not in told
    assert f"4 decisions, kept in {kept_in()}.\n" in told
    assert max(len(line) for line in told.splitlines() if kept_in() not in line) <= 80


def test_a_desk_may_have_a_name(desks: Path) -> None:
    (desks / "newslint.toml").write_text('desk = "city"\n[per-path."sport/"]\ndesk = "games"\n')
    desks_ = json.loads(stats("--output-format", "json").stdout)["desks"]
    assert {row["desk"] for row in desks_} == {"city", "games"}


def test_decisions_can_be_forgotten(desks: Path) -> None:
    decide("news/a.md", (SLIP, True))
    assert stats("--forget").stdout == f"Forgot all decisions in {kept_in()}.\n"
    assert "Nobody has" in stats().stdout


def test_lines_that_are_no_decisions_are_told(desks: Path) -> None:
    append(kept_in(), ["{", "null"])
    done = stats()
    assert done.exit_code == 0
    assert done.stderr == (f"warning: {kept_in()}: lines that are no decisions are left out: 2\n")


def test_an_article_that_cannot_be_read(desks: Path) -> None:
    (desks / "b.docx").write_text("no archive")
    done = stats()
    assert done.exit_code == 2
    assert done.stderr.startswith("error: b.docx")
    assert "2 articles" in done.stdout
