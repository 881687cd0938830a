"""Names that the book lists as misspelt, and forms that the desk does not use.

Each place where such a spelling stands as a name is a finding. Longer spellings are tried first, so
that no name is found inside another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from newslint.book.correction import correction, has_plural, wrong_words
from newslint.book.names import INSTEAD_OF, MISSPELLING, MOST_WORDS, RIGHT, Ruling
from newslint.book.spelling_keys import right_spellings, words_of
from newslint.checks.matching.letter_case import match_apostrophes, match_upper_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.core.finding import DISPLAY, SAFE, UNSAFE, Finding, Span
from newslint.core.record import NamedTuple
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_given
from newslint.evidence.known_names.known_pair import PERSON
from newslint.evidence.known_names.printed_name import leads_on
from newslint.evidence.occurrences import akin
from newslint.evidence.to_the_letter import is_ticker, is_to_the_letter
from newslint.lexicon.folding import accents, fold
from newslint.text.english import LINKS, OPENERS
from newslint.text.name_spans import before
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


PARAMS, REQUIRED = {"role": "text"}, ("role",)

ROLES = {"misspelling": MISSPELLING, "instead-of": INSTEAD_OF}


class Place(NamedTuple):
    """A ruled-out spelling: its word indices, its ruling, and the length of its ending.

    The ending is a possessive or the s of a plural (the Bieguns), which a fix keeps.
    """

    first: int
    last: int
    ruling: Ruling
    ending: int


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind, one a role."""
    knowledge = context.knowledge
    by_role = {ROLES[rule.params["role"]]: rule for rule in rules}
    suspects = context.word_verdicts.add_judge(__name__, lambda word: suspect(word, knowledge))
    forms = lru_cache(NEIGHBOURS)(lambda word: forms_of(word, knowledge))

    def suspected(document: Document) -> Iterator[int]:
        for word, partners in suspects(document).items():
            for at in document.positions(word):
                if partners == ANYWHERE or is_beside(partners, at, document.words, forms):
                    yield at

    def check(document: Document) -> Iterator[Finding]:
        for at in sorted(suspected(document)):
            place = longest_ruled_out(at, document, knowledge)
            if place is None or place.ruling.role not in by_role:
                continue
            if not is_somebody_else(place, document, knowledge):
                yield report(by_role[place.ruling.role], place, document, knowledge)

    return check


NEIGHBOURS = 4_000
"""Words whose forms are kept in the cache, the latest."""

ANYWHERE: frozenset[str] = frozenset()
"""The partners of a word that is misspelt beside any word."""


def suspect(word: str, knowledge: Knowledge) -> frozenset[str] | None:
    """The folded words beside which a capitalised word may be misspelt; None if it never is."""
    if not word[0].isupper():
        return None
    for form in forms_of(word, knowledge):
        if any(ruling.role in ROLES.values() for ruling in knowledge.names.lookup(form)):
            return ANYWHERE
    partners = map(knowledge.names.partners, {knowledge.key(word), fold(word)})
    return frozenset().union(*partners) or None


