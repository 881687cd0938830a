"""What the compiled book answers, and that the cache is slower at worst, never wrong."""

import os
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from newslint.authoring.names_check import audit
from newslint.book import compile_progress as progress
from newslint.book import compiled_cache as cache
from newslint.book import compiler as binding
from newslint.book.book import Book
from newslint.book.book_files import files_of
from newslint.book.compiled import CompiledBook, DamagedError, open_compiled
from newslint.book.correction import correction
from newslint.book.names import Names
from newslint.book.names_reader import load_names
from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.book.shipped import styles
from newslint.core.errors import BookError
from newslint.core.name import Name
from newslint.engine.books import compile_book, open_book
from newslint.engine.linter import Linter
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import shipped
from newslint.text.source import Source
from tests.conftest import ROOT

DESK = """\
- name: Stephen Biegun
  aliases: [Steve Biegun, Stephen E. Biegun]
  misspellings: [Beigun, Stephen Beigan, Steven E. Beigan]
  distinct: [Begin]
- name: Kyiv
  kind: place
  instead_of: [Kiev]
- name: Türkiye
  kind: place
  aliases: [Turkey]
- name: Beginn
  misspellings: [Begin]
"""


@pytest.fixture
def desk(tmp_path: Path) -> str:
    path = tmp_path / "desk.yaml"
    path.write_text(DESK, encoding="utf-8")
    return str(path)


def opened(*names: str, cache: Path | None = None) -> Book:
    return open_book(names=names, shipped=False, cache=cache)


def roles(book: Book, text: str) -> set[tuple[str, str]]:
    return {(r.role, r.name.name) for r in book.names.lookup(fold(text))}


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


def test_ends_of_names_are_found_by_a_slip(desk: str) -> None:
    names = opened(desk).names
    for slip in ("beigun", "biegn", "biegunn", "bigun", "biegan", "iegun"):
        assert names.near(slip) == ("biegun",)
    assert names.near("stepen") == names.near("stephenn") == ("stephen",)
    assert names.near("stevn") == ("steve",)
    assert names.near("biegun") == names.near("beigan") == names.near("kyjiv") == ()


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

    def told(shelf: CompiledBook, key: str) -> Iterator[Name]:
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


def test_the_nearer_layer_wins_entry_by_entry(tmp_path: Path, desk: str) -> None:
    near = tmp_path / "near.yaml"
    near.write_text("- name: Kiev\n- name: Turkey\n  instead_of: [Türkiye]\n- name: Beigun\n")
    shelves = [opened(path)._shelves[0] for path in (str(near), desk)]
    book = Book(shelves)
    assert roles(book, "Kiev") == {("canonical", "Kiev")}
    assert roles(book, "Kyiv") == {("canonical", "Kyiv")}
    assert roles(book, "Türkiye") == {("instead_of", "Turkey")}
    assert roles(book, "Beigun") == {("canonical", "Beigun")}
    assert roles(book, "Begin") == {("distinct", "Stephen Biegun"), ("misspelling", "Beginn")}
    kept = ["Kiev", "Turkey", "Beigun", "Stephen Biegun", "Kyiv", "Beginn"]
    assert [name.name for name in book.names] == kept


def test_an_entry_of_the_same_name_adds_to_the_one_behind(tmp_path: Path, desk: str) -> None:
    near = tmp_path / "near.yaml"
    near.write_text(
        "- name: Stephen Biegun\n  aliases: [Stephen Beigan]\n  misspellings: [Bigun]\n"
    )
    book = Book([opened(path)._shelves[0] for path in (str(near), desk)])
    assert roles(book, "Bigun") == roles(book, "Beigun") == {("misspelling", "Stephen Biegun")}
    assert roles(book, "Stephen Beigan") == {("alias", "Stephen Biegun")}


