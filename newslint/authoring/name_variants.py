"""Propose entries for a names book from the counted names of an archive.

Spellings are not compared each with each: words that are one edit apart share a form with a letter
left out (evidence/name_clusters.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.authoring.names_learn import Learner
from newslint.authoring.proposals import Proposal, Spelling, kind_of
from newslint.evidence.name_clusters import (
    Group,
    beside,
    groups_of,
    is_known,
    is_slip,
    neighbourhood,
)
from newslint.lexicon.folding import fold

if TYPE_CHECKING:
    pass


def propose(learner: Learner, at_least: int) -> Iterator[Proposal]:
    """Propose an entry for each name that is not in the book but in `at_least` articles.

    The commonest come first. Each has its likely misspellings, and similar names as `distinct`.
    """
    groups = groups_of(learner.names)
    near = neighbourhood(groups)
    found = (group for group in groups.values() if group.articles >= at_least)
    for group in sorted(found, key=lambda group: (-group.articles, group.key)):
        if not learner.knowledge.names.lookup(group.key):
            proposal = _proposal(group, beside(group, groups, near, learner.knowledge), learner)
            if proposal:
                yield proposal


def _proposal(group: Group, others: Iterator[Group], learner: Learner) -> Proposal | None:
    """The entry for one name; None if it is itself a slip for another."""
    knowledge, names = learner.knowledge, learner.names
    lists: dict[str, list[Spelling]] = {"aliases": [], "misspellings": [], "distinct": []}
    name, *forms = group.spellings
    for form in forms:
        if form.casefold() != name.casefold():
            lists["aliases"].append(Spelling(form, str(names[form])))
    for other in others:
        if is_slip(group, other, knowledge):
            return None
        key = "misspellings" if is_slip(other, group, knowledge) else "distinct"
        lists[key].append(Spelling(other.spellings[0], str(names[other.spellings[0]])))
    for (full, wrong), seen in sorted(learner.contradicted.items()):
        if full == name and not is_known(fold(wrong), knowledge):
            lists["misspellings"].append(Spelling(wrong, f"beside the right form {seen}"))
    return Proposal((str(names[name]),), name, kind_of(name, knowledge), lists)
