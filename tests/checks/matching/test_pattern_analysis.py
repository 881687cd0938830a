"""What reading a pattern tells of the time that it may take."""

from pathlib import Path

import pytest

from newslint.checks.matching.pattern_analysis import MANY, effort
from newslint.checks.matching.required_literals import parse
from newslint.engine.books import open_book
from tests.conftest import Run


@pytest.mark.parametrize(
    ("pattern", "degree"),
    [("a{1,9}b", 0), ("a+b", 1), (r"\w+ \w+", 2), ("(?:a+b)+", 9), ("(?:a|ab)*c", 9), ("(a+)+", 9)],
)
def test_repeats_without_a_limit_are_counted(pattern: str, degree: int) -> None:
    assert effort(parse(pattern)).degree == degree


def test_limits_upon_limits_are_no_small_effort() -> None:
    assert effort(parse("(?:a{1,9}b{1,9}){1,9}")).ways > MANY


def test_a_repeat_of_a_repeat_is_refused_as_the_book_is_read(tmp_path: Path, newslint: Run) -> None:
    book, story = tmp_path / "desk.yaml", tmp_path / "story.txt"
    book.write_text("- {id: desk/slow, kind: pattern, pattern: (a+)+$, message: slow}\n")
    story.write_text("a" * 60 + "!\n")
    done = newslint("--rules", str(book), str(story))
    assert done.exit_code == 2
    assert "desk.yaml:1: 'desk/slow' repeats a repeat" in done.stderr


def test_shipped_patterns_need_no_clock() -> None:
    for rule in open_book(cache=None).rules:
        for pattern in (rule.params.get("pattern"), *rule.params.get("unless", {}).values()):
            if rule.kind == "pattern" and pattern:
                cost = effort(parse(pattern))
                assert (cost.degree, cost.ways <= MANY) == (0, True), rule.id
