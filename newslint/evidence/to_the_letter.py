"""To the letter: places where a spelling is quoted or spoken of, or is what is left of a word."""

from __future__ import annotations

import re

from newslint.core.lazy_pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.document import Document


ABOUT = 40
"""Letters on either side of a word that tell whether all of it is there."""

MENTION = 3
"""Words of a quotation, at the most, that quotes a wording and not somebody's speech."""

ABOUT_SPELLING = 120
"""Letters on either side of a word in which the article may speak of spelling."""

TICKER = 5
"""Letters of the sign of a company on an exchange, at the most."""

POST = 500
"""Letters behind a word within which it may be said who posted it."""

_POSTED = lazy_pattern(r"\(@\w+\)|\bpic\.twitter\.com/|\bt\.co/")

_OPENED = lazy_pattern(r"\w[(\[]")
"""Brackets within a word: L(istening)."""

_SPELLING = lazy_pattern(
    r"\b(?:mis-?)?(?:spell?(?:ed|ing)s?|spelt)\b|\b(?:typos?|aka|a\.k\.a)\b|\[sic", re.IGNORECASE
)

ABOUT_NAME = 80
"""Letters ahead of a word in which the article may say that somebody or something is named so."""

_SPELT_SO = lazy_pattern(
    r"\b(?:aka|a\.k\.a|(?:mis-?)?(?:spel(?:led|t)|spelling))\b\.?[^.!?;\n]{0,30}$", re.IGNORECASE
)

_CALLED_SO = lazy_pattern(
    r"""(?:\bknown\b[^.!?;\n]{0,40}\ as\b[^.!?;\n'"‘’“”]{0,20}['"‘“]?[^.!?;\n'"‘’“”]{0,20}
    |(?<!so-)\b(?:call(?:ed|ing|s)|dubb(?:ed|ing)|nicknam(?:ed|ing)|named|titled|entitled)
        (?:\ (?:him|her|it|them|me|us))?,?\ (?:the\ )?['"‘“][^'"’”\n]*
    |\bentitled\ (?:[A-Z][^.!?;\n]*)?
    |\b(?:company|firm|start-?up|band|brand|app|group)\ (?:called|named)\ (?:[A-Z]\w*\ )?)$""",
    re.VERBOSE,
)


def is_torn(at: int, document: Document) -> bool:
    """Whether the head or the tail of word `at` may have been cut off (mpany), or is stuttered.

    It begins a paragraph in small letters, stands beside dots, behind a hyphen with a space or in
    brackets behind a letter, or is the last of an article without a full stop.
    """
    start, end = document.span(at)
    above = document.text[max(0, start - ABOUT) : start].rstrip(" ")
    below = document.text[end : end + ABOUT]
    if document.words[at].islower() and (not above or above[-1] == "\n"):
        return True
    if below.startswith(("...", "…")) or _OPENED.search(above[-2:]):
        return True
    if below.startswith("-") and not below[1:2].isalpha():
        return True
    if at and document.gap(at) in ("- ", "-\n"):
        return True
    return above.endswith(("…", "..")) or (len(below) < ABOUT and not below.strip())


def is_to_the_letter(at: int, document: Document) -> bool:
    """Whether the article gives the very spelling of word `at`, as somebody wrote it."""
    return (
        is_spelling_discussed(at, document)
        or is_quoted_wording(at, document)
        or is_posted(at, document)
    )


def is_spelt_so(at: int, document: Document) -> bool:
    """Whether the article says that somebody spells, or misspelt, a name as word `at` is."""
    return _SPELT_SO.search(_ahead_of(at, document)) is not None


def is_called_so(at: int, document: Document) -> bool:
    """Whether the article says that somebody or something is called by word `at`, or titled so."""
    return is_spelt_so(at, document) or _CALLED_SO.search(_ahead_of(at, document)) is not None


def _ahead_of(at: int, document: Document) -> str:
    start = document.span(at).start
    return document.text[max(0, start - ABOUT_NAME) : start]


def is_spelling_discussed(at: int, document: Document) -> bool:
    """Whether the article speaks of spelling around word `at`, or of other names."""
    start, end = document.span(at)
    around = max(0, start - ABOUT_SPELLING), end + ABOUT_SPELLING
    return _SPELLING.search(document.text, *around) is not None


def is_quoted_wording(at: int, document: Document) -> bool:
    """Whether word `at` stands in a quotation of some few words, which gives their spelling.

    Speech ends with a comma.
    """
    quotation = document.quotation(document.span(at).start)
    if quotation is None:
        return False
    words = document.text[quotation.start : quotation.end].split()
    return len(words) <= MENTION and not words[-1].endswith(",")


def is_posted(at: int, document: Document) -> bool:
    """Whether word `at` stands in what somebody posted: behind it, an account or a link is named.

    That may follow in the next paragraph, and in no later one.
    """
    end = document.span(at).end
    behind = document.prose.text[end : end + POST].split("\n\n")[:2]
    return _POSTED.search("\n\n".join(behind)) is not None


def is_ticker(word: str, right: str) -> bool:
    """Whether a short word in capitals may be what an exchange calls a company (VLKR, VLKER)."""
    return len(word) <= TICKER and word.isupper() and not right.isupper()
