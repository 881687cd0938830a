"""Fuzzing: every reader is fed what is bred from samples, and bred on where it meets new branches.

`make fuzz` gives each a minute. What must hold of any bytes: they are read or refused with a
SourceError, in a time that fits their length; they are written back as they came; each letter of
the prose stands where its place says; a word that is edited is edited in what is read then, and
nothing else is. What breaks this is printed, and becomes a test.
"""

from __future__ import annotations

import random
import re
import sys
import time
import traceback
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any
from zipfile import ZipFile, ZipInfo

import newslint
from newslint.core.errors import SourceError
from newslint.core.finding import Edit, Span
from newslint.text.edits import apply
from newslint.text.formats.reading import articles, load_bytes
from newslint.text.prose import Prose
from newslint.text.source import Source

PACKAGE = str(Path(newslint.__file__).parent)
WATCHED = tuple(f"{PACKAGE}/text/{name}" for name in ("formats/", "prose.py", "encodings.py"))

SAMPLES = {
    "txt": "One two\r\nthree\n# newslint: off\nfour\r",
    "md": '---\ntitle: "One \\u0041 two"\n---\n# Head #\n\n> *Pa* &eacute;\n> more\n\n<p>a <b>x\n\n'
    "| a | b |\n|---|---|\n| c | d |\n\n[^1]: so `x` ![alt](a) [b]\n\n[b]: <c> 'd'\n",
    "mdx": "import A\n\nWords {b} <C>inside</C> {/* no */} here\n",
    "html": "<title>One &amp; two</title><p title='Ann'>Bei<b>gun</b> caf&eacute;<br>a <q>so</q>"
    "<script>no</script><!-- newslint: off --><ul><li lang=fr>un<li>two</ul><img alt=three>",
    "json": '{"title": "Caf\\u00e9 \\"open\\"", "body": "<p>Har<i>bour<\\/i> &amp; bay<\\/p>"}',
    "jsonl": '{"title": "One two"}\n{"caption": "three", "language": "fr"}\n',
    "csv": 'id,title,body\n1,"Say ""so"" now",<b>two</b> three\n',
    "tsv": "title\tbody\r\nOne\ttwo\r\n",
    "xml": "<rss><item><title>One &#233; two</title><description>&lt;p&gt;three</description>"
    "</item><item><title><![CDATA[four]]></title></item></rss>",
    "rst": "Head\n====\n\n- One *two* ``no`` three\n  four\n\n.. no::\n   no\n\n"
    ".. note:: `a <b>`_ x::\n",
    "adoc": "= Head\n:title: One\n\nOne *two* `no` three\n----\nno\n----\n* link:a[four]\n",
    "docx": "<w:document xmlns:w='w'><w:p><w:r><w:t>One t</w:t></w:r><w:r><w:t>wo</w:t><w:tab/>"
    "</w:r></w:p><w:p><w:del><w:t>no</w:t></w:del><w:t>three &amp; four</w:t></w:p></w:document>",
    "rtf": r"{\rtf1\ansi{\fonttbl{\f0 S;}{\f1\fcharset204 T;}}{\b On}e\par two\'e9 S\u246\'f6ren"
    r"{\*\no no}{\footnote three}{\field{\*\fldinst no}{\fldrslt four}}"
    r"\bin2 {}{\f1\'cf}\line five}",
    "eml": "Subject: =?utf-8?q?One?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    "Content-Transfer-Encoding: quoted-printable\n\nTwo th=\nree =C3=A9\n--b\n"
    "Content-Type: text/html\n\n<p>four\n--b--\n",
}

MARKS = (
    *"<b> </b> <p> </p> <!-- --> <![CDATA[ ]]> <pre> </pre> <script> </script> <q> <sup>".split(
        " "
    ),
    *r"&amp; &#233; &lt; & ; [ ]( ) ![ ` ``` ~~~ * ** _ # > - 1. | || {{ }} {% %} {/* */}".split(
        " "
    ),
    *r"""{ } \ \u00e9 \ud83d\ude00 \" " ' "" , ; : :: .. // ---- ==== + newslint:""".split(" "),
    *("\r", "\n", "\r\n", "\n\n", "\t", " ", "  ", "\n    ", "\xa0", "\xad", "\u2028", "\0"),
    *("é", "🦉", "<li lang=fr>", "<!-- newslint: off -->", "title: "),
    *(r"\'e9", r"\u233?", r"\bin4 ", r"\par ", r"{\* ", r"\uc2 ", "=C3=A9", "=\n", "--b\n"),
    *("Content-Type: text/plain\n\n", "Content-Transfer-Encoding: base64\n"),
)

LONGEST = 2_000
"""Bytes of an input."""

SLOWEST = 5
"""Maximum seconds to read an input while it is traced."""

WORD = re.compile(r"[A-Za-z]{2,}")