def test_a_style_is_a_layer_between_the_desk_and_the_shipped_book(tmp_path: Path) -> None:
    desk = tmp_path / "desk.yaml"
    desk.write_text("- name: Kiev\n  kind: place\n")
    plain, styled, both = (
        open_book(names, cache=None, style=style)
        for names, style in (([], ""), ([], "ap"), ([str(desk)], "ap"))
    )
    assert ("alias", "Kyiv") in roles(plain, "Kiev")
    assert ("instead_of", "Kyiv") in roles(styled, "Kiev")
    assert ("canonical", "Kiev") in roles(both, "Kiev")
    assert roles(styled, "Kiyv") == roles(plain, "Kiyv") == {("misspelling", "Kyiv")}


def names_of(style: str) -> list[Name]:
    return load_names(ROOT / "rules" / "style" / style / "names.yaml")


NAMED = [s for s in styles() if (ROOT / "rules" / "style" / s / "names.yaml").is_file()]
"""The styles that have something to say about names."""


@pytest.mark.parametrize("style", NAMED)
def test_the_names_of_a_style_say_nothing_that_cannot_be(style: str) -> None:
    behind = open_book(cache=None)
    names = names_of(style)
    assert audit(names, shipped().entry, behind.names) == []
    assert not any(name.misspellings for name in names)


HOUSE_STYLE = Settings(selections=(Selection(select=("names/house-style",)),))


@pytest.mark.parametrize("style", NAMED)
def test_what_a_style_does_not_use_is_put_its_way(style: str) -> None:
    linter = Linter(open_book(cache=None, style=style), HOUSE_STYLE)
    for name in names_of(style):
        right = Source.from_text(f"She wrote of {name.name} today.", "a.txt")
        assert linter.lint(right) == []
        for spelling in name.instead_of:
            (finding,) = linter.lint(Source.from_text(f"She wrote of {spelling} today.", "a.txt"))
            assert finding.suggestions[0] in name.name


def test_everything_of_a_name_survives(desk: str) -> None:
    assert list(opened(desk).names) == load_names(desk)


def test_a_rule_may_stand_twice_only_in_two_layers(tmp_path: Path) -> None:
    rule = "- {id: usage/x, kind: substitution, swap: {a b: c}, message: '%s'}\n"
    (tmp_path / "one.yaml").write_text(rule % "first")
    (tmp_path / "two.yaml").write_text(rule % "second")
    with pytest.raises(
        BookError, match=r"two\.yaml:1: 'usage/x' is also the rule in .*one\.yaml:1"
    ):
        open_book(rules=[str(tmp_path)], shipped=False, cache=None)
    layers = [
        open_book(rules=[str(tmp_path / file)], shipped=False, cache=None)._shelves[0]
        for file in ("two.yaml", "one.yaml")
    ]
    assert [rule.message for rule in Book(layers).rules] == ["second"]


def test_a_rules_folder_may_hold_names(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- {id: usage/x, kind: substitution, swap: {a: b}, message: m}\n"
    )
    (tmp_path / "b.yaml").write_text("- name: Ola Berg\n")
    book = open_book(rules=[str(tmp_path)], shipped=False, cache=None)
    assert (len(book.rules), len(book.names)) == (1, 1)


def test_a_book_is_compiled_into_one_file(tmp_path: Path, desk: str) -> None:
    target = tmp_path / "data" / "book"
    compile_book([], files_of(desk, "desk.yaml"), target)
    shelf = open_compiled(target)
    assert next(str(name.where) for name in shelf.names()) == "desk.yaml:1"
    assert [path.name for path in target.parent.iterdir()] == ["book"]


def compiled(folder: Path) -> Path:
    (path,) = folder.glob("*.book")
    return path


def test_the_cache_is_used_and_follows_the_content(
    tmp_path: Path, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache"
    opened(desk, cache=folder)
    with monkeypatch.context() as patch:
        patch.setattr(binding, "build", None)
        assert roles(opened(desk, cache=folder), "Kiev")
    Path(desk).write_text(DESK.replace("Kiev", "Kief"), encoding="utf-8")
    assert not roles(opened(desk, cache=folder), "Kiev")
    assert roles(opened(desk, cache=folder), "Kief")


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"not a book",
        lambda data: data[:-1],
        lambda data: data[:200],
        lambda data: data + b"\0",
        flipped,
        lambda data: b"\0" * len(data),
        lambda data: data.replace(b"newslint book ", b"newslint bock "),
    ],
)
def test_a_damaged_cache_is_rebuilt(
    tmp_path: Path, desk: str, damage: Callable[[bytes], bytes]
) -> None:
    folder = tmp_path / "cache"
    opened(desk, cache=folder)
    path = compiled(folder)
    right = path.read_bytes()
    path.write_bytes(damage(right))
    with pytest.raises(DamagedError):
        open_compiled(path)
    assert roles(opened(desk, cache=folder), "Kiev")
    assert len(path.read_bytes()) == len(right)


