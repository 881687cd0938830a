"""Kinds that count: too many of something, or too few."""

import pytest

from newslint.checks import occurrence
from newslint.core.errors import BookError
from newslint.core.rule import Rule
from tests.builders import document, rule


def counted(text: str, one: Rule) -> list[tuple[str, str]]:
    return [(f.text, f.message) for f in occurrence.prepare([one])(document(text))]


def test_a_sentence_may_be_too_long() -> None:
    limit = rule("sentence", message="{count}", count="words", most=3)
    assert counted("We waited. We waited for hours. He left.", limit) == [
        ("We waited for hours.", "4")
    ]


def test_a_headline_may_be_too_long() -> None:
    limit = rule("headline", message="{count}", count="characters", most=10)
    assert counted("Harbour vote\n\nThe council met.\n", limit) == [("Harbour vote", "12")]


def test_there_may_be_too_few() -> None:
    limit = rule("first-paragraph", message="{count}", pattern=r"\bsaid\b", least=1)
    assert counted("It met. He left.", limit) == [("It met. He left.", "0")]
    assert counted("It met, he said.", limit) == []


@pytest.mark.parametrize(
    "params",
    [
        {"most": 1},
        {"count": "words", "pattern": "a", "most": 1},
        {"count": "words"},
    ],
)
def test_a_rule_says_what_it_counts_and_up_to_where(params: dict[str, object]) -> None:
    with pytest.raises(BookError):
        occurrence.inspect(rule(**params))
