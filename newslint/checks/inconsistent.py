"""Names spelt two ways in one article.

First the distinct capitalised words alone: which of them are a slip apart? Only for such pairs
are the places looked at, the evidence gathered (`newslint.evidence`) and weighed. Spellings
that are linked, directly or through one another, are one name; its best form is proposed for
all the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.closeness import distance, one_apart, shortened
from newslint.document import possessive
from newslint.evidence.article import Verdict, weigh
from newslint.evidence.form import Form
from newslint.evidence.renown import KNOWN, familiarity, is_everyday
from newslint.evidence.words import LONGEST
from newslint.finding import SAFE, UNSAFE, WARNING, Edit, Finding, Fix, Span, allowed
from newslint.phrase import shouted
from newslint.sieve import Sieve

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.knowledge import Knowledge
    from newslint.rule import Rule

SHORTEST = 4
"""Fewer letters than this sit next door to everything."""

LONG = 6
"""Two slips are forgiven from this length on."""


def prepare(rules: Sequence[Rule], knowledge: Knowledge) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind; they share one verdict a place."""
    rule = rules[0]

    keys = Sieve[str, str](lambda word: key_of_name(word, knowledge))

    def check(document: Document) -> Iterator[Finding]:
        forms = forms_of(keys.sift(document.counts.keys()), document)
        pairs = list(neighbours(forms, knowledge))
        verdicts = [verdict for a, b in pairs if (verdict := weigh(a, b, document, knowledge))]
        for form, verdict in best_of(verdicts).items():
            yield from report(rule, form, verdict, document)

    return check


def key_of_name(word: str, knowledge: Knowledge) -> str | None:
    """The key of a word that may be a name: capitalised, no abbreviation, no word of every day."""
    if not word[0].isupper() or len(word) < SHORTEST or (word.isupper() and len(word) < 6):
        return None
    key = knowledge.key(word)
    if not SHORTEST <= len(key) <= LONGEST or not key.replace("'", "").isalpha():
        return None
    return None if is_everyday(key, knowledge) else key


def forms_of(words: Iterable[tuple[str, str]], document: Document) -> dict[str, Form]:
    """The article's names by key, out of words and their keys."""
    forms: dict[str, Form] = {}
    for word, key in words:
        form = forms.get(key)
        if form is None:
            form = forms[key] = Form(key)
        form.add(word, document.counts[word])
    return forms


def neighbours(forms: dict[str, Form], knowledge: Knowledge) -> Iterator[tuple[Form, Form]]:
    """Pairs of forms that are one edit apart, or two where they are long and one is unknown."""
    near: set[tuple[str, str]] = set()
    sharing: dict[str, str] = {}
    crowds: dict[str, list[str]] = {}
    for key in forms:
        for variant in (key, *shortened(key)):
            owner = sharing.setdefault(variant, key)
            if owner is not key:  # seldom: two names share a form
                crowd = crowds.setdefault(variant, [owner])
                near.update((min(key, o), max(key, o)) for o in crowd if one_apart(key, o))
                crowd.append(key)
    for a, b in near:
        yield forms[a], forms[b]
    long: dict[str, list[str]] = {}
    for key in forms:
        if len(key) >= LONG:
            long.setdefault(key[0], []).append(key)
    for alike in long.values():
        if len(alike) > 1:
            unknown = {key for key in alike if familiarity(key, knowledge) < KNOWN}
            for a in unknown:
                for b in alike:
                    if (b not in unknown or a < b) and two_apart(a, b):
                        yield forms[a], forms[b]


def two_apart(a: str, b: str) -> bool:
    """Whether exactly two edits (OSA) turn `a` into `b`.

    An edit changes at most two letters of the set that a word is made of, which spares most pairs
    the computing, and most articles the library that computes.
    """
    return abs(len(a) - len(b)) <= 2 and len({*a} ^ {*b}) <= 4 and distance(a, b) == 2


def best_of(verdicts: Iterable[Verdict]) -> dict[Form, Verdict]:
    """For each wrong form the surest verdict, with the last of a chain as what is right."""
    surest: dict[Form, Verdict] = {}
    for verdict in verdicts:
        known = surest.get(verdict.wrong)
        if known is None or verdict.rank > known.rank:
            surest[verdict.wrong] = verdict
    return {form: end_of_chain(verdict, surest) for form, verdict in surest.items()}


def end_of_chain(verdict: Verdict, surest: Mapping[Form, Verdict]) -> Verdict:
    """The verdict on the same form whose right one nobody calls wrong."""
    seen = {verdict.wrong}
    while (further := surest.get(verdict.right)) and verdict.right not in seen:
        seen.add(verdict.right)
        verdict = verdict.through(further)
    return verdict


def report(rule: Rule, form: Form, verdict: Verdict, document: Document) -> Iterator[Finding]:
    """One finding for each place where the wrong form stands."""
    right = verdict.right.spelling
    for word in form.words:
        stem, ending = possessive(word)
        plural = "s" if is_plural_of(form.key, verdict.right.key) else ""
        suggestion = shouted(right + plural, stem)
        for span in document.places(word):
            place = Span(span.start, span.end - len(ending))
            fix = None
            if not verdict.tie:
                trust = allowed(SAFE if verdict.sure else UNSAFE, rule.fix)
                fix = Fix(trust, (Edit(place, suggestion),))
            yield Finding(
                rule.id,
                place,
                stem,
                verdict.message(rule.message, stem),
                rule.severity if verdict.sure else WARNING,
                (suggestion,),
                verdict.evidence,
                fix,
            )


def is_plural_of(wrong: str, right: str) -> bool:
    """Whether one of the two slips between them is the s of a plural: the Beiguns."""
    return (
        wrong[-1] == "s" != right[-1]
        and not one_apart(wrong, right)
        and one_apart(wrong[:-1], right)
    )
