"""Checks: one module per kind of rule.

A kind is prepared once for all its rules and then asked article by article:
`KINDS[kind](rules, knowledge)` gives a `Check`, which yields the findings of a Document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document

    Check = Callable[[Document], Iterable[Finding]]


KINDS = {
    "substitution": "newslint.checks.substitution",
    "pattern": "newslint.checks.pattern",
    "quotation-marks": "newslint.checks.quotation_marks",
    "mixed-marks": "newslint.checks.mixed_marks",
    "invisible": "newslint.checks.invisible",
    "homoglyph": "newslint.checks.homoglyph",
    "mojibake": "newslint.checks.mojibake",
    "structure": "newslint.checks.structure",
    "boilerplate": "newslint.checks.boilerplate",
    "occurrence": "newslint.checks.occurrence",
    "consistency": "newslint.checks.consistency",
    "capitalisation": "newslint.checks.capitalisation",
    "date": "newslint.checks.date",
    "conditional": "newslint.checks.conditional",
    "repetition": "newslint.checks.repetition",
    "spelling": "newslint.checks.spelling",
    "suppression": "newslint.engine.suppressions",
    "names-inconsistent": "newslint.checks.names_inconsistent",
    "names-misspelt": "newslint.checks.names_misspelt",
    "names-doubtful": "newslint.checks.names_doubtful",
}
"""The module of each kind, imported when a book has a rule of it; each has a `prepare`."""


def prepare(kind: str, rules: Sequence[Rule], knowledge: Knowledge) -> Check:
    """The check of one kind, ready to be asked about any number of articles."""
    check: Check = import_module(KINDS[kind]).prepare(rules, knowledge)
    return check