def forms_of(word: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The folded forms of a word that a book may have, with endings and without (Levi's)."""
    key = knowledge.key(word)
    forms = (key, key[:-1]) if key[-1:] == "s" else (key,)
    return (*forms, fold(word)) if split_possessive(word)[1] else forms


def is_beside(
    partners: frozenset[str],
    at: int,
    words: list[str],
    forms: Callable[[str], Iterable[str]],
) -> bool:
    """Whether one of the `partners` stands right before or after word `at`."""
    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    return any(not partners.isdisjoint(forms(word)) for word in beside)


def longest_ruled_out(at: int, document: Document, knowledge: Knowledge) -> Place | None:
    """The longest ruled-out spelling around word `at`, unless it is part of a right one."""
    names, words = knowledge.names, document.words
    first, last = name_around(at, document)
    for length in range(min(names.longest, last - first + 1), 0, -1):
        for start in range(max(first, at - length + 1), min(at, last - length + 1) + 1):
            if length > 1 and not any(map(names.starts, forms_of(words[start], knowledge))):
                continue
            place = ruled_on(start, start + length - 1, document, knowledge)
            if place is not None:
                return None if place.ruling.role in RIGHT else place
    return None


def ruled_on(first: int, last: int, document: Document, knowledge: Knowledge) -> Place | None:
    """The place of the words from `first` to `last`, if the book rules on them as one name."""
    lookup = knowledge.names.lookup
    ending = len(split_possessive(document.words[last])[1])
    key = key_of(first, last, ending, document, knowledge)
    rulings = lookup(key)
    if not rulings and key[-1] == "s":
        rulings = of_several(lookup(key[:-1]), first, document)
        ending += 1 if rulings else 0
    if not rulings and ending:
        rulings, ending = lookup(fold(text_of(first, last, 0, document))), 0
    for ruling in rulings:
        if ruling.role not in RIGHT and ruling.role not in ROLES.values():
            continue
        found = text_of(first, last, ending, document)
        if fold(found) != fold(ruling.spelling):
            continue
        if ruling.role in RIGHT or (
            is_written_so(found, ruling) and not is_mere_style(ruling, knowledge)
        ):
            return Place(first, last, ruling, ending)
    return None


def is_mere_style(ruling: Ruling, knowledge: Knowledge) -> bool:
    """Whether a shipped misspelling differs only in hyphens, which is a matter of style."""
    if ruling.layer != knowledge.shipped_layer:
        return False
    bare = [fold(text).replace("-", " ") for text in (ruling.spelling, ruling.name.name)]
    return ruling.role == MISSPELLING and bare[0] == bare[1]


def key_of(first: int, last: int, ending: int, document: Document, knowledge: Knowledge) -> str:
    """The folded name from word `first` to word `last`."""
    if first == last:
        return knowledge.key(document.words[first])
    return fold(text_of(first, last, ending, document))


def of_several(rulings: Iterable[Ruling], at: int, document: Document) -> tuple[Ruling, ...]:
    """The `rulings` on a singular that also hold for the plural at word `at`.

    All do if the words before are plural; otherwise only those on peoples and the like.
    """
    if is_plural(at, document):
        return tuple(rulings)
    return tuple(r for r in rulings if r.role in ROLES.values() and has_plural(r.name))


def is_plural(at: int, document: Document) -> bool:
    """Whether word `at` can name several people of one name: the Bieguns."""
    return at > 0 and document.words[at - 1].lower() in ("the", "these", "those", "both", "two")


def text_of(first: int, last: int, ending: int, document: Document) -> str:
    """The text from word `first` to word `last`, without the last one's ending."""
    start, end = document.stretch(first, last)
    return document.text[start : end - ending]


def name_around(at: int, document: Document) -> tuple[int, int]:
    """The first and last word that can belong to one name with word `at`.

    A name of several words begins with a capital or an article (al-Qaeda), and ends with a word
    that has a capital (d'Ivoire), a hyphen before it (Tse-tung) or a number. Two
    others may stand between.
    """
    words = document.words
    first = last = at
    for step in range(1, MOST_WORDS):
        before, behind = at - step, at + step
        if before >= 0 and first - before <= 3 and begins_name(words[before]):
            first = before
        if behind < len(words) and behind - last <= 3 and ends_name(behind, document):
            last = behind
    return first, last


def begins_name(word: str) -> bool:
    """Whether a name of several words may begin with this one."""
    return word[0].isupper() or word in LINKS


def ends_name(at: int, document: Document) -> bool:
    """Whether a name of several words may end with word `at`: Sen, d'Ivoire, shek, 24."""
    word = document.words[at]
    return word != word.lower() or word[0].isdigit() or document.gap(at) == "-"


def is_written_so(found: str, ruling: Ruling) -> bool:
    """Whether the found text has the capitals of the ruling's spelling.

    It must have no other accents: Afġānistān is another language's spelling.
    """
    listed = (ruling.spelling, *right_spellings(ruling.name))
    if not found.isascii() and not accents(found) <= accents(" ".join(listed)):
        return False
    return found[0].isupper() or ruling.spelling[0].islower()


def is_somebody_else(place: Place, document: Document, knowledge: Knowledge) -> bool:
    """Whether the place may name another person, for whom this spelling is right.

    A family name follows another given name; or both halves of a full name are common and the
    lexicon has that full name: many a Michael Martin is no Micheál. Where three words agree but for
    one (Robert Louis Stephenson), or the first is no given name, it is nobody else.
    """
    name = place.ruling.name
    if place.first != place.last:
        words = words_of(fold(place.ruling.spelling))
        if len(words) > 2 or not is_given(words[0], knowledge):
            return False
        wrong, right = halves(place.ruling, knowledge)
        common = wrong >= w.BORNE and right >= w.COMMON_HALF
        whole = fold(place.ruling.spelling)
        borne = knowledge.lexicon.is_title(whole) and not leads_on(whole, fold(name.name))
        return name.kind in PERSON and common and borne
    left = knowledge.key(before(document, place.first))
    if not left or not is_given(left, knowledge):
        return False
    if left in OPENERS and document.opens_sentence(place.first - 1):
        return False
    if " " not in name.name:
        return True
    theirs = {fold(right).split(" ")[0] for right in (name.name, *name.aliases)}
    return not akin({left}, theirs)


def halves(ruling: Ruling, knowledge: Knowledge) -> tuple[float, float]:
    """The familiarity of the words that a misspelling has wrong, and of those it has right.

    The least familiar word counts; without any, the familiarity is the lowest.
    """
    rights = {word for right in right_spellings(ruling.name) for word in words_of(fold(right))}
    words = words_of(fold(ruling.spelling))
    wrong = [familiarity(word, knowledge) for word in words if word not in rights]
    right = [familiarity(word, knowledge) for word in words if word in rights]
    return min(wrong, default=0.0), min(right, default=0.0)


def report(rule: Rule, place: Place, document: Document, knowledge: Knowledge) -> Finding:
    """The finding for one place; of several words, it covers those that are wrong."""
    ruling = place.ruling
    first, last = document.stretch(place.first, place.last)
    whole = document.text[first : last - place.ending]
    start, end, right = wrong_words(whole, correction(ruling))
    span = Span(first + start, first + end)
    found = document.text[span.start : span.end]
    right = match_apostrophes(match_upper_case(right, found), found)
    book = knowledge.book_of(ruling.name)
    return new_finding(
        rule,
        document,
        span,
        right,
        slots={"found": " ".join(found.split()), "book": book},
        evidence=[knowledge.shown_entry(ruling.name)],
        fix=graded_fix(rule, applicability(place, document, knowledge), span, right),
    )


def applicability(place: Place, document: Document, knowledge: Knowledge) -> str:
    """The applicability of the fix: the desk's book is certain, the shipped book is evidence."""
    ruling = place.ruling
    if ruling.role == INSTEAD_OF and document.quoted(document.span(place.first).start):
        return DISPLAY
    if ruling.layer != knowledge.shipped_layer:
        return SAFE
    at, right = place.last, correction(ruling)
    exact = is_to_the_letter(at, document) or is_ticker(document.words[at], right)
    return UNSAFE if exact or halves(ruling, knowledge)[0] >= w.KNOWN else SAFE
