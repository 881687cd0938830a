"""Which words belong to one name as it stands in an article.

That is the word before or after a place in the same name ("Joe Biden", "van der Bellen"), and the
words that stand beside a name and are no part of it.
"""

from __future__ import annotations

from newslint.text.english import ABBREVIATIONS, LINKS, MOST_LINKS
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.document import Document


def joined(document: Document, at: int) -> bool:
    """Whether word `at` may belong to the same name as the word before it."""
    if at == 0:
        return False
    before = document.words[at - 1]
    if split_possessive(before)[1]:
        return False
    gap = document.gap(at)
    if gap in (" ", "-", "\n", "\u00a0", "\r\n"):
        return True
    if gap == ". ":
        return len(before) == 1 or before.lower() in ABBREVIATIONS
    return gap == "." and len(before) == 1


def before(document: Document, at: int) -> str:
    """The capitalised word before word `at` in the same name; empty if none.

    Small words between are skipped (Ruud van der Beltgen), with a hyphen or without.
    """
    for place in range(at, max(0, at - MOST_LINKS - 1), -1):
        word = document.words[place - 1]
        link = word.lower() in LINKS and place > 1 and joined(document, place - 1)
        if not joined(document, place) or (document.gap(place) == "-" and not link):
            return ""
        if not link:
            return word if word[0].isupper() else ""
    return ""


def after(document: Document, at: int) -> str:
    """The capitalised word after word `at` in the same name; empty if none."""
    if at + 1 >= len(document.words) or not joined(document, at + 1):
        return ""
    if document.gap(at + 1) == "-":
        return ""
    word = document.words[at + 1]
    if word in LINKS and at + 2 < len(document.words) and joined(document, at + 2):
        word = document.words[at + 2]
    return word if word[0].isupper() else ""
