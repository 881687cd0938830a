"""Features: one observation each, with its weight and its sentence for an editor."""

from __future__ import annotations

from typing import NamedTuple


class Feature(NamedTuple):
    """One observation: its weight, and what to tell an editor of it, if anything."""

    weight: float
    says: str = ""
