"""Sources -> the mapped files that `newslint.lexicon` opens.

A word's record is three bytes: flags, how common it is, and in how many titles it stands. Words
that only one title has stand in a list of their own, without a record.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log2
from pathlib import Path

import marisa_trie

from newslint.lexicon.edit_distance import deletions, is_one_edit_apart
from newslint.lexicon.folding import fold
from newslint.lexicon.hash_index import build_index, rows_of
from newslint.lexicon.lexicon import (
    ATTESTED,
    CAPITAL,
    FAMILY,
    FOREIGN,
    GIVEN,
    ONCE,
    PLACE,
    SLIP,
    WORD,
    Entry,
)
from tools.lexicon import sources

WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
NAMELIKE = re.compile(r"^[a-z][a-z']*(?: [a-z][a-z']*){1,2}$", re.MULTILINE)
"""Titles that copy may have: its words hold no hyphens and stops."""
REMARK = re.compile(r" ?\([^)\n]*\)$|, .*$", re.MULTILINE)
"""What Wikipedia puts behind a title to tell namesakes apart: (actor), or a state."""

COMMON_ABROAD = 3.8
"""Zipf frequency from which a word of another language may stand in English copy."""

TRUSTED = 3
"""So many of the eight dictionaries must have a word that is listed as a misspelling, too."""

CURRENT = 2.5
"""... unless it is as common as this: then one will do."""

IN_USE = 1.0
"""Zipf frequency from which a word that only its origin is known of is one: runer is a slip."""

TARGET_ZIPF = 2.2
TARGET_TITLES = 40
"""How well known a spelling must be to be proposed in place of another."""

NAME_LETTERS, NAME_ZIPF, NAME_TITLES = 6, 1.8, 8
LISTED_NAME_ZIPF = 1.5
"""... and a name so long, which few others are near to: by itself, or where a list has it."""


class Record:
    """What the sources say of one folded word, while it is being gathered."""

    __slots__ = ("flags", "titles", "zipf")

    def __init__(self) -> None:
        self.flags = 0
        self.zipf = 0.0
        self.titles = 0

    def entry(self) -> Entry:
        """What the lexicon is to say of the word."""
        return Entry(self.flags, self.zipf, self.titles)


def gather(root: Path) -> tuple[dict[str, Record], set[str]]:
    """Every folded word with its record, and the folded titles of two and three words."""
    records: dict[str, Record] = defaultdict(Record)
    for word, zipf in sources.frequencies(root, "en"):
        record = records[fold(word)]
        record.zipf = max(record.zipf, zipf)
    _flag_words(records, root)
    _flag_names(records, root)
    for language in sources.FOREIGN:
        for word, zipf in sources.frequencies(root, language):
            if zipf >= COMMON_ABROAD:
                records[fold(word)].flags |= FOREIGN
    counts, phrases = _count_titles(root)
    for word, count in counts.items():
        if "-" not in word:
            records[word].titles = count
    return records, phrases


def _flag_words(records: dict[str, Record], root: Path) -> None:
    listing: Counter[str] = Counter()
    for word in sources.dictionary_words(root):
        if not word.endswith("'s"):
            key = fold(word)
            records[key].flags |= WORD if word[0].islower() else CAPITAL
            listing[key] += word[0].islower()
    traced = (word for word in sources.traced_words(root) if records[fold(word)].zipf >= IN_USE)
    for word in (*sources.rarer_words(root), *traced):
        if word.islower() and word.isalpha():
            records[fold(word)].flags |= ATTESTED
            listing[fold(word)] += 1
    for wrong, _ in sources.known_slips(root):
        key = fold(wrong)
        rare = records[key].zipf < CURRENT
        if listing[key] < (TRUSTED if rare else 1):
            records[key].flags = records[key].flags & ~(WORD | ATTESTED) | SLIP
    for word in sources.inflected_words(root):
        if word.islower() and not records[fold(word)].flags & SLIP:
            records[fold(word)].flags |= WORD


def _flag_names(records: dict[str, Record], root: Path) -> None:
    for name, population in sources.places(root):
        for word in WORDS.findall(fold(name)):
            if population >= 15_000:
                records[word].flags |= PLACE
    for name in sources.surnames(root):
        records[name].flags |= FAMILY
    for name in sources.given_names(root):
        records[name].flags |= GIVEN


def _count_titles(root: Path) -> tuple[Counter[str], set[str]]:
    counts: Counter[str] = Counter()
    phrases: set[str] = set()
    for raw in sources.titles(root):
        sheet = REMARK.sub("", fold_lines(raw))
        counts.update(WORDS.findall(sheet))
        phrases.update(NAMELIKE.findall(sheet))
    return counts, phrases


def fold_lines(sheet: str) -> str:
    """Each line of `sheet` folded."""
    return sheet if sheet.isascii() else "\n".join(map(fold, sheet.split("\n")))


def compile_lexicon(root: Path, target: Path) -> None:
    """Write the lexicon's files into the folder `target`, out of the packages in `root`."""
    target.mkdir(parents=True, exist_ok=True)
    records, phrases = gather(root)
    entries = {word: record.entry() for word, record in records.items()}
    words = write_entries(entries, target)
    slips = (
        (fold(wrong), ",".join(right).encode())
        for wrong, right in sources.known_slips(root)
        if records[fold(wrong)].flags & SLIP
    )
    marisa_trie.BytesTrie(slips).save(str(target / "slips.marisa"))
    known = sorted(word for word, entry in entries.items() if is_target(word, entry))
    (target / "forms.bin").write_bytes(forms_of(known, words))
    lists = ((word, sorted(near, key=words.__getitem__)) for word, near in neighbours(known))
    near = marisa_trie.BytesTrie((word, " ".join(some).encode()) for word, some in lists)
    near.save(str(target / "neighbours.marisa"))
    marisa_trie.Trie(phrases).save(str(target / "titles.marisa"))


