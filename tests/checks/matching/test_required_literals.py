"""Required literals: what every match of a pattern holds."""

import pytest

from newslint.checks.matching.required_literals import parse, required_literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("abc", ("abc",)),
        ("ab?c", ("ac", "abc")),
        ("a(?:bc)d", ("abcd",)),
        ("(?:one|two) days", ("one days", "two days")),
        (r"x{3}", ("xxx",)),
        (r"x{2,}y", ("xxy",)),
        (r"(?:ab)+c", ("abc",)),
        (r"\d+ dlrs", (" dlrs",)),
        (r"(?=foo)\w+", ("foo",)),
        (r"(?<=foo)\w", ("foo",)),
        (r"(?!foo)\w", ()),
        (r"\w+|x", ()),
        ("", ()),
    ],
)
def test_what_every_match_must_hold(pattern: str, literals: tuple[str, ...]) -> None:
    assert required_literals(parse(pattern)) == literals
