"""`newslint names lookup SPELLING...`: print what newslint knows of a spelling and would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from newslint.cli.options import CONFIG, ISOLATED, NAMES, STYLE

if TYPE_CHECKING:
    from newslint.book.book import Book
    from newslint.book.names import Ruling
    from newslint.core.finding import Finding
    from newslint.core.name import Name
    from newslint.engine.linter import Linter
    from newslint.lexicon.lexicon import Lexicon


MOST = 8
"""Maximum number of entries or neighbours that are listed; further ones are counted."""


SENTENCE = "They say {} is here.\n"
"""A sentence in which nothing but the spelling is evidence."""


def _lookup(
    spellings: tuple[str, ...],
    names: tuple[str, ...],
    style: str | None,
    config: str | None,
    isolated: bool,
) -> int:
    """Say what newslint knows of a spelling, from where, and what it would do.

    Asked are, the nearest first, the books given with --names, those of the configuration here and
    of what it extends, those of the style, the shipped book, and the lexicon.
    What newslint would do is tried on a sentence that holds nothing else: an article with the
    full name in it may say more.
    """
    from newslint.book.settings import Layer
    from newslint.config.resolver import CommandLine, ConfigResolver
    from newslint.engine.books import open_book
    from newslint.engine.linter import Linter
    from newslint.lexicon.lexicon import shipped
    from newslint.report.output import print_stdout

    command_line = CommandLine(Layer(names), style or "", config=config or "", isolated=isolated)
    settings = ConfigResolver(command_line).settings(".")
    book = open_book(style=settings.style, behind=settings.layers)
    layers = [layer.origin or "--names" for layer in settings.layers]
    layers += [*([f"style {settings.style}"] if settings.style else []), "shipped book"]
    linter = Linter(book, settings)
    for at, spelling in enumerate(" ".join(spelling.split()) for spelling in spellings):
        lines = [*_in_books(spelling, book, layers), *_in_world(spelling, shipped())]
        lines += would_do(spelling, linter)
        print_stdout("\n" * (at > 0) + f"{spelling}\n" + "".join(f"  {line}\n" for line in lines))
    return 0


def _in_books(spelling: str, book: Book, layers: Sequence[str]) -> Iterator[str]:
    """Lines on the layers' rulings on the spelling or its words, and on longer names."""
    from newslint.lexicon.folding import fold

    names, key = book.names, fold(spelling)
    rulings = names.lookup(key) or [r for word in key.split(" ") for r in names.lookup(word)]
    yield from (_ruling(ruling, layers[ruling.layer]) for ruling in rulings)
    beside = list(names.with_word(key))
    shown = beside[:MOST]
    yield from (f"{name.where}: part of {_entry(name)}" for name in shown)
    if len(beside) > MOST:
        yield f"... and part of {len(beside) - MOST} more"
    if not rulings and not beside:
        yield "in no names book"


def _ruling(ruling: Ruling, layer: str) -> str:
    wording = {
        "canonical": "the name of {}",
        "alias": "right, too, for {}",
        "misspelling": "a misspelling of {}",
        "instead_of": "not the desk's way to write {}",
        "distinct": "somebody else than {}",
    }[ruling.role]
    entry = wording.format(_entry(ruling.name))
    return f"{ruling.name.where}: '{ruling.spelling}' is {entry} ({layer})"


def _entry(name: Name) -> str:
    about = ", ".join(part for part in (name.kind, name.note) if part)
    return f"{name.name} [{about}]"


def _in_world(spelling: str, lexicon: Lexicon) -> Iterator[str]:
    """Lines on the lexicon's entry of each word, and of the words together."""
    from newslint.lexicon.folding import fold

    key = fold(spelling)
    words = key.split(" ")
    if len(words) > 1:
        known = "has" if lexicon.is_title(key) else "does not have"
        yield f"lexicon: the encyclopedia {known} '{spelling}'"
    for word in words:
        yield f"lexicon: '{word}' is {_standing(word, lexicon)}"


def _standing(word: str, lexicon: Lexicon) -> str:
    from newslint.lexicon import lexicon as flags

    standing = lexicon.entry(word)
    sorts = {
        flags.WORD: "an ordinary word",
        flags.CAPITAL: "in dictionaries with a capital",
        flags.GIVEN: "a given name",
        flags.FAMILY: "a family name",
        flags.PLACE: "part of a place's name",
        flags.FOREIGN: "common in another language",
        flags.SLIP: "a listed misspelling",
    }
    known = [label for flag, label in sorts.items() if standing.flags & flag]
    if standing.flags & flags.SLIP and (rights := lexicon.corrections(word)):
        known[-1] += f" of {', '.join(rights[:3])}"
    if standing.titles:
        known.append(f"in about {standing.titles} titles of the encyclopedia")
    if not known and not standing.zipf:
        near = sorted(lexicon.near(word))[:MOST]
        return "unknown" + (f"; near to it: {', '.join(near)}" if near else "")
    return f"{', '.join(known) or 'in no dictionary'}; {_frequency(standing.zipf)}"


def _frequency(zipf: float) -> str:
    """The frequency of a word, for people.

    >>> _frequency(0.0), _frequency(1.8), _frequency(4.1)
    ('never seen in copy', 'rare (zipf 1.8)', 'common (zipf 4.1)')
    """
    if not zipf:
        return "never seen in copy"
    label = "very common" if zipf >= 5 else "common" if zipf >= 4 else "not rare"
    return f"{label if zipf >= 3 else 'rare'} (zipf {zipf:.1f})"


def would_do(spelling: str, linter: Linter) -> Iterator[str]:
    """Lines on newslint's findings for the spelling in a sentence of its own."""
    from newslint.text.source import Source

    findings = linter.lint(Source.from_text(SENTENCE.format(spelling), "lookup.txt"))
    if not findings:
        yield "newslint would not report it by itself"
    for finding in findings:
        yield f"newslint would report {finding.rule}: {finding.message}{_fix(finding)}"


def _fix(finding: Finding) -> str:
    if finding.fix is None or finding.fix.applicability == "display":
        return ", and fix nothing"
    option = "--fix" if finding.fix.applicability == "safe" else "--fix --unsafe-fixes"
    return f", and with {option} write '{finding.fix.edits[0].text}'"


command = click.Command(
    "lookup",
    params=[
        click.Argument(["spellings"], nargs=-1, required=True, metavar="SPELLING..."),
        NAMES,
        STYLE,
        CONFIG,
        ISOLATED,
    ],
    callback=_lookup,
    help=_lookup.__doc__,
)
