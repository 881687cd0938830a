"""Words that a slip may have put in each other's place.

They are one edit apart, or two if they are long and begin alike, or they sound alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from newslint.lexicon.counts import Count
from newslint.lexicon.edit_distance import distance, shortened
from newslint.lexicon.lexicon import WORD, Lexicon

PUBLISHERS, ZIPF = 9, 2.5
"""How common a word must be to be meant in place of another."""

LONG = 6
"""Letters of words that may be two edits apart."""

AUDIBLE = 4
"""... and of those that sound alike."""

CROWD = 400
"""Words of one shortened form that are not compared: only a few letters are left of it."""

MUTE = re.compile(r"(?<=[aeiou])gh|^k(?=n)|^g(?=n)|^w(?=r)|(?<=[aeiou])g(?=n$)|(?<=w)h|(?<=m)b$|(?<=[aeo])w(?![aeiou])|[^a-z]")
SPELT = (("ph", "f"), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("dge", "j"))
ALIKE = str.maketrans("czqvy", "kskfi")


def rivals(counts: dict[str, Count], lexicon: Lexicon) -> dict[str, list[str]]:
    """Return for each word those that may be meant, the commonest first."""
    words = [word for word in counts if _is_word(word, lexicon)]
    meant = {word for word in words if _is_common(word, counts, lexicon)}
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in _close(words):
        for word, rival in ((one, other), (other, one)):
            if rival in meant:
                found[word].add(rival)
    return {
        word: sorted(each, key=lambda rival: (-counts[rival].times, rival))
        for word, each in found.items()
    }


def sound(word: str) -> str:
    """Return what words that sound alike have in common: their consonants, roughly.

    >>> sound("metal") == sound("mettle"), sound("rein") == sound("reign"), sound("peak"), sound("peek")
    (True, True, 'pk', 'pk')
    """
    key = MUTE.sub("", word)
    for spelt, spoken in SPELT:
        key = key.replace(spelt, spoken)
    key = re.sub(r"c(?=[eiy])", "s", key).translate(ALIKE)
    return re.sub(r"(.)\1", r"\1", key[0] + re.sub(r"[aeiou]", "", key[1:]))


def _is_word(word: str, lexicon: Lexicon) -> bool:
    plain = word.isascii() and word.isalpha() and (len(word) > 1 or word == "a")
    return plain and bool(lexicon.standing(word).flags & WORD)


def _is_common(word: str, counts: dict[str, Count], lexicon: Lexicon) -> bool:
    return counts[word].publishers >= PUBLISHERS and lexicon.standing(word).zipf >= ZIPF


def _close(words: list[str]) -> set[tuple[str, str]]:
    """Return the pairs of `words` that are close to each other."""
    long = [word for word in words if len(word) >= LONG]
    audible = [word for word in words if len(word) >= AUDIBLE]
    once = {(a, b) for a, b in _sharing(words, _without_one) if distance(a, b) == 1}
    twice = {(a, b) for a, b in _sharing(long, _without_two) if a[0] == b[0] and distance(a, b) == 2}
    heard = {(a, b) for a, b in _sharing(audible, lambda word: {sound(word)}) if distance(a, b) == 2}
    return once | twice | heard


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
    return {word, *shortened(word)}


def _without_two(word: str) -> set[str]:
    return {form for once in _without_one(word) for form in _without_one(once)}
