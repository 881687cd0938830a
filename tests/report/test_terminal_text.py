"""Text on a terminal: how wide it is, and the part of a line that fits."""

from __future__ import annotations

from newslint.report.terminal_text import visible, width, window


def test_window_never_exceeds_its_room() -> None:
    for room in range(20, 60):
        for place in ("Harstom", "北京" * 40, "x" * 200):
            parts = window("很长的 段落 " * 20, place, " e\u0301tait" * 20, room)
            assert width("".join(parts)) <= room
            assert parts[1]


def test_window_keeps_a_short_line_whole() -> None:
    assert window("a ", "b", " c", 10) == ("a ", "b", " c")


def test_visible_and_width() -> None:
    assert visible("a\tb\0\x7f") == "a    b␀␡"
    assert [width(t) for t in ("abc", "北京", "e\u0301", "ａ", "\u200b", "🙂")] == [
        3,
        4,
        1,
        2,
        0,
        2,
    ]
