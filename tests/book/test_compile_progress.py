"""The progress line that somebody sees who waits for a book."""

from io import StringIO
from pathlib import Path

import pytest

from newslint.book import compile_progress
from newslint.core import progress_line
from tests.book.books import opened


class Terminal(StringIO):
    def __init__(self, people: bool) -> None:
        super().__init__()
        self.people = people

    def isatty(self) -> bool:
        return self.people


@pytest.mark.parametrize(("large", "people"), [(0, True), (0, False), (1000, True)])
def test_only_a_person_who_waits_sees_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int, people: bool
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text("name\nAda Voss\n\nMara Vost\n")
    stderr = Terminal(people)
    monkeypatch.setattr(compile_progress, "LARGE", large)
    monkeypatch.setattr(progress_line, "LONG", -1)
    monkeypatch.setattr(progress_line, "_OFTEN", -1)
    monkeypatch.setattr("sys.stderr", stderr)
    names = opened(str(tmp_path / "a.csv"), str(tmp_path / "b.csv")).names
    assert [name.name for name in names] == ["Ada Voss", "Mara Vost"] * 2
    shown = stderr.getvalue().split("\r\x1b[K")
    assert [line[-4:] for line in shown[1:-1]] == (
        ["20 %", "40 %", "70 %", "90 %"] if large == 0 and people else []
    )
    assert shown[-1] == ""
