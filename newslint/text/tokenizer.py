"""What a word is, what an address is, and possessive endings."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import accumulate

from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.native.choice import compiled
from newslint.text.english import ABBREVIATIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.native._scanner import Words

WORD = lazy_pattern(r"([^\W_]++(?:['’][^\W_]++)*+)")
"""A word: letters, digits, and apostrophes inside. Hyphens separate words."""

PLAIN_WORD = lazy_pattern(r"([0-9A-Za-z]++(?:'[0-9A-Za-z]++)*+)")
"""A word of ASCII text; this search is a third faster."""


SOFT_HYPHEN = "\u00ad"
"""Marks where a word may be broken at the end of a line; it is no part of the word."""


_LETTER = r"(?:[^\W_][\u0300-\u036f]*)"

COMPOSITE_WORD = lazy_pattern(rf"({_LETTER}++(?:['’{SOFT_HYPHEN}]{_LETTER}++)*+)")
"""A word of text with accents as separate characters (NFD) or with soft hyphens."""

COMPOSITE = lazy_pattern(f"[{SOFT_HYPHEN}\u0300-\u036f]")

NOT_PROSE = lazy_pattern(
    r"""(?: (?:https?|ftp)://\S+ | www\.\S+          # addresses
          | [\w.+-]+@[\w-]+(?:\.[\w-]+)+             # e-mail
          | (?<![\w&])[@#]\w[\w.-]*                    # handles and tags
          | (?<![\w.])[\w-]+(?:\.[\w-]+)*             # domains and file names
            \.(?:com|org|net|gov|edu|info|tv|io|co|uk|au|de|fr|eu|ru|us|md|txt|html?|pdf|docx?|odt
               |csv|json|ya?ml|toml|ini|cfg|conf|xml|xlsx?|pptx?|css|py|js|sh|php|jpe?g|png|gif|svg
               |mp[34]|zip|gz|exe)\b(?:/\S*)?
          | (?<![\w.-])[\w.-]*[^\W_]_+[^\W_][\w-]*      # names in code and of files
          | (?<![\w./])[~.]{0,2}/[\w.-]+(?:/[\w.-]+)+/?  # paths
          | (?<![\w.])[\w.]+\(\)                        # functions
        )""",
    re.VERBOSE | re.IGNORECASE,
)

STOP_INSIDE = lazy_pattern(r"\.[a-zA-Z]\w")

SIGN_OF_ADDRESS = lazy_pattern(r"[@#]|://|\.[a-zA-Z]\w|[^\W_]_+[^\W_]|(?:^|\s)[~.]{0,2}/\w|\w\(\)")
"""Occurs in every address, handle and file name: for example a stop before letters."""

SIGNS = ("@", "#", "_", "()", "/")
"""Strings of which a text with such a sign holds one, unless it has a stop inside a word."""

SPACE = lazy_pattern(r"\s")


class Tokens(NamedTuple):
    """A text as words, in parallel sequences.

    `pieces` are gaps and words in turn; they begin and end with a gap, which may be empty, and
    `ends` says where each ends. `words` stand without soft hyphens, `lowered` in small letters
    with plain apostrophes; `capitals` are the indices of words with a capital, `distinct` has each
    word once. `numbers` are those of the pieces in the mapping `numbered_by`, if there is one.
    """

    pieces: list[str]
    words: list[str]
    lowered: list[str]
    ends: array[int]
    capitals: list[int]
    distinct: frozenset[str]
    numbers: bytes | None = None
    numbered_by: Mapping[str, int] | None = None


def tokenize_plainly(text: str) -> Tokens:
    """The tokens of `text`, by regular expressions."""
    pattern = PLAIN_WORD if text.isascii() else COMPOSITE_WORD if COMPOSITE.search(text) else WORD
    pieces = pattern.split(text)
    words = pieces[1::2]
    if SOFT_HYPHEN in text:
        words = [word.replace(SOFT_HYPHEN, "") for word in words]
    lowered = "\n".join(words).lower().replace("’", "'").split("\n") if words else []
    capitals = [at for at, word in enumerate(words) if word[0].isupper()]
    ends = array("L", accumulate(map(len, pieces)))
    return Tokens(pieces, words, lowered, ends, capitals, frozenset(words))


class _CompiledTokenizer:
    """The compiled scanner, which makes each word of the latest articles once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._numbers: Mapping[str, int] | None = None

    def tokenize(self, text: str) -> Tokens:
        """The tokens of `text`."""
        numbered_by = self._numbers
        pieces, words, lowered, ends, capitals, distinct, numbers = self._words.scan(text)
        places = array("L", ends)
        return Tokens(pieces, words, lowered, places, capitals, distinct, numbers, numbered_by)

    def number_by(self, numbers: Mapping[str, int]) -> None:
        """Look each piece up in `numbers` from now on."""
        if self._numbers is not numbers:
            self._words.number_by(numbers)
            self._numbers = numbers


_tokenizer = _CompiledTokenizer(compiled.Words()) if compiled else None

tokenize = _tokenizer.tokenize if _tokenizer else tokenize_plainly
"""The tokens of a text. A seam of the compiled scanner."""


def number_pieces(numbers: Mapping[str, int]) -> None:
    """Let the compiled scanner, where it is there, look pieces up in `numbers` from now on."""
    if _tokenizer:
        _tokenizer.number_by(numbers)


def seek(word: str, words: list[str]) -> Iterator[int]:
    """Indices of a word in a list; for one word this is faster than a loop."""
    at = -1
    with suppress(ValueError):
        while True:
            at = words.index(word, at + 1)
            yield at


def is_short_form(word: str) -> bool:
    """Whether `word` is an initial or an abbreviation (Dr, Gen, St): its stop ends no sentence."""
    return len(word) == 1 or word.lower() in ABBREVIATIONS


def split_possessive(word: str) -> tuple[str, str]:
    """Split a word into its stem and its possessive ending.

    >>> split_possessive("Biegun’s"), split_possessive("O'Brien"), split_possessive("IT'S")
    (('Biegun', '’s'), ("O'Brien", ''), ('IT', "'S"))
    """
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’":
        return word[:-2], word[-2:]
    return word, ""
