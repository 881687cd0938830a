"""Compile rules and names into the bytes of a compiled book (book/compiled.py)."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping
from zlib import crc32

from newslint.book.compiled import MAGIC, Header
from newslint.book.kind import Kinds
from newslint.book.literals import build_literals
from newslint.book.spelling_keys import (
    ALONE,
    END,
    NEAR,
    SAME,
    Spellings,
    keys_of,
    outer_keys,
    partners_of,
    uses_of,
    words_of,
)
from newslint.core.name import Name
from newslint.core.place import Where
from newslint.core.rule import Rule
from newslint.lexicon.edit_distance import deletions
from newslint.lexicon.hash_index import LARGEST, build_index, rows_of
from newslint.storage.checked_blocks import sums_of


def build(content: Iterable[Rule | Name], kinds: Kinds, digest: bytes) -> bytes:
    """The compiled form of a book; `digest` is the version of its files."""
    entries, rows, count, longest = bytearray(), array("Q"), 0, 0
    files: dict[str, int] = {}
    uses: dict[str, int] = {}
    partners: dict[str, dict[str, None]] = {}
    rules: list[Rule] = []
    for item in content:
        if isinstance(item, Rule):
            rules.append(item)
            continue
        spellings = Spellings.of(item)
        rows.extend(rows_of(keys_of(spellings), len(entries)))
        entries += _record(item, files)
        count += 1
        longest = max(longest, *(len(words_of(key)) for some in spellings for key in some))
        for word, use in uses_of(spellings):
            uses[word] = uses.get(word, 0) | use
        for word, other in partners_of(item, spellings):
            uses.setdefault(word, 0)
            partners.setdefault(word, {})[other] = None
    words, rows_of_words = _words(uses, partners)
    if max(len(entries), len(words)) > LARGEST:
        raise OverflowError("a book of names is at most 4 GB")
    sections: tuple[bytes | bytearray, ...] = (
        build_index(rows),
        entries,
        build_index(rows_of_words),
        words,
        *_rules(rules, kinds, files),
        "\0".join(files).encode(),
    )
    body = b"".join(sections)
    sums = sums_of(body)
    lengths = (*map(len, sections), len(sums))
    header = Header(MAGIC, digest, count, longest, lengths, crc32(sums))
    return b"".join((header.packed(), body, sums))


def _words(
    uses: Mapping[str, int], partners: Mapping[str, Iterable[str]]
) -> tuple[bytearray, array[int]]:
    """The words with their uses and partners, one a line, and the rows that lead to them."""
    words, rows = bytearray(), array("Q")
    for word, use in uses.items():
        keys = [SAME + word]
        if use & END:
            keys += [NEAR + form for form in (word, *deletions(word))]
        if use & ALONE:
            keys += outer_keys(word)
        rows.extend(rows_of(keys, len(words)))
        line = "\0".join((word, *partners.get(word, ())))
        words += bytes((use,)) + line.encode() + b"\n"
    return words, rows


def _rules(rules: list[Rule], kinds: Kinds, files: dict[str, int]) -> tuple[bytes, ...]:
    """The heads of the rules, the rules, their literals, and their examples."""
    literals = [kinds.literals(rule) for rule in rules]
    rows = [_json([*rule[2:7], rule.scope, *_placed(rule.where, files)]) for rule in rules]
    examples = [
        _json([[*e[:3], *_placed(e.where, files), e.source] for e in rule.examples])
        for rule in rules
    ]
    longest = [max((len(literal.text) for literal in some), default=0) for some in literals]
    lengths = (longest, map(len, rows), map(len, examples))
    heads = (
        "\0".join((rule.id, rule.kind, rule.language, *map(str, numbers)))
        for rule, *numbers in zip(rules, *lengths, strict=True)
    )
    return (
        "\n".join(heads).encode(),
        b"".join(rows),
        *build_literals(literals),
        b"".join(examples),
    )


def _json(row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode()


def _record(name: Name, files: dict[str, int]) -> bytes:
    """A name as one line; no field can contain the separators."""
    lists = (name.aliases, name.misspellings, name.instead_of, name.distinct)
    fields = [name.name, name.kind, *map("\x1f".join, lists), name.note]
    fields += map(str, _placed(name.where, files))
    return "\0".join(fields).encode() + b"\n"


def _placed(where: Where, files: dict[str, int]) -> tuple[int, int]:
    return files.setdefault(where.path, len(files)), where.line
