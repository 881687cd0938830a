"""Substitution: phrases that are always wrong, and what is right in their place.

In come rules with a mapping of phrases (`swap`) and, if wanted, contexts: words of which one must
stand beside the phrase (`preceded_by`, `followed_by`), or none may (`unless`); out come findings. A
phrase is looked for only where its rarest word stands at all, so that a thousand rules cost hardly
more than ten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from newslint.errors import BookError
from newslint.finding import DISPLAY, SAFE, UNSAFE, Edit, Finding, Fix, Span
from newslint.phrase import (
    begins_word,
    even,
    follow,
    plain,
    precede,
    recase,
    same,
    word_after,
    word_before,
    word_end,
)

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.knowledge import Knowledge
    from newslint.rule import Rule

BESIDE = {"preceded_by": "texts", "followed_by": "texts"}
PARAMS = {"swap": "swaps", **BESIDE, "unless": BESIDE}
REQUIRED = ("swap",)

COMMON = frozenset({"about", "after", "been", "could", "from", "have", "into", "more", "other"})
COMMON |= {"over", "said", "should", "some", "than", "that", "their", "them", "then", "there"}
COMMON |= {"they", "this", "were", "what", "when", "which", "will", "with", "would", "your"}
"""Words that most articles have: they say little about which phrases one may hold."""

NUMBER = "{number}"
"""Stands for any figure that follows, with its currency."""

_NUMBER = re.compile(r"[^\S\n]+(?:[$£€¥]|US\$|A\$)?\d")
_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

Contexts = dict[str, list[list[str]]]
"""Phrases that may stand beside another, by the word that would be next to it."""


class Beside(NamedTuple):
    """A context that was found: the words of the book, and their places."""

    words: list[str]
    spans: list[Span]


class Phrase(NamedTuple):
    """The words of a phrase, and where among them is the one that it is looked for by."""

    words: list[str]
    anchor: int
    inset: int

    @classmethod
    def of(cls, text: str) -> Phrase:
        """The phrase that the book writes as `text`."""
        words, wanted = plain(text).split(), anchor_of(text)
        for at, word in enumerate(words):
            for part in _PART.finditer(word.lower()):
                if part[0] == wanted:
                    return cls(words, at, part.start())
        raise AssertionError(text)

    def spans(self, text: str, place: int) -> list[Span] | None:
        """The places of the words, if the phrase stands around its anchor at `place`."""
        start = place - self.inset
        word = self.words[self.anchor]
        end = start + len(word)
        if not (start >= 0 and begins_word(text, start) and word_end(text, start) == end):
            return None
        if not same(word, text[start:end]):
            return None
        left = precede(text, start, self.words[: self.anchor])
        right = follow(text, end, self.words[self.anchor + 1 :])
        return None if left is None or right is None else [*left, Span(start, end), *right]


def anchor_of(phrase: str) -> str:
    """The word that a phrase is looked for by: the longest of those that few articles have.

    >>> anchor_of("other then"), anchor_of("a shoe-in"), anchor_of("It's own")
    ('other', 'shoe', "it's")
    """
    words = _PART.findall(plain(phrase).lower())
    longest: str = max(words, key=len)
    if longest in COMMON:
        longest = max(words, key=lambda word: (word not in COMMON, len(word)))
    return longest


class Surroundings:
    """What a rule wants beside its phrases: any one of its contexts, and none of its exceptions."""

    def __init__(self, rule: Rule) -> None:
        unless = rule.params.get("unless", {})
        self.before = _contexts(rule.params.get("preceded_by", ()), -1)
        self.after = _contexts(rule.params.get("followed_by", ()), 0)
        self.not_before = _contexts(unless.get("preceded_by", ()), -1)
        self.not_after = _contexts(unless.get("followed_by", ()), 0)

    def allow(self, text: str, words: list[str], spans: list[Span]) -> bool:
        """Whether the phrase may be objected to where it stands."""
        start, end = spans[0].start, spans[-1].end
        found = [text[s.start : s.end] for s in spans]
        if _before(self.not_before, text, start) or _after(self.not_after, text, end):
            return False
        if not self.before and not self.after:
            return even(words, found)
        for beside in (_before(self.before, text, start), _after(self.after, text, end)):
            if beside is not None:
                near = [text[s.start : s.end] for s in beside.spans]
                if beside.spans and beside.spans[0].start < start:
                    return even([*beside.words, *words], [*near, *found])
                return even([*words, *beside.words], [*found, *near])
        return False


def inspect(rule: Rule) -> None:
    """Refuse phrases and contexts that hold more than words."""
    unless = rule.params.get("unless", {})
    beside = [
        texts for key in BESIDE for part in (rule.params, unless) for texts in part.get(key, ())
    ]
    for text in (*rule.params["swap"], *beside):
        for word in plain(text).split():
            if word_end(word, 0) != len(word) and word != NUMBER:
                raise BookError(rule.where, f"'{text}' is not only words")


def prepare(
    rules: Sequence[Rule], knowledge: Knowledge | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all substitution rules at once."""
    index: dict[str, list[tuple[int, str]]] = {}
    for number, rule in enumerate(rules):
        for wrong in rule.params["swap"]:
            index.setdefault(anchor_of(wrong), []).append((number, wrong))
    phrase = cache(Phrase.of)  # most are never asked for
    surroundings = cache(lambda number: Surroundings(rules[number]))

    def check(document: Document) -> Iterator[Finding]:
        for word in index.keys() & set(map(str.lower, map(plain, document.counts))):
            places = [place for form in _forms(word) for place in document.places(form)]
            for (number, wrong), place in product(index[word], places):
                words = phrase(wrong)
                spans = words.spans(document.text, place.start)
                if spans and surroundings(number).allow(document.text, words.words, spans):
                    rule = rules[number]
                    yield _finding(rule, rule.params["swap"][wrong], spans, document)

    return check


