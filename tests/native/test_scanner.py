"""The compiled scanner finds what its twins in Python find, whatever the text."""

from __future__ import annotations

import os
import subprocess
import sys
from array import array
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.evidence.real_words.word_in_context import WordsInContext
from newslint.evidence.variants.look_alikes import alike
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.edit_distance import deletions, forms_slipped_once
from newslint.lexicon.hash_index import Index, build_index, rows_of
from newslint.lexicon.word_vectors import WordVectors, shipped_vectors
from newslint.native import choice
from newslint.text.document import Document
from newslint.text.prose import Prose
from newslint.text.tokenizer import Tokens, tokenize_plainly
from tests.examples import examples
from tests.torture import NAUGHTY

if TYPE_CHECKING:
    from newslint.native._scanner import Words

if choice.compiled is None:
    pytest.skip("the scanner is not compiled here", allow_module_level=True)

scanner = choice.compiled

LETTERS = "abZ19é’'´\xad\u0301\u0345İıΣσςßǅǆ٣²_- .,\n\t\u2028\ud800\U0001d400\U0010ffff中ŉ\0"

TEXT = st.text(st.sampled_from(LETTERS), max_size=60) | st.text(max_size=60)


def scanned(words: Words, text: str) -> Tokens:
    pieces, plain, lowered, ends, capitals, distinct, numbers = words.scan(text)
    return Tokens(pieces, plain, lowered, array("L", ends), capitals, distinct, numbers)


KEPT: Words = scanner.Words()
"""It has read other texts before."""


@examples(2_000)
@given(TEXT, st.integers(1, 3))
def test_a_text_has_the_words_that_the_patterns_find(text: str, times: int) -> None:
    for words in (KEPT, scanner.Words()):
        assert scanned(words, text * times) == tokenize_plainly(text * times)


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_text_has_them_too(text: str) -> None:
    assert scanned(KEPT, text) == tokenize_plainly(text)


def test_more_words_than_it_keeps_are_read_all_the_same() -> None:
    text = " ".join(f"Word{number} the" for number in range(50_000))
    assert scanned(KEPT, text) == tokenize_plainly(text) == scanned(KEPT, text)


class Lengths(dict[str, int]):
    """A number for each piece: its length."""

    def __missing__(self, piece: str) -> int:
        return len(piece)


@given(TEXT)
def test_each_piece_has_its_number(text: str) -> None:
    words = scanner.Words()
    words.number_by(Lengths())
    tokens = scanned(words, text)
    assert tokens.numbers
    assert [*array("H", tokens.numbers)] == [*map(len, tokens.pieces)]


class Reader(Lengths):
    """Numbers for whose sake another text is read with the same scanner."""

    def __init__(self, words: Words) -> None:
        self.words, self.is_reading, self.read = words, False, list[Tokens]()

    def __missing__(self, piece: str) -> int:
        if not self.is_reading:
            self.is_reading = True
            with pytest.raises(RuntimeError, match="being read"):
                self.words.number_by({})
            self.read.append(scanned(self.words, f"the ferry {piece}"))
            self.is_reading = False
        return len(piece)


def test_a_scanner_that_is_called_while_it_reads_reads_both_texts() -> None:
    words = scanner.Words()
    reader = Reader(words)
    words.number_by(reader)
    for text in ("The mayor spoke of ferries", "the ferry spoke"):
        assert scanned(words, text).pieces == tokenize_plainly(text).pieces
    inner = [read.words[2:] for read in reader.read]
    assert inner == [[], ["The"], [], ["mayor"], ["spoke"], ["of"], ["ferries"], ["the"], ["ferry"]]


@pytest.mark.parametrize("number", [-1, 1 << 16, 1 << 70, "one"])
def test_a_number_that_is_none_is_an_error_and_the_scanner_goes_on(number: object) -> None:
    words = scanner.Words()
    words.number_by({"": 1, "ferry": number})
    with pytest.raises((ValueError, OverflowError, TypeError)):
        words.scan("ferry")
    with pytest.raises(KeyError):
        words.scan("mayor")
    assert words.scan("")[0] == [""]


def test_threads_may_share_a_scanner() -> None:
    texts = [f"The {name} of Harstom, number {at}. " * 50 for at, name in enumerate("abcdef")]
    words = scanner.Words()
    words.number_by(Lengths())
    with ThreadPoolExecutor(4) as pool:
        found = [*pool.map(lambda text: scanned(words, text).words, texts * 20)]
    assert found == [tokenize_plainly(text).words for text in texts * 20]


