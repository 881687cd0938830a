"""Write proposed names as a book, with what speaks for each as a comment.

It is for a person to go through: what is accepted stays, the rest is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.authoring.names_edit import quoted
from newslint.core.record import NamedTuple
from newslint.evidence.familiarity import is_given, is_mere_word
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import PLACE

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


LONGEST = 160
"""Maximum letters of a comment."""


class Spelling(NamedTuple):
    """One spelling and the evidence for it."""

    text: str
    evidence: str


class Proposal(NamedTuple):
    """A proposed entry: its evidence, its name, and its lists by their keys."""

    evidence: tuple[str, ...]
    name: str
    kind: str
    lists: Mapping[str, Sequence[Spelling]]


def kind_of(name: str, knowledge: Knowledge) -> str:
    """The likeliest kind of a name: a guess that a person should check.

    A surname of two parts with a hyphen may stand alone.
    """
    words = [fold(word) for word in name.split()]
    first, last = words[0], words[-1]
    if knowledge.entry(last).flags & PLACE and is_mere_word(last, knowledge):
        return "place"
    named = len(words) == 1 or is_given(first, knowledge)
    mere = is_mere_word(last, knowledge) or not named
    return "organisation" if mere else "person"


def as_yaml(proposals: Iterable[Proposal], about: Sequence[str]) -> str:
    """The proposals as the text of a book; `about` stands above them."""
    lines = [_comment(line) for line in about]
    for proposal in proposals:
        lines += ["", *_entry(proposal)]
    return "\n".join(lines) + "\n"


def _entry(proposal: Proposal) -> Iterator[str]:
    yield from map(_comment, proposal.evidence)
    yield f"- name: {quoted(proposal.name)}"
    if proposal.kind != "person":
        yield f"  kind: {proposal.kind}"
    for key, spellings in proposal.lists.items():
        if spellings:
            yield f"  {key}:"
        for spelling in spellings:
            yield f"  - {quoted(spelling.text)}  {_comment(spelling.evidence)}"


def _comment(text: str) -> str:
    """The text as a comment of one line."""
    line = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return f"# {line[:LONGEST]}…" if len(line) > LONGEST else f"# {line}".rstrip()
