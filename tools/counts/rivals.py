"""Words that a slip may have put in each other's place.

They are one edit apart, or two if they are long and begin alike or sound alike, or rules list them
as confused. Two spellings of one word (colour, color) are none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from newslint.lexicon.edit_distance import deletions, distance
from newslint.lexicon.lexicon import WORD, Lexicon
from tools.counts.ngrams import Array, Counted

PUBLISHERS, ZIPF = 9, 2.5
"""How common a word must be to be meant in place of another."""

LONG = 6
"""Letters of words that may be two edits apart."""

AUDIBLE = 4
"""... and of those that sound alike."""

CROWD = 400
"""Words of one shortened form that are not compared: only a few letters are left of it."""

MUTE = re.compile(
    "(?<=[aeiou])gh|^k(?=n)|^g(?=n)|^w(?=r)|(?<=[aeiou])g(?=n$)|(?<=w)h|(?<=m)b$"
    "|(?<=[aeo])w(?![aeiou])"
)

SPELT = (("ph", "f"), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("dge", "j"))

ALIKE = str.maketrans("czqvy", "kskfi")

BRITISH = (
    (re.compile("(?<=..)our"), "or"),
    (re.compile("(?<=..)yse|(?<=..)ise|(?<=..)isi|(?<=..)isa"), "ize"),
    (re.compile("(?<=..)yze|(?<=..)ize|(?<=..)izi|(?<=..)iza"), "ize"),
    (re.compile("(?<=[bcdghpt])re(?=s?$)"), "er"),
    (re.compile("ogue"), "og"),
    (re.compile("[ao]e(?=...)"), "e"),
    (re.compile("(?<=[ei])nc(?=[ei])"), "ns"),
    (re.compile("(?<=...)([lpst])\\1(?=e[drs]|ing|ist)"), "\\1"),
    (re.compile("dgem"), "dgm"),
    (re.compile("(?<=ward)s$|(?<=mid)st$|(?<=mong)st$|(?<=whil)e$|(?<=whil)st$"), ""),
)
"""What British and American spellings have in common, and among and amongst, toward and towards."""


@dataclass
class Rivals:
    """For each word's number, where in `numbers` its rivals begin."""

    heads: Array
    numbers: Array


def find_rivals(
    numbers: dict[str, int],
    single: Counted,
    lexicon: Lexicon,
    confused: Mapping[str, Collection[str]],
) -> Rivals:
    """Return for each word those that may be meant in its place, `confused` ones among them."""
    publishers = dict(zip(single.keys.tolist(), single.publishers.tolist(), strict=True))
    words = [word for word in numbers if _is_word(word, lexicon)]
    meant = {
        word
        for word in words
        if publishers[numbers[word]] >= PUBLISHERS and lexicon.entry(word).zipf >= ZIPF
    }
    close = {pair for pair in _close(words) if not are_variants(*pair)}
    both = close | {(other, one) for one, other in close}
    listed = {(word, rival) for word, rivals in confused.items() for rival in rivals}
    found = {(word, rival) for word, rival in both if rival in meant} | listed
    rows = sorted((numbers[a], numbers[b]) for a, b in found if a in numbers and b in numbers)
    table = np.array(rows, np.uint64).reshape(-1, 2)
    heads = np.searchsorted(table[:, 0], np.arange(len(numbers) + 2))
    return Rivals(heads, table[:, 1])


def sound(word: str) -> str:
    """Return what words that sound alike have in common: their consonants, roughly.

    >>> sound("metal") == sound("mettle"), sound("rein") == sound("reign"), sound("peak")
    (True, True, 'pk')
    """
    key = MUTE.sub("", word)
    for spelt, spoken in SPELT:
        key = key.replace(spelt, spoken)
    key = re.sub("c(?=[eiy])", "s", key).translate(ALIKE)
    return re.sub(r"(.)\1", r"\1", key[0] + re.sub("[aeiou]", "", key[1:]))


def are_variants(one: str, other: str) -> bool:
    """Whether two spellings are one word's, on either side of the ocean.

    >>> [are_variants(*pair.split()) for pair in ("colour color", "defence defense", "hop hope")]
    [True, True, False]
    """
    return _unified(one) == _unified(other)


def _unified(word: str) -> str:
    for british, plain in BRITISH:
        word = british.sub(plain, word)
    return word


def _is_word(word: str, lexicon: Lexicon) -> bool:
    plain = word.isascii() and word.isalpha() and (len(word) > 1 or word == "a")
    return plain and bool(lexicon.entry(word).flags & WORD)


def _close(words: list[str]) -> set[tuple[str, str]]:
    """Return the pairs of `words` that are close to each other."""
    long = [word for word in words if len(word) >= LONG]
    audible = [word for word in words if len(word) >= AUDIBLE]
    once = {pair for pair in _sharing(words, _without_one) if distance(*pair) == 1}
    far = ((a, b) for a, b in _sharing(long, _without_two) if a[0] == b[0])
    heard = _sharing(audible, lambda word: {sound(word)})
    return once.union(pair for pairs in (far, heard) for pair in pairs if distance(*pair) == 2)


def _sharing(words: Iterable[str], forms: Callable[[str], set[str]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of words that have a form in common, each in the order of the alphabet."""
    having: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for form in forms(word):
            having[form].append(word)
    seen = set()
    for group in having.values():
        if 1 < len(group) < CROWD:
            for at, one in enumerate(group):
                for other in group[at + 1 :]:
                    pair = (one, other) if one < other else (other, one)
                    if pair not in seen:
                        seen.add(pair)
                        yield pair


def _without_one(word: str) -> set[str]:
    return {word, *deletions(word)}


def _without_two(word: str) -> set[str]:
    return {form for once in _without_one(word) for form in _without_one(once)}