def write_entries(entries: Mapping[str, Entry], target: Path) -> marisa_trie.Trie:
    """Write the words with their records, and those that only a title has; return the former."""
    once = (word for word, entry in entries.items() if entry == ONCE)
    marisa_trie.Trie(once).save(str(target / "once.marisa"))
    words = marisa_trie.Trie(word for word, entry in entries.items() if entry > ONCE)
    words.save(str(target / "words.marisa"))
    columns = [bytearray(len(words)) for _ in range(3)]
    for word, at in words.items():
        flags, zipf, titles = entries[word]
        columns[0][at] = flags
        columns[1][at] = min(255, round(zipf * 10))
        columns[2][at] = min(255, round(8 * log2(titles + 1)))
    (target / "words.bin").write_bytes(b"".join(columns))
    return words


def forms_of(known: Iterable[str], words: marisa_trie.Trie) -> bytes:
    """The index that leads from a word, and each of its shortened forms, to the word's number."""
    rows = array("Q")
    for word in known:
        rows.extend(rows_of((word, *deletions(word)), words[word]))
    return build_index(rows)


def neighbours(known: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each well-known word, and those that are one edit from it."""
    sharing: dict[str, set[str]] = defaultdict(set)
    for word in known:
        for form in (word, *deletions(word)):
            sharing[form].add(word)
    for word in known:
        near = set().union(*(sharing[form] for form in (word, *deletions(word))))
        yield word, [other for other in near if is_one_edit_apart(word, other)]


def is_target(word: str, record: Entry) -> bool:
    """Whether `word` is well known enough to be what somebody meant."""
    if len(word) < 3 or record.flags & SLIP:
        return False
    if record.flags & (WORD | CAPITAL | PLACE) and record.zipf >= TARGET_ZIPF:
        return True
    if record.zipf >= TARGET_ZIPF + 0.3 and record.titles >= TARGET_TITLES:
        return True
    return is_long_name(word, record)


def is_long_name(word: str, record: Entry) -> bool:
    """Whether `word` is a long name that is not unheard of (Kordofan)."""
    if len(word) < NAME_LETTERS or record.flags & (WORD | FOREIGN):
        return False
    if record.flags & (CAPITAL | PLACE) and record.zipf >= LISTED_NAME_ZIPF:
        return True
    return record.zipf >= NAME_ZIPF and record.titles >= NAME_TITLES
