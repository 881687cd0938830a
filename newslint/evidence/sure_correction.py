"""Decide whether the correction of a word, at its place, is a safe fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.evidence import typo_weights as typo_w
from newslint.lexicon.lexicon import FOREIGN, NAMED, WORD
from newslint.text.name_spans import after, before

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.typo import Correction
    from newslint.text.document import Document


def is_sure(reading: Correction) -> bool:
    """Whether the likeliest correction is safe: it is listed, or far ahead of others."""
    far_ahead = reading.weight >= typo_w.MISSPELT_SURELY and reading.lead >= typo_w.CLEAR_LEAD
    return reading.certain or far_ahead


def may_be_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` has a capital and may belong to a name: Detroy Varelinsk, Red Oktober."""
    word = document.words[at]
    if not word[0].isupper():
        return False
    if knowledge.entry(knowledge.key(word)).flags & (FOREIGN | NAMED):
        return True
    beside = (knowledge.key(name) for name in (before(document, at), after(document, at)) if name)
    return not all(knowledge.entry(key).flags & WORD for key in beside)


def may_be_part(at: int, right: str, document: Document) -> bool:
    """Whether word `at` may be only a part of the right word, or `right` does not fit its place."""
    return is_plural_possessive(at, right, document) or is_beheaded(at, document)


def is_beheaded(at: int, document: Document) -> bool:
    """Whether a paragraph begins with word `at` in small letters: its start was cut off (mpany)."""
    start = document.span(at).start
    above = document.text[:start].rstrip(" ")
    return document.words[at].islower() and (not above or above.endswith("\n"))


def is_plural_possessive(at: int, right: str, document: Document) -> bool:
    """Whether an apostrophe after word `at` makes it a genitive, but would not make `right` one."""
    end = document.span(at).end
    owns = document.text[end : end + 1] in ("'", "’")
    return owns and document.lowered[at][-1] == "s" != right[-1]