def test_a_large_book_is_read_through_only_if_it_was_touched(tmp_path: Path) -> None:
    table, folder = tmp_path / "names.csv", tmp_path / "cache"
    table.write_text("name\n" + "".join(f"Nora{n} Example{n}\n" for n in range(20_000)))
    opened(str(table), cache=folder)
    path = compiled(folder)
    path.write_bytes(flipped(path.read_bytes()))
    assert path.stat().st_size > 1 << 20
    with pytest.raises(DamagedError):
        open_compiled(path)
    assert roles(opened(str(table), cache=folder), "Nora7 Example7")


def test_another_book_under_our_name_is_not_believed(tmp_path: Path, desk: str) -> None:
    folder, other = tmp_path / "cache", tmp_path / "other.yaml"
    other.write_text("- name: Kiev\n")
    opened(str(other), cache=tmp_path / "elsewhere")
    opened(desk, cache=folder)
    compiled(folder).write_bytes(compiled(tmp_path / "elsewhere").read_bytes())
    assert roles(opened(desk, cache=folder), "Kiev") == {("instead_of", "Kyiv")}


def test_without_a_usable_cache_it_is_compiled_in_memory(tmp_path: Path, desk: str) -> None:
    (tmp_path / "file").write_text("in the way")
    assert roles(opened(desk, cache=tmp_path / "file" / "cache"), "Kiev")
    folder = tmp_path / "cache"
    opened(desk, cache=folder)
    path = compiled(folder)
    path.unlink()
    path.mkdir()
    assert roles(opened(desk, cache=folder), "Kiev")


def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert roles(opened(desk, cache=tmp_path / "cache"), "Kiev")
    assert [p.name for p in (tmp_path / "cache").iterdir() if p.suffix != ".seen"] == ["lock"]


def test_first_uses_at_once_compile_once(
    tmp_path: Path, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[int] = []
    real = binding.build

    def counted(*args: object) -> bytes:
        built.append(1)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(binding, "build", counted)
    answers: list[bool] = []

    def use() -> None:
        answers.append(bool(roles(opened(desk, cache=tmp_path / "cache"), "Kiev")))

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (answers, len(built)) == ([True] * 8, 1)


def test_old_books_are_thrown_away(tmp_path: Path, desk: str) -> None:
    folder = tmp_path / "cache"
    for number in range(cache.KEPT + 3):
        Path(desk).write_text(f"- name: Ola Berg {number}\n")
        opened(desk, cache=folder)
    assert len(list(folder.glob("*.book"))) == cache.KEPT


class Terminal(StringIO):
    def __init__(self, people: bool) -> None:
        super().__init__()
        self.people = people

    def isatty(self) -> bool:
        return self.people


@pytest.mark.parametrize(("large", "people"), [(0, True), (0, False), (1000, True)])
def test_only_a_person_who_waits_sees_a_bar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int, people: bool
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text("name\nAda Voss\n\nMara Vost\n")
    stderr = Terminal(people)
    monkeypatch.setattr(progress, "LARGE", large)
    monkeypatch.setattr("sys.stderr", stderr)
    names = opened(str(tmp_path / "a.csv"), str(tmp_path / "b.csv")).names
    assert [name.name for name in names] == ["Ada Voss", "Mara Vost"] * 2
    shown = stderr.getvalue().split("\r")
    assert [line[-4:] for line in shown[1:-1]] == (
        ["20 %", "40 %", "70 %", "90 %"] if large == 0 and people else []
    )
