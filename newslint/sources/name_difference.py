"""How a name of the copy differs from those of its sources: a plain value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple

if TYPE_CHECKING:
    from newslint.sources.mentions import Mention
    from newslint.sources.sourced_names import Sourced


SLIP, PART, TITLE, UNKNOWN = "slip", "part", "title", "unknown"
"""How a name differs: by a slip; in a part of it; in its title; it is in no source."""


class Difference(NamedTuple):
    """A name of the copy that the sources do not have like this, and theirs, if there is one.

    `first` and `last` are its words that differ; `right` is what a source has there.
    """

    kind: str
    mention: Mention
    first: int
    last: int
    theirs: Sourced | None = None
    right: str = ""
