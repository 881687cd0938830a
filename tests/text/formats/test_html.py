"""HTML: what a browser shows is prose, each letter in its own place; the rest is not."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.core.finding import Edit, Span
from newslint.text.formats.reading import read
from newslint.text.prose import OBJECT, Prose
from newslint.text.source import Source
from tests.conftest import Run
from tests.examples import examples


def prose(text: str) -> Prose:
    return read(Source.from_text(text, "story.html"))


def place(text: str, word: str) -> str | None:
    """What stands in the source where `word` stands in the prose."""
    read_as = prose(text)
    at = read_as.text.index(word)
    span = read_as.to_source(Span(at, at + len(word)))
    return span and text[span.start : span.end]


@pytest.mark.parametrize("suffix", ["html", "HTM", "xhtml"])
def test_the_suffix_says_that_it_is_html(suffix: str) -> None:
    assert read(Source.from_text("<p>a", f"x.{suffix}")).text == "a"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Bei<b>gun</b> and Bi&eacute;gun", "Beigun and Biégun"),
        ("<h1>One</h1>two<div>three<p>four</div>five", "One\n\ntwo\n\nthree\n\nfour\n\nfive"),
        ("<p>Ann\n   Lee </p>\n\n<p> spoke", "Ann Lee\n\nspoke"),
        ("<p>a <b> b</b> c", "a b c"),
        ("a<br>b <br/> <br> c<br></p>", "a\nb\n\nc"),
        ("<ul><li>one<li>two</ul>three", "one\n\ntwo\n\nthree"),
        ("<table><tr><td>a<td>b<tr><th>c</table>", "a\n\nb\n\nc"),
        ("<nav><a>Home</a> <a>News</a></nav><article>Copy", "Home News\n\nCopy"),
        ("AT&amp;T &lt;b> &#233;&#xE9;&#146; &copy", "AT&T <b> éé’ ©"),
        ("&notit; &nosuch; & &#; &", "¬it; &nosuch; & &#; &"),
        ("&#99999999999999999999;&#0;&#xD800;", "&#99999999999999999999;\ufffd\ufffd"),
        ("1 < 2, a <3 and <", "1 < 2, a <3 and <"),
        ("He said <q>so</q>.", "He said “so”."),
        ("exa<wbr>mple", "example"),
        ("<P TITLE='in full'>Short</P>after", "Short\n\nin full\n\nafter"),
        ('<p>see <img src=x alt="Ann &amp; Bo"> here', f"see {OBJECT} here\n\nAnn & Bo"),
        ("<title>A &amp; B</title><meta name=description content='C D'>", "A & B\n\nC D"),
        ("<meta name=viewport content='teh'>a", "a"),
        ("<title>a<b>c</title>d", "ac\n\nd"),
        ("<a href=1>Reply</a><a href=2>Share</a>", f"Reply{OBJECT}Share"),
        ("<a href=1>Rep</a><a href=1>ly</a> <A HREF=2>Share</A>", "Reply Share"),
        ("said so<sup>[2]</sup> on the 4<sup>th</sup>", f"said so{OBJECT} on the 4th"),
        ("so.<sup><a href=#c>[ab]</a></sup> Now [a] x<sup>n</sup>", f"so.{OBJECT} Now [a] xn"),
    ],
)  # fmt: skip
def test_prose(html: str, text: str) -> None:
    assert prose(html).text == text
    for end in ("\r\n", "\r"):
        assert prose(html.replace("\n", end)).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a <script>if (1 < 2) teh('</p>')</script> b", "a b"),
        ("a <SCRIPT>teh</scripty></SCRIPT >b", "a b"),
        ("<style>teh</style>a<style>teh", "a"),
        ("run <code>teh <b>x</b></code> now", f"run {OBJECT} now"),
        ("<pre>teh</pre>a<textarea><p>teh</textarea>", "a"),
        ("a <!-- teh --> b <!--> c <!-- > --!> d <!-- teh", "a b c d"),
        ("<!doctype teh><?teh?></ teh><![CDATA[teh]]>a", "a"),
        ("<a href='teh>' data-x=\"teh\" x>a</a b=>", "a"),
        ("a<p title='teh", "a"),
        ("<svg><title>teh</title></svg>a", f"{OBJECT}a"),
        ("<p lang=fr>le teh<p>a", "a"),
        ("she said <i lang='de-AT'>teh <b>teh</b></i>.", f"she said {OBJECT}."),
        ("<html lang=sv>teh <div lang=en-GB>a</div> teh", "a"),
        ("<p lang=en_US>a<p lang=''>b", "a\n\nb"),
        ("was <del>teh</del><s>teh</s><ins>the</ins>", "was the"),
        ("a {{ teh }} b{% if teh %}c{% endif %}", f"a {OBJECT} b{OBJECT}c{OBJECT}"),
        ("a <%= teh < 1 %>b <% c", "a b <% c"),
        ('[caption id="teh" width=3]One[/caption] [sic] [two]', f"{OBJECT}One{OBJECT} [sic] [two]"),
    ],
)
def test_what_is_not_prose(html: str, text: str) -> None:
    assert prose(html).text == text


def test_where_no_tag_parts_paragraphs_a_blank_line_does() -> None:
    assert prose("One\n<b>two</b>\n \nthree").text == "One two\n\nthree"
    assert prose("<p>One\n<b>two</b>\n \nthree").text == "One two three"


def test_xhtml_closes_any_element_at_once() -> None:
    text = "<head><title/><script src='teh'/></head><body><p/>One<br/>two</body>"
    assert read(Source.from_text(text, "a.xhtml")).text == "One\ntwo"


def test_what_is_edited_is_right_or_not_offered(newslint: Run, desk: str) -> None:
    def fixed(html: str) -> str:
        args = ("--fix", "--names", desk, "--stdin-filename", "a.html", "-")
        return str(newslint(*args, stdin=html).stdout)

    assert fixed("<p>Lena Har<b>stom</b> spoke.") == "<p>Lena Har<b>storm</b> spoke."
    assert fixed("<p>Lena <i>Harst</i>om spoke.") == "<p>Lena <i>Harst</i>orm spoke."
    assert fixed("<p>Lena Harst&#111;m spoke.") == "<p>Lena Harstorm spoke."
    assert fixed("<p>Lena <b>H</b>arst&#111;m.") == "<p>Lena <b>H</b>arst&#111;rm."
    assert fixed("<img alt='Lena Harstom'>") == "<img alt='Lena Harstom'>"
    assert fixed('<img alt="Lena Harstom">') == '<img alt="Lena Harstorm">'
    assert fixed("<script>'Harstom'</script>") == "<script>'Harstom'</script>"
    assert fixed("<p>Harstom <!-- newslint: ignore -->\n<p>Harstom") == (
        "<p>Harstom <!-- newslint: ignore -->\n<p>Harstorm"
    )


def test_words_that_stand_twice_keep_their_own_places() -> None:
    text = "<a title=on>on <b>on</b> o&#110; on"
    read_as = prose(text)
    assert read_as.text == "on on on on\n\non"
    places = [read_as.to_source(Span(at, at + 2)) for at in (0, 3, 6, 9, 13)]
    assert places == [Span(12, 14), Span(18, 20), Span(25, 32), Span(33, 35), Span(9, 11)]


@pytest.mark.parametrize(
    ("html", "edits"),
    [
        ("Ann  , Bo", (Edit(Span(3, 5), ""),)),
        ("<b>Ann\n</b>, Bo", (Edit(Span(6, 7), ""),)),
        ("<b>Ann </b>\n, Bo", None),
        ("Ann <!-- who? --> , Bo", None),
    ],
)
def test_a_space_that_markup_parts_is_not_taken_in_half(
    html: str, edits: tuple[Edit, ...] | None
) -> None:
    read_as = prose(html)
    assert read_as.text == "Ann , Bo"
    assert read_as.edits(Edit(Span(3, 4), "")) == edits


MARKUP = st.lists(
    st.sampled_from(
        ["<b>", "</b>", "<p>", "</p>", "<li>", "</ul>", "<td>", "<br>", "<!--", "-->", "<", ">",
         "&", "&amp;", "&#x", ";", "a", "é🦉", " ", "\n", "\r", "</", "<!", "<script>", "</script",
         '"', "'", "=", "<a b=", "/", "<q>", "<sup>", "<img alt=", "lang=fr", "<i lang=en>", "\0"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@examples(300)
@given(MARKUP | st.text(max_size=40))
@example("<a =b=c>d")
@example("<a b='c'd=e>f")
def test_every_place_is_right(text: str) -> None:
    read_as = prose(text)
    for run in read_as.runs:
        if not run.decoded:
            assert text[run.span.start : run.span.end] == read_as.text[run.at : run.end]
    spans = sorted(run.span for run in read_as.runs)
    assert all(a.end <= b.start for a, b in pairwise(spans))


class Shown(HTMLParser):
    """What Python's own parser finds to show."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


TAME = st.lists(
    st.sampled_from(["<b>", "</b>", "<i class=x>", "word", " ", "&amp;", "&eacute;", "<!-- c -->",
                     "1 &lt; 2"]),
    max_size=12,
).map("".join)  # fmt: skip


@examples(100)
@given(TAME)
def test_html_parser_agrees(text: str) -> None:
    parser = Shown()
    parser.feed(text + "<p>")
    assert prose(text).text.split() == parser.text.split()


@pytest.mark.parametrize(
    "knot",
    ["<b>", "<p>", "</p>", "<b></i>", "<li>", "<b><td>", "<", "<!", "<!--", "<a b='", "<a ", "&",
     "&#", "&a", "<script>", "<div lang=x>", "<title>", "<a b= ", "<q>", "<p title=a>", "<br>",
     "<sup>1", "{{", "<%", '[a b="'],
)  # fmt: skip
def test_hostile_html_takes_no_more_than_its_share(knot: str) -> None:
    prose(knot * 5000)


def test_a_thousand_levels_are_read() -> None:
    assert prose("<div>" * 1000 + "deep" + "</div>" * 1000).text == "deep"
