"""Explain a rule: what it is about, with examples, and how to silence it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.core.language import ANY

if TYPE_CHECKING:
    from newslint.core.rule import Example, Rule


WIDTH = 78
"""Letters in a line of explanation."""

FIXES = {
    "safe": "fixed by --fix",
    "unsafe": "fixed by --fix --unsafe-fixes",
    "none": "not fixed",
}


def explanation(rule: Rule, on: bool) -> str:
    """The explanation of a rule, in lines; `on`: whether it holds unless it is ignored."""
    return "\n".join(_lines(rule, on))


def _lines(rule: Rule, on: bool) -> Iterator[str]:
    yield rule.id
    yield f"  {rule.severity}, {FIXES[rule.fix]}, {'on' if on else 'off unless selected'}"
    yield f"  a rule of the kind '{rule.kind}' in {rule.where}"
    if rule.language == ANY:
        yield "  it holds for copy in every language"
    yield ""
    yield from _wrapped(rule.message)
    yield from _wrapped(rule.why)
    for title, clean in (("It finds", False), ("It spares", True)):
        shown = [example for example in rule.examples if example.clean == clean]
        if shown:
            yield ""
            yield f"  {title}:"
        for example in shown:
            yield from _example(example)
    yield ""
    yield from _how_to_silence(rule, on)


def _example(example: Example) -> Iterator[str]:
    yield from _wrapped(example.text, "  - ")
    if example.fixed is not None:
        yield from _wrapped(example.fixed, "    fixed: ")
    if example.source:
        yield from _wrapped(example.source, "    source: ")


def _how_to_silence(rule: Rule, on: bool) -> Iterator[str]:
    from newslint.book.shipped import styles

    style = rule.area.partition("/")[2]
    if on:
        yield from _wrapped(
            f"To silence it: --ignore {rule.id}; at one place, a comment in the copy:"
        )
        yield f"  newslint: ignore[{rule.id}]."
        yield from _wrapped(
            "To change it: a rule of yours with the same id takes its place (--rules FILE)."
        )
    elif style in styles():
        held = f"It holds with --style {style}; --ignore {rule.id} silences it even then."
        yield from _wrapped(held)
    else:
        yield from _wrapped(f"It holds with --extend-select {rule.id}, and is silent without.")


def _wrapped(text: str, mark: str = "  ") -> list[str]:
    """Text as lines that fit on a screen, behind a mark."""
    from textwrap import wrap

    inner = " " * (len(mark) if mark.isspace() else 4)
    lines = [line for line in text.splitlines() if line.strip()]
    found: list[str] = []
    for line in lines:
        found += wrap(line, WIDTH, initial_indent=inner if found else mark, subsequent_indent=inner)
    return found
