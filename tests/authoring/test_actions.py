"""What can be done about a finding by hand: in each format the comment that silences it."""

from __future__ import annotations

import pytest

from newslint.authoring.actions import (
    ALWAYS_WRONG,
    DISTINCT,
    NAME,
    OTHER_RIGHT,
    WORD,
    accept_edits,
    may_rule,
    ruling_change,
    suppression_edit,
    whole_name,
)
from newslint.core.finding import Finding, Span
from newslint.text.edits import apply
from newslint.text.source import Source
from tests.builders import lint

SLIP = "They recieved the keys on Monday."


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", f"Quiet.\n{SLIP}\n"),
        ("a.txt", f"Quiet.\r{SLIP}"),
        ("a.txt", f"Quiet.\r\n\r\n{SLIP}\r\nMore."),
        ("a.md", f"# Harbour\n\n{SLIP} More\nof it.\n"),
        ("a.md", f"- one\n- {SLIP}\n- three\n"),
        ("a.mdx", f"# Harbour\n\n{SLIP}\n"),
        ("a.html", f"<html><body>\n<p>{SLIP}</p>\n<p>More.</p></body></html>\n"),
        ("a.html", f"<p>{SLIP}</p>"),
        ("a.html", f"<p>{SLIP} <img\nalt=''></p>"),
        ("a.xml", f"<nitf><body><body.content>\n<p>{SLIP}</p>\n</body.content></body></nitf>\n"),
        ("a.rst", f"Harbour\n=======\n\n{SLIP}\n"),
        ("a.adoc", f"= Harbour\n\nQuiet.\n{SLIP}\n"),
    ],
)
def test_a_comment_silences_the_finding_and_nothing_else_changes(path: str, text: str) -> None:
    (finding,) = lint(text, path)
    comment = suppression_edit(Source.from_text(text, path), finding)
    assert comment is not None
    assert comment.span.start == comment.span.end
    assert lint(apply(text, [comment]), path) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.json", f'{{"headline": "Harbour", "body": "{SLIP}"}}'),
        ("a.csv", f"headline,body\nHarbour,{SLIP}\n"),
        ("a.md", f"---\ntitle: {SLIP}\n---\n\nQuiet.\n"),
    ],
)
def test_where_no_comment_can_stand_there_is_none(path: str, text: str) -> None:
    (finding,) = lint(text, path)
    assert suppression_edit(Source.from_text(text, path), finding) is None


def test_what_accepting_changes() -> None:
    (finding,) = lint(SLIP)
    assert apply(SLIP, accept_edits(finding)) == SLIP.replace("recieved", "received")
    unsure = finding._replace(fix=None, suggestions=("relieved", "received"))
    assert apply(SLIP, accept_edits(unsure)) == SLIP.replace("recieved", "relieved")
    assert accept_edits(finding._replace(fix=None, suggestions=())) == []


def test_a_ruling_is_for_names_and_words() -> None:
    (slip,) = lint(SLIP)
    assert [ruling for ruling in (NAME, DISTINCT, WORD) if may_rule(ruling, slip)] == [NAME, WORD]
    (doubled,) = lint("They had the the keys.")
    assert not may_rule(WORD, doubled)
    name = slip._replace(rule="names/inconsistent")
    assert may_rule(DISTINCT, name)
    assert not may_rule(DISTINCT, name._replace(suggestions=()))


@pytest.mark.parametrize(
    ("text", "slip", "right", "whole"),
    [
        ("Ann Okonjoo-Reid spoke.", "Okonjoo", "Okonjo", ("Okonjoo-Reid", "Okonjo-Reid")),
        ("Ann Okonjo-Ried spoke.", "Ried", "Reid", ("Okonjo-Ried", "Okonjo-Reid")),
        ("a Varelnisk-based firm", "Varelnisk", "Varelinsk", ("Varelnisk", "Varelinsk")),
        ("ex-Varelnisk men", "Varelnisk", "", ("Varelnisk", "")),
    ],
)
def test_a_ruling_is_on_the_whole_name(
    text: str, slip: str, right: str, whole: tuple[str, str]
) -> None:
    start = text.index(slip)
    span = Span(start, start + len(slip))
    finding = Finding("names/inconsistent", span, slip, "", suggestions=(right,) if right else ())
    assert whole_name(Source.from_text(text), finding) == whole


def test_rulings_on_two_spellings() -> None:
    other = ruling_change(OTHER_RIGHT, "Varelnisk", "Varelinsk", "names.yaml")("")
    wrong = ruling_change(ALWAYS_WRONG, "Varelnisk", "Varelinsk", "names.yaml")("")
    assert [(n.name, n.misspellings) for n in other.names] == [("Varelnisk", ("Varelinsk",))]
    assert [(n.name, n.misspellings) for n in wrong.names] == [("Varelinsk", ("Varelnisk",))]
