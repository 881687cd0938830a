"""A rule that fails is named, once; everything else that is to be said is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.checks import structure
from newslint.checks.matching import patterns
from newslint.core.errors import RuleError
from newslint.core.finding import Finding
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.document import Document
from newslint.text.source import Source
from tests.conftest import Run

RULES = """
- id: desk/slow
  kind: pattern
  pattern: (a|aa)+$
  message: slow
- id: desk/quick
  kind: pattern
  pattern: colour
  message: quick
- id: desk/noise
  kind: structure
  phrases: [noise]
  message: noise
- id: desk/broken
  kind: structure
  phrases: [broken]
  message: broken
"""
STORY = "The colour of noise.\n\n" + "a" * 60 + "!\n"


@pytest.fixture
def rules(tmp_path: Path) -> str:
    path = tmp_path / "rules.yaml"
    path.write_text(RULES)
    return str(path)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule may search an article for a tenth of a second."""
    monkeypatch.setattr(patterns, "SECONDS", 0.1)


@pytest.mark.usefixtures("hurried")
def test_a_slow_rule_is_named_once_and_the_rest_goes_on(
    rules: str, folder: Path, newslint: Run
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(STORY)
    done = newslint("--rules", rules, "--select", "desk", "--output-format", "json", "--jobs", "1")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert f"{rules}:2: 'desk/slow' searched for more than 0.1 s" in done.stderr
    found = [(finding["path"], finding["rule"]) for finding in json.loads(done.stdout)]
    assert found == [
        (f"{name}.txt", f"desk/{rule}") for name in "abc" for rule in ("quick", "noise")
    ]


@pytest.mark.usefixtures("hurried")
def test_what_is_certain_is_fixed_although_a_rule_fails(
    rules: str, folder: Path, desk: str, newslint: Run
) -> None:
    (folder / "a.txt").write_text("Then Harstom spoke.\n\n" + "a" * 60 + "!\n")
    done = newslint("--rules", rules, "--names", desk, "--fix", "a.txt")
    assert done.exit_code == 2
    assert (folder / "a.txt").read_text().startswith("Then Harstorm spoke.\n")


def test_a_rule_that_meets_a_fault_of_ours_is_named(
    rules: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = structure.prepare

    def prepare(rules: list[object], knowledge: object) -> object:
        check = sound(rules, knowledge)  # type: ignore[arg-type]

        def failing(document: Document) -> Iterator[Finding]:
            for finding in check(document):
                if finding.rule == "desk/broken":
                    raise KeyError("no such thing")
                yield finding

        return failing

    monkeypatch.setattr(structure, "prepare", prepare)
    linter = Linter(open_book(rules=[rules], shipped=False, cache=None))
    source = Source.from_text("A colour, broken by noise.\n", "a.txt")
    for _ in range(2):
        findings, [failure] = linter.examine(source)
        assert [finding.rule for finding in findings] == ["desk/quick", "desk/noise"]
        assert failure.rule == "desk/broken"
        assert failure.message.startswith(
            f"{rules}:14: 'desk/broken' failed, please report it: KeyError"
        )
    with pytest.raises(RuleError, match="desk/broken"):
        linter.lint(source)


def test_what_lies_beyond_its_scope_is_not_reported(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(
        "- {id: desk/firemen, kind: substitution, swap: {firemen: firefighters}, message: x,\n"
        "   scope: outside-quotation}\n"
    )
    linter = Linter(open_book(rules=[str(path)], shipped=False, cache=None))
    text = 'Six firemen came. "The firemen came late," he said.'
    [finding] = linter.lint(Source.from_text(text))
    assert finding.span.start == text.index("firemen")
