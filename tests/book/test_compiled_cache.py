"""The cache of compiled books: slower at worst, never wrong."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.book import compiled_cache as cache
from newslint.book import compiler as binding
from newslint.book.book import Book
from newslint.book.compiled import open_compiled
from newslint.storage.checked_blocks import DamagedError
from tests.book.books import DESK, opened, roles


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


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"not a book",
        lambda data: data[:-1],
        lambda data: data[:200],
        lambda data: data + b"\0",
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


def answers(book: Book) -> object:
    """All that a book can be asked."""
    words = ("kiev", "kyiv", "biegun", "nobody", "kiew")
    (shelf,) = book._compiled_books
    return (
        [roles(book, word) for word in words],
        [(shelf.uses(w), shelf.may_have(w), shelf.partners(w), shelf.near(w)) for w in words],
        list(shelf.names()),
        book.rules.with_examples(),
    )


def test_whichever_byte_is_damaged_all_answers_are_right(tmp_path: Path, desk: str) -> None:
    folder = tmp_path / "cache"
    right = answers(opened(desk, cache=folder))
    path = compiled(folder)
    whole, state = path.read_bytes(), path.stat()
    for at in range(0, len(whole), 41):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :])
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
        assert answers(opened(desk, cache=folder)) == right
        path = compiled(folder) if list(folder.glob("*.book")) else path
        path.write_bytes(whole)


@pytest.mark.slow
def test_a_large_book_is_checked_where_it_is_read_and_mended(tmp_path: Path) -> None:
    table, folder = tmp_path / "names.csv", tmp_path / "cache"
    table.write_text("name\n" + "".join(f"Nora{n} Example{n}\n" for n in range(4_000)))
    opened(str(table), cache=folder)
    path = compiled(folder)
    whole = path.read_bytes()
    for name in (b"Nora7\0", b"Example7\0", b"Nora7 Example7"):
        damaged = whole.replace(name, name.replace(b"7", b"8"))
        path.write_bytes(damaged)
        assert roles(opened(str(table), cache=folder), "Nora7 Example7") == {
            ("canonical", "Nora7 Example7")
        }
        if damaged != whole:
            assert not path.exists() or path.read_bytes() == whole  # the next run compiles it
        path.write_bytes(whole)


def test_a_damaged_book_that_nobody_can_make_again_is_said_to_be_one(
    tmp_path: Path, desk: str
) -> None:
    opened(desk, cache=tmp_path / "cache")
    path = compiled(tmp_path / "cache")
    path.write_bytes(path.read_bytes().replace(b"Kiev", b"Kiex"))
    with pytest.raises(DamagedError):
        list(open_compiled(path).names())


def test_a_book_is_the_same_byte_for_byte_whoever_compiles_it(tmp_path: Path, desk: str) -> None:
    code = (
        "import sys; from newslint.engine.books import open_book;"
        "open_book([sys.argv[1]], shipped=False, cache=sys.argv[2])"
    )
    books = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, desk, folder], env=environment, check=True)
        books.append(compiled(folder).read_bytes())
    assert books[0] == books[1]


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
