"""Every format: what an edit makes of the prose, it makes of the file, and of nothing else."""

from __future__ import annotations

import re
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.core.finding import Edit, Span
from newslint.text.edits import apply
from newslint.text.formats.reading import articles
from newslint.text.source import Source
from tests.examples import examples

PAGES = {
    "html": "<title>A &amp; ch</title><p title='Ann'>Bei<b>gun</b> caf&eacute;<br>a\n <q>so</q>",
    "md": '---\ntitle: "One \\u0041 two"\n---\n# Head #\n\n> *Pa* &eacute;\n> more\n\n<p>a <b>x',
    "mdx": "import A\n\nWords {b} <C>inside</C> {/* no */} here\n",
    "json": '{"title": "Caf\\u00e9 \\"open\\"", "body": "<p>Har<i>bour<\\/i> &amp; bay<\\/p>"}',
    "jsonl": '{"title": "One two"}\n{"caption": "three"}\n',
    "csv": 'id,title,body\n1,"Say ""so"" now",<b>two</b> three\n',
    "xml": "<rss><title>One &#233; two</title><description>&lt;p&gt;three</description></rss>",
    "rst": "Head\n====\n\n- One *two* ``no`` three\n  four\n\n.. no::\n   no\n",
    "adoc": "= Head\n\nOne *two* `no` three\nfour\n",
    "txt": "One two\r\nthree\n# newslint: off\nfour\r",
}  # fmt: skip
WORD = re.compile(r"[A-Za-z]{2,}")


def read(source: Source) -> list[str]:
    return [prose.text for prose in articles(source)]


@examples(150)
@given(st.sampled_from(sorted(PAGES)), st.data())
def test_an_edit_of_the_prose_is_that_edit_of_the_file(suffix: str, data: st.DataObject) -> None:
    text = PAGES[suffix]
    at = data.draw(st.integers(0, len(text)))
    text = (
        text[:at]
        + data.draw(st.sampled_from(["", "<b>", "&amp;", '"', "'", "\n", "*", "{", "\\"]))
        + text[at:]
    )
    source = Source.from_text(text, f"a.{suffix}")
    try:
        found = list(articles(source))
    except SourceError:
        return
    number = data.draw(st.integers(0, max(len(found) - 1, 0)))
    words = list(WORD.finditer(found[number].text)) if found else []
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    new = data.draw(st.sampled_from(["Zq", "Z" * len(word[0]), f"{word[0][0]}zz{word[0][1:]}"]))
    edits = found[number].edits(Edit(Span(*word.span()), new))
    if edits is not None:
        prose = found[number].text
        wanted = prose[: word.start()] + new + prose[word.end() :]
        assert read(source.replaced(apply(text, edits)))[number] == wanted


@pytest.mark.parametrize("suffix", ["txt", "json", "jsonl", "xml"])
@pytest.mark.slow
def test_memory_is_bounded(suffix: str) -> None:
    said = "Mayor Ilse Okoro said that the harbour would open again. "
    text = {
        "txt": said * 1500,
        "json": f'[{", ".join([f"""{{"title": "{said}"}}"""] * 1500)}]',
        "jsonl": f'{{"title": "{said}"}}\n' * 1500,
        "xml": f"<rss>{f'<item><title>{said}</title></item>' * 1500}</rss>",
    }[suffix]
    tracemalloc.start()
    try:
        for _ in articles(Source.from_text(text, f"a.{suffix}")):
            pass
        assert tracemalloc.get_traced_memory()[1] < 10 * len(text)
    finally:
        tracemalloc.stop()
