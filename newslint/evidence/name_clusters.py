"""Count the names of many articles, and group those whose spellings are a slip apart.

The names of an article are those that a memory counts there, as they are spelt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol, TypeVar

from newslint.core.record import NamedTuple
from newslint.evidence.familiarity import is_mere_word
from newslint.evidence.morphology import is_derived
from newslint.lexicon.edit_distance import deletions, is_one_edit_apart
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import NAMED, WORD
from newslint.memory.whole_names import spelling, whole_names

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


MOST = 500_000
"""Maximum spellings kept; beyond it, those of one article alone are dropped (lossy counting, Manku
and Motwani 2002, at the rate of one article)."""

SHARE = 4
"""Minimum ratio of articles with the right form to articles with the wrong one."""

SHORTEST = 4
"""Minimum letters of a word in which a slip can be told from another name."""


class Counted(Protocol):
    """A spelling's number of articles."""

    @property
    def articles(self) -> int: ...


Seen = TypeVar("Seen", bound=Counted)


def names_of(document: Document, knowledge: Knowledge) -> Iterator[tuple[str, int]]:
    """Each name of several words in an article, as it is spelt, with its offset.

    Ordinary words with capitals are left out, and so are those that have nothing but capitals.
    """
    for first, last in whole_names(document, knowledge.lexicon):
        words = document.words[first : last + 1]
        if all(word.isupper() and len(word) > 1 for word in words):
            continue
        if not all(is_mere_word(knowledge.key(word), knowledge) for word in words):
            yield spelling(first, last, document), document.span(first).start


def without_rare(names: dict[str, Seen]) -> dict[str, Seen]:
    """The names, but if they are more than `MOST` only those of several articles."""
    if len(names) <= MOST:
        return names
    return {name: seen for name, seen in names.items() if seen.articles > 1}


class Group(NamedTuple):
    """The spellings of one name that differ in accents and capitals alone, the commonest first."""

    key: str
    spellings: tuple[str, ...]
    articles: int


def groups_of(names: Mapping[str, Counted]) -> dict[str, Group]:
    """The names, each under the key that its spellings share."""
    spellings: dict[str, list[str]] = {}
    for name in names:
        spellings.setdefault(fold(name), []).append(name)
    found = {}
    for key, forms in spellings.items():
        ordered = sorted(forms, key=lambda form: (-names[form].articles, form))
        found[key] = Group(key, tuple(ordered), sum(names[form].articles for form in forms))
    return found


def neighbourhood(groups: dict[str, Group]) -> dict[str, list[str]]:
    """The words of names by each form that leaves out one of their letters."""
    forms: dict[str, list[str]] = {}
    for word in sorted({word for key in groups for word in key.split() if len(word) >= SHORTEST}):
        for form in (word, *deletions(word)):
            forms.setdefault(form, []).append(word)
    return forms


def beside(
    group: Group, groups: dict[str, Group], near: dict[str, list[str]], knowledge: Knowledge
) -> Iterator[Group]:
    """The names that differ from `group` by one edit in one word."""
    words = group.key.split()
    for at, word in enumerate(words):
        candidates = {near_ for form in (word, *deletions(word)) for near_ in near.get(form, ())}
        for other in sorted(candidates):
            key = " ".join((*words[:at], other, *words[at + 1 :]))
            derived = is_derived(word, other, knowledge) or is_derived(other, word, knowledge)
            if is_one_edit_apart(word, other) and key in groups and not derived:
                yield groups[key]


def is_slip(rare: Group, common: Group, knowledge: Knowledge) -> bool:
    """Whether one name is the other misspelt.

    A known name is somebody's, and so is a name that others bear, too.
    """
    if rare.articles * SHARE > common.articles or knowledge.lexicon.is_title(rare.key):
        return False
    others = set(rare.key.split()) - set(common.key.split())
    known = any(is_known(other, knowledge) for other in others)
    return knowledge.lexicon.is_title(common.key) or not known


def is_known(key: str, knowledge: Knowledge) -> bool:
    """Whether the word or the name is known."""
    return bool(knowledge.entry(key).flags & (WORD | NAMED))
