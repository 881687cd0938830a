"""One key for every way of writing the same letters."""

import doctest
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.lexicon import folding as module
from newslint.lexicon.folding import fold


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Beigan’s", "beigan's"),
        ("BEIGAN'S", "Beiganʼs"),
        ("Marta\nØrsted", "marta orsted"),
        ("Marta\u00a0 Orsted", "Marta\r\nOrsted"),
        ("Strauß", "STRAUSS"),
        ("Æthelred", "aethelred"),
        ("ISTANBUL", "İstanbul"),
        ("Diyarbakır", "Diyarbakir"),
        ("ﬁnance", "finance"),
        ("Al‑Khatib", "al-khatib"),
        ("Bie\u00adgun", "Biegun"),
        ("Ǿrsted", "orsted"),
        ("o´neill", "O'Neill"),
    ],
)
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Biegun", "Beigun"), ("al-Din", "al Din")])
def test_different_spellings_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
