"""Two spellings in one article: the rarer is reported."""

import pytest

from newslint.checks import consistency
from newslint.core.errors import BookError
from tests.builders import document, rule

ADVISER = rule(either={"adviser": "advisor", "per cent": "percent"})


def compared(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(f.text, f.suggestions) for f in consistency.prepare([ADVISER])(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An adviser, an adviser, an advisor.", [("advisor", ("adviser",))]),
        ("Advisors? An ADVISOR and an adviser.", [("adviser", ("advisor",))]),
        ("An Adviser, an advisor, an ADVISOR.", [("Adviser", ("Advisor",))]),
        ("12 per cent, then 12 percent", [("percent", ("per cent",))]),
        ("12 percent, 12 percent, 3 per\ncent", [("per\ncent", ("percent",))]),
        ('An adviser, an adviser: "My advisor left."', []),
        ("An adviser.", []),
    ],
)
def test_the_rarer_of_two_spellings_is_reported(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert compared(text) == expected


def test_two_spellings_are_two() -> None:
    with pytest.raises(BookError, match="are not two spellings"):
        consistency.inspect(rule(either={"adviser": "adviser"}))
