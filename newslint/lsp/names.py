"""Names in an editor: rename one through its article, and complete one that is begun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.core.finding import Span

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge

_NAME = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'\u2019][^\W\d_]+)*")

_POSSESSIVE = re.compile(r"['\u2019]s?\Z")

_BEGUN = re.compile(r"(?:[^\W\d_][\w'\u2019-]* ){0,3}[^\W\d_][\w'\u2019-]*\Z")

SHORTEST = 3
"""Letters of a name before it is completed."""

MOST = 50
"""Maximum number of names that are offered."""


def name_at(text: str, offset: int) -> Span | None:
    """The name, or word, at an offset, without its possessive; None if there is none.

    >>> name_at("Ann Okonjo-Reid’s boat", 5)
    Span(start=4, end=15)
    """
    start = text.rfind("\n", 0, offset) + 1
    stop = text.find("\n", offset)
    for found in _NAME.finditer(text, start, len(text) if stop < 0 else stop):
        possessive = _POSSESSIVE.search(found[0])
        end = found.end() - (len(possessive[0]) if possessive else 0)
        if found.start() <= offset <= end:
            return Span(found.start(), end)
    return None


def places_of(text: str, name: str) -> list[Span]:
    """Every place of a name as a whole word; a part of a hyphenated name is another name."""
    ends = r"(?![\w]|[-\u2010\u2011]\w)"
    pattern = re.compile(rf"(?<![\w])(?<!\w[-\u2010\u2011]){re.escape(name)}{ends}")
    return [Span(*found.span()) for found in pattern.finditer(text)]


def begun_at(text: str, offset: int) -> str:
    """The words before an offset that may begin a name; empty if they are too short.

    >>> begun_at("said Ann Oko", 12), begun_at("An", 2)
    ('said Ann Oko', '')
    """
    found = _BEGUN.search(text, text.rfind("\n", 0, offset) + 1, offset)
    return found[0] if found and len(found[0]) >= SHORTEST else ""


def names_begun(begun: str, knowledge: Knowledge) -> list[tuple[str, int]]:
    """The names that the last words of `begun` begin: of the desk's books, then of its memory."""
    own = completions(begun, (name.name for name in knowledge.desk or ()))
    memories = knowledge.memories
    if memories is None:
        return own
    known = {name for name, _ in own}
    printed = (name for start in _starts(begun) for name in memories.beginning(start, MOST))
    more = [each for each in completions(begun, printed) if each[0] not in known]
    return [*own, *more][:MOST]


def _starts(begun: str) -> list[str]:
    """What may be the beginning of a name: the last words with a capital, the most first."""
    words = begun.split(" ")
    starts = (" ".join(words[at:]) for at in range(len(words)))
    return [start for start in starts if len(start) >= SHORTEST and start[0].isupper()]


def completions(begun: str, names: Iterable[str]) -> list[tuple[str, int]]:
    """The names that the last words of `begun` begin, and how many letters are typed already.

    >>> completions("said Ann Oko", ["Ann Okonjo-Reid", "Oki", "Ann Moe"])
    [('Ann Okonjo-Reid', 7)]
    """
    starts = _starts(begun)
    found = {
        name: len(start)
        for name in names
        for start in reversed(starts)
        if name != start and name.startswith(start)
    }
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST]
