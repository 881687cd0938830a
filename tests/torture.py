"""Torture files for every reader, made here: what the suites of each format try, in our words.

They follow JSONTestSuite (numbers, nesting, escapes, truncation), html5lib (tags that are wrongly
nested, an end in every state), CommonMark (runs of every mark), yaml-test-suite (all that YAML has
and a book has not), libxml2 (entities, declarations) and the lists of naughty strings.
"""

# ruff: noqa: E501  (lists of pieces)

from __future__ import annotations

from collections.abc import Iterator

DEEP = 3_000

STORY = "The teh ferry was late, Harstom said."

NAUGHTY = (
    "undefined null None NaN -1 1e309 0x0 1/0 ../../etc/passwd C:\\con %s%n {0} ${HOME} $(id) `id`",
    "'; DROP TABLE stories; -- <script>alert(1)</script> \" onload=x javascript:1",
    "\u202eevil\u202c \u2066x\u2069 \u200b\u200d\ufeff\u00ad\u2060 \u0300\u0301" + "\u0334" * 200,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e8\U0001f1ed \u0661\u0662 \u216b \ufb01 ß İ ı ǅ",
    "田中さん الكل في المجمو عة שלום สวัสดี Ω≈ç√∫˜ ⁰⁴⁵ \u2028\u2029\x85\x0b\x0c",
    "a" * 5_000 + " " + "A" * 5_000 + " " + "-" * 5_000 + " " + "’" * 5_000,
    "I I I I the the the the " * 50 + "Mr. Dr. St. U.S. e.g. i.e. " * 50,
)

JSON_VALUES = (
    *("[1,]", '{"a":1,}', "[1 2]", '{"a" 1}', "[", "{", '["', '{"a":', "]", "", " ", "nul", "+1"),
    *("-", "01", "1e", "1e9999", "-1e-9999", "1" * 6_000, "0." + "1" * 6_000, "NaN", "Infinity"),
    *(
        '"\\u"',
        '"\\uD800"',
        '"\\uDC00\\uD800"',
        '"\\ud83d\\ude00"',
        '"\\x41"',
        '"\t"',
        '"\n"',
        "'a'",
    ),
    *("\ufeff{}", "{}{}", "// a\n{}", '{"a":1,"a":2}', "[" * DEEP, "[" * DEEP + "]" * DEEP),
    *('{"a":' * DEEP, '{"title": null, "body": 7, "text": ["a", {"body": "b"}]}', '"\0"'),
)

HTML_PIECES = (
    *(
        "<",
        "</",
        "<!",
        "<!-",
        "<!--",
        "<!-->",
        "<!--->",
        "<!-- --!>",
        "<![CDATA[",
        "<?",
        "<a",
        "<a ",
    ),
    *(
        "<a b",
        "<a b=",
        "<a b='",
        '<a b="',
        "<a/",
        "</a",
        "</>",
        "<>",
        "< a>",
        "&",
        "&#",
        "&#x",
        "&am",
    ),
    *(
        "&#xD800;",
        "&#0;",
        "&#x110000;",
        "&#99999999999;",
        "&nosuch;",
        "&notit;",
        "<script>",
        "<style>",
    ),
    *(
        "<textarea>",
        "<title>",
        "<plaintext>",
        "<svg><p>",
        "<math><mi><p>",
        "<table><b>x<tr>",
        "</p>",
    ),
    *(
        "<b><i></b></i>",
        "<a><p></a></p>",
        "<p><table></p>",
        "<select><p>",
        "<template><tr>",
        "<br/>",
    ),
    *(
        "<b>" * DEEP,
        "<div>" * DEEP,
        "<table><td>" * 300,
        "<a " + "b " * 3_000 + ">",
        "\0",
        "<meta charset=>",
    ),
)

MARKS = "* _ ` ~ [ ] ( ) ! < > # - + = | : & \\ \" ' { } $ ^ @".split()

XML_PIECES = (
    *(
        "<?xml version='9'?>",
        "<?xml encoding='klingon'?>",
        "<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>",
    ),
    "<!DOCTYPE r [<!ENTITY a 'aaaa'>"
    + "".join(f"<!ENTITY a{n} '{'&a;' * 9}'>" for n in range(9))
    + "]><r>&a8;</r>",
    *(
        "<!DOCTYPE r SYSTEM 'file:///etc/passwd'><r/>",
        "<r><!-- a -- b --></r>",
        "<r><!-- --></r>",
        "<r",
    ),
    *(
        "<r></s>",
        "<r a=1/>",
        "<r a='1' a='2'/>",
        "<r>&#0;</r>",
        "<r>&lt</r>",
        "<r>]]></r>",
        "<r/><r/>",
    ),
    *("<r>" * DEEP, "<x:r/>", "<r><![CDATA[a]]", "<?a", "<r>\x01</r>", "", "a<r/>", "\ufeff<r/>"),
)

