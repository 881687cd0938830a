"""Titles that contradict those of the sources: Mr for Ms, Sergeant for Inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.sources.mentions import COURTESY, RANKS
from newslint.sources.name_classes import DEPUTIES

if TYPE_CHECKING:
    from newslint.sources.mentions import Mention
    from newslint.sources.sourced_names import Sourced, SourcedNames


class ChangedTitle(NamedTuple):
    """A title that is not the one of the sources: the words it is made of, and theirs."""

    first: int
    last: int
    theirs: Sourced
    right: str


def changed_title(mention: Mention, sourced: SourcedNames) -> ChangedTitle | None:
    """The title before a name if it contradicts the one that the sources have there."""
    titled = sourced.titled.get(mention.keys[-1])
    if not mention.titles or not titled:
        return None
    around = sourced.around[mention.keys[-1]]
    for at, title in enumerate(mention.titles):
        place = mention.first - len(mention.titles) + at
        for theirs in titled:
            other = _contradicts(title, mention.titles, theirs.mention.titles)
            if other and _is_theirs_alone(title, other, around, titled):
                return ChangedTitle(place, place, theirs, other)
    return None


def _contradicts(title: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """The title of theirs that cannot be held together with ours; empty if there is none."""
    for forms, others in (COURTESY, COURTESY[::-1]):
        if title in forms:
            return next((other for other in theirs if other in others), "")
    if title not in RANKS:
        return ""
    if title in theirs:
        deputy = next((word for word in theirs if word in DEPUTIES), "")
        return f"{deputy} {title}" if deputy and DEPUTIES.isdisjoint(ours) else ""
    ranks = [other for other in theirs if other in RANKS]
    return "" if not ranks or not RANKS.isdisjoint(set(ours) & set(theirs)) else ranks[-1]


def _is_theirs_alone(
    title: str, other: str, around: frozenset[str] | set[str], titled: list[Sourced]
) -> bool:
    """Whether no source has our title near the name without what it has before it."""
    if " " not in other:
        return title not in around
    return all(
        title not in theirs.mention.titles or not DEPUTIES.isdisjoint(theirs.mention.titles)
        for theirs in titled
    )
