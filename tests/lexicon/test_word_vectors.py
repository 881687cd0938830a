"""Vectors of words: they tell which of two words fits, and a damaged file is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.word_vectors import MAGIC, WordVectors, shipped_vectors

COUNTS, VECTORS = shipped_counts(), shipped_vectors()

NUMBERS = st.lists(st.integers(1, COUNTS.words), max_size=20)


def fit(sentence: str, word: str) -> float:
    """How well a word fits where the sentence has a gap."""
    ahead, behind = ([COUNTS.number(near) for near in half.split()] for half in sentence.split("_"))
    return VECTORS.fit(COUNTS.number(word), VECTORS.around(ahead[::-1], behind)).total


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("the guard was charged after a domestic _ with a neighbour", "dispute", "despite"),
        ("<s> the two men were _ in the harbour on monday", "arrested", "arrest"),
        ("she said that the council would _ its plan next week", "publish", "public"),
    ],
)
def test_the_word_that_is_meant_fits_better(sentence: str, right: str, wrong: str) -> None:
    assert fit(sentence, right) > fit(sentence, wrong)


def test_there_is_a_vector_for_each_word_that_is_counted() -> None:
    assert VECTORS.words == COUNTS.words


@given(NUMBERS, NUMBERS, st.integers(1, COUNTS.words))
def test_any_surroundings_give_a_number(ahead: list[int], behind: list[int], word: int) -> None:
    found = VECTORS.fit(word, VECTORS.around(ahead, behind))
    assert found.total == found.left + found.right + found.far + found.bias
    assert abs(found.total) < 1000


def test_what_stands_before_the_sentence_tells_only_from_afar() -> None:
    end, *words = map(COUNTS.number, ("<s>", "mayor", "harbour"))
    one, other = (VECTORS.around([end, word], []).left for word in words)
    assert one == other


@pytest.mark.parametrize("damage", [b"", b"x" * 40, MAGIC, MAGIC + bytes(28) + b"1"])
def test_a_damaged_file_is_refused(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / "vectors.bin").write_bytes(damage)
    with pytest.raises(ValueError, match="vectors"):
        WordVectors(tmp_path)
