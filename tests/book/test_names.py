"""What a compiled book answers when it is asked for a name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.book.compiled import CompiledBook
from newslint.book.correction import correction
from newslint.book.names import Names
from newslint.core.name import Name
from newslint.lexicon.folding import fold
from tests.book.books import load_names, opened, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("STEPHEN\nBIEGUN", {("canonical", "Stephen Biegun")}),
        ("Steve Biegun", {("alias", "Stephen Biegun")}),
        ("Beigun", {("misspelling", "Stephen Biegun")}),
        ("Kiev", {("instead_of", "Kyiv")}),
        ("Turkiye", {("canonical", "Türkiye")}),
        ("Begin", {("distinct", "Stephen Biegun"), ("misspelling", "Beginn")}),
        ("Biegun", set()),
        ("Stephen", set()),
        ("", set()),
    ],
)
def test_lookup_is_exact(desk: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(opened(desk), text) == expected


def test_words_are_known_for_what_they_are(desk: str) -> None:
    names = opened(desk).names
    words = ["biegun", "stephen", "e.", "kyiv", "turkey", "kiev", "beigun", "beigan", "begin", "x"]
    assert [w for w in words if names.has_word(w)] == ["biegun", "stephen", "e.", "kyiv", "turkey"]
    assert [w for w in [*words, "steven"] if names.starts(w)] == ["stephen", "steven"]
    assert (names.longest, len(names)) == (3, 4)


def test_full_names_are_found_by_their_ends(desk: str) -> None:
    names = opened(desk).names
    assert [s for s, _ in names.between("stephen", "biegun")] == [
        "Stephen Biegun",
        "Stephen E. Biegun",
    ]
    assert [s for s, _ in names.between("steve", "biegun")] == ["Steve Biegun"]
    assert [name.name for name in names.with_word("e.")] == ["Stephen Biegun"]
    assert not any((*names.between("kyiv", "kyiv"), *names.with_word("kyiv")))


def test_long_names_are_found_by_what_stands_side_by_side_at_their_start_and_end(
    tmp_path: Path,
) -> None:
    book = tmp_path / "people.yaml"
    book.write_text("- name: Jean-Luc Odan Varsko Brel\n", encoding="utf-8")
    names = opened(str(book)).names
    found = [("jean-luc", "brel"), ("jean", "luc"), ("varsko", "brel")]
    assert all([s for s, _ in names.between(*pair)] for pair in found)
    assert not any(map(list, (names.between("luc", "odan"), names.between("odan", "varsko"))))
    assert names.near("varkso") == ("varsko",)
    assert names.near("odann") == ()


def test_ends_of_names_are_found_by_a_slip(desk: str) -> None:
    names = opened(desk).names
    for slip in ("beigun", "biegn", "biegunn", "bigun", "biegan", "iegun"):
        assert names.near(slip) == ("biegun",)
    assert names.near("stepen") == names.near("stephenn") == ("stephen",)
    assert names.near("stevn") == ("steve",)
    assert names.near("biegun") == names.near("beigan") == names.near("kyjiv") == ()


def test_names_of_one_word_are_found_by_a_slip(tmp_path: Path) -> None:
    book = tmp_path / "places.yaml"
    book.write_text("- name: Vardelmar\n- name: Old Vardelmarn\n- name: Brosk\n", encoding="utf-8")
    names = opened(str(book)).names
    for slip in ("vardlemar", "varelmar", "vardelmmar", "vrdelmar", "vardelmr"):
        assert names.near_alone(slip) == ("vardelmar",)
    assert names.near_alone("vardelmar") == names.near_alone("broks") == ()


def test_a_wrong_word_is_known_by_its_neighbours(desk: str) -> None:
    names = opened(desk).names
    assert names.partners("beigan") == {"stephen", "steven", "e"}
    assert names.partners("steven") == {"e", "beigan"}
    assert not any(map(names.partners, ("stephen", "biegun", "beigun", "kiev", "nobody")))


def all_answers(names: Names, words: list[str]) -> list[object]:
    pairs = [(one, other) for one in words for other in words]
    return [
        *map(names.lookup, [*words, *map(" ".join, pairs)]),
        *(ask(word) for ask in (names.has_word, names.partners) for word in words),
        *(ask(word) for ask in (names.starts, names.near) for word in words),
        *(list(names.with_word(word)) for word in words),
        *(list(names.between(*pair)) for pair in pairs),
    ]


@pytest.mark.parametrize("hashed", [lambda data: 7, lambda data: len(data) % 4 << 30])
def test_keys_that_collide_cost_time_and_no_truth(
    desk: str, monkeypatch: pytest.MonkeyPatch, hashed: Callable[[bytes], int]
) -> None:
    words = ["stephen", "steven", "biegun", "beigan", "beigun", "e.", "kiev", "kyiv", "bieguns"]
    right = all_answers(opened(desk).names, words)
    monkeypatch.setattr("newslint.lexicon.hash_index.crc32", hashed)
    assert all_answers(opened(desk).names, words) == right


def test_answers_are_forgotten_for_newer_ones(desk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    find = CompiledBook.find
    monkeypatch.setattr("newslint.book.names.REMEMBERED", 3)

    def told(shelf: CompiledBook, key: str) -> list[Name]:
        asked.append(key)
        return find(shelf, key)

    monkeypatch.setattr(CompiledBook, "find", told)
    book = opened(desk)
    for text in ("Kiev", "Kiev", "Kyiv", "Begin", "Turkey", "Biegun", "Kiev"):
        roles(book, text)
    assert asked == ["=kiev", "=kyiv", "=begin", "=turkey", "=kiev"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Beigun", "Biegun"),
        ("Stephen Beigan", "Stephen Biegun"),
        ("Steven E. Beigan", "Stephen E. Biegun"),
        ("Kiev", "Kyiv"),
    ],
)
def test_a_part_is_corrected_by_its_part(desk: str, wrong: str, right: str) -> None:
    (ruling,) = opened(desk).names.lookup(fold(wrong))
    assert correction(ruling) == right


def test_what_resembles_no_part_means_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "desk.csv"
    path.write_text("name,kind,instead_of\nOrdo Maris Group,organisation,OMG\n")
    (ruling,) = opened(str(path)).names.lookup("omg")
    assert correction(ruling) == "Ordo Maris Group"


def test_everything_of_a_name_survives(desk: str) -> None:
    assert list(opened(desk).names) == load_names(desk)
