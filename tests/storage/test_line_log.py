"""A log of lines: nothing of it is lost or mixed, and it never grows without end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint.storage import line_log
from newslint.storage.line_log import append, lines, remove


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "newslint" / "log")


def test_lines_come_back_in_their_order(place: str) -> None:
    assert lines(place) == []
    assert append(place, ["one", "two"])
    assert append(place, ["three é"])
    assert lines(place) == ["one", "two", "three é"]
    assert not append(place, [])
    remove(place)
    remove(place)
    assert lines(place) == []


def test_it_is_bounded(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_log, "LARGEST", 1000)
    for number in range(200):
        append(place, [f"{number:>99}"])
    kept = lines(place)
    assert 10 <= len(kept) <= 22
    assert kept[-1].strip() == "199"
    assert sum(file.stat().st_size for file in Path(place).iterdir()) < 2500


def test_a_line_that_was_cut_off_spoils_no_other(place: str) -> None:
    append(place, ["one"])
    with Path(place, line_log.NOW).open("ab") as file:
        file.write(b'{"half')
    append(place, ["two"])
    assert lines(place) == ["one", '{"half', "two"]


def test_of_one_that_is_too_long_the_last_lines_are_read(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_log, "LARGEST", 50)
    append(place, [f"{number:>9}" for number in range(99)])
    Path(place, line_log.BEFORE).rename(Path(place, line_log.NOW))
    assert [int(line) for line in lines(place)] == list(range(90, 99))


def test_a_link_in_its_place_is_not_followed(place: str, tmp_path: Path) -> None:
    append(place, ["one"])
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine\n")
    Path(place, line_log.NOW).unlink()
    Path(place, line_log.NOW).symlink_to(elsewhere)
    append(place, ["two"])
    assert elsewhere.read_text() == "mine\n"
    assert lines(place) == ["two"]


def test_where_it_cannot_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "newslint").write_text("a file")
    assert not append(str(tmp_path / "newslint" / "log"), ["one"])


@pytest.mark.slow
def test_processes_write_at_once(place: str) -> None:
    code = (
        "import sys; from newslint.storage.line_log import append\n"
        "for n in range(50): append(sys.argv[1], [f'{sys.argv[2]} {n} ' + 'x' * 200])"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code, place, str(number)]) for number in range(4)
    ]
    assert [process.wait() for process in started] == [0] * 4
    found = lines(place)
    assert {line[: line.rindex(" ")] for line in found} == {
        f"{one} {n}" for one in range(4) for n in range(50)
    }
    assert all(line.endswith("x" * 200) for line in found)
    assert Path(place).stat().st_mode & 0o777 == 0o700
