"""What a word is, what an address is, and possessive endings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from newslint.text.english import ABBREVIATIONS

WORD = re.compile(r"([^\W_]++(?:['’][^\W_]++)*+)")
"""A word: letters and digits, apostrophes inside. Hyphens part words."""

PLAIN_WORD = re.compile(r"([0-9A-Za-z]++(?:'[0-9A-Za-z]++)*+)")
"""The same where all is ASCII, found in two thirds of the time."""


SOFT_HYPHEN = "\u00ad"
"""Stands where a word may be broken at the end of a line, and is no part of the word."""


_LETTER = r"(?:[^\W_][\u0300-\u036f]*)"

COMPOSITE_WORD = re.compile(rf"({_LETTER}++(?:['’{SOFT_HYPHEN}]{_LETTER}++)*+)")
"""The same for text that has its accents as letters of their own (NFD), or soft hyphens."""

COMPOSITE = re.compile(f"[{SOFT_HYPHEN}\u0300-\u036f]")


NOT_PROSE = re.compile(
    r"""(?: (?:https?|ftp)://\S+ | www\.\S+          # addresses
          | [\w.+-]+@[\w-]+(?:\.[\w-]+)+             # e-mail
          | (?<![\w&])[@#]\w[\w.-]*                    # handles and tags
          | (?<![\w.])[\w-]+(?:\.[\w-]+)*             # domains and file names
            \.(?:com|org|net|gov|edu|info|tv|io|co|uk|au|de|fr|eu|ru|us|md|txt|html?|pdf|docx?
               |csv|json|ya?ml|toml|ini|cfg|conf|xml|xlsx?|pptx?|css|py|js|sh|php|jpe?g|png|gif|svg
               |mp[34]|zip|gz|exe)\b(?:/\S*)?
          | (?<![\w.-])[\w.-]*[^\W_]_+[^\W_][\w-]*      # names in code and of files
          | (?<![\w./])[~.]{0,2}/[\w.-]+(?:/[\w.-]+)+/?  # paths
          | (?<![\w.])[\w.]+\(\)                        # functions
        )""",
    re.VERBOSE | re.IGNORECASE,
)

STOP_INSIDE = re.compile(r"\.[a-zA-Z]\w")

SIGN_OF_ADDRESS = re.compile(r"[@#]|://|\.[a-zA-Z]\w|[^\W_]_+[^\W_]|(?:^|\s)[~.]{0,2}/\w|\w\(\)")
"""What each of those has: among others a stop with letters right behind it."""

SIGNS = ("@", "#", "_", "()", "/")
"""One of which is in every text with such a sign, unless it has a stop inside a word."""

SPACE = re.compile(r"\s")


def seek(word: str, words: list[str]) -> Iterator[int]:
    """Where a word stands in a list of words; for one word, faster than going through them all."""
    at = -1
    with suppress(ValueError):
        while True:
            at = words.index(word, at + 1)
            yield at


def is_short_form(word: str) -> bool:
    """Whether a stop behind `word` ends no sentence: an initial, or Dr, Gen, St."""
    return len(word) == 1 or word.lower() in ABBREVIATIONS


def split_possessive(word: str) -> tuple[str, str]:
    """A word and its possessive ending: the one place where the two are parted.

    >>> split_possessive("Biegun’s"), split_possessive("O'Brien"), split_possessive("IT'S")
    (('Biegun', '’s'), ("O'Brien", ''), ('IT', "'S"))
    """
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’":
        return word[:-2], word[-2:]
    return word, ""
