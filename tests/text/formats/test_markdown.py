"""Markdown: what a reader sees is prose, each letter in its own place; the rest is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newslint.core.finding import Edit, Span
from newslint.text.formats.block_flow import BEFORE_CELL
from newslint.text.formats.markdown_tokens import parse
from newslint.text.formats.reading import load, read
from newslint.text.prose import OBJECT, Prose
from newslint.text.source import Source, line_starts
from tests.builders import found
from tests.examples import examples

CELL = BEFORE_CELL.text


def prose(text: str) -> Prose:
    return read(Source.from_text(text, "story.md"))


def place(text: str, word: str) -> str | None:
    """What stands in the source where `word` stands in the prose."""
    read_as = prose(text)
    at = read_as.text.index(word)
    span = read_as.to_source(Span(at, at + len(word)))
    return span and text[span.start : span.end]


@pytest.mark.parametrize("suffix", ["md", "MD", "markdown"])
def test_the_suffix_says_that_it_is_markdown(suffix: str) -> None:
    assert read(Source.from_text("*a*", f"x.{suffix}")).text == "a"
    assert read(Source.from_text("*a*", f"{suffix}/x.txt")).text == "*a*"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Head #\nPara", "Head\n\nPara"),
        ("Head\ntwo\n===\n\nPara", "Head\ntwo\n\nPara"),
        ("- one\n- two\n  more\n\n  + deep", "one\n\ntwo\nmore\n\ndeep"),
        ("3) three\n> quoted\n> > twice\nlazy", "three\n\nquoted\n\ntwice\nlazy"),
        ("a *b* __c__ ~~d~~ [e](f 'g') h", "a b c d e h"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("hard  \nbreak\\\nand<br>tag", "hard\nbreak\nand\ntag"),
        ("Bei*gun* Bei<b>gun</b>", "Beigun Beigun"),
        ("AT&amp;T 5 \\* 6 \\a", "AT&T 5 * 6 \\a"),
        ("see [the note][n]\n\n[n]: http://x.example 'Titel'", "see the note"),
        ("| a | b \\| c |\n|--|--|\n| | *d* |\ne", f"a{CELL}b | c{CELL}d{CELL}e"),
        ("1. | a | b\n   |-|-\n   | 1 | 2", f"a{CELL}b{CELL}1{CELL}2"),
        ("> a | b\n> -|-\n> 1 | 2", f"a{CELL}b{CELL}1{CELL}2"),
        ("1. a | b\n   -|-\n1.|2", f"1. a{CELL}b{CELL}1.{CELL}2"),
        ("Said[^1] so[^note].\n\n[^1]: Her *words*.", "Said so.\n\nHer words."),
    ],
)
def test_prose(markdown: str, text: str) -> None:
    assert prose(markdown).text == text
    assert prose(markdown.replace("\n", "\r\n")).text.replace("\r\n", "\n") == text
    assert prose(markdown.replace("\n", "\r")).text.replace("\r", "\n") == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("run `teh code` now", f"run {OBJECT} now"),
        ("``` sh\nteh\n```\n\n    teh\n\n~~~\nteh", ""),
        ("at <https://teh.example> or <teh@x.example>.", f"at {OBJECT} or {OBJECT}."),
        ("a <!-- teh --> b", "a  b"),
        ("<!-- teh\n\nteh -->\n\nb", "b"),
        ("<script>\nteh()\n\nteh()\n</script>\n\nb", "b"),
        ("a <kbd>teh <b>teh</kbd> b", f"a {OBJECT} b"),
        ("![Ann *Lee* &amp; co](teh.jpg 'teh') ran", f"{OBJECT} ran\n\nAnn Lee & co"),
        ("[![Ann ![Bo](c)](a)](b)", f"{OBJECT}\n\nAnn {OBJECT}\n\nBo"),
        ("![](a.jpg)", OBJECT),
    ],
)
def test_what_is_not_prose(markdown: str, text: str) -> None:
    assert prose(markdown).text == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("---\nlayout: teh\n---\nCopy", "Copy"),
        ("---  \r\nlayout: teh\r\n...\r\nCopy", "Copy"),
        ("+++\nteh = 1\n\n+++\n# Copy", "Copy"),
        ("---\n---\nCopy", "Copy"),
        ("---\nlayout: teh\n---", ""),
        ("---\n\nCopy\n\n---\n", "Copy"),
        ("---\nCopy without an end", "Copy without an end"),
        ("\n---\ntitle: Copy\n---", "title: Copy"),
        ("---\ntitle: One  # teh\ndate: teh\n---\nCopy", "One\n\nCopy"),
        ('---\r\ntitle: "One \\u0041 \\"x\\""\r\n---\r\nCopy', 'One A "x"\n\nCopy'),
        ("---\ntitle: 'It''s'  # teh\n---\nCopy", "It's\n\nCopy"),
        ("---\nimage:\n  src: teh.jpg\n  caption: One\n---\nCopy", "One\n\nCopy"),
        ("---\nsummary: >-\n  One\n\n  two\nid: teh\n---\nCopy", "One\n\ntwo\n\nCopy"),
        ("---\ntags:\n  - One\n- two\nids:\n- teh\n---\nCopy", "One\n\ntwo\n\nCopy"),
        ('---\ntitle: [teh]\ntitle: &teh x\ntitle: "teh\ntitle: "\\x41"\n---\nCopy', "Copy"),
        ('---\ntitle: "One \\u{ two"\ncaption: "\\u00"\n---\nCopy', "Copy"),
        ('+++\ntitle = "One"\ndraft = true\n+++\nCopy', "One\n\nCopy"),
        ('+++\ntext = """\nOne\ntwo\n"""\nid = """\nteh\n"""\n+++\nCopy', "One\n\ntwo\n\nCopy"),
        ('{\n  "title": "One",\n  "id": "teh"\n}\nCopy', "One\n\nCopy"),
        ("{\n  not JSON\n}\nCopy", "{\nnot JSON\n}\nCopy"),
    ],
)
def test_front_matter(markdown: str, text: str) -> None:
    assert prose(markdown).text == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('see {{< youtube "teh" >}}', f"see {OBJECT}"),
        ("and {{% note %}}that{{% /note %}}", f"and {OBJECT}that{OBJECT}"),
        ("by {% include teh.html %} or {{ page.teh | upcase }}", f"by {OBJECT} or {OBJECT}"),
        ("{% highlight sh %}\nteh `x\n\nteh\n{% endhighlight %}\nCopy", "Copy"),
        ("{{< code >}}\nteh\n\nteh\n{{< /code >}}\nCopy {{< x }}", f"Copy {OBJECT}"),
        ("a {% comment %}teh{% endcomment %} b {# not #}", f"a {OBJECT} b {OBJECT}"),
        ("# Head {#teh}\n\n{: .teh}\nCopy", f"Head {OBJECT}\n\n{OBJECT}\nCopy"),
        ("Copy\n{{< figure\n  src=teh\n>}}\nmore", "Copy\n\nmore"),
        ("> {{% x\n> teh %}} b", f"{OBJECT} b"),
        ("$$\nteh\n$$\nCopy for $$ 5", "Copy for $$ 5"),
        ("a[^1]\n[^1]: b\n    c\n\n    d\n\n        teh\n\ne", "a\n\nb\nc\n\nd\n\ne"),
        ("a {b} {{c} d}", "a {b} {{c} d}"),
        ("<div>\nOne <b>two</b> &amp; caf&#233;\n</div>\n\n*three*", "One two & café\n\nthree"),
        ("a\n\n> <p title='One'>\n> two\n\nb", "a\n\ntwo\n\nOne\n\nb"),
        ("<pre>\nteh\n\nteh\n</pre>\nCopy", "Copy"),
        ("<Note type='x'>Copy</Note>", "Copy"),
    ],
)  # fmt: skip
def test_site_generators_and_their_html(markdown: str, text: str) -> None:
    assert prose(markdown).text == text


def test_mdx() -> None:
    text = (
        "import A from './teh'\nimport B\n\nexport const x = 1\n\nCopy {props.teh} {/* teh */}here."
    )
    assert read(Source.from_text(text, "a.mdx")).text == f"Copy {OBJECT} here."
    assert "teh" in read(Source.from_text(text, "a.md")).text
    code = (
        "export const teh = {\n  a: [\n\n  ]\n}\n\n<Tabs teh={['>', {a: 1}]} b>\n  One\n</Tabs>\n"
    )
    assert read(Source.from_text(code, "a.mdx")).text.strip() == "One"
    assert read(Source.from_text("{teh(\n\n{a})\n}\n\nOne", "a.mdx")).text == "One"


@pytest.mark.parametrize(
    ("block", "text"),
    [
        ("<ul>\n{all.map(teh => <li key={teh}>teh</li>)}\n</ul>", OBJECT),
        ("<Foo onClick={() => go('teh')} label='x'>\nCopy\n</Foo>", "Copy"),
        ("<Card>\n{/* teh */}\nCopy {a > b ? 'teh' : {teh}} here\n</Card>", f"Copy {OBJECT} here"),
        ("<Card>\nCopy { here\n</Card>", "Copy { here"),
    ],
)
def test_code_in_a_block_of_jsx(block: str, text: str) -> None:
    assert read(Source.from_text(block, "a.mdx")).text.strip() == text


def test_a_comment_in_a_block_of_jsx_silences() -> None:
    story = "<Card>\n{/* newslint: off */}\nIt was teh end.\n</Card>\n\nIt was teh end.\n"
    assert found(story, path="a.mdx") == []
    assert len(found(story.replace("newslint", "nobody"), path="a.mdx")) == 2


def test_html_and_front_matter_keep_their_places() -> None:
    head = '---\ntitle: "Ann \\u004cee"\ncaption: Ann Lee\n---\n'
    text = head + "> <p>Ann Le<b>e</b>\n> Caf&#233; Ann</p>"
    assert place(text, "Ann Lee") == "Ann \\u004cee"
    read_as = prose(text)
    spans = [read_as.to_source(Span(at, at + 3)) for at in (0, 9, 18, 31)]
    assert [text.index("Ann", span.start) == span.start for span in spans if span] == [True] * 4
    assert place(text, "Café") == "Caf&#233;"


def test_a_line_break_can_be_edited_across_where_nothing_stands_between() -> None:
    assert place("met Ann\r\nLee there", "Ann\r\nLee") == "Ann\r\nLee"
    assert place("> met Ann\n> Lee there", "Ann\nLee") is None
    assert place("met Ann  \nLee there", "Ann\nLee") is None


def test_what_straddles_markup_or_is_decoded_has_no_single_place() -> None:
    assert place("Bei*gun* met", "Beigun") is None
    assert place("Bei*gun* met", "gun") == "gun"
    assert place("caf&eacute; met", "café") == "caf&eacute;"
    assert place("caf&eacute; met", "é") == "&eacute;"
    assert place("a&amp;\n\nb", "&") == "&amp;"


@pytest.mark.parametrize(
    ("link", "is_edited"),
    [("[Ann Leee]", False), ("[Ann Leee][]", False), ("![Ann Leee]", False), ("Ann Leee", True),
     ("[Ann Leee][x]", True), ("[Ann Leee](x)", True), ("![Ann Leee][x]", True)],
)  # fmt: skip
def test_the_name_of_a_definition_is_not_changed(link: str, is_edited: bool) -> None:
    read_as = prose(f"So {link} came.\n\n[Ann Leee]: /a\n[x]: /b\n")
    at = read_as.text.index("Leee")
    assert (read_as.edits(Edit(Span(at, at + 4), "Lee")) is not None) == is_edited


def test_words_that_stand_twice_keep_their_own_places() -> None:
    text = "1. | 1 | 2\n   |---|--\n   | 2 | 1 | 3\n\n# # 1 #\n"
    read_as = prose(text)
    assert [text[run.span.start - 2 : run.span.end] for run in read_as.runs] == [
        "| 1", "| 2", "| 2", "| 1", "# # 1",
    ]  # fmt: skip


def visible(tokens: list[Token]) -> str:
    """What markdown-it itself, left as it comes, finds to show."""
    shown = {"text": "", "softbreak": "\n", "hardbreak": "\n", "code_inline": OBJECT}
    found = ""
    for token in tokens:
        if token.type == "inline":
            found += visible(token.children or []) + "\n"
        elif token.type in shown:
            found += shown[token.type] or token.content
    return found


LETTERS = "ab*_`|[]()!\\#>-+&~=\t\n\r \v\xa0\u2028é🦉1.:\0"
STRINGS = [
    "``",
    "**",
    "](",
    "\\|",
    "<b>",
    "&amp",
    "",
    "&#0",
    "word ",
    "\n\n",
    "\r\n",
    "    ",
    "\n> ",
    "\n- ",
    "\n```\n",
    "\n===\n",
    "\n|-|-|\n",
]
MARKUP = st.lists(st.sampled_from([*LETTERS, *STRINGS]), max_size=25).map("".join)


@examples(200)
@given(MARKUP)
@example("\t- a\n\t  b")
@example("> \ta\n>\tb")
def test_nothing_a_reader_sees_is_lost_and_every_place_is_right(text: str) -> None:
    read_as = prose(text)
    for run in read_as.runs:
        if not run.decoded:
            assert text[run.span.start : run.span.end] == read_as.text[run.at : run.end]
    if "![" in text or "\0" in text or "<b>" in text:
        return
    stock = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    wanted = visible(stock.parse(text))
    assert read_as.text.split() == wanted.split()


@examples(100)
@given(st.text(max_size=60) | st.text(alphabet="<>[]!^:`*_/-ab \n&;'\"", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    read_as = prose(text)
    for run in read_as.runs:
        if not run.decoded:
            assert text[run.span.start : run.span.end] == read_as.text[run.at : run.end]


BLOCKS = st.lists(
    st.sampled_from(
        ["# a\n", "- one\n", "  more\n", "  - nested\n", "1. x\n", "10. z\n", "\n", "para *em*\n",
         "> quote\n", "lazy\n", "    code\n", "```\n", "<div>\n", "<!-- c\n", "-->\n", "<pre>\n",
         "| a | b |\n|---|---|\n| c | d |\n", "[foo]: /url\n", "see [foo] [bar]\n", "===\n",
         "---\n", "[bar]: <x> 'title\n", "more'\n", "[^1]: note\n", "* * *\n", "\t tab\n",
         "\xa0\n", "\r", "{{< x\n", "y >}}\n", "{% raw %}\n", "{% endraw %}\n", "$$\n",
         "export {\n", "}\n", "    in it\n"]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@examples(100)
@given(BLOCKS, st.sampled_from([1, 30]), st.booleans())
@example("[foo]\n\n- a\n- b\n\n[foo]: x\n", 1, False)
def test_block_by_block_is_read_the_same(text: str, window: int, mdx: bool) -> None:
    starts = line_starts(text)
    whole, parts = (
        [(t.content, t.map, t.children) for t in parse(text, starts, mdx, size) if t.content]
        for size in (10_000, window)
    )
    assert parts == whole


@pytest.mark.parametrize(
    "knot",
    ["[", "![", "> ", "- ", "*a_ ", "`a``", "<a ", "[^", "|a", "\\", "{{ ", "{{<\n", "[^a]: "],
)
@pytest.mark.slow
def test_hostile_markdown_takes_no_more_than_its_share(knot: str) -> None:
    prose(knot * 2000)


def test_examples_read_the_same_as_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_bytes("\ufeff# Zoë Brandt\r\n\r\nBrandt *won*.".encode())
    assert read(load(str(path))).text == "Zoë Brandt\n\nBrandt won."
