"""The library: find and fix what is wrong with a text.

Open a `Proofreader` and keep it: opening takes a tenth of a second or more, a story some
milliseconds. `lint` and `fix` open one for a single text. Nothing is global, no configuration is
searched for, only compiled books are written (in the user's cache folder), and the network is not
used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from threading import Lock
from types import MappingProxyType
from typing import TypeAlias

from newslint.book.selection import Selection
from newslint.book.settings import Layer, Settings
from newslint.core.errors import NewslintError, RuleError
from newslint.core.finding import Edit, Finding, Fix, Span
from newslint.core.language import known_language
from newslint.engine.fixer import KeepAll, fix_source
from newslint.engine.linter import open_linter
from newslint.text.source import Source

__all__ = ["Edit", "Finding", "Fix", "NewslintError", "Proofreader", "Span", "fix", "lint"]

Paths: TypeAlias = str | PathLike[str] | Iterable[str | PathLike[str]]
"""One path or several."""

Rules: TypeAlias = str | Iterable[str]
"""One rule or several, by id or its beginning: `names`, `spelling/typo`."""


NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class Proofreader:
    """Lints and fixes copy with one book of rules and names, which is opened once.

    Threads may share it: each gets the results it would get alone. They take turns, so
    more threads are not faster; more processes are.

    >>> proofreader = Proofreader(ignore="usage")
    >>> text = "The clerk recieved the keys on Monday."
    >>> [finding.message for finding in proofreader.lint(text)]
    ["'recieved' is probably 'received'"]
    >>> proofreader.fix(text)
    'The clerk received the keys on Monday.'
    """

    def __init__(
        self,
        *,
        names: Paths = (),
        rules: Paths = (),
        style: str = "",
        language: str = "",
        select: Rules = (),
        ignore: Rules = (),
        memory: Paths = (),
        sources: Paths = (),
    ) -> None:
        """Open the book.

        `names` are names books and `rules` files or folders of rules, both over what newslint
        ships: `Paths` is one path or several. `style` is a house style, such as `ap`.
        `language` is the language of the texts: `en` by default; `en-GB` or `en-US`, whose
        spelling is the style if no other is chosen; or another language, in which only the rules
        for any language are used. `select` and `ignore` choose rules by id or its beginning, as
        on the command line: `Rules` is one or several, and the more exact of two decides.
        `memory` are files that `newslint memory build` wrote. `sources` are files and folders that
        every text is held against.

        Raises a NewslintError for an unknown rule, style or language, and for a fault in a book,
        with its file and line.
        """
        books = Layer(_paths(names), _paths(rules))
        selection = Selection(_rules(select), _rules(ignore))
        settings = Settings(
            (books,), style, (selection,), memory=_paths(memory), sources=_paths(sources)
        )
        self._linter = open_linter(settings.in_language(known_language(language)))
        self._turn = Lock()

    def lint(
        self, text: str, path: str = "<text>", *, against: Mapping[str, str] = NO_TEXTS
    ) -> list[Finding]:
        """The findings in `text`, in reading order.

        `against` are texts that it was written from, each by a name whose ending says how it is
        read: names, figures and quotations are held against them as against the `sources`.

        The ending of `path` names the format: `.md`, `.html`, `.json` or another that newslint
        reads; without one it is plain text. No file is opened; `path` names the text in errors.

        Raises a NewslintError if the text or a source is not valid in its format, if a source
        cannot be read, or if a rule fails on the text.

        >>> release = {"release.txt": "The mayor, Ilse Okoro, has 212 letters."}
        >>> story = "Mayor Ilse Okorro has 221 letters."
        >>> [finding.rule for finding in Proofreader().lint(story, against=release)]
        ['source/name', 'source/figure']
        """
        references = None
        if against:
            from newslint.sources.opening import references_of_texts

            references = references_of_texts(against)
        with self._turn:
            return self._linter.lint(Source.from_text(text, path), references)

    def fix(self, text: str, path: str = "<text>", unsafe: bool = False) -> str:
        """Make all safe fixes in `text` and return it; with `unsafe`, likely fixes, too.

        Letters outside the fixes stay unchanged, and fixing twice changes nothing more.
        `path` is as for `lint`, and so are the errors.
        """
        source = Source.from_text(text, path)
        with self._turn:
            result = fix_source(source, self._linter.examine, KeepAll(), unsafe)
        if result.failures:
            raise RuleError(result.failures[0].message)
        return result.source.text


def lint(
    text: str,
    path: str = "<text>",
    *,
    names: Paths = (),
    rules: Paths = (),
    style: str = "",
    language: str = "",
    select: Rules = (),
    ignore: Rules = (),
) -> list[Finding]:
    """The findings in one text. For several texts, use one Proofreader.

    >>> (finding,) = lint("A teh stood twice in the the report.", select="spelling/doubled-word")
    >>> finding.rule, finding.span, finding.text
    ('spelling/doubled-word', Span(start=21, end=28), 'the the')
    """
    opened = Proofreader(
        names=names, rules=rules, style=style, language=language, select=select, ignore=ignore
    )
    return opened.lint(text, path)


def fix(
    text: str,
    path: str = "<text>",
    *,
    unsafe: bool = False,
    names: Paths = (),
    rules: Paths = (),
    style: str = "",
    language: str = "",
    select: Rules = (),
    ignore: Rules = (),
) -> str:
    """Fix one text. For several texts, use one Proofreader.

    >>> fix("The clerk recieved the keys.")
    'The clerk received the keys.'
    """
    opened = Proofreader(
        names=names, rules=rules, style=style, language=language, select=select, ignore=ignore
    )
    return opened.fix(text, path, unsafe)


def _paths(given: Paths) -> tuple[str, ...]:
    several = [given] if isinstance(given, str | PathLike) else given
    return tuple(fspath(path) for path in several)


def _rules(given: Rules) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
