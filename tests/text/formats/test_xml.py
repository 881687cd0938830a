"""XML of newsrooms: copy is found by its elements; what is hostile or broken is refused."""

from __future__ import annotations

from contextlib import suppress
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.text.formats.html_tokens import tokens
from newslint.text.formats.reading import articles
from newslint.text.prose import Piece
from newslint.text.source import Source
from tests.conftest import Run
from tests.examples import examples

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>Harbour opens</title><meta name="teh" content="teh"/>
  <docdata><doc-id id-string="teh"/>
  <key-list><keyword key="ports &amp; ships"/></key-list></docdata>
</head><body><body.head>
  <hedline><hl1>Harbour opens</hl1><hl2>At last</hl2></hedline>
  <byline>By <person>Bo Oak</person></byline><dateline><location>Brannock Bay</location></dateline>
</body.head><body.content>
  <p>Caf&eacute; owner <person>Ann <em>Lee</em></person>
     came.</p>
  <media media-type="image"><media-reference source="teh.jpg" alternate-text="A crane"/>
    <media-caption>Ann Lee waves</media-caption></media>
</body.content></body></nitf>"""

NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<header><sender>teh</sender></header>
<itemSet><newsItem xml:lang="en"><itemMeta><provider><name>teh</name></provider></itemMeta>
<contentMeta><headline>Harbour opens</headline><slugline>teh</slugline>
<subject qcode="teh"><name>Shipping</name></subject></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Harbour</title></head>
<body><p>Ann <b>Lee</b> came.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem xml:lang="fr"><contentMeta><headline>Le teh</headline></contentMeta></newsItem>
<newsItem><contentSet><inlineData>Two.</inlineData></contentSet></newsItem></itemSet></newsMessage>"""

RSS = """<rss><channel><title>Bay News</title><link>teh</link>
<item><title>One</title><description>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</description>
<guid>teh</guid></item>
<item><title>Two</title>
<content:encoded xmlns:content="x"><![CDATA[<p>C<b>D</b>]]></content:encoded></item>
</channel></rss>"""


def texts(text: str, path: str = "a.xml") -> list[str]:
    return [prose.text for prose in articles(Source.from_text(text, path))]


def test_an_item_is_an_article() -> None:
    assert texts(NITF) == [
        "Harbour opens\n\nports & ships\n\nHarbour opens\n\nAt last\n\nBy Bo Oak\n\n"
        "Brannock Bay\n\nCafé owner Ann Lee came.\n\nA crane\n\nAnn Lee waves"
    ]
    assert texts(NEWSML) == ["Harbour opens\n\nShipping\n\nHarbour\n\nAnn Lee came.", "Two."]
    assert texts(RSS) == ["Bay News", "One\n\nA & B", "Two\n\nCD"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<hl1>By <person>Ann <name.family>Lee</name.family></person> ran</hl1>", "By Ann Lee ran"),
        ("<byline>By <person>Ann</person><byttl>Staff</byttl></byline>", "By Ann\n\nStaff"),
        ("<creator><name>Ann</name></creator><located><name>Bay</name></located>", "Ann\n\nBay"),
        ("<dc:creator xmlns:dc='d'>Ann</dc:creator><by>By Bo</by>", "Ann\n\nBy Bo"),
        ("<title type='html'>A &lt;i&gt;b&lt;/i&gt; &amp;amp; c</title>", "A b & c"),
        ("<title type='text'>A &lt;i&gt;</title>", "A <i>"),
        ("<inlineData encoding='base64'>dGVo</inlineData><title>A</title>", "A"),
        ("<content type='image/png'>teh</content><title>A</title>", "A"),
        ("<keyword>rain</keyword><keyword>wind</keyword>", "rain\n\nwind"),
        ("<title><b>A</b></title><quote><b>B</b></quote><x><i>no</i></x>", "A\n\nB"),
        ("<abstract>One <br/>two<br/> three<p>A<br/></p></abstract>", "One\ntwo\nthree\n\nA"),
        ("<body.content><p>One\n\n  By Bo\n  Two</p></body.content>", "One\n\nBy Bo Two"),
    ],
)
def test_what_an_element_says_and_is_no_copy(xml: str, text: str) -> None:
    assert texts(f"<item>{xml}</item>") == [text]


NEWSML_1 = """<NewsML><NewsItem><NewsComponent><NewsLines>
  <HeadLine>Harbour opens</HeadLine><SlugLine>teh</SlugLine><KeywordLine>ports</KeywordLine>
</NewsLines><DescriptiveMetadata><Language FormalName="%s"/></DescriptiveMetadata>
<NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent>
  <p>Ann Lee came.</p>
  <p>Bo Oak left.</p></DataContent></ContentItem></NewsComponent>
</NewsComponent></NewsItem></NewsML>"""


def test_newsml_of_the_first_kind() -> None:
    assert texts(NEWSML_1 % "en") == ["Harbour opens\n\nports\n\nAnn Lee came.\n\nBo Oak left."]
    escaped = "<NewsItem><DataContent>&lt;p&gt;Ann &amp;amp; Bo&lt;/p&gt;</DataContent></NewsItem>"
    assert texts(escaped) == ["Ann & Bo"]


