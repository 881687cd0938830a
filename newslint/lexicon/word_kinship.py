"""How one word may have been written for another: what kind of slip, or which form of it."""

from __future__ import annotations

from newslint.lexicon.slips import slip_kind

ENDINGS = "ations ation ingly edly ions ion ness ment ing ies ied ers ed es er ly s y e d r".split(
    " "
)
"""What words of one stem end in, the longest first."""

STEM = 3
"""Letters that a stem has at least."""


def kinship(word: str, rival: str) -> str:
    """Return how `word` comes from `rival`: an ending, an apostrophe, or a kind of slip.

    >>> [kinship(*pair.split()) for pair in ("its it's", "boats boat", "lead led", "from form")]
    ['apostrophe', 'plural', 'added', 'transposed']
    >>> kinship("injured", "injury"), kinship("explain", "explains")
    ('ending', 'singular')
    """
    if "'" in word or "'" in rival:
        return "apostrophe"
    if word in (f"{rival}s", f"{rival}es"):
        return "plural"
    if rival in (f"{word}s", f"{word}es"):
        return "singular"
    if stem(word) == stem(rival):
        return "ending"
    return slip_kind(word, rival)


def stem(word: str) -> str:
    """Return `word` without its ending.

    >>> stem("injuries"), stem("injured")
    ('injur', 'injur')
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word
