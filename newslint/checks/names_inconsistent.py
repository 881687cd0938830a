"""Names spelt two ways in one article.

First the distinct capitalised words alone: which of them are a slip apart? Only for such pairs
are the places looked at, the evidence gathered (`newslint.evidence`) and weighed. Spellings
that are linked, directly or through one another, are one name; its best form is proposed for
all the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from newslint.checks.inconsistent_pairs import report_pairs
from newslint.checks.matching.letter_case import match_upper_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.core.finding import SAFE, UNSAFE, WARNING, Finding, Span
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_everyday
from newslint.evidence.local_context import is_cut_off
from newslint.evidence.morphology import (
    are_master_and_followers,
    are_of_one_land,
    is_of_one_family,
    is_people,
)
from newslint.evidence.name_context import in_right_name
from newslint.evidence.occurrences import Occurrence
from newslint.evidence.to_the_letter import is_called_so, is_to_the_letter, is_torn
from newslint.evidence.typos.typo import LONGEST
from newslint.evidence.variants.look_alikes import look_alikes
from newslint.evidence.variants.name_variant import Contradiction, weigh
from newslint.evidence.variants.run_together import are_joined_alike, is_joined_everywhere
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.text.mojibake import is_garbled
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


SHORTEST = 4
"""Minimum letters of a name: shorter words are similar to too many others."""


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind; they share one verdict a place."""
    knowledge = context.knowledge
    rule = rules[0]

    keys_in = context.word_verdicts.add_judge(__name__, lambda word: key_of(word, knowledge))
    are_two = lru_cache(PAIRS)(lambda a, b: are_two_words(a, b, knowledge))

    def is_unknown(key: str) -> bool:
        return familiarity(key, knowledge) < w.KNOWN

    def of_words(document: Document) -> Iterator[Finding]:
        by_word = keys_in(document)
        pairs = look_alikes({*by_word.values()}, is_unknown)
        pairs = [(a, b) for a, b in pairs if not are_two(a, b)]
        if pairs:
            pairs = of_whole_words(pairs, by_word, document, knowledge)
        if pairs:
            meant = {key for pair in pairs for key in pair}
            forms = forms_of({w: key for w, key in by_word.items() if key in meant}, document)
            weighed = (weigh(forms[a], forms[b], document, knowledge) for a, b in pairs)
            verdicts = [verdict for verdict in weighed if verdict]
            verdicts += through_others(verdicts, document, knowledge)
            for form, verdict in best_of(verdicts).items():
                if not are_two(form.key, verdict.right.key):  # Petrova, through a misspelt Petrov
                    yield from report(rule, form, verdict, document, knowledge)

    def check(document: Document) -> Iterator[Finding]:
        seen = set[Span]()
        for finding in of_words(document):
            seen.add(finding.span)
            yield finding
        pairs = report_pairs(rule, document, knowledge)
        yield from (finding for finding in pairs if finding.span not in seen)

    return check


PAIRS = 1_000
"""Pairs whose `are_two_words` is kept in the cache."""


def key_of(word: str, knowledge: Knowledge) -> str | None:
    """The key of a word that may be a name: capitalised, long enough, not ordinary."""
    if not word[0].isupper() or len(word) < SHORTEST:
        return None
    if (stem := word.removesuffix("s")).isupper() and len(stem) < SHORTEST:
        return None
    key = knowledge.key(word)
    if not SHORTEST <= len(key) <= LONGEST or not key.replace("'", "").isalpha():
        return None
    if is_everyday(key, knowledge) or lacks_apostrophe(key, knowledge) or is_garbled(word):
        return None
    return key


def lacks_apostrophe(key: str, knowledge: Knowledge) -> bool:
    """Whether a list of slips has the word as one that lacks its apostrophe (Theyre)."""
    return any("'" in right for right in knowledge.lexicon.corrections(key)[:1])


def forms_of(keys: Mapping[str, str], document: Document) -> dict[str, Occurrence]:
    """The article's names by key, from words and their keys."""
    forms: dict[str, Occurrence] = {}
    for word, key in keys.items():
        form = forms.get(key)
        if form is None:
            form = forms[key] = Occurrence(key)
        form.add(word, len(document.positions(word)))
    return forms


