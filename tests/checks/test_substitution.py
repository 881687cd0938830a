"""Phrases found in every shape that print gives them, and nowhere else."""

import pytest

from newslint.checks import substitution
from newslint.checks.substitution import inspect
from newslint.core.errors import BookError
from newslint.core.finding import Finding
from newslint.core.rule import Rule
from tests.builders import check_of, document, rule


def findings(text: str, *rules: Rule) -> list[Finding]:
    return list(check_of(substitution, *rules)(document(text)))


def fixed(text: str, *rules: Rule) -> str:
    for finding in sorted(findings(text, *rules), key=lambda f: -f.span.start):
        text = text[: finding.span.start] + finding.suggestions[0] + text[finding.span.end :]
    return text


REVENGE = rule(swap={"extract revenge": "exact revenge", "it's own": "its own"})

SHOO = rule(swap={"shoe-in": "shoo-in", "Untied States": "United States", "for free": "free"})

THEN = rule(
    swap={"then": "than"},
    preceded_by=["more", "no sooner"],
    unless={"followed_by": ["again", "he left"]},
)

PUBLIC = rule(
    swap={"pubic": "public"},
    preceded_by=["notary"],
    followed_by=["school", "sector pay", "{number}"],
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to extract revenge.", "to exact revenge."),
        ("Extract revenge", "Exact revenge"),
        ("EXTRACT REVENGE", "EXACT REVENGE"),
        ("Extract Revenge Now", "Exact Revenge Now"),
        ("extract\nrevenge", "exact\nrevenge"),
        ("extract  \r\n revenge", "exact  \r\n revenge"),
        ("extract\u00a0revenge", "exact\u00a0revenge"),
        ("in it’s own way", "in its own way"),
        ("'extract revenge'", "'exact revenge'"),
        ("a shoe-in", "a shoo-in"),
        ("a SHOE‑IN", "a SHOO-IN"),
        ("the Untied\nStates", "the United\nStates"),
        ("UNTIED STATES", "UNITED STATES"),
        ("got it for\nfree", "got it free"),
        ("more then ten", "more than ten"),
        ("no sooner\nthen", "no sooner\nthan"),
        ("a pubic school", "a public school"),
        ("a notary pubic.", "a notary public."),
        ("A NOTARY PUBIC", "A NOTARY PUBLIC"),
        ("pubic £50m", "public £50m"),
        ("pubic 5", "public 5"),
        ("a pubic sector pay deal", "a public sector pay deal"),
        ("extract revenge, extract revenge", "exact revenge, exact revenge"),
    ],
)
def test_found_and_put_right(text: str, expected: str) -> None:
    assert fixed(text, REVENGE, SHOO, THEN, PUBLIC) == expected


@pytest.mark.parametrize(
    "text",
    [
        "extract; revenge",
        "extract, revenge",
        "vanilla extract\n\nrevenge",
        "to extract\nRevenge is sweet",
        "extract Revenge",
        "reextract revenge",
        "re-extract revenge",
        "extract revenge-seekers",
        "extract revengeful",
        "extract revenge’s price",
        "the untied States",
        "untied states",
        "more. Then he went",
        "more\nThen he went",
        "more then again",
        "more then he left",
        "moreover then",
        "pubic School",
        "notary\nPubic",
        "the pubic sector",
        "a pubic, school",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert findings(text, REVENGE, SHOO, THEN, PUBLIC) == []


def test_a_finding_says_what_where_and_why() -> None:
    (finding,) = findings("They\nExtract\nRevenge", REVENGE._replace(why="Revenge is exacted."))
    assert (finding.span, finding.text) == ((5, 12), "Extract")
    assert finding.message == "'Extract Revenge': exact revenge"
    assert finding.suggestions == ("Exact",)
    assert finding.evidence == ("Revenge is exacted.",)
    assert finding.fix is not None
    assert finding.fix.applicability == "safe"


@pytest.mark.parametrize(("fix", "applicability"), [("safe", "safe"), ("unsafe", "unsafe")])
def test_the_fix_is_as_safe_as_the_rule_says(fix: str, applicability: str) -> None:
    (finding,) = findings("extract revenge", REVENGE._replace(fix=fix))
    assert finding.fix is not None
    assert finding.fix.applicability == applicability


def test_a_rule_without_a_fix_still_suggests() -> None:
    (finding,) = findings("extract revenge", REVENGE._replace(fix="none"))
    assert (finding.fix, finding.suggestions) == (None, ("exact",))


def test_a_quotation_is_reported_and_never_changed() -> None:
    (finding,) = findings("He said: “We extract revenge.”", REVENGE)
    assert finding.fix is not None
    assert finding.fix.applicability == "display"


@pytest.mark.parametrize(
    "params",
    [{"swap": {"St. Louis": "x"}}, {"swap": {"x": "y"}, "unless": {"followed_by": ["--"]}}],
)
def test_a_phrase_is_words_only(params: dict[str, object]) -> None:
    with pytest.raises(BookError, match=r"rules\.yaml:1: .* is not only words"):
        inspect(rule(**params))


@pytest.mark.parametrize(
    ("wrong", "right", "text", "becomes"),
    [
        ("NATO", "Nato", "NATO and Nato met nato.", "Nato and Nato met nato."),
        ("Nato", "NATO", "NATO and Nato met nato.", "NATO and NATO met nato."),
        ("First Lady", "first lady", "First Lady, first\nlady", "first lady, first\nlady"),
        ("First Lady", "first lady", "The First\nLady", "The first\nlady"),
        ("black cats", "Black cats", "BLACK CATS, black cats", "BLACK CATS, Black cats"),
    ],
)
def test_capitals_may_be_what_is_wrong(wrong: str, right: str, text: str, becomes: str) -> None:
    assert fixed(text, rule(swap={wrong: right})) == becomes