@pytest.mark.parametrize("text", [b"bytes", None, type("Text", (str,), {})("a")])
def test_only_text_is_read(text: str) -> None:
    with pytest.raises(TypeError):
        KEPT.scan(text)


# Words in their context.

COUNTS = shipped_counts()

CONFUSED = {
    "their": {"there"},
    "there": {"their"},
    "to": {"too"},
    "then": {"than"},
    "moth": {"butterfly"},
}

COMPILED, PLAIN = (WordsInContext(COUNTS, shipped_vectors(), CONFUSED, {}) for _ in range(2))
PLAIN._places._pairs = None

WORD = st.integers(1, COUNTS.words).map(COUNTS.token).filter(str.isalpha)

PIECE = st.sampled_from(
    (*CONFUSED, "the", "of", "Dr", "Harstom", "7", "said", "he", "is", "Quux's")
) | (WORD | WORD.map(str.capitalize))

GAP = st.sampled_from((" ",) * 9 + (". ", ", ", "-", "\n\n", " & ", '." ', "’ ", " [", ""))


@examples(500)
@example([("spoke", " "), ("Dr", ". "), ("to", '." '), ("He", " ")])
@given(st.lists(st.tuples(PIECE, GAP), max_size=30))
def test_no_word_is_left_out_that_another_may_be_meant_for(pieces: list[tuple[str, str]]) -> None:
    document = Document(Prose.plain("".join(word + gap for word, gap in pieces)))
    one, other = (
        [(at, words.weigh(at, document)) for at in words.suspects(document)]
        for words in (COMPILED, PLAIN)
    )
    assert [said for said in one if said[1]] == [said for said in other if said[1]]


VECTORS, PLAIN_VECTORS = WordVectors(), WordVectors()
PLAIN_VECTORS._compiled = None

NUMBERS = st.lists(st.integers(1, COUNTS.words) | st.just(COUNTS.number("<s>")), max_size=20)


@given(NUMBERS, NUMBERS, st.integers(1, COUNTS.words))
def test_a_word_fits_as_well_as_by_the_twin(ahead: list[int], behind: list[int], word: int) -> None:
    around = VECTORS.around(ahead, behind)
    by_twin = PLAIN_VECTORS.around(ahead, behind)
    assert [[*found] for found in around[:3]] == [[*found] for found in by_twin[:3]]
    assert VECTORS.fit(word, around) == PLAIN_VECTORS.fit(word, by_twin)


def test_vectors_that_are_damaged_are_no_danger() -> None:
    wild = array("H", [65_535, 7, 0])
    for places in (b"", b"\x80" * 50):
        vectors = scanner.Vectors(wild, b"\x80" * 8, places, 4, 2, 1)
        sums = vectors.around([0, 1, 2] * 9, [2, 0])
        assert [len(found) for found in sums[:3]] == [16] * 3
        assert len(vectors.products(1, *sums[:3])) == 3
        for tokens in ([3], [2**70], [-1], [""], 1, [0] * 300):
            with pytest.raises((IndexError, OverflowError, TypeError, ValueError)):
                vectors.around(tokens, [])
        for word, left in ((2, bytes(16)), (-1, bytes(16)), (0, b""), (0, bytes(400))):
            with pytest.raises((IndexError, ValueError)):
                vectors.products(word, left, bytes(16), bytes(16))
    for size, near in ((0, 1), (1 << 40, 1), (4, -1), (4, 1 << 40)):
        with pytest.raises(ValueError, match="no vectors"):
            scanner.Vectors(wild, b"", b"", size, near, 1)


FREQUENT = st.sampled_from([COUNTS.number(word) for word in ("the", "of", "in", "mayor")])

WORDS = FREQUENT | st.integers(0, COUNTS.words)


@examples(1_000)
@given(WORDS, WORDS)
def test_the_entry_of_a_pair_is_that_of_the_twin(first: int, second: int) -> None:
    assert COUNTS._entry(first, second) == COUNTS._entry_plainly(first, second)


@pytest.mark.parametrize("pair", [(1,), (1, 2, 3), (-1, 2), ("the", 2)])
def test_an_entry_is_asked_with_two_numbers(pair: tuple[Any, ...]) -> None:
    with pytest.raises((TypeError, OverflowError)):
        COUNTS._entry(*pair)