def _forms(word: str) -> set[str]:
    """How a word may stand in the copy."""
    forms = {word, word.upper(), word[0].upper() + word[1:]}
    return forms | {form.replace("'", "’") for form in forms}


def _contexts(texts: Iterable[str], edge: int) -> Contexts:
    found: Contexts = {}
    for text in texts:
        words = plain(text).split()
        found.setdefault(words[edge].lower(), []).append(words)
    return found


def _before(contexts: Contexts, text: str, at: int) -> Beside | None:
    """The context that stands before `at`."""
    near = word_before(text, at) if contexts else None
    if near is not None:
        for words in contexts.get(plain(text[near.start : near.end]).lower(), ()):
            spans = precede(text, at, words)
            if spans:
                return Beside(words, spans)
    return None


def _after(contexts: Contexts, text: str, at: int) -> Beside | None:
    """The context that stands after `at`."""
    near = word_after(text, at) if contexts else None
    if near is not None:
        for words in contexts.get(plain(text[near.start : near.end]).lower(), ()):
            spans = follow(text, at, words)
            if spans:
                return Beside(words, spans)
    if contexts and NUMBER in contexts and _NUMBER.match(text, at):
        return Beside([], [])
    return None


def _finding(rule: Rule, right: str, spans: list[Span], document: Document) -> Finding:
    text = document.text
    span = Span(spans[0].start, spans[-1].end)
    pieces = [text[s.start : s.end] for s in spans]
    gaps = [text[a.end : b.start] for a, b in pairwise(spans)]
    found, right = text[span.start : span.end], recase(right, pieces, gaps)
    fix = None
    if rule.fix in {SAFE, UNSAFE}:
        # What somebody said is evidence: we may point at it, not tidy it.
        applicability = DISPLAY if document.quoted(span.start) else rule.fix
        fix = Fix(applicability, (Edit(span, right),))
    message = rule.message.replace("{found}", " ".join(found.split()))
    message = message.replace("{right}", " ".join(right.split()))
    evidence = (rule.why,) if rule.why else ()
    return Finding(rule.id, span, found, message, rule.severity, (right,), evidence, fix)
