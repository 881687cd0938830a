"""Every format: bounds on room and depth."""

from __future__ import annotations

import tracemalloc

import pytest

from newslint.core.errors import SourceError
from newslint.text.formats.reading import articles
from newslint.text.source import Source


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("a.html", "a  "),
        ("a.html", "a&lt"),
        ("a.html", "<i alt=a>"),
        ("a.html", "a<br>"),
        ("a.json", '{"title":"a\\n"},'),
    ],
)
@pytest.mark.slow
def test_what_is_dense_in_markup_takes_no_more_room_than_ten_times_its_size(
    path: str, unit: str
) -> None:
    def room(size: int) -> int:
        text = unit * (size // len(unit))
        text = f"[{text}0]" if path == "a.json" else text
        source = Source.from_text(text, path)
        tracemalloc.start()
        for _ in articles(source):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    room(100)
    assert room(12_000) < 120_000 + 300_000


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "a.md",
            "x\n\n" + "*a* " * 50_001,
            "more than 100,000 marks of Markdown in one block, too many to read: from line 1",
        ),
        ("a.csv", "title\n" + "," * 10_001, "more than 10,000 fields in a row: line 2"),
        ("a.xml", "<a>" * 2_001 + "</a>" * 2_001, "nested more than 2000 deep: line 1"),
    ],
)
def test_what_is_absurd_is_refused(path: str, text: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        list(articles(Source.from_text(text, path)))


@pytest.mark.slow
def test_a_list_in_markdown_may_be_of_any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.text.formats.markdown_tokens.MOST", 15_000)
    text = "- [one](two) *three*\n" * 2_500
    (read_as,) = articles(Source.from_text(text, "a.md"))
    assert read_as.text.split() == ["one", "three"] * 2_500


def test_a_thousand_levels_of_html_are_read() -> None:
    text = "<div>" * 3000 + "deep" + "</div>" * 3000
    assert [prose.text for prose in articles(Source.from_text(text, "a.html"))] == ["deep"]
