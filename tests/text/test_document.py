"""Documents: an article's words, sentences and quotations, each at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.document import signs_of_addresses
from newslint.text.tokenizer import SIGN_OF_ADDRESS, split_possessive
from tests.builders import document


def test_words_are_parted_by_hyphens_and_not_by_apostrophes() -> None:
    article = document("Ms O'Dell’s well-worn coat isn't hers.")
    assert article.words == ["Ms", "O'Dell’s", "well", "worn", "coat", "isn't", "hers"]


def test_every_word_stands_at_its_span() -> None:
    article = document("Zoë Kärp left.\r\nShe’d had\u00a0enough — 12 days of it.")
    spans = [article.span(at) for at in range(len(article.words))]
    assert [article.text[span.start : span.end] for span in spans] == article.words


def test_a_soft_hyphen_parts_no_word() -> None:
    article = document("The relation\u00adship of Zoe\u0308's coun\u00adcil")
    assert article.words == ["The", "relationship", "of", "Zoe\u0308's", "council"]
    assert article.text[slice(*article.span(1))] == "relation\u00adship"


def test_counts_positions_and_places_agree() -> None:
    article = document("The dog saw the dog and the cat.")
    assert article.counts["dog"] == 2
    assert article.positions("dog") == [1, 4]
    assert [span.start for span in article.places("dog")] == [4, 16]
    assert article.places("horse") == []


def test_positions_are_the_same_for_few_words_and_for_many() -> None:
    words = "a b c d e f g h i j k a b l a".split()
    article = document(" ".join(words))
    for word in sorted({*words, "nowhere"}) * 2:
        assert list(article.positions(word)) == [at for at, w in enumerate(words) if w == word]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Varelinsk’s", ("Varelinsk", "’s")),
        ("Varelinsk's", ("Varelinsk", "'s")),
        ("VARELINSK’S", ("VARELINSK", "’S")),
        ("Varelinsk", ("Varelinsk", "")),
        ("O'Dell", ("O'Dell", "")),
        ("'s", ("'s", "")),
    ],
)
def test_a_possessive_ending_comes_off(word: str, parts: tuple[str, str]) -> None:
    assert split_possessive(word) == parts


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/Varelnisk",
        "www.varelnisk.example",
        "j.varelnisk@docks.example",
        "@Varelnisk",
        "#SaveVarelnisk",
        "varelnisk.com",
        "Varelnisk.pdf",
    ],
)
def test_addresses_handles_and_file_names_are_not_words(address: str) -> None:
    text = f"Look at {address} now."
    article = document(text)
    assert article.words == ["Look", "at", "now"]
    assert len(article.text) == len(text)


def opening(text: str) -> list[str]:
    article = document(text)
    return [word for at, word in enumerate(article.words) if article.opens_sentence(at)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tide rose. Boats sank.", ["The", "Boats"]),
        ("Gone! Why? Nobody knows.", ["Gone", "Why", "Nobody"]),
        ("He met Mr. Orrin and Dr. Sall.", ["He"]),
        ("He met J. Orrin at St. Olav.", ["He"]),
        ("HARBOUR CLOSES\nThe tide rose.", ["HARBOUR", "The"]),
        ("She said: “Boats sank.”", ["She", "Boats"]),
    ],
)
def test_sentences_open_after_stops_lines_and_quotation_marks(text: str, words: list[str]) -> None:
    assert opening(text) == words


def quoted(text: str) -> list[str]:
    article = document(text)
    words = enumerate(article.words)
    return [word for at, word in words if article.quoted(article.span(at).start)]


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_speech_is_known_by_its_marks(marks: str) -> None:
    assert quoted(f"He said {marks[0]}boats sank{marks[1]} and left.") == ["boats", "sank"]


def test_speech_left_open_ends_with_its_paragraph() -> None:
    assert quoted("“Boats sank.\n\nNobody swam.") == ["Boats", "sank"]


@pytest.mark.parametrize("mark", [" [sic]", " (sic)", "” [sic]", "’s [sic]", "[sic]"])
def test_sic_protects_what_stands_before_it(mark: str) -> None:
    assert document(f"Varelnisk{mark} wrote it.").is_sic(len("Varelnisk"))


def test_sic_protects_nothing_further_off() -> None:
    assert not document("Varelnisk left. Basic [sic] mistake.").is_sic(len("Varelnisk"))


@given(st.text(alphabet="ax.~/@#_():\n\r \u00a0", max_size=40))
def test_signs_of_addresses_are_found_line_by_line_as_in_the_whole_text(text: str) -> None:
    spans = [match.span() for match in signs_of_addresses(text)]
    assert spans == [match.span() for match in SIGN_OF_ADDRESS.finditer(text)]
