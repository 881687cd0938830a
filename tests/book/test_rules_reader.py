"""Rules as they are read, and one line for what is wrong."""

from pathlib import Path

import pytest

from newslint.book.rules_reader import load_rules
from newslint.checks.kinds import ALL_KINDS
from newslint.core.errors import BookError
from tests.book.books import book_file

RULE = """\
- id: usage/pull-teeth
  kind: substitution
  swap: {pull tooths: pull teeth}
  message: "'{found}'"
"""


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    examples = "  examples:\n  - text: pull tooths\n    fixed: pull teeth\n  - clean: no tooths\n"
    (rule,) = load_rules(
        book_file(tmp_path, RULE + "  fix: safe\n  severity: error\n" + examples), ALL_KINDS
    )
    assert (rule.id, rule.area, rule.fix, rule.severity) == (
        "usage/pull-teeth",
        "usage",
        "safe",
        "error",
    )
    assert rule.params == {"swap": {"pull tooths": "pull teeth"}}
    assert [(e.text, e.fixed, e.clean, e.where.line) for e in rule.examples] == [
        ("pull tooths", "pull teeth", False, 8),
        ("no tooths", None, True, 10),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (RULE.replace("swap:", "swop:"), 3, "did you mean 'swap'?"),
        (RULE.replace("  kind: substitution\n", ""), 1, "'kind' is missing"),
        (RULE.replace("substitution", "substitutions"), 2, "did you mean 'substitution'?"),
        (RULE.replace("usage/", ""), 1, "is no rule id"),
        (RULE.replace("usage/p", "usage/P"), 1, "is no rule id"),
        (RULE + "  severity: fatal", 5, "'fatal' is not known here (known: error, note, warning)"),
        (RULE + "  fix: save", 5, "did you mean 'safe'?"),
        (RULE.replace("{pull tooths: pull teeth}", "[a]"), 3, "a mapping (key: value) is wanted"),
        (RULE.replace("  message: \"'{found}'\"\n", ""), 1, "'message' is missing"),
        (RULE + "  examples:\n  - {text: a, clean: b}", 6, "either 'text' or 'clean'"),
        (RULE + "  examples:\n  - {clean: a, fixed: b}", 6, "nothing to be fixed"),
    ],
)
def test_faults_in_rules_say_where(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = book_file(tmp_path, text)
    with pytest.raises(BookError) as caught:
        load_rules(path, ALL_KINDS)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)
