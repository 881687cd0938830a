"""The answers to a finding: their keys, what each means, and the menu that offers them."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.authoring import actions
from newslint.core.finding import Finding
from newslint.core.record import NamedTuple
from newslint.report.terminal_text import visible, width
from newslint.text.source import Source

ACCEPT, ACCEPT_ALL, SPELL, REJECT = "y", "a", "s", "n"

NAME, WORD, DISTINCT, OTHER_RIGHT, ALWAYS_WRONG = "r", "w", "d", "o", "x"

IGNORE_HERE, IGNORE_ALWAYS = "i", "l"

UNDO, BACK, EXPLAIN, QUIT = "u", "b", "?", "q"

LABELS = {
    ACCEPT: "yes, accept",
    ACCEPT_ALL: "accept all '{found}'",
    SPELL: "spell it otherwise",
    REJECT: "no",
    NAME: "right: a name",
    WORD: "right: a word",
    DISTINCT: "right: somebody else",
    OTHER_RIGHT: "'{right}' is wrong",
    ALWAYS_WRONG: "'{found}' is always wrong",
    IGNORE_HERE: "ignore here",
    IGNORE_ALWAYS: "ignore the rule",
    UNDO: "undo the last entry",
    BACK: "back",
    EXPLAIN: "explain",
    QUIT: "quit and keep",
}
"""The keys and their labels; a key that makes no sense for a finding is not offered."""

RULINGS = {
    NAME: actions.NAME,
    WORD: actions.WORD,
    DISTINCT: actions.DISTINCT,
    OTHER_RIGHT: actions.OTHER_RIGHT,
    ALWAYS_WRONG: actions.ALWAYS_WRONG,
}
"""Answers that add a ruling to a book, so that nobody is asked again."""


class Possible(NamedTuple):
    """What the state of the walk allows: several findings of the same name, and so on."""

    several: bool
    undo: bool
    back: bool


def offered(source: Source, finding: Finding, possible: Possible) -> list[str]:
    """The keys that make sense for a finding, in the order of the menu."""
    edits = actions.accept_edits(finding)
    rulings = {key for key, ruling in RULINGS.items() if actions.may_rule(ruling, finding)}
    excluded = {
        ACCEPT: not edits,
        ACCEPT_ALL: not edits or not possible.several,
        IGNORE_HERE: actions.suppression_edit(source, finding) is None,
        IGNORE_ALWAYS: bool(rulings),  # of names and words it is the book that says what is right
        UNDO: not possible.undo,
        BACK: not possible.back,
    }
    return [
        key
        for key in LABELS
        if not excluded.get(key, False) and (key not in RULINGS or key in rulings)
    ]


def label(key: str, names: tuple[str, str]) -> str:
    """The label of a key; `names` is what was found and what is suggested."""
    found, right = map(visible, names)
    return LABELS[key].format(found=found, right=right)


def echo(key: str, names: tuple[str, str], shown: str, columns: int) -> str:
    """What is printed behind a menu for a key: its label, or the key alone where that is too long.

    >>> echo("q", ("", ""), "[q] quit and keep  ? ", 80)
    'quit and keep'
    >>> echo("q", ("", ""), "[q] quit and keep  ? ", 30)
    'q'
    """
    text = label(key, names)
    room = columns - width(shown.rpartition("\n")[2])
    return key if key == EXPLAIN or width(text) > room else text


def menu(keys: Iterable[str], names: tuple[str, str], columns: int) -> str:
    """The keys with their labels, in lines of at most `columns`; no label is broken.

    `names` is what was found and what is suggested, as labels show them.
    """
    labels = (f"[{key}] {label(key, names)}" for key in keys)
    lines: list[str] = []
    for item in labels:
        if lines and width(f"{lines[-1]}  {item}  ? ") <= columns:
            lines[-1] += f"  {item}"
        else:
            lines.append(item)
    return "\n".join(lines) + "  ? "
