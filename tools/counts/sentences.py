"""Where in a stream a capital tells something: in sentences that capitalise names alone."""

from __future__ import annotations

from typing import Any

import numpy as np

from newslint.text.context_tokens import BOUNDARIES, END, QUOTE
from tools.counts.corpus import Stream

LONG = 4
"""Letters of the words that headlines capitalise."""

HEADLINE = 0.75
"""Share of capitals among them from which all are taken to be capitalised."""

Array = np.ndarray[Any, np.dtype[Any]]


def capitalised(stream: Stream) -> Array:
    """Return whether each form begins with a capital; the pronoun I does not tell a name."""
    return np.array([form[0].isupper() and form[:2] not in PRONOUNS for form in stream.forms])


PRONOUNS = frozenset(("I", "I'", "I’"))


def plain_sentences(stream: Stream) -> Array:
    """Return for each token whether its sentence has small letters where they are due."""
    ends = stream.tokens == BOUNDARIES.index(END)
    sentence = np.cumsum(ends) - ends
    long = np.array([len(form) >= LONG and form[0].isalpha() for form in stream.forms])
    is_long = long[stream.tokens]
    words = np.bincount(sentence, is_long)
    capitals = np.bincount(sentence, is_long & capitalised(stream)[stream.tokens])
    written: np.ndarray = ((words < 3) | (capitals < HEADLINE * words))[sentence]
    return written


def begins(stream: Stream) -> Array:
    """Return for each token whether it begins a sentence or a quotation."""
    openers = (BOUNDARIES.index(END), BOUNDARIES.index(QUOTE))
    return np.concatenate(([True], np.isin(stream.tokens[:-1], openers)))


def shown_capitals(stream: Stream) -> tuple[Array, Array]:
    """Return how often each form stands inside plain sentences with a capital, and at all."""
    inside = plain_sentences(stream) & ~begins(stream)
    times = np.bincount(stream.tokens[inside], minlength=len(stream.forms))
    return np.where(capitalised(stream), times, 0), times
