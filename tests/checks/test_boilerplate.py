"""Site furniture that was copied with an article."""

from pathlib import Path

import pytest

from tests.checks.leftovers import findings, ids
from tests.conftest import Run


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


def test_the_message_shows_the_whole_line() -> None:
    line = "Subscribe to our newsletter at https://observer.example/news today"
    (finding,) = findings(f"The council agreed.\n\n{line}\n")
    assert finding.message.endswith(f": {line}")


TABLE = """\
The council agreed.

| key | does |
| --- | --- |
| share | sends it |
| leave | Copy link |
"""


def test_a_cell_of_a_table_is_no_line_of_a_page(folder: Path, newslint: Run) -> None:
    (folder / "a.md").write_text(TABLE)
    assert newslint("--isolated", "--select", "structure", "a.md").exit_code == 0
    (folder / "a.md").write_text(f"{TABLE}\nShare\n")
    shown = newslint("--isolated", "--select", "structure", "--output-format", "concise", "a.md")
    assert shown.stdout.startswith("a.md:8:1: warning structure/share-bar ")
