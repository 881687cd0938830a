"""The settings of a file: books, style, rules, severities, fields, language. Plain values.

Files with equal settings share one book, which is opened once.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint.book.selection import Selection, refuse_unknown
from newslint.core.language import ENGLISH, language_of, spelling_of
from newslint.core.record import NamedTuple
from newslint.core.rule_ids import speaking


class Layer(NamedTuple):
    """The books named in one place: paths of names and of rules.

    `origin` is the configuration that names them; empty for the command line.
    """

    names: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    origin: str = ""


class Grading(NamedTuple):
    """The severities given in one place: pairs of a selector and a severity.

    `origin` is the configuration that says so, and its table.
    """

    severities: tuple[tuple[str, str], ...]
    origin: tuple[str, ...] = ()


class Settings(NamedTuple):
    """The settings of a file; layers, selections and gradings have the nearest first.

    `fields` are pairs of a suffix and the keys or columns that hold copy in files of it.
    `language` is the language of the copy, without a region. `memory` are paths of memories.
    `sources` are files and folders that copy is held against. An article may name more, if it
    `may_name_sources`; one that a program or a stranger hands over may not have files opened.
    `base` is a commit whose version of each article is its source.
    """

    layers: tuple[Layer, ...] = ()
    style: str = ""
    selections: tuple[Selection, ...] = ()
    gradings: tuple[Grading, ...] = ()
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    language: str = ENGLISH
    memory: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    may_name_sources: bool = False
    base: str = ""

    @property
    def books(self) -> list[str]:
        """The paths of all books of rules and names, layer by layer."""
        return [path for layer in self.layers for path in (*layer.rules, *layer.names)]

    def in_language(self, tag: str) -> Settings:
        """The settings for copy in a tag's language, and in its spelling if no style is chosen.

        >>> Settings(style="ap").in_language("en-GB").style, Settings().in_language("en-GB").style
        ('ap', 'british')
        """
        style = self.style or spelling_of(tag)
        return self._replace(language=language_of(tag), style=style)


DEFAULT = Settings()
"""The settings without any option or configuration."""


def only(ids: Iterable[str]) -> Settings:
    """The settings that use these rules, even those of taste, and no others."""
    return Settings(selections=(Selection(select=tuple(ids)),))


def severities_of(gradings: Iterable[Grading], ids: Iterable[str]) -> dict[str, str]:
    """The severity of each rule that was given one.

    >>> desk = Grading((("names", "warning"), ("names/doubtful", "note")))
    >>> severities_of([desk, Grading((("spelling", "note"),))], ["names/doubtful", "spelling/typo"])
    {'names/doubtful': 'note', 'spelling/typo': 'note'}
    """
    known = frozenset(ids)
    severities: dict[str, str] = {}
    for given, origin in gradings:
        by_selector = dict(given)
        refuse_unknown(by_selector, known, origin)
        for rule in known:
            speaks = speaking(by_selector, rule)
            if speaks:
                severities.setdefault(rule, by_selector[speaks])
    return dict(sorted(severities.items()))
