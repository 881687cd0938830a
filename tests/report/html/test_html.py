"""The HTML report: whole, marked in place, and safe whatever the copy holds."""

from __future__ import annotations

import re
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


MARKDOWN = """\
---
title: The *ferry*
slug: harstom
---

# What Harstom **said** to [Harstom](http://example.org/harstom)

- one &amp; Harstom
- two

> Harstom spoke.
<!-- newslint: ignore[nothing] -->
"""


def shown(text: str, path: str, *findings: Finding) -> str:
    page = written("html", Source.from_text(text, path), list(findings))
    copy = re.search(r'<div class="copy">(.*?)</div>', page, re.DOTALL)
    assert copy
    return copy[1]


def test_markdown_is_shown_as_it_is_read() -> None:
    source = Source.from_text(MARKDOWN, "a.md")
    places = [match.start() for match in re.finditer("Harstom", MARKDOWN)]
    found = [Finding("x/y", Span(at, at + 7), "Harstom", f"at {at}") for at in places]
    copy = shown(MARKDOWN, "a.md", *found)
    page = Page(copy)
    assert page.marked == ["Harstom"] * 4
    for at, finding_ in zip(places, found, strict=True):
        line, column = source.line_column(at)
        assert f"<b>{finding_.message}</b><small>x/y, line {line}, column {column}" in copy
    for markup in ("**", "](", "http", "slug", "&amp;amp;", "# ", "&lt;!--"):
        assert markup not in copy
    for kind, text in (("heading", "What "), ("item", "one &amp; "), ("quote", "")):
        assert f'<span class="{kind} begun">{text}' in copy


def test_html_is_shown_as_it_is_read() -> None:
    text = "<h1>A &lt;b&gt; head</h1><ul><li>Harstom</ul><script>alert(1)</script><p>End"
    at = text.index("Harstom")
    copy = shown(text, "a.html", Finding("x/y", Span(at, at + 7), "Harstom", "m"))
    assert '<span class="heading begun">A &lt;b&gt; head</span>' in copy
    assert '<mark class="warning" tabindex="0" data-rules="x/y"><span class="item begun">' in copy
    assert "script" not in copy


def test_what_a_reader_does_not_see_is_marked_beside_what_he_does() -> None:
    at = MARKDOWN.index("<!--")
    unused = Finding("x/y", Span(at, len(MARKDOWN) - 1), MARKDOWN[at:-1], "unused")
    assert Page(shown(MARKDOWN, "a.md", unused)).marked == ["\N{SYMBOL FOR NEWLINE}"]


@given(
    st.lists(
        st.sampled_from(
            ["Harstom", "*", "**", "&amp;", "<b>", "</b>", "\n\n", " ", "# ", "- ", "[a](b)"]
        ),
        max_size=30,
    ).map("".join),
    st.sampled_from(["md", "html", "rst", "adoc", "txt", "json"]),
)
def test_every_finding_is_shown_once(text: str, ending: str) -> None:
    source = Source.from_text(text, f"a.{ending}")
    findings = [
        Finding("x/y", Span(match.start(), match.end()), "Harstom", f"number {match.start()}.")
        for match in re.finditer("Harstom", text)
    ]
    page = written("html", source, findings)
    for finding_ in findings:
        assert page.count(finding_.message) == 1