YAML_BOOKS = (
    *("", "---", "--- a\n--- b", "&a [*a]", "- &a b\n- *a", "!!python/object:os.system []", "!a b"),
    *(
        "- <<: {a: b}",
        "? [a]\n: b",
        "{a: b, a: c}",
        "- a\n b: c",
        "\t- a",
        "- 'a",
        '- "\\',
        "- |\n  a",
    ),
    *(
        "- >+9\n a",
        "%YAML 9.9\n---\n- a",
        "- \0",
        "- \ud7ff\ufffe",
        "[" * 500,
        "{a: " * 500,
        "- " * 500,
    ),
    *(
        "- name: [a]",
        "- name: {}",
        "- name: ''",
        "- {name: 7, kind: x}",
        "- id: 7",
        "- {id: a/b}",
        "a: b",
    ),
    *(
        "- {id: a/b, kind: pattern, pattern: '(', message: m}",
        "- words: [[a]]",
        '- {name: "\\u0007"}',
    ),
)


def copy() -> Iterator[tuple[str, bytes]]:
    """Names of files for the readers of copy, with what is in them."""
    for at, value in enumerate(JSON_VALUES):
        yield f"json{at}.json", value.encode()
        yield (
            f"lines{at}.jsonl",
            f'{{"title": "{STORY}"}}\n{value}\n{{"body": "{STORY}"}}\n'.encode(),
        )
    for at, piece in enumerate(HTML_PIECES):
        for ending in ("html", "md", "xhtml"):
            yield f"markup{at}.{ending}", f"<p>{STORY}\n{piece}{STORY}".encode()
    for at, piece in enumerate(XML_PIECES):
        yield f"xml{at}.xml", piece.encode()
        yield f"feed{at}.xml", f"<rss><item><title>{STORY}{piece}</title></item></rss>".encode()
    for at, mark in enumerate(MARKS):
        marked = f"{mark * 1_200}{STORY}{mark} {(mark + 'a') * 200}\n{(mark + ' ') * 200}\n"
        for ending in ("md", "mdx", "rst", "adoc", "txt", "csv"):
            yield f"marks{at}.{ending}", f"title,body\n{marked}\n\n{STORY}\n".encode()
    for at, text in enumerate(NAUGHTY):
        for ending in ("txt", "md", "html", "csv", "tsv", "rst", "adoc", "jsonl"):
            yield f"naughty{at}.{ending}", f"{text}\n\n{STORY}\n{text}".encode()
    yield from _bytes()


def _bytes() -> Iterator[tuple[str, bytes]]:
    story = STORY.encode()
    damaged = {
        "nul": b"a\0b",
        "latin": b"caf\xe9 " + story,
        "halves": b"\xed\xa0\x80" + story,
        "overlong": b"\xc0\xaf" + story,
        "cut": story + b"\xe2\x80",
        "utf16": b"\xff\xfe" + STORY.encode("utf-16-le"),
        "odd": b"\xff\xfe" + STORY.encode("utf-16-le")[:-1],
        "big": b"\xfe\xff" + STORY.encode("utf-16-be"),
        "boms": b"\xef\xbb\xbf" * 3 + story,
        "ends": b"\r\r\n\n\r" + story + b"\r",
        "zip": b"PK\x03\x04" + bytes(60),
        "empty": b"",
    }
    for name, data in damaged.items():
        for ending in (
            "txt",
            "md",
            "html",
            "json",
            "jsonl",
            "csv",
            "xml",
            "rst",
            "docx",
            "rtf",
            "eml",
        ):
            yield f"{name}.{ending}", data


def books() -> Iterator[tuple[str, bytes]]:
    """Names of files for the readers of books, with what is in them."""
    for at, text in enumerate(YAML_BOOKS):
        yield f"book{at}.yaml", text.encode("utf-8", "surrogatepass")
    for at, value in enumerate(JSON_VALUES):
        yield f"names{at}.jsonl", value.encode()
    for at, text in enumerate((*NAUGHTY, 'name\n"', "name,name\n", 'name\n"a"b', "x\ny", "", "\0")):
        yield f"table{at}.csv", text.encode()
        yield f"naughty{at}.yaml", f"- name: {text}".encode()
    for name, data in (("latin", b"- caf\xe9"), ("half", b"\xff\xfea"), ("nul", b"a\0b")):
        for ending in ("yaml", "csv", "jsonl"):
            yield f"{name}.{ending}", data