def test_counts_that_are_damaged_are_no_danger() -> None:
    wild = array("I", [2**32 - 1, 5, 2**31, 0, 7] * 60)
    shorts = array("H", [65_535, 1, 2, 0] * 10)
    marks = bytearray(b"\1" * 300)
    others = dict.fromkeys(range(300), (2**16 - 1, 1))
    pieces = tokenize_plainly("The mayor is here. Dr. Quux is there").pieces
    for levels in (bytes(300), b"\xff" * 300, b""):
        pairs = scanner.Pairs(wild, wild, wild, shorts, levels, wild, marks, others, 9, 0)
        for number in (0, 1, 298, 299, 65_535):
            numbers = array("H", [number] * len(pieces))
            assert {*pairs.contested(pieces, numbers, number, len)} <= {*range(len(pieces) // 2)}
            likely = pairs.likely(number, 1, 2**32 - 1, (0, 5, 2**16, 2**60))
            assert {*likely} <= {0, 5}
            assert pairs.entry(number, 2**32 - 1) == 0
            pairs.entry(number, 5)
        with pytest.raises(ValueError, match="number for each piece"):
            pairs.contested(pieces, b"", 1, len)
    pairs = scanner.Pairs(wild, wild, wild, shorts, bytes(300), wild, marks, others, 9, 0)
    with pytest.raises(ZeroDivisionError):
        pairs.contested(pieces, array("H", [1] * len(pieces)), 1, lambda word: 1 / 0)
    with pytest.raises(ValueError, match="levels"):
        scanner.Pairs(wild, wild, wild, shorts, b"", b"", marks, others, 9, 0)


# Words an edit or two away.

KEYS = st.text(st.sampled_from("abcé'"), max_size=12)


@given(st.lists(KEYS, max_size=20), KEYS | st.text(max_size=70), st.sampled_from((1, 1 << 27)))
def test_the_places_of_forms_are_those_of_the_twin(listed: list[str], word: str, far: int) -> None:
    rows = array("Q")
    for number, key in enumerate(listed):
        rows.extend(rows_of({key, *deletions(key)}, number * far))
    index = Index(memoryview(build_index(rows)))
    assert index.places_near(word) == index.places_of((word, *deletions(word)))
    assert index.places_further(word) == index.places_of(forms_slipped_once(word))


@given(st.lists(KEYS, max_size=20), KEYS.filter(str.isascii))
def test_an_index_may_have_one_bucket_for_all(listed: list[str], word: str) -> None:
    rows = sorted(crc32(key.encode()) >> 5 << 5 | place for place, key in enumerate(listed))
    forms = scanner.Forms(array("I", rows), array("I", [0, len(rows)]), b"\xff", 0, 5)
    near = {word, *deletions(word)}
    assert forms.near(word) == {place for place, key in enumerate(listed) if key in near}


def test_an_index_that_is_damaged_is_no_danger() -> None:
    wild = array("I", [2**32 - 1, 0, 5, 1])
    for sizes in ((0, 0), (1, 32), (31, 20), (32, 0), (32, 32)):
        forms = scanner.Forms(b"\xff" * 80, wild, b"\xff" * 8, *sizes)
        assert isinstance(forms.near("ferry"), set)
        assert isinstance(forms.further("ferry"), set)
    for marks, bits, reach in (
        (b"", 1, 1),
        (b"\xff" * 3, 1, 1),
        (b"\xff", 33, 1),
        (b"\xff", 1, 33),
    ):
        with pytest.raises(ValueError, match="no index"):
            scanner.Forms(b"", wild, marks, bits, reach)


# Names an edit apart.


@given(st.lists(st.text(st.sampled_from("abcé'"), max_size=9), max_size=40, unique=True))
def test_names_that_share_a_form_are_those_of_the_twin(keys: list[str]) -> None:
    assert sorted(scanner.alike(tuple(keys))) == sorted(alike(keys))


def test_words_too_long_to_be_slips_share_no_form() -> None:
    for letters in (65, 66, 67, 100_000):
        keys = ("a" * letters, "a" * (letters - 1) + "b", "a" * letters + "b")
        assert sorted(scanner.alike(keys)) == sorted(alike(keys))


@pytest.mark.parametrize("words", [["a list"], None, (b"ferry",), ("ferry", None)])
def test_only_a_tuple_of_words_is_compared(words: tuple[str, ...]) -> None:
    with pytest.raises(TypeError):
        scanner.alike(words)


# Which one runs.


@pytest.mark.parametrize(("pure", "said"), [("", "compiled"), ("1", "Python")])
def test_the_command_tells_which_one_runs(pure: str, said: str) -> None:
    command = [sys.executable, "-m", "newslint", "--version", "-v"]
    environment = {**os.environ, choice.PURE: pure}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert f"scanner: {said}\n" in done.stdout
