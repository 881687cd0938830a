"""What reading a pattern tells of the time that it may take."""

from pathlib import Path

from newslint.checks.matching.pattern_cost import cost
from newslint.checks.matching.required_literals import parse
from newslint.engine.books import open_book
from tests.conftest import Run


def test_a_repeat_of_a_repeat_is_refused_as_the_book_is_read(tmp_path: Path, newslint: Run) -> None:
    book, story = tmp_path / "desk.yaml", tmp_path / "story.txt"
    book.write_text("- {id: desk/slow, kind: pattern, pattern: (a+)+$, message: slow}\n")
    story.write_text("a" * 60 + "!\n")
    done = newslint("--rules", str(book), str(story))
    assert done.exit_code == 2
    assert "desk.yaml:1: 'desk/slow' repeats a repeat" in done.stderr


def test_shipped_patterns_need_no_clock_in_a_story() -> None:
    for rule in open_book(cache=None).rules:
        for pattern in (rule.params.get("pattern"), *rule.params.get("unless", {}).values()):
            if rule.kind == "pattern" and pattern:
                steps = cost(parse(pattern)).steps
                assert (steps.degree, steps.factor < 1_000_000) == (0, True), rule.id
