"""The HTML report: whole, marked in place, and safe whatever the copy holds."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import Finding, Span
from newslint.report.html.excerpt import Gap, stretches
from newslint.text.source import Source
from tests.report.builders import finding, slip, written

HOSTILE = (
    """</mark></div><script>alert(1)</script><img src=x onerror=alert(1)> Mrs Harstom's "&amp;" """
)


class Page(HTMLParser):
    """What a browser would make of a report, as far as the tests ask."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.copy = ""
        self.marked: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        classes = dict(attrs).get("class", "")
        if tag == "mark":
            self.marked.append("")
            self._inside = "mark"
        elif classes == "copy":
            self._inside = "copy"
        elif tag == "span" and classes == "note":
            self._inside = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("mark", "div"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "mark":
            self.marked[-1] += data


@pytest.fixture
def source() -> Source:
    return Source.from_text(HOSTILE, "a<b>&.txt")


def test_copy_is_no_markup(source: Source) -> None:
    page = Page(written("html", source, [finding(source, "Harstom", message=HOSTILE)]))
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert not [name for name in page.attributes if name.startswith("on")]
    assert page.marked == ["Harstom"]


def test_what_has_no_width_is_seen_and_turns_nothing_round() -> None:
    source = Source.from_text("Mrs\u200b Harstom \u202eleft \u2066it.", "a.txt")
    page = Page(written("html", source, [finding(source, "\u200b"), finding(source, "\u202e")]))
    assert page.marked == ["\u200b\u25af", "\ufffd"]
    assert "\u2066" not in written("html", source, [finding(source, "\u200b")])


def test_the_page_is_whole_and_loads_nothing(source: Source) -> None:
    text = written("html", source, [])
    assert text.startswith("<!doctype html>")
    assert text.endswith("</html>\n")
    assert "default-src 'none'" in text
    assert "http://" not in text
    assert "https://" not in text


def test_rules_that_spoke_are_explained(source: Source) -> None:
    assert "One article, one spelling." in written("html", source, [slip(source)])


def test_a_long_text_is_shown_about_its_findings() -> None:
    text = "line\n" * 9_000
    at = text.index("line", 20_000)
    found = Finding("a/b", Span(at, at + 4), "line", "said")
    parts = list(stretches(text, [found]))
    assert isinstance(parts[0], Gap)
    assert isinstance(parts[-1], Gap)
    shown = sum(part.end - part.start for part in parts if not isinstance(part, Gap))
    left_out = sum(part.lines for part in parts if isinstance(part, Gap))
    assert shown == 3 * len("line\n")
    assert left_out == 9_000 - 3 + 1  # the empty one behind the last line end


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


@given(st.text("ab \n", min_size=60, max_size=80), SPANS)
def test_nothing_is_shown_twice_and_nothing_lost(text: str, places: list[tuple[int, int]]) -> None:
    spans = sorted(Span(min(place), max(place)) for place in places)
    findings = [Finding("a/b", span, "", "said") for span in spans]
    parts = [part for part in stretches(text, findings) if not isinstance(part, Gap)]
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert [f for part in parts for f in part.findings] == findings