def read(data: bytes, suffix: str) -> tuple[Source, list[Prose]] | None:
    """Read `data` as a file of this suffix; None if it is refused."""
    try:
        source = load_bytes(packed(data) if suffix == "docx" else data, f"a.{suffix}")
        return source, list(articles(source))
    except SourceError:
        return None


def judge(source: Source, found: list[Prose], data: bytes) -> None:
    """See whether all holds of what was read of `data`."""
    assert source.package or source.to_bytes() == data
    spans = sorted(run.span for prose in found for run in prose.runs)
    assert all(a.end <= b.start for a, b in pairwise(spans)), "two letters in one place"
    for prose in found:
        for run in prose.runs:
            if not run.decoded:
                assert source.text[slice(*run.span)] == prose.text[run.at : run.end]
    number = len(data) % max(len(found), 1)
    words = list(WORD.finditer(found[number].text)) if found else []
    if words:
        edit_one(source, number, found[number], words[len(data) % len(words)])


def edit_one(source: Source, number: int, prose: Prose, word: re.Match[str]) -> None:
    """Edit a word of an article, and check that nothing else changes."""
    edits = prose.edits(Edit(Span(*word.span()), "Zzyx"))
    guessed = not source.certain and not source.path.endswith(".rtf")
    if edits is None or guessed or not source.takes("Zzyx"):
        return
    wanted = f"{prose.text[: word.start()]}Zzyx{prose.text[word.end() :]}"
    edited = source.replaced(apply(source.text, edits))
    assert list(articles(edited))[number].text == wanted, word[0]
    try:
        data = edited.to_bytes()
    except SourceError:  # a package may refuse what it is not certain of
        return
    assert load_bytes(data, source.path).text == edited.text, word[0]


def packed(document: bytes) -> bytes:
    """A DOCX file with this document."""
    file = BytesIO()
    with ZipFile(file, "w") as zipped:
        zipped.writestr(ZipInfo("word/document.xml"), document)  # of no time
    return file.getvalue()


def bred(parents: list[bytes], chance: random.Random) -> bytes:
    """A mutation of samples: parts are removed, doubled, moved between them, or damaged."""
    child = bytearray(chance.choice(parents))
    for _ in range(chance.choice((1, 1, 2, 4))):
        start, end = sorted(chance.randrange(len(child) + 1) for _ in range(2))
        end = min(end, start + chance.choice((1, 4, 16, 64)))
        other = chance.choice(parents)
        low = chance.randrange(len(other) + 1)
        match chance.randrange(5):
            case 0:
                del child[start:end]
            case 1:
                child[start:end] = child[start:end] * chance.choice((2, 3, 20))
            case 2:
                child[start:start] = chance.choice(MARKS).encode()
            case 3:
                child[start:end] = other[low : low + chance.choice((1, 4, 16, 64))]
            case 4:
                child[start:start] = bytes([chance.randrange(256)])
    return bytes(child[:LONGEST])


class Watch:
    """Notes which lines of the readers ran after which."""

    def __init__(self) -> None:
        self.known_findings: set[tuple[str, int, int]] = set()

    def __call__(self, frame: FrameType, event: str, _: Any) -> Any:
        file, last = frame.f_code.co_filename, 0
        if not file.startswith(WATCHED):
            return None

        def step(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal last
            self.known_findings.add((file, last, frame.f_lineno))
            last = frame.f_lineno
            return step

        return step


def tried(data: bytes, suffix: str) -> set[tuple[str, int, int]]:
    """Read `data` and judge the result; return the branches that ran."""
    watch = Watch()
    began = time.process_time()
    sys.settrace(watch)
    try:
        was_read = read(data, suffix)
    finally:
        sys.settrace(None)
    assert time.process_time() - began < SLOWEST, "too slow"
    if was_read:
        judge(*was_read, data)
    return watch.known_findings


def fuzz(suffix: str, seconds: float, seed: int) -> Iterator[bytes]:
    """Yield inputs that break a promise, as they are found, and print the fault."""
    chance = random.Random(seed)
    parents = [SAMPLES[suffix].encode()]
    known: set[tuple[str, int, int]] = set()
    runs, began = 0, time.monotonic()
    while time.monotonic() - began < seconds:
        data = bred(parents, chance)
        runs += 1
        try:
            met = tried(data, suffix)
        except Exception:
            traceback.print_exc(limit=-2)
            yield data
            continue
        if not met <= known:
            known |= met
            parents.append(data)
    print(f"{suffix}: {runs} inputs, {len(parents)} of them new, {len(known)} branches", flush=True)


def main() -> int:
    """Fuzz each format, or those named, for some seconds; return 1 if a promise is broken."""
    seconds, seed, *named = sys.argv[1:]
    failed = False
    for suffix in named or SAMPLES:
        for data in fuzz(suffix, float(seconds), int(seed)):
            failed = True
            print(f"{suffix}: {data!r}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
