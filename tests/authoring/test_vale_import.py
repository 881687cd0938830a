"""`newslint rules import-vale`: what is carried over does what Vale would; the rest is said."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source
from tests.builders import invoke

STYLES = {
    "Weasel": """
extends: existence
message: "Don't use '%s'."
link: https://example.org/weasels
level: error
ignorecase: true
tokens: [clearly, 'very( |-)unique', obviously]
exceptions: [clearly marked]
""",
    "Signs": "{extends: existence, message: no %s, nonword: true, tokens: ['!!', '[?]{2}']}",
    "Terms": """
extends: substitution
message: Use '%s' instead of '%s'.
level: suggestion
ignorecase: true
action: {name: replace}
swap:
  peer master: pier master
  colou?r: hue
""",
    "Sentences": """
extends: occurrence
message: Keep it short.
scope: sentence
max: 6
token: '\\b(\\w+)\\b'
""",
    "Twice": "{extends: repetition, message: '%s is repeated.', alpha: true, tokens: ['[^\\s]+']}",
    "Either": "{extends: consistency, message: one of them, either: {adviser: advisor}}",
    "Acronyms": """
extends: conditional
message: "'%s' has no definition."
first: '\\b([A-Z]{3,5})\\b'
second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'
exceptions: [BBC]
""",
    "Heads": "{extends: capitalization, message: title, match: $title, scope: heading, style: AP}",
}

import_vale = partial(invoke, "rules", "import-vale")


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    folder = tmp_path / "styles" / "House"
    folder.mkdir(parents=True)
    for name, text in STYLES.items():
        (folder / f"{name}.yml").write_text(text)
    return folder.parent


@pytest.fixture
def linter(styles: Path, tmp_path: Path) -> Linter:
    done = import_vale(str(styles), "--to", str(tmp_path / "rules"))
    assert (done.exit_code, done.stderr) == (0, "8 rules carried over, 0 not or not wholly\n")
    return Linter(open_book(rules=[str(tmp_path / "rules")], shipped=False, cache=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clearly, a clearly marked pier.", [("weasel", "Clearly", "Don't use 'Clearly'.")]),
        ("A very-unique pier.", [("weasel", "very-unique", "Don't use 'very-unique'.")]),
        ("What!! Why??", [("signs", "!!", "no !!"), ("signs", "??", "no ??")]),
        ("The peer master.", [("terms-1", "peer", "Use 'pier master' instead of 'peer master'.")]),
        ("The color red.", [("terms-2", "color", "Use 'hue' instead of 'color'.")]),
        (
            "It is a very long old pier.",
            [("sentences", "It is a very long old pier.", "Keep it short.")],
        ),
        ("It led to to Ostby.", [("twice", "to to", "to is repeated.")]),
        ("An adviser or advisor.", [("either", "advisor", "one of them")]),
        ("BBC and XYZ met XYZ.", [("acronyms", "XYZ", "'XYZ' has no definition.")]),
        ("By The Xavier Yachts (XYZ).\n\nXYZ left.", []),
        ("Pier sold to the council\n\nIt was.", [("heads", "Pier sold to the council", "title")]),
    ],
)
def test_what_is_carried_over_does_what_it_did(
    linter: Linter, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = linter.lint(Source.from_text(text))
    assert [(f.rule.removeprefix("house/"), f.text, f.message) for f in found] == expected


def test_only_examples_are_missing(styles: Path, tmp_path: Path) -> None:
    import_vale(str(styles), "--to", str(tmp_path / "rules"))
    done = invoke("rules", "check", str(tmp_path / "rules"))
    *faults, _ = done.stdout.splitlines()
    assert faults
    assert all("has no example of what it" in fault for fault in faults)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{extends: sequence, message: x, tokens: []}", "does not tag parts of speech"),
        ("{extends: metric, message: x, formula: x}", "no measures of readability"),
        ("{extends: script, message: x, script: x}", "no program"),
        ("{extends: spelling, message: x}", "its own lexicon"),
        ("{extends: novelty, message: x}", "no extension point"),
        ("{extends: existence, message: x, tokens: [a], scope: list}", "no scope 'list'"),
        ("{extends: existence, message: x, tokens: [a], scope: [heading, text]}", "one scope"),
        ("{extends: existence, message: x, tokens: ['\\p{L}']}", "not a regular expression"),
        ("{extends: existence, message: x, tokens: ['(a+)+']}", "may never end"),
        ("{extends: existence, message: x}", "neither 'tokens' nor 'raw'"),
        ("{extends: existence, message: x, tokens: [a], colour: red}", "like the key 'colour'"),
        ("{extends: existence, message: x, tokens: [a], action: {name: edit}}", "fixes nothing"),
        ("{extends: capitalization, message: x, match: '[A-Z]+'}", "style of capitals"),
        ("{extends: consistency, message: x, either: {a.c: abc}}", "an expression"),
        ("{extends: repetition, message: x, tokens: ['[aeiou]']}", "not for expressions"),
        ("[1, 2]", "no rule of Vale"),
        ("a: [", "cannot be read"),
    ],
)
def test_what_is_not_carried_over_is_said(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "Rule.yml").write_text(text)
    done = import_vale(str(tmp_path))
    assert done.exit_code == 1
    assert done.stderr.startswith(f"not carried: {tmp_path}/Rule.yml: ")
    assert reason in done.stderr


def test_a_file_that_is_there_stays(styles: Path, tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("mine")
    done = import_vale(str(styles), "--to", str(tmp_path))
    assert (done.exit_code, (tmp_path / "house.yaml").read_text()) == (2, "mine")
    assert import_vale(str(tmp_path / "none")).exit_code == 2
