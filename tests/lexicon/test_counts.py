"""Counts of news: compiled from a tiny corpus, looked up, and refused when damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.lexicon.counts import NONE, Count, Counts, shipped_counts
from newslint.lexicon.printed_names import PrintedNames, usual_form
from newslint.text.context_tokens import TokenNumbers
from newslint.text.document import Document
from newslint.text.prose import Prose

pytest.importorskip("numpy")
zstandard = pytest.importorskip("zstandard")

from tools.counts.compile import compile_counts  # noqa: E402
from tools.counts.corpus import read  # noqa: E402
from tools.counts.publishers import fold_of, publisher  # noqa: E402
from tools.counts.rivals import are_variants, sound  # noqa: E402

PUBLISHERS = ("Quayside Gazette", "The Harbour Post", "Lighthouse Weekly", "pier.example.com")

STORY = (
    "The mayor bought high heels on Monday. In court the mayor, Orla McBeltgen, paid 1,200 crowns; "
    "“high heels are dear,” said McBeltgen’s clerk. Dr. Ruud van der Quell was in court, too."
)

SCOOP = "Nobody else saw the purple lighthouse keeper."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [
        {"source": source, "date": "", "title": f"Title {nth}", "text": f"{STORY} {'So ' * nth}"}
        for nth, source in enumerate(PUBLISHERS)
    ]
    rows[0]["text"] += f"\n\n{SCOOP}\n\n{SCOOP}"
    path = tmp_path_factory.mktemp("corpus") / "news.jsonl.zst"
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    path.write_bytes(zstandard.ZstdCompressor().compress(lines.encode()))
    return path


@pytest.fixture(scope="module")
def folder(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("counts")
    compile_counts(read(corpus), target)
    return target


@pytest.fixture(scope="module")
def counts(folder: Path) -> Counts:
    return Counts(folder)


def look_up(counts: Counts, phrase: str) -> Count:
    numbers = [counts.number(word) for word in phrase.split()]
    if len(numbers) == 1:
        return counts.word(numbers[0])
    return (counts.pair if len(numbers) == 2 else counts.triple)(*numbers)


@pytest.mark.parametrize(
    ("phrase", "times"),
    [
        ("mayor", 8),
        ("high heels", 8),
        ("the mayor", 8),
        ("the mayor <,>", 4),
        ("bought high heels", 4),
        ("in court", 8),
        ("<s> in court", 4),
        ("heels are dear", 4),
        ("paid <0>", 4),
        ("said <n's>", 4),
        ('<"> said', 4),
    ],
)
def test_what_enough_publishers_print_is_counted(counts: Counts, phrase: str, times: int) -> None:
    assert look_up(counts, phrase) == Count(times, 4)


@pytest.mark.parametrize(
    "phrase", ["purple", "high mayor", "heels high", "court <s> in", "the purple keeper"]
)
def test_what_does_not_stand_or_only_with_one_publisher_is_not_there(
    counts: Counts, phrase: str
) -> None:
    assert look_up(counts, phrase) == NONE


def test_an_article_is_read_in_the_tokens_that_were_counted(counts: Counts) -> None:
    document = Document(Prose.plain("The MAYOR, Dr. Quux, paid £9.50 for high-heels. Zork’s zork"))
    numbers = [number for number in TokenNumbers(counts.number).read(document.pieces) if number]
    tokens = " ".join(map(counts.token, numbers))
    assert tokens == "<s> the mayor <,> dr <n> <,> paid <0> <0> <u> high heels <s> <n's> <u> <s>"


def test_a_name_is_found_by_its_folded_letters_and_by_either_end(folder: Path) -> None:
    names = PrintedNames(folder)
    assert names.count("orla mcbeltgen") == Count(4, 4)
    assert names.count("mcbeltgen") == Count(8, 4)
    assert names.count("ruud van der quell") == Count(4, 4)
    assert names.form("orla mcbeltgen") == "Orla McBeltgen"
    assert names.starting("ruud ") == ["ruud van der quell"]
    assert names.before("mcbeltgen", "o") == ["orla"]
    assert names.near("mcbletgen") == names.near("mcbeltgn") == ["mcbeltgen"]
    assert names.near("mcbeltgen") == names.near("mayro") == []
    assert names.count("mayor") == names.count("the mayor") == NONE


def test_a_name_that_nobody_printed_gets_the_usual_capitals() -> None:
    assert usual_form("ada de la quell") == "Ada de la Quell"


@pytest.mark.slow
def test_held_out_publishers_are_not_counted(corpus: Path, tmp_path: Path) -> None:
    folds = 2
    kept = [name for name in PUBLISHERS if fold_of(name, folds) != 0]
    compile_counts(read(corpus).without(0, folds), tmp_path)
    expected = Count(len(kept), len(kept)) if len(kept) > 2 else NONE
    assert 0 < len(kept) < len(PUBLISHERS)
    assert look_up(Counts(tmp_path), "bought high heels") == expected


@pytest.mark.slow
def test_the_same_corpus_makes_the_same_files(corpus: Path, folder: Path, tmp_path: Path) -> None:
    compile_counts(read(corpus), tmp_path)
    for path in folder.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: b"something else  " + data[16:],
        lambda data: data[:20] + b"\xff\xff" + data[22:],
    ],
)
def test_a_damaged_file_is_refused(folder: Path, tmp_path: Path, damage: object) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    path = tmp_path / "counts.bin"
    assert callable(damage)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ValueError, match=r"counts\.bin|empty"):
        Counts(tmp_path)


def test_names_of_another_list_are_refused(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "names.bin").write_bytes(b"\0")
    with pytest.raises(ValueError, match=r"names\.bin"):
        PrintedNames(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="words"):
        Counts(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("www.nytimes.com", "New York Times - Opinion"),
        ("Fox News (Online)", "foxnews.com"),
        ("The Guardian", "theguardian.com"),
    ],
)
def test_the_sources_of_one_house_are_one_publisher(one: str, other: str) -> None:
    assert publisher(one) == publisher(other)


@pytest.mark.parametrize("pair", ["metal mettle", "rein reign", "peak peek", "bare bear"])
def test_words_that_sound_alike_have_one_sound(pair: str) -> None:
    one, other = pair.split()
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("pair", "same"), [("labour labor", True), ("four for", False), ("prince prize", False)]
)
def test_spellings_of_one_word_are_told_from_rivals(pair: str, same: bool) -> None:
    one, other = pair.split()
    assert are_variants(one, other) == same


def test_the_shipped_counts_know_news() -> None:
    counts = shipped_counts()
    right, wrong = (look_up(counts, phrase) for phrase in ("prime minister", "prime minster"))
    assert right.times > 1000
    assert right.times > 100 * wrong.times  # which news prints, too
    assert counts.number("minister") in counts.rivals(counts.number("minster"))
