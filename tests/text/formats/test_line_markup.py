"""reStructuredText and AsciiDoc: text is read, directives are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.formats.reading import read
from newslint.text.prose import OBJECT
from newslint.text.source import Source
from tests.conftest import Run
from tests.examples import examples


@pytest.mark.parametrize(
    ("rst", "text"),
    [
        ("Head\n====\n\nOne *two* **three**\nfour", "Head\n\nOne two three\nfour"),
        ("see ``teh`` and :func:`teh` or :ref:`this <teh>`", f"see {OBJECT} and {OBJECT} or this"),
        ("`Bay News <http://teh>`_ and `plain`_", "Bay News and plain"),
        ("said [1]_ so |teh|", f"said  so {OBJECT}"),
        ("One\n\n.. image:: teh.jpg\n   :alt: teh\n\n   teh\n\ntwo", "One\n\ntwo"),
        ("One\n\n.. note:: Two\n   :class: teh\n\n   Three\n\nfour", "One\n\nTwo\n\nThree\n\nfour"),
        (".. teh\n   teh\n.. _teh: http://teh\n.. |teh| replace:: teh\nOne", "One"),
        ("Like this::\n\n    teh\n\n    teh\n\nOne", "Like this::\n\nOne"),
        ("- one\n- two\n  more\n\n#. three", "one\n\ntwo\nmore\n\nthree"),
        (".. [1] A note\n   on it\n\n:Author: Ann Lee", "A note\non it\n\nAnn Lee"),
        ("==== ====\none  two\n==== ====", "one  two"),
    ],
)  # fmt: skip
def test_restructured_text(rst: str, text: str) -> None:
    assert read(Source.from_text(rst, "a.rst")).text == text
    assert read(Source.from_text(rst.replace("\n", "\r\n"), "a.rst")).text.split() == text.split()


@pytest.mark.parametrize(
    ("adoc", "text"),
    [
        ("= Head\n:teh: teh\n:description: One\n\nTwo", "Head\n\nOne\n\nTwo"),
        ("Two *three* _four_\nfive", "Two three four\nfive"),
        ("One\n\n[source,teh]\n----\nteh\n\nteh\n----\nTwo", "One\n\nTwo"),
        ("====\nOne\n====\n\n____\nTwo\n____\n+\n'''\n", "One\n\nTwo"),
        ("see `teh` at http://teh[Bay News]", f"see {OBJECT} at Bay News"),
        ("<<teh,here>> or {teh}", f"here or {OBJECT}"),
        ("// teh\n////\nteh\n////\ninclude::teh[]\nimage::teh.jpg[teh]\nOne", "One"),
        ("* one\n** two\nmore\n. three\n.Title\nfour", "one\n\ntwo\nmore\n\nthree\n\nTitle\nfour"),
        ("|===\n|one\n|two\n|===", "one\n\ntwo"),
        ("One\n\n  teh\n\n```sh\nteh\n```\ntwo", "One\n\ntwo"),
    ],
)  # fmt: skip
def test_asciidoc(adoc: str, text: str) -> None:
    assert read(Source.from_text(adoc, "a.adoc")).text == text


def test_comments_silence(newslint: Run, desk: str) -> None:
    for name, text in {
        "a.rst": ".. newslint: ignore\n\nLena Harstom\n",
        "a.adoc": "// newslint: ignore\nLena Harstom\n",
    }.items():
        assert newslint("--names", desk, "--stdin-filename", name, "-", stdin=text).exit_code == 0
        bare = text.replace("newslint", "x")
        assert newslint("--names", desk, "--stdin-filename", name, "-", stdin=bare).exit_code == 1


PARTS = [".. ", "note::", "::", "\n", "\r", "   ", "word", "`", "``", "*", "_", "|", ":a: ", "[1]_",
         "= ", "----", "////", "{a}", "http://x[", "]", "<<a,", ">>", "é", "// ", "+"]  # fmt: skip


@examples(200)
@given(st.lists(st.sampled_from(PARTS), max_size=20).map("".join), st.sampled_from(["rst", "adoc"]))
def test_every_place_is_right(text: str, suffix: str) -> None:
    prose = read(Source.from_text(text, f"a.{suffix}"))
    for run in prose.runs:
        assert text[slice(*run.span)] == prose.text[run.at : run.end]
