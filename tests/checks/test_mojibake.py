"""Bytes that were misread, and are read again."""

import pytest

from tests.checks.leftovers import findings, ids


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
