"""Words that stand twice: all of them, or those that a desk names."""

from newslint import fix
from newslint.checks import repetition
from tests.builders import document, rule


def doubled(text: str, **params: object) -> list[str]:
    check = repetition.prepare([rule(**params)])
    return [finding.text for finding in check(document(text))]


def test_a_rule_may_look_for_words_of_its_own() -> None:
    text = "He went to to the pier pier, and had had enough."
    assert doubled(text) == ["to to", "pier pier", "had had"]
    assert doubled(text, words=["pier"]) == ["pier pier"]
    assert doubled(text, allow=["had", "pier"]) == ["to to"]


def test_a_clause_may_end_with_the_word_that_begins_the_next() -> None:
    assert doubled("Who we are are not interested. She was sworn in in May.", phrasal=["in"]) == []
    assert doubled("The clerks are are not interested. The pier in in Ostrey is open.") == [
        "are are",
        "in in",
    ]


def test_two_rules_may_look_for_doubled_words() -> None:
    rules = [rule(words=["to"]), rule(words=["pier"])]
    found = list(repetition.prepare(rules)(document("to to the pier pier")))
    assert sorted(finding.text for finding in found) == ["pier pier", "to to"]


def test_none_is_taken_out_where_many_words_stand_twice() -> None:
    text = "She tried to to sell the boat. "
    assert fix(text, select="spelling/doubled-word") == text.replace("to to", "to")
    assert fix(text * 60, select="spelling/doubled-word") == text * 60
