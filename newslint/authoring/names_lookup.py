"""Say what is known of a spelling: by books, by the lexicon, and what newslint would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.book.book import Book
    from newslint.book.names import Names, Ruling
    from newslint.book.settings import Settings
    from newslint.core.finding import Finding
    from newslint.core.name import Name
    from newslint.engine.linter import Linter
    from newslint.lexicon.lexicon import Lexicon


MOST = 8
"""Maximum number of entries or neighbours that are listed; further ones are counted."""


SENTENCE = "They say {} is here.\n"
"""A sentence in which nothing but the spelling is evidence."""


class Lookup:
    """Looks spellings up in the books of one set of settings, and in the lexicon."""

    def __init__(self, settings: Settings) -> None:
        """Open the books."""
        from newslint.engine.books import open_book
        from newslint.engine.linter import Linter

        self._book = open_book(style=settings.style, behind=settings.layers)
        self._layers = [layer.origin or "--names" for layer in settings.layers]
        self._layers += [f"style {settings.style}"] if settings.style else []
        self._layers.append("shipped book")
        self._linter = Linter(self._book, settings)

    def lines(self, spelling: str) -> list[str]:
        """What is known of a spelling, and what newslint would do."""
        from newslint.lexicon.lexicon import shipped

        known = [*_in_books(spelling, self._book, self._layers), *_in_world(spelling, shipped())]
        return [*known, *would_do(spelling, self._linter)]


def _in_books(spelling: str, book: Book, layers: Sequence[str]) -> Iterator[str]:
    """Lines on the layers' rulings on the spelling or its words, and on longer names."""
    from newslint.lexicon.folding import fold

    names, key = book.names, fold(spelling)
    rulings = names.lookup(key) or [r for word in key.split(" ") for r in names.lookup(word)]
    yield from (_ruling(ruling, layers[ruling.layer]) for ruling in rulings)
    beside = _with_part(key, names)
    shown = beside[:MOST]
    yield from (f"{name.where}: part of {_entry(name)}" for name in shown)
    if len(beside) > MOST:
        yield f"... and part of {len(beside) - MOST} more"
    if not rulings and not beside:
        yield "in no names book"


def _with_part(key: str, names: Names) -> list[Name]:
    """Names of which the folded spelling is a part: one of their words, or several."""
    first, *others = key.replace("-", " ").split(" ")
    whole = list(names.with_word(key))
    if whole or not others:
        return whole
    having = [{name.where for name in names.with_word(word)} for word in others]
    return [name for name in names.with_word(first) if all(name.where in had for had in having)]


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
    """Lines on the lexicon's entry of each word, and of the words together.

    Hyphens part words, as they do in copy.
    """
    from newslint.lexicon.folding import fold

    key = fold(spelling).replace("-", " ")
    words = key.split()
    if len(words) > 1:
        known = "is" if lexicon.is_title(key) else "is not"
        yield f"lexicon: '{key}' {known} among the encyclopedia's titles"
    for word in words:
        yield f"lexicon: '{word}' is {_standing(word, lexicon)}"


def _standing(word: str, lexicon: Lexicon) -> str:
    from newslint.lexicon import lexicon as flags
    from newslint.report.summary import count

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
        known.append(f"in about {count(standing.titles, 'title')} of the encyclopedia")
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
