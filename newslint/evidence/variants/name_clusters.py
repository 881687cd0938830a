"""Group the counted names of many articles whose spellings are a slip apart.

Names are those that a memory counts, as they are spelt, and they are counted as there. Words that
are one edit apart share a form with a letter left out, so that the work grows with the names, and
not with their square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.evidence.familiarity import is_mere_word
from newslint.evidence.morphology import is_derived
from newslint.lexicon.edit_distance import deletions, is_one_edit_apart
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import NAMED, WORD
from newslint.memory.counts import Count, date_of, least_kept
from newslint.memory.whole_names import spelling, whole_names

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.tally import Tally
    from newslint.text.document import Document


MOST = 500_000
"""Maximum spellings that are compared; beyond it, those in the fewest articles are left out."""

SHARE = 4
"""Minimum ratio of articles with the right form to articles with the wrong one."""

SHORTEST = 4
"""Minimum letters of a word in which a slip can be told from another name."""

NAME, ACCENTS, SLIP, LIKE = "name", "accents", "slip", "like"
"""Sorts of forms: the commonest; one that differs in accents or capitals; a misspelling of it; one
that is a letter away and may be somebody else."""


class NameRow(NamedTuple):
    """A form of a name: in how many articles, its first and last date, and some that have it."""

    name: str
    form: str
    sort: str
    articles: int
    first: str | None
    last: str | None
    examples: tuple[str, ...]


class Group(NamedTuple):
    """The spellings of one name that differ in accents and capitals alone, the commonest first."""

    key: str
    forms: tuple[Count, ...]

    @property
    def articles(self) -> int:
        """The number of articles with any of them."""
        return sum(form.stories for form in self.forms)

    @property
    def rank(self) -> tuple[int, str]:
        """What sorts the commonest name first."""
        return -self.articles, self.key


def names_of(document: Document, knowledge: Knowledge) -> list[str]:
    """The distinct names of several words in an article, as they are spelt.

    Ordinary words with capitals are left out, and so are those that have nothing but capitals.
    """
    found = {}
    for first, last in whole_names(document, knowledge.lexicon):
        words = document.words[first : last + 1]
        if all(word.isupper() and len(word) > 1 for word in words):
            continue
        if not all(is_mere_word(knowledge.key(word), knowledge) for word in words):
            found[spelling(first, last, document)] = True
    return list(found)


def counted_names(
    names: Tally, called: Callable[[int], str], knowledge: Knowledge
) -> Iterator[list[NameRow]]:
    """The forms of each counted name, the commonest name and form first.

    A name that is itself a slip for another is a form of that one. `called` tells what an article
    is called by its number.
    """
    groups = _groups(names.counts)
    near = _neighbourhood(groups)
    for group in sorted(groups.values(), key=lambda group: group.rank):
        others = list(_beside(group, groups, near, knowledge))
        if any(_is_slip(group, other, knowledge) for other in others):
            continue
        own, *forms = group.forms
        found = [(own, NAME), *((form, ACCENTS) for form in forms)]
        for other in sorted(others, key=lambda group: group.rank):
            if sort := _sort(other, group, knowledge):
                found += ((form, sort) for form in other.forms)
        yield [row_of(own.key, form, sort, called) for form, sort in found]


def row_of(name: str, form: Count, sort: str, called: Callable[[int], str]) -> NameRow:
    """The row of one form of a name."""
    examples = tuple(map(called, form.examples))
    first, last = (str(day) if day else None for day in map(date_of, (form.first, form.last)))
    return NameRow(name, form.key, sort, form.stories, first, last, examples)


def is_known(key: str, knowledge: Knowledge) -> bool:
    """Whether the word or the name is known."""
    return bool(knowledge.entry(key).flags & (WORD | NAMED))


def _groups(counts: Callable[[], Iterator[Count]]) -> dict[str, Group]:
    """The names, each under the key that its spellings share."""
    least = least_kept((count.stories for count in counts()), MOST)
    spellings: dict[str, list[Count]] = {}
    for count in counts():
        if count.stories >= least:
            spellings.setdefault(fold(count.key), []).append(count)
    return {
        key: Group(key, tuple(sorted(forms, key=lambda form: (-form.stories, form.key))))
        for key, forms in spellings.items()
    }


def _neighbourhood(groups: dict[str, Group]) -> dict[str, list[str]]:
    """The words of names by each form that leaves out one of their letters."""
    forms: dict[str, list[str]] = {}
    for word in sorted({word for key in groups for word in key.split() if len(word) >= SHORTEST}):
        for form in (word, *deletions(word)):
            forms.setdefault(form, []).append(word)
    return forms


def _beside(
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


def _sort(other: Group, group: Group, knowledge: Knowledge) -> str:
    """The sort of a name one letter away; empty if it is known to be somebody else."""
    if _is_somebody(other, knowledge) or other.rank < group.rank:
        return ""
    return SLIP if _is_slip(other, group, knowledge) else LIKE


def _is_slip(rare: Group, common: Group, knowledge: Knowledge) -> bool:
    """Whether one name is the other misspelt.

    A known name is somebody's, and so is a name that others bear, too.
    """
    if rare.articles * SHARE > common.articles or knowledge.lexicon.is_title(rare.key):
        return False
    others = set(rare.key.split()) - set(common.key.split())
    known = any(is_known(other, knowledge) for other in others)
    return knowledge.lexicon.is_title(common.key) or not known


def _is_somebody(group: Group, knowledge: Knowledge) -> bool:
    """Whether the book or the lexicon has this very name."""
    rulings = knowledge.names.lookup(group.key)
    right = any(ruling.role in ("canonical", "alias") for ruling in rulings)
    return right or knowledge.lexicon.is_title(group.key)