def are_two_words(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether two words are different in any article, by the book or by grammar."""
    if knowledge.are_distinct(a, b) or are_master_and_followers(a, b):
        return True
    return is_of_one_family(a, b) or is_people(a, b, knowledge) or are_of_one_land(a, b, knowledge)


def of_whole_words(
    pairs: Iterable[tuple[str, str]],
    keys: Mapping[str, str],
    document: Document,
    knowledge: Knowledge,
) -> list[tuple[str, str]]:
    """The pairs of names without those in which a name and a small word are run together."""
    surfaces: dict[str, list[str]] = {}
    for word, key in keys.items():
        surfaces.setdefault(key, []).append(word)

    @lru_cache
    def is_joined(key: str) -> bool:
        return all(is_joined_everywhere(word, document, knowledge) for word in surfaces[key])

    return [
        (a, b)
        for a, b in pairs
        if not (is_joined(a) or is_joined(b))
        and not any(
            are_joined_alike(one, other, document, knowledge)
            for one, other in product(surfaces[a], surfaces[b])
        )
    ]


def through_others(
    verdicts: Sequence[Contradiction], document: Document, knowledge: Knowledge
) -> Iterator[Contradiction]:
    """Verdicts on forms near a misspelling, with the right form of that misspelling.

    Vardsal may be two slips from Vradsel, but Vardsel stands in the middle.
    """
    surest = surest_of(verdicts)
    near = (pair for v in verdicts for pair in ((v.wrong, v.right), (v.right, v.wrong)))
    for form, between in near:
        further = surest.get(between)
        if further and further.sure and further.right is not form:
            verdict = weigh(form, further.right, document, knowledge, between)
            if verdict and verdict.wrong is form:
                yield verdict


def surest_of(verdicts: Iterable[Contradiction]) -> dict[Occurrence, Contradiction]:
    """The surest verdict for each wrong form."""
    return {verdict.wrong: verdict for verdict in sorted(verdicts, key=lambda v: v.rank)}


def best_of(verdicts: Iterable[Contradiction]) -> dict[Occurrence, Contradiction]:
    """The surest verdict for each wrong form, with the end of its chain as the right form.

    If another right form is nearly as sure (India, Indian), the fix is not safe.
    """
    verdicts = sorted(verdicts, key=lambda verdict: verdict.rank)
    surest = surest_of(verdicts)
    best = {form: end_of_chain(verdict, surest) for form, verdict in surest.items()}
    for rival in verdicts:
        chosen = best[rival.wrong]
        if rival.right not in best and chosen.is_rivalled_by(rival):
            best[rival.wrong] = chosen.in_doubt()
    return best


def end_of_chain(
    verdict: Contradiction, surest: Mapping[Occurrence, Contradiction]
) -> Contradiction:
    """The verdict with the right form at the end of a chain of verdicts."""
    seen = {verdict.wrong}
    while (further := surest.get(verdict.right)) and verdict.right not in seen:
        seen.add(verdict.right)
        verdict = verdict.through(further)
    return verdict


def report(
    rule: Rule, form: Occurrence, verdict: Contradiction, document: Document, knowledge: Knowledge
) -> Iterator[Finding]:
    """One finding for each place of the wrong form, except names that the book calls right."""
    right = verdict.right.spelling
    for word in form.words:
        stem, ending = split_possessive(word)
        plural = "s" if is_plural_of(form.key, verdict.right.key) else ""
        suggestion = match_upper_case(right + plural, stem)
        for at in document.positions(word):
            if in_right_name(at, document, knowledge) or is_cut_off(at, document):
                continue  # Agence France-Presse; Harsto
            if is_called_so(at, document):
                continue
            span = document.span(at)
            place = Span(span.start, span.end - len(ending))
            exact = (
                is_to_the_letter(at, document)
                or is_torn(at, document)
                or is_part_of_name(at, form.key, verdict.right.key, document)
            )
            trust = SAFE if verdict.safe and not exact else UNSAFE
            finding = new_finding(
                rule,
                document,
                place,
                suggestion,
                found=stem,
                slots=verdict.slots(),
                evidence=verdict.evidence,
                severity="" if verdict.sure else WARNING,
                fix=graded_fix(rule, trust, place, suggestion),
            )
            yield finding._replace(fix=None) if verdict.tie else finding


def is_part_of_name(at: int, wrong: str, right: str, document: Document) -> bool:
    """Whether word `at` is joined to the one before (d'Halmar), or its end stands apart."""
    if at and document.gap(at).strip() in ("'", "’"):
        return True
    behind = document.lowered[at + 1] if at + 1 < len(document.words) else ""
    return document.gap(at + 1) == " " and wrong + behind == right


def is_plural_of(wrong: str, right: str) -> bool:
    """Whether one of the two slips is the s of a plural: the Beiguns."""
    return (
        wrong[-1] == "s" != right[-1]
        and not is_one_edit_apart(wrong, right)
        and is_one_edit_apart(wrong[:-1], right)
    )
