"""`newslint rules ...`: what it says of rules, and what it finds wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from newslint.authoring import rule_examples
from newslint.authoring.fault import Fault
from newslint.core.rule import Rule
from newslint.engine.books import every_rule
from newslint.engine.linter import Linter
from tests.builders import invoke

RULE = """
- id: desk/pier
  kind: substitution
  swap: {peer master: pier master}
  message: "'{found}': a pier has a master"
  why: A peer sits in a house of lords.
  fix: safe
  examples:
  - text: The peer master agreed.
    fixed: The pier master agreed.
  - clean: The master of the peers agreed.
"""

rules = partial(invoke, "rules")


@pytest.fixture
def desk_rules(tmp_path: Path) -> Path:
    path = tmp_path / "desk.yaml"
    path.write_text(RULE)
    return path


def test_by_default_every_rule_that_is_shipped_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes of it is seen in tests/rules/test_examples.py."""

    def tried(rule: Rule, linter: Linter) -> Iterator[Fault]:
        assert rule.id in linter.rules.ids
        yield Fault(rule.where, rule.id)

    monkeypatch.setattr(rule_examples, "faults_of", tried)
    done = rules("check")
    assert done.exit_code == 1
    *faults, last = done.stdout.splitlines()
    assert sorted(faults) == sorted(f"{rule.where}: {rule.id}" for rule in every_rule())
    assert last.startswith(f"Found {len(faults):,} faults in {len(faults):,} rules with ")


def test_a_rule_that_does_what_it_says(desk_rules: Path) -> None:
    done = rules("check", str(desk_rules))
    assert (done.exit_code, done.stdout) == (0, "Nothing to report in 1 rule with 2 examples.\n")


@pytest.mark.parametrize(
    ("line", "better", "number", "said"),
    [
        ("text: The peer master agreed.", "text: The pier agreed.", 9, "found: nothing"),
        ("fixed: The pier master", "fixed: The Pier master", 9, "fixes this otherwise: 'The pier"),
        ("clean: The master", "clean: A peer master, the master", 11, "not clean: desk/pier"),
        ("- clean: The master of the peers agreed.", "", 2, "no example of what it spares"),
        ("    fixed: The pier master agreed.\n", "", 2, "no example of what it fixes"),
        ("  why: A peer sits in a house of lords.\n", "", 2, "does not say why"),
        ("'{found}'", "'{fonud}'", 9, "message of 'desk/pier' says {fonud} as it stands"),
        ("agreed.\n    fixed: The pier", "left. A peer master agreed.\n    fixed: The pier", 9,
         "desk/pier at 'peer', desk/pier at 'peer'"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule(
    desk_rules: Path, line: str, better: str, number: int, said: str
) -> None:
    assert line in RULE
    desk_rules.write_text(RULE.replace(line, better))
    done = rules("check", str(desk_rules))
    assert done.exit_code == 1
    first, last = done.stdout.splitlines()
    assert first.startswith(f"{desk_rules}:{number}: ")
    assert said in first
    assert last.startswith("Found 1 fault in 1 rule")


def test_a_neighbour_in_the_area_must_be_silent(desk_rules: Path) -> None:
    other = RULE.replace("desk/pier", "desk/harbour").replace(
        "peer master: pier master", "agreed: said"
    )
    desk_rules.write_text(RULE + other.replace("peer master agreed", "mayor agreed"))
    assert (
        "'desk/pier' alone is wanted here, once; found: desk/pier"
        in rules("check", str(desk_rules)).stdout
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: desk/x, kind: date, fault: month, message: x}", "'month' is not known here"),
        ("- {id: desk/x, kind: patern, message: x}", "did you mean 'pattern'?"),
        ("- {id: desk/x, kind: pattern, pattern: 'x*', message: x}", "where nothing stands"),
        ("- {id: desk/x, kind: substitution, swap: {}, message: x}", "'swap' is empty"),
        ("- {id: desk/x, kind: substitution, swap: {a: b, b: a}, message: x}", "wrong and right"),
        ("- {id: desk/x, kind: occurrence, count: pages, most: 1, message: x}", "known: char"),
        ("- {id: desk/x, kind: structure, phrases: [x], scope: footer, message: x}", "'footer'"),
        ("- {id: desk/x, kind: capitalisation, style: camel, message: x}", "known: lower"),
    ],
)
def test_what_is_no_rule_is_said_file_by_file(tmp_path: Path, text: str, said: str) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(text)
    done = rules("check", str(tmp_path))
    assert done.exit_code == 2
    first, second = done.stderr.splitlines()
    assert first.startswith(f"error: {tmp_path}/a.yaml:1: ")
    assert second.startswith(f"error: {tmp_path}/b.yaml:1: ")
    assert said in first


def test_a_scope_holds_for_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RULE.replace("  fix:", "  scope: headline\n  fix:"))
    done = rules("check", str(tmp_path))
    assert "found: nothing" in done.stdout


