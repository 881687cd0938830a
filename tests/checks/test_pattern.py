"""Rules with a regular expression: where they look, what they spare, how they mend."""

import pytest

from newslint.checks import pattern
from newslint.checks.pattern import inspect
from newslint.core.errors import BookError
from newslint.core.finding import Finding
from newslint.core.rule import Rule
from tests.builders import check_of, document, rule


def findings(text: str, *rules: Rule) -> list[Finding]:
    return list(check_of(pattern, *rules)(document(text)))


def found(text: str, *rules: Rule) -> list[str]:
    return [finding.text for finding in findings(text, *rules)]


PER_CENT = rule(pattern=r"(?P<number>\d{1,9}) ?(?:percent|%)", replace="{number} per cent")


def test_a_template_takes_over_groups() -> None:
    (finding,) = findings("It rose by 12%.", PER_CENT)
    assert finding.message == "'12%': 12 per cent"
    assert finding.suggestions == ("12 per cent",)
    assert finding.fix is not None
    assert (finding.fix.applicability, finding.fix.edits[0].text) == ("safe", "12 per cent")


def test_what_somebody_said_is_only_reported() -> None:
    (finding,) = findings('She said: "It rose by 12%."', PER_CENT)
    assert finding.fix is not None
    assert finding.fix.applicability == "display"


def test_without_a_template_there_is_nothing_to_fix() -> None:
    (finding,) = findings("It rose by 12%.", rule(fix="none", pattern="%"))
    assert (finding.suggestions, finding.fix) == ((), None)


@pytest.mark.parametrize(
    ("unless", "text", "expected"),
    [
        ({"before": "half of $"}, "half of it, and it", ["it"]),
        ({"after": " is"}, "it is, so it was", ["it"]),
        ({"after": "is"}, "it, it is", ["it", "it"]),
        ({"before": "a $", "after": " b"}, "a it it b it c", ["it"]),
    ],
)
def test_a_context_makes_it_right(unless: dict[str, str], text: str, expected: list[str]) -> None:
    assert found(text, rule(pattern=r"\bit\b", unless=unless)) == expected


STORY = 'The x wins\n\nThe x lost. "My x," she said.\n\nAn x is an x.\n'


@pytest.mark.parametrize(
    ("scope", "count"),
    [
        ("", 5),
        ("prose", 5),
        ("headline", 1),
        ("first-paragraph", 2),
        ("quotation", 1),
        ("outside-quotation", 4),
    ],
)
def test_a_rule_looks_at_its_scope(scope: str, count: int) -> None:
    looked = findings(STORY, rule(scope, pattern=r"\bx\b"))
    assert len(looked) == count
    assert all(STORY[finding.span.start : finding.span.end] == "x" for finding in looked)


def test_addresses_are_not_prose() -> None:
    commas = rule(pattern=" ,", replace=",")
    assert found("Ask desk@example.org, or www.example.org, or @desk, now.", commas) == []


def test_an_empty_match_says_nothing() -> None:
    assert found("Ostby", rule(pattern="x?")) == []


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (rule(pattern="(a+)+$", replace=""), "repeats a repeat"),
        (rule(fix="none", pattern="a", unless={"before": "(?:(a*)+)$"}), "repeats a repeat"),
        (rule(pattern="a", replace="{b}"), "'{b}' is no group of the pattern"),
        (rule(pattern="a"), "'replace' is missing"),
    ],
)
def test_a_rule_that_cannot_work_is_refused(bad: Rule, message: str) -> None:
    with pytest.raises(BookError, match=r"^rules\.yaml:1: ") as raised:
        inspect(bad)
    assert message in str(raised.value)
