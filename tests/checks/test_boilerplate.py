"""Site furniture that was copied with an article."""

import pytest

from tests.checks.leftovers import findings, ids


@pytest.mark.parametrize(
    "line",
    [
        "Join the Ostby Observer mailing list",
        "JOIN THE OSTBY OBSERVER MAILING LIST!",
        "* Share this article on Facebook",
        "[ADVERTISEMENT]",
        "OSTBY AID – Donate now and help the harbour",
        "We use cookies to give you the best experience",
    ],
)
def test_furniture_is_a_line_by_itself(line: str) -> None:
    (finding,) = findings(f"The council agreed.\n\n{line}\n")
    assert finding.rule.startswith("structure/")
    assert finding.text in line
    assert ids(line) == []
    assert ids(f"The council agreed to do this and no more of it, and then\n{line}\n") == []
    assert ids(f"The council said: {line}\n\nIt agreed.") == []


def test_a_long_paragraph_is_no_furniture() -> None:
    assert (
        ids("The council met.\n\nSubscribe now, " + "the mayor said, " * 20 + "and wait.\n") == []
    )
