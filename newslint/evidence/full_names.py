"""Full names of an article, without titles, and what kind of name each is."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.evidence.familiarity import is_given, is_mere_word, is_ordinary
from newslint.evidence.knowledge import Knowledge
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import PLACE
from newslint.text.document import Document
from newslint.text.english import CALENDAR, LINKS, TITLES
from newslint.text.name_spans import joined
from newslint.text.tokenizer import split_possessive

MOST = 500_000
"""Maximum spellings kept; beyond it, those of one article alone are dropped (lossy counting, Manku
and Motwani 2002, at the rate of one article)."""

LONGEST = 5
"""Maximum words of a name; longer runs of capitals are titles and headlines."""


def full_names(document: Document, knowledge: Knowledge) -> Iterator[tuple[str, int]]:
    """Each name of several words in an article, as it is spelt, with its offset."""
    words, beyond = document.words, 0
    for at, word in enumerate(words):
        if at < beyond or not word[0].isupper():
            continue
        last = _end_of_run(at, document)
        beyond = last + 1
        first = _without_titles(at, last, document, knowledge)
        if 0 < last - first < LONGEST and is_name(words[first : last + 1], knowledge):
            start, end = document.stretch(first, last)
            end -= len(split_possessive(words[last])[1])
            yield " ".join(document.text[start:end].split()), start


def _end_of_run(at: int, document: Document) -> int:
    """The last of the capitalised words that follow each other from word `at` on."""
    words, last = document.words, at
    while last + 1 < len(words) and _follows(last + 1, document):
        small = words[last + 1] in LINKS
        if small and not (last + 2 < len(words) and _follows(last + 2, document)):
            break
        step = 2 if small else 1
        if not words[last + step][0].isupper():
            break
        last += step
    return last


def _follows(at: int, document: Document) -> bool:
    return joined(document, at) and "\n" not in document.gap(at)


def _without_titles(first: int, last: int, document: Document, knowledge: Knowledge) -> int:
    """The first word of a name after On, Monday, President or French Foreign Minister."""
    keys = [knowledge.key(word) for word in document.words[first:last]]
    titles = [at for at, key in enumerate(keys, 1) if key in TITLES or key in CALENDAR]
    opening = document.opens_sentence(first) and is_ordinary(keys[0] if keys else "", knowledge)
    return first + max([*titles, int(opening)])


def is_name(words: list[str], knowledge: Knowledge) -> bool:
    """Whether the words may be a name, and not just ordinary words with capitals."""
    if all(word.isupper() and len(word) > 1 for word in words):
        return False  # a headline, or letters for an organisation
    return not all(is_mere_word(knowledge.key(word), knowledge) for word in words)


def kind_of(name: str, knowledge: Knowledge) -> str:
    """The likeliest kind of a name: a guess that a person should check.

    A surname of two parts with a hyphen may stand alone.
    """
    words = [fold(word) for word in name.split()]
    first, last = words[0], words[-1]
    if knowledge.entry(last).flags & PLACE and is_mere_word(last, knowledge):
        return "place"
    named = len(words) == 1 or is_given(first, knowledge)
    mere = is_mere_word(last, knowledge) or not named
    return "organisation" if mere else "person"
