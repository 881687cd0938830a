"""Checks: one module for each kind of rule.

A check is prepared once for all rules of its kind, and then yields the findings of any number of
documents. Checks may import evidence, the book, text and what lies below; not each other.
"""

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
    "context": "newslint.checks.context_slip",
    "suppression": "newslint.checks.suppression",
    "names-inconsistent": "newslint.checks.names_inconsistent",
    "names-accents": "newslint.checks.names_accents",
    "names-misspelt": "newslint.checks.names_misspelt",
    "names-doubtful": "newslint.checks.names_doubtful",
    "names-remembered": "newslint.checks.names_remembered",
    "source-name": "newslint.checks.source_name",
    "source-unknown-name": "newslint.checks.source_unknown_name",
    "source-figure": "newslint.checks.source_figure",
    "source-quotation": "newslint.checks.source_quotation",
}
"""The module of each kind, imported when a book has a rule of it; each has a `prepare`."""
