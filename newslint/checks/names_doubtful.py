"""Names that the world spells otherwise: unknown beside a well-known neighbour.

Only the world speaks here, so a finding is a warning and its fix unsafe. Four ways find them: a
word that nobody bears, one slip from one that everybody knows (Broadwy); a full name of which one
half is right and the whole one slip from a known one (Sigourny Weaver), surer the rarer the right
half; and two fitted models (`unprinted_words`, `unprinted_names`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from newslint.checks.matching.letter_case import match_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.checks.unprinted_names import prepare_unprinted
from newslint.checks.unprinted_words import prepare_words
from newslint.core.finding import UNSAFE, Finding
from newslint.evidence import known_name_weights as known_w
from newslint.evidence.familiarity import is_everyday
from newslint.evidence.known_names.known_name import Doubt, doubt_possessive, doubt_word
from newslint.evidence.known_names.known_name_place import as_coined, in_text
from newslint.evidence.known_names.known_pair import RIGHT, Slips, doubt_pair, slips_of
from newslint.evidence.known_names.unheard_half import doubt_booked, doubt_unheard, is_unheard
from newslint.evidence.local_context import is_cut_off, is_small_place
from newslint.evidence.name_context import in_known_name, in_right_name
from newslint.evidence.remembered.printed import is_printed_at
from newslint.evidence.to_the_letter import is_called_so
from newslint.evidence.typos.suspect_place import times_of_word
from newslint.lexicon.lexicon import FAMILY, GIVEN, WORD
from newslint.lexicon.slips import slip_kind
from newslint.text.name_spans import after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document

    Doubts = Iterator[tuple[int, Doubt]]


PAIRS = 2_000
"""Pairs whose doubts are cached."""

SLIPS = 3_000
"""Words of which it is cached what they may be slips for."""


MEANT = 2
"""Times, at the most, that a doubtful name stands which its writer may not have meant so."""


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    knowledge = context.knowledge
    rule = rules[0]
    ways = (
        prepare_known(context),
        prepare_pairs(context),
        prepare_words(context),
        prepare_unprinted(knowledge),
    )

    def check(document: Document) -> Iterator[Finding]:
        best: dict[int, Doubt] = {}
        for at, doubt in chain.from_iterable(doubts(document) for doubts in ways):
            if at not in best or doubt.weight > best[at].weight:
                best[at] = doubt
        for at, doubt in best.items():
            if not may_be_right(at, doubt, document, knowledge):
                yield report(rule, at, doubt, document)

    return check


def prepare_known(context: Context) -> Callable[[Document], Doubts]:
    """A function that finds the places of words that are one slip from a well-known one."""
    knowledge = context.knowledge
    suspects = context.word_verdicts.add_judge(
        __name__, lambda word: doubt_surface(word, knowledge)
    )

    def doubts(document: Document) -> Doubts:
        for word, doubt in suspects(document).items():
            least = least_of(doubt, knowledge)
            for at in document.positions(word):
                weight = doubt.weight + in_text(at, doubt, document, knowledge)
                if weight >= least and not in_known_name(at, document, knowledge):
                    yield at, doubt._replace(weight=weight)

    return doubts


def prepare_pairs(context: Context) -> Callable[[Document], Doubts]:
    """A function that finds the places of full names of which one half may be misspelt."""
    knowledge, table = context.knowledge, context.verdict_table

    @lru_cache(SLIPS)
    def slips(word: str) -> Slips | None:
        """What a word may be a slip for beside another; None if it is right beside any."""
        key = knowledge.key(word)
        found = (table and table.slips(key)) or slips_of(key, knowledge)
        return found if any(found) or is_unheard(key, knowledge) else None

    @lru_cache(PAIRS)
    def of_pair(first: str, second: str) -> list[Doubt]:
        """The doubts about two neighbours whose weight may suffice for a report."""
        keys = knowledge.key(first), knowledge.key(second)
        ours, theirs = slips(first) or RIGHT, slips(second) or RIGHT
        doubts = chain(doubt_pair(*keys, ours, theirs, knowledge), doubt_unheard(*keys, knowledge))
        return [doubt for doubt in doubts if doubt.weight >= known_w.DOUBT]

    def doubts(document: Document) -> Doubts:
        for pair, places in document.places_of_pairs.items():
            found = of_pair(*pair) if slips(pair[0]) or slips(pair[1]) else ()
            for first in places if found else ():
                if not after(document, first) or is_opening(first, document, knowledge):
                    continue
                for doubt in found:
                    at = first if doubt.key == knowledge.key(pair[0]) else first + 1
                    weight = doubt.weight
                    if "'" not in doubt.right:  # O'Farrell has his inner capital from a rule
                        weight += as_coined(at, document)
                    if weight >= known_w.DOUBT:
                        yield at, doubt._replace(weight=weight)

    return doubts


def doubt_surface(word: str, knowledge: Knowledge) -> Doubt | None:
    """The doubt about a capitalised word, if its weight may suffice for a report."""
    if not word[0].isupper():
        return None
    key = knowledge.key(word)
    doubt = doubt_possessive(key, knowledge)
    if not doubt:
        words = (doubt_word(key, knowledge, known_w.DOUBT), doubt_booked(key, knowledge))
        doubt = max(filter(None, words), default=None)
    return doubt if doubt and doubt.weight >= known_w.DOUBT else None


def least_of(doubt: Doubt, knowledge: Knowledge) -> float:
    """The weight from which a doubt about a word alone is reported.

    It is larger if a person or a word may be meant and no list has the slip, nor are letters
    swapped: what nobody has heard of is mostly a new name.
    """
    key, right = doubt.key, doubt.right
    if right in knowledge.lexicon.corrections(key) or slip_kind(key, right) == "transposed":
        return known_w.DOUBT
    borne = knowledge.entry(right).flags & (WORD | GIVEN | FAMILY)
    return known_w.DOUBT_OF_BORNE if borne else known_w.DOUBT


def is_opening(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` is an ordinary word that opens a sentence."""
    return document.opens_sentence(at) and is_everyday(knowledge.key(document.words[at]), knowledge)


def may_be_right(at: int, doubt: Doubt, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` may be right, or be part of another one, whatever is doubtful about it.

    The publication prints it, the text breaks off in it, it is said to be called so, it belongs to
    a right name or stands again and again; or it stands twice or is a street's, and only the
    encyclopedia has what may be meant.
    """
    return (
        is_printed_at(at, document, knowledge)
        or is_cut_off(at, document)
        or is_called_so(at, document)
        or (doubt.title and is_small_place(at, document))
        or times_of_word(at, document) > (1 if doubt.title else MEANT)
        or in_right_name(at, document, knowledge)
    )


def report(rule: Rule, at: int, doubt: Doubt, document: Document) -> Finding:
    """The finding for word `at`."""
    stem, place = document.stem(at)
    right = match_case(doubt.right, stem)
    return new_finding(
        rule,
        document,
        place,
        right,
        found=stem,
        evidence=[reason.format(found=stem, right=right) for reason in doubt.reasons],
        fix=graded_fix(rule, UNSAFE, place, right),
    )
