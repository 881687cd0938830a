"""What pasting and drafts leave in copy: letters nobody sees, misread bytes, site furniture."""

import pytest

from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.core.finding import Finding
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source

AREAS = ("cleanup", "punctuation", "structure")
BOOK = open_book(cache=None)
LINTER = Linter(BOOK, Settings(selections=(Selection(select=AREAS),)))


def findings(text: str) -> list[Finding]:
    return LINTER.lint(Source.from_text(text))


def ids(text: str) -> list[str]:
    return [finding.rule.partition("/")[2] for finding in findings(text)]


@pytest.mark.parametrize("letter", "àéîõüçñßøÅÉŠžŁ‘’“”–—…£€")
@pytest.mark.parametrize("reader", ["cp1252", "latin-1"])
def test_misread_letters_are_read_again(letter: str, reader: str) -> None:
    data = letter.encode()
    text = "".join(bytes([b]).decode(reader, "ignore") or chr(b) for b in data)
    (finding,) = findings(f"The caf{text} shut.")
    assert (finding.rule, finding.suggestions) == ("cleanup/mojibake", (letter,))


@pytest.mark.parametrize("text", ["Ã", "SÃO", "Ângela", "naïve", "5 €", "â", "Ä”", "É’", "日本"])
def test_letters_that_are_right_stay(text: str) -> None:
    assert "mojibake" not in ids(f"The café {text} shut.")


@pytest.mark.parametrize(
    "text",
    [
        "The \U0001f468\u200d\U0001f469\u200d\U0001f467 is an emoji.",
        "He wrote \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.",
        "The sign says \u202b\u05e9\u05dc\u05d5\u05dd\u202c in Hebrew.",
        "See https://example.org/a\u200bb for it.",
    ],
)
def test_invisible_letters_are_left_where_they_do_something(text: str) -> None:
    assert ids(text) == []


def test_a_mark_at_the_start_of_a_file_is_its_own() -> None:
    assert LINTER.lint(Source.from_bytes(b"\xef\xbb\xbfOstby.\n", "a.txt")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We waited," he said. "We lost."', []),
        ('"We waited," he said. "We lost.', ["unclosed-quotation"]),
        ('"We waited.\n\n"We lost," he said.', []),
        ('"We waited.\n\nThe club lost," he said.', ["unclosed-quotation", "unopened-quotation"]),
        ('"We waited. "We lost," he said.', []),
        ('"It "tried to" wait," he said.', ["nested-quotation"]),
        ("“It “tried to” wait,” he said.", ["nested-quotation"]),
        ('The 6" plank and the " mark', []),
        ("Er sagte „gut“ dazu.", []),
        ("«Oui» et “non", []),
        ('("We waited") and—"we lost"—so', []),
        ("He said “we waited.", ["unclosed-quotation"]),
    ],
)
def test_quotation_marks_come_in_pairs(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


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


def test_chatbots_may_be_quoted() -> None:
    assert ids("It wrote: “As an AI language model, I cannot.”") == []
    assert ids("As an AI\nlanguage model, I cannot.") == ["chatbot-residue"]
