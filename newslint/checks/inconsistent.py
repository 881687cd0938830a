"""Names spelt two ways in one article.

First the distinct capitalised words alone: which of them are a slip apart? Only for such pairs
are the places looked at, the evidence gathered (`newslint.evidence`) and weighed. Spellings
that are linked, directly or through one another, are one name; its best form is proposed for
all the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.closeness import distance, one_apart, shortened
from newslint.document import possessive
from newslint.evidence.article import Verdict, weigh
from newslint.evidence.form import Form
from newslint.evidence.words import LONGEST
from newslint.finding import ERROR, SAFE, UNSAFE, WARNING, Edit, Finding, Fix, Span

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

    def check(document: Document) -> Iterator[Finding]:
        forms = capitalised_forms(document, knowledge)
        pairs = list(neighbours(forms))
        if not pairs:
            return
        verdicts = [verdict for a, b in pairs if (verdict := weigh(a, b, document, knowledge))]
        for form, verdict in best_of(verdicts).items():
            yield from report(rule, form, verdict, document)

    return check


def capitalised_forms(document: Document, knowledge: Knowledge) -> dict[str, Form]:
    """The article's capitalised words by key."""
    forms: dict[str, Form] = {}
    for first, (word, count) in enumerate(document.counts.items()):
        if not word[0].isupper() or len(word) < SHORTEST or (word.isupper() and len(word) < 6):
            continue
        key = knowledge.key(word)
        if not SHORTEST <= len(key) <= LONGEST or not key.replace("'", "").isalpha():
            continue
        form = forms.get(key)
        if form is None:
            form = forms[key] = Form(key, first)
        form.add(word, count)
    return forms


def neighbours(forms: dict[str, Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs of forms that are one edit apart, or two where the words are long."""
    by_variant: dict[str, list[str]] = defaultdict(list)
    for key in forms:
        for variant in {key, *shortened(key)}:
            by_variant[variant].append(key)
    seen = set()
    for keys in by_variant.values():
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                pair = (a, b) if a < b else (b, a)
                if pair not in seen and one_apart(a, b):
                    seen.add(pair)
                    yield forms[a], forms[b]
    long = sorted(key for key in forms if len(key) >= LONG)
    for i, a in enumerate(long):
        for b in long[i + 1 :]:
            if b[0] != a[0]:
                break
            if abs(len(a) - len(b)) <= 2 and (a, b) not in seen and distance(a, b) == 2:
                yield forms[a], forms[b]


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
        suggestion = recased(right, stem)
        for span in document.places(word):
            place = Span(span.start, span.end - len(ending))
            fix = None
            if not verdict.tie:
                fix = Fix(SAFE if verdict.sure else UNSAFE, (Edit(place, suggestion),))
            yield Finding(
                rule.id,
                place,
                stem,
                verdict.message(stem),
                ERROR if verdict.sure else WARNING,
                (suggestion,),
                verdict.evidence,
                fix,
            )


def recased(right: str, found: str) -> str:
    """`right` in capitals where what was found is in capitals."""
    return right.upper() if found.isupper() and len(found) > 1 else right