def test_the_list_has_kind_severity_fix_and_whether_a_rule_is_on(desk_rules: Path) -> None:
    done = rules("list", "desk", "names", "style/common/long-headline", "--rules", str(desk_rules))
    head, *lines = [line.split() for line in done.stdout.splitlines()]
    assert head == ["rule", "kind", "severity", "fix", "on"]
    assert lines[0] == ["desk/pier", "substitution", "warning", "safe", "on"]
    assert lines[-1] == ["style/common/long-headline", "occurrence", "note", "none", "off"]
    assert [line[0] for line in lines] == sorted(line[0] for line in lines)
    assert len(lines) == 8


def test_an_explanation_says_all_that_a_rule_says(desk_rules: Path) -> None:
    said = rules("explain", "desk/pier", "--rules", str(desk_rules)).stdout
    for part in (
        "desk/pier\n  warning, fixed by --fix, on\n",
        f"  a rule of the kind 'substitution' in {desk_rules}:2\n",
        "A peer sits in a house of lords.",
        "It finds:\n  - The peer master agreed.\n    fixed: The pier master agreed.\n",
        "It spares:\n  - The master of the peers agreed.\n",
        "--ignore desk/pier",
    ):
        assert part in said
    assert "--extend-select style/common/long-headline" in rules("explain", "style/common").stdout


def test_an_unknown_rule_has_a_neighbour() -> None:
    done = rules("explain", "usage/free-rain")
    assert done.exit_code == 2
    assert "did you mean 'usage/free-reign'?" in done.stderr


def test_an_audit_says_what_a_change_gains_and_loses(desk_rules: Path, folder: Path) -> None:
    old = folder / "old.yaml"
    old.write_text(RULE.replace("peer master:", "pear master:"))
    (folder / "a.txt").write_text("Ferry\n\nThe peer master left. The peer master came.\n")
    (folder / "b.md").write_text("The *pear* left. A pear master left.\n")
    done = rules("audit", "--against", str(old), "--rules", str(desk_rules), "--samples", "1", ".")
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        "desk/pier: 1 before, 2 now (+2 -1)",
        "  + a.txt:3:5: The [peer] master left. The peer master came.",
        "  + and 1 more",
        "  - b.md:1:20: The *pear* left. A [pear] master left.",
        "1 rule found more or less than before; 2 articles read.",
    ]


def test_an_audit_of_nothing_new(desk_rules: Path, folder: Path) -> None:
    (folder / "a.txt").write_text("The peer master left.\n")
    done = rules("audit", "--against", str(desk_rules), "--rules", str(desk_rules), "a.txt")
    assert (done.exit_code, done.stdout.count("\n")) == (0, 1)
    done = rules("audit", "--against", str(desk_rules), "a.txt", "missing.txt")
    assert done.exit_code == 2
    assert "desk/pier: 1 before, 0 now (+0 -1)" in done.stdout
    assert "missing.txt" in done.stderr