@pytest.mark.parametrize(
    ("xml", "read_as"),
    [
        (NEWSML_1 % "fr", []),
        ("<nitf baselang='nb-NO'><hl1>Nei</hl1></nitf>", []),
        ("<nitf baselang='en-US'><hl1>Yes</hl1></nitf>", ["Yes"]),
        ("<feed><language>English</language><title>Yes</title></feed>", ["Yes"]),
        ("<item><title lang='de'>Nein</title><title>Yes</title></item>", ["Yes"]),
        ("<item><title xml:lang='x-default'>Yes</title></item>", ["Yes"]),
        ("<newsItem><contentMeta><headline>Nein</headline><language tag='de'/></contentMeta>"
         "<inlineData>Nein</inlineData></newsItem>", []),
        ("<newsItem><contentMeta><language tag='de'/><language tag='en'/><headline>Yes</headline>"
         "</contentMeta></newsItem>", ["Yes"]),
        ("<newsItem><partMeta><language tag='de'/></partMeta><headline>Yes</headline></newsItem>",
         ["Yes"]),
        ("<rss><channel><title>Nein</title><language>de-DE</language><item><title>Nein</title>"
         "</item></channel><channel><item><title>Yes</title></item></channel></rss>", ["Yes"]),
        ("<rss><channel><language> en-GB </language><item><title>Yes</title></item><item>"
         "<title>Non</title><dc:language xmlns:dc='d'>fr</dc:language></item><item>"
         "<title>Two</title></item></channel></rss>", ["Yes", "Two"]),
    ],
)  # fmt: skip
def test_an_item_says_what_language_it_is_in(xml: str, read_as: list[str]) -> None:
    assert texts(xml) == read_as


BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><title>&b;</title></a>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://x.example/b"> %b;]><a/>'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BOMB, "declares the entity 'b', which newslint does not read"),
        (OUTSIDE, "declares the entity 'b', which newslint does not read"),
        (PARAMETER, "declares the entity 'b', which newslint does not read"),
        ("<a><b></a>", "not well-formed XML: line 1, column 9 (mismatched tag)"),
        ("<a>\n&nosuch;</a>", "not well-formed XML: line 2, column 1 (undefined entity)"),
        ("", "not well-formed XML: line 1, column 1 (no element found)"),
        ("<a/>x", "not well-formed XML: line 1, column 5 (junk after document element)"),
    ],
)
def test_what_is_hostile_or_broken_is_refused(text: str, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        texts(text)
    assert caught.value.reason == said


def test_a_thousand_levels_are_read() -> None:
    assert texts("<title>" * 1000 + "deep" + "</title>" * 1000) == ["deep"]


def test_a_fix_changes_its_letters_alone(newslint: Run, desk: str) -> None:
    text = NITF.replace("Ann <em>Lee</em>", "Lena <em>Har</em>stom").replace(
        "Ann Lee", "Lena Harstom"
    )
    done = newslint("--fix", "--names", desk, "--stdin-filename", "a.xml", "-", stdin=text)
    assert done.stdout == text.replace("stom", "storm")


def test_comments_silence(newslint: Run, desk: str) -> None:
    text = "<a><title>Lena Harstom</title> <!-- newslint: ignore --></a>"
    assert newslint("--names", desk, "--stdin-filename", "a.xml", "-", stdin=text).exit_code == 0


PARTS = (
    "<title> </title> <p> </p> <b/> a é &amp; &#233; <!-- --> <![CDATA[ ]]> <?x ?> > &lt;b&gt; "
    "<description> </description>"
).split(" ")


@examples(200)
@given(st.lists(st.sampled_from([*PARTS, " ", "\n"]), max_size=12).map("".join))
def test_every_place_is_right(inside: str) -> None:
    text = f"<rss><title>{inside}</title></rss>"
    with suppress(SourceError):
        for prose in articles(Source.from_text(text, "a.xml")):
            for run in prose.runs:
                if not run.decoded:
                    assert text[slice(*run.span)] == prose.text[run.at : run.end]


MARKUP = (
    "<!---->|<!-->|<!--->-->|<!-->x</a>-->|<!-- <b> -->|<?x > ?>|<?x?>|<?x <b>?>|<![CDATA[<b>]]>|"
    "<![CDATA[-->]]>|<a>|</a>|<é b='>'>|</é>|<b c=\">\"/>|>|-->|?>|]]|&lt;|&#60;!--|words"
).split("|")

SUBSET = [
    "",
    "<!DOCTYPE a>",
    "<!DOCTYPE a [ ]>",
    "<!DOCTYPE a [<!-- ]> ' --><!ELEMENT a ANY>]>",
    "<!DOCTYPE a [<?x ]> \" ?> <!ATTLIST a b CDATA ']>'> ] >",
    "<!DOCTYPE a SYSTEM '>'>",
    '<!DOCTYPE a PUBLIC "x" "[">',
]


@examples(500)
@given(st.sampled_from(SUBSET), st.lists(st.sampled_from(MARKUP), max_size=14).map("".join))
def test_what_is_text_to_an_xml_parser_is_text_to_us(subset: str, inside: str) -> None:
    text = f"{subset}<a>{inside}</a>"
    try:
        read = "".join(ElementTree.fromstring(text).itertext())
    except ElementTree.ParseError:
        return
    pieces = (token for token in tokens(text, xml=True) if isinstance(token, Piece))
    assert "".join(piece.text for piece in pieces) == read


@pytest.mark.parametrize(
    "comment", ["<!--><p>The teh ferry.</p> -->", "<!---><p>teh</p>-->", "<?x <p>teh</p> ?>"]
)
def test_a_fix_does_not_reach_into_comments(newslint: Run, comment: str) -> None:
    text = f"<nitf><body><p>The ferry.</p>{comment}</body></nitf>"
    done = newslint("--fix", "--stdin-filename", "a.xml", "-", stdin=text)
    assert (done.exit_code, done.stdout) == (0, text)
