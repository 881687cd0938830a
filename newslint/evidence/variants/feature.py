"""Features: one observation each, with its weight and its sentence for an editor."""

from __future__ import annotations

from newslint.core.record import NamedTuple


class Feature(NamedTuple):
    """One observation: its weight, and a sentence about it for an editor, or an empty one."""

    weight: float
    says: str = ""
