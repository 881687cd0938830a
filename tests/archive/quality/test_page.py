"""The page with pictures: safe, whole by itself, and bounded."""

from __future__ import annotations

from collections import Counter

from newslint.archive.quality.aggregate import Group
from newslint.archive.quality.page import MONTHS, SOURCES, render


def _group(articles: int = 1) -> Group:
    return Group(articles, 100, Counter(spelling=2), Counter(furniture=1))


def test_the_page_escapes_names_and_needs_nothing_else() -> None:
    hostile = "<script>alert('x')</script>&\"'>"
    page = render({(hostile, "2024-05"): _group(), ("Herald", ""): _group()}, ["spelling"])
    assert "<script" not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;&quot;" in page
    assert not any(word in page for word in ("http://", "https://", "url(", "@import", "style="))
    assert "default-src 'none'" in page
    assert "<title>2024-05: spelling 20</title>" in page
    assert "<title>undated: furniture 100 %</title>" in page


def test_very_many_months_are_years_and_very_many_sources_are_left_to_the_table() -> None:
    months = [f"{1900 + at // 12}-{1 + at % 12:02}" for at in range(MONTHS + 1)]
    page = render({("Herald", month): _group() for month in months}, ["spelling"])
    assert "<title>1900: spelling 20</title>" in page
    assert "1900-01" not in page
    page = render({(f"s{at}", "2024-05"): _group(at) for at in range(SOURCES + 2)}, [])
    assert page.count("<section") == SOURCES + 1
    assert "2 smaller sources stand in the table only" in page
    assert "<h2>s0</h2>" not in page
