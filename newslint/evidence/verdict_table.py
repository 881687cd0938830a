"""Verdicts on the words in use, made when newslint was built by the judges that judge at run time.

    words.marisa   words as they may be written
    words.bin      a byte for each: a bit for every one of the `JUDGES` that objects to it
    slips.marisa   folded words, and what each may be a slip of in a name of two words
    key            the digest of all that decided; written last

They hold for the shipped book and lexicon. With a desk's book, a word is judged anew if the desk
rules on it, or may change the verdict by ruling on another word. Rare words are not in the table.
`tools/verdicts.py` writes it.
"""

# ruff: noqa: PTH110, PTH116, PTH118

from __future__ import annotations

import os
from functools import cache

import marisa_trie

from newslint.evidence.known_names.known_pair import Slips
from newslint.lexicon.counts import map_file, map_trie
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import shipped
from newslint.storage import paths
from newslint.storage.files_below import files_below
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.evidence.knowledge import Knowledge


DATA = os.path.join(paths.PACKAGE, "data", "verdicts")

JUDGES = (
    "newslint.checks.spelling",
    "partings_of",
    "newslint.checks.names_misspelt",
    "newslint.checks.names_inconsistent",
    "newslint.checks.names_doubtful",
    "newslint.checks.names_remembered",
    "newslint.checks.unprinted_words",
)
"""The judges whose verdicts the table has, by the name that each goes by; their bits in order."""

DECIDING = (
    *("newslint/book", "newslint/checks", "newslint/evidence", "newslint/lexicon", "newslint/text"),
    *("rules", "tools/counts/data", "tools/lexicon", "tools/verdicts.py"),
)
"""Files and folders of a checkout that hold what decides a verdict."""

BETWEEN = ";"
"""Parts the known words of the `Slips` from those of the book."""

ALONE = 1 << len(JUDGES)
"""The bit of a word whose verdict a desk may change by ruling on another word."""

UNLISTED = 2 * ALONE
"""The bit of every other judge, which no byte of the table holds."""


def bit_of(judge: str) -> int:
    """The bit of a judge; that of one whose verdicts the table lacks is always set.

    >>> bit_of("partings_of"), bit_of("another")
    (2, 256)
    """
    return 1 << JUDGES.index(judge) if judge in JUDGES else UNLISTED


class VerdictTable:
    """The table in `folder`, for one Knowledge."""

    def __init__(self, knowledge: Knowledge, folder: str | os.PathLike[str] = DATA) -> None:
        self._desk = knowledge.desk or None
        self._words = map_trie(os.path.join(folder, "words.marisa"))
        self._objecting = memoryview(map_file(os.path.join(folder, "words.bin")))
        self._slips = marisa_trie.BytesTrie().mmap(os.path.join(folder, "slips.marisa"))

    def objecting(self, words: Iterable[str], asked: int) -> dict[str, int]:
        """The bits of the judges that may object, of those `asked`, to each of `words`.

        Words to which none objects are left out.
        """
        found, number_of, bits_of, desk = {}, self._words.get, self._objecting, self._desk
        for word in words:
            at = number_of(word if word.isascii() else word.replace("’", "'"))
            if at is None:
                found[word] = asked
                continue
            bits = bits_of[at]
            if desk and (bits & ALONE or self._is_ruled_on(word)):
                found[word] = asked
            elif bits := (bits & ~ALONE | UNLISTED) & asked:
                found[word] = bits
        return found

    def slips(self, key: str) -> Slips | None:
        """What the folded word may be a slip of in a name of two; None if that must be found."""
        found = self._slips.get(key)
        if not found or (self._desk and (self._desk.concerns(key) or self._desk.near(key))):
            return None
        known, booked = found[0].decode().split(BETWEEN)
        return Slips(tuple(known.split()), tuple(booked.split()))

    def _is_ruled_on(self, word: str) -> bool:
        return self._desk is not None and any(map(self._desk.concerns, forms_asked_for(word)))


def forms_asked_for(word: str) -> set[str]:
    """The folded forms by which judges ask the book for a word of the table."""
    return {form for whole in asked(word) for form in (whole, whole.removesuffix("s"))}


def asked(word: str) -> Iterator[str]:
    """The folded word, with and without its possessive ending."""
    yield fold(word)
    yield fold(split_possessive(word)[0])


def open_table(knowledge: Knowledge) -> VerdictTable | None:
    """The shipped table, if it holds for what `knowledge` has: the shipped lexicon and book."""
    if knowledge.lexicon is not shipped() or knowledge.desk is None or knowledge.shipped_layer < 0:
        return None
    return VerdictTable(knowledge) if is_current() else None


@cache
def is_current() -> bool:
    """Whether the table is there, and in a checkout as old as all that decides a verdict."""
    table = os.path.join(DATA, "key")
    if not os.path.exists(table) or not paths.in_checkout():
        return os.path.exists(table)
    time = os.stat(table).st_mtime_ns
    return all(
        os.stat(file).st_mtime_ns <= time
        for part in DECIDING
        for file in files_of(os.path.join(paths.SITE, part))
    )


def files_of(part: str) -> Iterator[str]:
    """The files of a folder that are no mere copies of others; or `part` itself, if it is one."""
    return files_below(part) if os.path.exists(part) else iter(())
