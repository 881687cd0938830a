"""Find the right spelling for one that the book lists as wrong.

An entry may have several right spellings (Houthi, Houthis, Huthi). The one nearest to the wrong one
is meant, so that a fix keeps the writer's number and transliteration.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.book.names import MISSPELLING
from newslint.book.spelling_keys import right_spellings
from newslint.core.lazy_pattern import lazy_pattern
from newslint.lexicon.edit_distance import distance
from newslint.lexicon.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.names import Ruling
    from newslint.core.name import Name


PERSON, TERM = "person", "term"
"""Kinds of entries: part of a person's name may stand alone, and a people has a plural."""


WORD = lazy_pattern(r"\S+")
"""A word of a name, with its full stop (E. Vost)."""


WITHOUT_PLURAL = ("s", "x", "z", "sh", "ese")
"""Endings of words whose plural is not formed with s alone (the Spanish, the Burmese)."""


def correction(ruling: Ruling) -> str:
    """The right spelling for `ruling.spelling`: the whole name, or the part that is meant.

    If two are equally near, the name goes before its aliases, and the whole before its parts. A
    spelling that resembles none (an abbreviation, say) means the name.
    """
    wrong, name = fold(ruling.spelling), ruling.name
    rights = right_spellings(name) if ruling.role == MISSPELLING else (name.name,)
    forms = [form for right in rights for form in _forms(right, wrong, name.kind)]
    slips = {form: distance(wrong, fold(form)) for form in forms if form != ruling.spelling}
    closest = min(slips, key=slips.__getitem__, default=name.name)
    return closest if slips.get(closest, 0) <= max(2, len(wrong) // 3) else name.name


def wrong_words(found: str, right: str) -> tuple[int, int, str]:
    """The span in `found` of the words that differ from `right`, and the words of `right` for them.

    It covers all words if those that differ are in small letters, or are not as many as in
    `right`: then they alone would tell an editor too little.
    """
    words, rights = list(WORD.finditer(found)), right.split()
    whole = 0, len(found), right
    while words[1:] and rights[1:] and fold(words[0][0]) == fold(rights[0]):
        del words[0], rights[0]
    while words[1:] and rights[1:] and fold(words[-1][0]) == fold(rights[-1]):
        del words[-1], rights[-1]
    start, end, shorter = words[0].start(), words[-1].end(), " ".join(rights)
    matched = len(words) == len(rights) or _letters(found[start:end]) == _letters(shorter)
    return (start, end, shorter) if matched and not found[start:end].islower() else whole


def _letters(text: str) -> str:
    """The folded text without spaces and hyphens."""
    return fold(text).replace(" ", "").replace("-", "")


def has_plural(name: Name) -> bool:
    """Whether the name has a plural: that of a people, or one that the entry lists."""
    rights = {fold(right) for right in right_spellings(name)}
    return name.kind == TERM or any(f"{right}s" in rights for right in rights)


def _forms(right: str, wrong: str, kind: str) -> Iterator[str]:
    """What `wrong` may mean of `right`: all of it, parts with as many words, the plural."""
    yield right
    words, count = right.split(" "), wrong.count(" ") + 1
    if count == 1 or kind == PERSON:
        yield from _parts(words, count)
    if kind == TERM and wrong.endswith("s") and not right.endswith(WITHOUT_PLURAL):
        yield f"{right}s"


def _parts(words: list[str], count: int) -> Iterator[str]:
    """The stretches of `count` words, and the first words with the last one."""
    for start in range(len(words) - count + 1):
        yield " ".join(words[start : start + count])
    if 1 < count < len(words):
        yield " ".join((*words[: count - 1], words[-1]))
