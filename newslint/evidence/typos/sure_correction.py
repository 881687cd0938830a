"""Decide whether the correction of a word, at its place, is a safe fix."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.evidence import typo_weights as typo_w
from newslint.evidence.real_words.fitting_word import beside, is_counted_beside, stands
from newslint.evidence.real_words.word_in_context import token_numbers, tokens_around
from newslint.evidence.to_the_letter import is_to_the_letter, is_torn
from newslint.evidence.typos.other_readings import has_other_reading
from newslint.evidence.typos.plain_slip import USUAL, is_of_fingers
from newslint.evidence.typos.typo import SHORT
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import CAPITAL, FOREIGN, NAMED, SLIP, UNKNOWN, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.lexicon.word_vectors import shipped_vectors
from newslint.text.context_tokens import BOUNDARIES
from newslint.text.english import LINKS, SMALL_WORDS
from newslint.text.name_spans import after, before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.typos.typo import Correction
    from newslint.lexicon.counts import Counts
    from newslint.text.document import Document


CERTAIN_LEAD = 0.5
"""How far a list's only correction must be ahead of other words: tawk may be hawk or task."""

AS_NAME, SHARE_AS_NAME = 100, 10
"""How often news prints an ordinary word as a name, and in what part of all places, at the least,
for one with a capital to be it."""

FIT, FIT_FURTHER = 10, 2
"""How many times as often as the right word another one must stand in its place for doubt: a word
an edit from an unlisted misspelling, and one two edits from a listed one."""

ONCE = 1.0
"""How often a word two edits away must stand there at the least, as far as counts tell."""

STRANGE = -3.0
"""How well, by their vectors, a word fits at least into words beside which it is never printed."""

COMMON = 4.5
"""Zipf frequency from which a word is likelier than a rare name that resembles its misspelling."""

LINKED = 4.0
"""Zipf frequency from which a word is made whole by a letter of its neighbour (witht he)."""

NEARBY, MANY = 8, 3
"""How many words on either side are looked at, and how many other misspellings are on purpose."""


def is_sure(reading: Correction) -> bool:
    """Whether the likeliest correction is safe: it is listed, or far ahead of others."""
    far_ahead = reading.weight >= typo_w.MISSPELT_SURELY and reading.lead >= typo_w.CLEAR_LEAD
    return (reading.certain and reading.lead >= CERTAIN_LEAD) or far_ahead


def may_be_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` has a capital and may belong to a name: Detroy Varelinsk, Red Oktober."""
    word = document.words[at]
    if not word[0].isupper():
        return False
    key = knowledge.key(word)
    if any(
        knowledge.entry(name).flags & (FOREIGN | NAMED) for name in (key, key.removesuffix("s"))
    ):
        return True
    beside = (knowledge.key(name) for name in (before(document, at), after(document, at)) if name)
    return not all(knowledge.entry(key).flags & WORD for key in beside)


def is_in_doubt(at: int, right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` may be meant, or something else than `right`, so that no fix is safe."""
    key = knowledge.key(document.words[at])
    meant = right.lower()
    return (
        is_plural_possessive(at, right, document)
        or (
            document.words[at][0].isupper()
            and not (right.isalpha() and is_listed(key, knowledge))  # Childrens Theatre
        )
        or is_torn(at, document)
        or lacks_capital(at, right, document)
        or is_of_neighbour(at, meant, document, knowledge)
        or is_to_the_letter(at, document)
        or is_used_again(at, key, document, knowledge)
        or is_among_slips(at, document, knowledge)
        or is_among_foreign(at, document, knowledge)
        or has_other_reading(key, meant, knowledge)
        or (
            meant.isalpha()
            and (
                has_strange_capital(at, right, document, knowledge)
                or does_not_fit(at, key, meant, document, knowledge)
            )
        )
    )


def is_listed(key: str, knowledge: Knowledge) -> bool:
    """Whether a list of misspellings has the folded word."""
    return bool(knowledge.entry(key).flags & SLIP)


def is_of_neighbour(at: int, right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether letters of word `at` belong to its neighbour, or the other way round.

    "With the" became "witht he", "before" "b efore", and "information" "infor-mation".
    """
    word = document.lowered[at]
    if at and document.gap(at) == " " and document.lowered[at - 1] + word == right:
        return True
    if at + 1 == len(document.words):
        return False
    if document.gap(at + 1) == "-":
        return bool(knowledge.entry(word + document.lowered[at + 1]).flags & WORD)
    if document.gap(at + 1) != " ":
        return False
    tail = word.removeprefix(right)
    if not tail or tail == word:
        return False
    if tail == "a" or tail in SMALL_WORDS:  # ask them to "builda pier"
        return True
    whole = knowledge.entry(tail + document.lowered[at + 1])
    return bool(whole.flags & WORD) and whole.zipf >= LINKED


def lacks_capital(at: int, right: str, document: Document) -> bool:
    """Whether word `at` opens a sentence in small letters because its first letter is lost."""
    lost = right[1:] == document.words[at]
    return lost and document.opens_sentence(at)


def is_used_again(at: int, key: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether a word that no list of misspellings has stands in the article more than once."""
    return not is_listed(key, knowledge) and len(document.positions(document.words[at])) > 1


def is_among_slips(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether words right around word `at` are misspelt, too: so somebody writes, and is quoted."""
    first, last = max(0, at - NEARBY), at + 1 + NEARBY
    around = {word for word in document.words[first:last] if word.islower() and word.isascii()}
    entries = [knowledge.entry(knowledge.key(word)) for word in around - {document.words[at]}]
    slips = [entry for entry in entries if entry.flags & SLIP or entry == UNKNOWN]
    return len(slips) >= MANY


def does_not_fit(at: int, key: str, right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether news has another word where word `at` stands, oftener than `right`.

    Words an edit away must not stand there far oftener; of a misspelling that a list has, those of
    which fingers make it not even as often. If that is short, or its correction is never printed
    beside its neighbours, words two edits away are asked about, too: public opion.
    """
    counts = shipped_counts()
    left, behind = beside(at, document, counts)
    number = counts.number(right)
    here = stands(left, number, behind, counts)
    listed = is_listed(key, knowledge)

    def is_beaten(rivals: Iterable[str], least: float) -> bool:
        others = {*map(counts.number, rivals)} - {0, number}
        return any(stands(left, other, behind, counts) >= least for other in others)

    near = knowledge.lexicon.near(key)
    if not listed:
        return is_beaten(near, FIT * here)
    slips = (other for other in near if other[0] == key[0] and is_of_fingers(key, other))
    if is_beaten(slips, here):
        return True
    placed = is_counted_beside(left, number, counts) or is_counted_beside(number, behind, counts)
    short = len(key) <= SHORT and slip_kind(key, right) not in USUAL
    if placed and not short:
        return False
    among_words = counts.is_word(left) or counts.is_word(behind)
    if among_words and not placed and fit_by_vectors(at, number, document, counts) < STRANGE:
        return True
    further = {*knowledge.lexicon.further(key)} - {f"{right}s", right.removesuffix("s")}
    return is_beaten(further, max(ONCE, FIT_FURTHER * here))


def fit_by_vectors(at: int, number: int, document: Document, counts: Counts) -> float:
    """How well a word fits into the words around word `at`, by their vectors."""
    vectors, tokens = shipped_vectors(), tokens_around(at, document, token_numbers(counts))
    return vectors.fit(number, vectors.around(*tokens)).total


def is_among_foreign(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether a foreign word in small letters stands right beside word `at`: the chambre du roi.

    A particle of their names will do: the valet de chambre.
    """
    gaps = (at, at - 1), (at + 1, at + 1)
    words = [document.words[word] for gap, word in gaps if is_next(gap, word, document)]
    entries = [knowledge.entry(knowledge.key(word)) for word in words if word.islower()]
    return not LINKS.isdisjoint(words) or any(
        entry.flags & FOREIGN and not entry.flags & WORD for entry in entries
    )


def is_next(gap: int, word: int, document: Document) -> bool:
    """Whether there is such a word, and `gap`, which parts it from another, is a space."""
    return 0 <= word < len(document.words) and document.gap(gap) == " "


def has_strange_capital(at: int, right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` has a capital, or none, where `right` would not: it may be a name.

    A word with a capital must stand beside a word that news prints beside `right` or, at the
    beginning of a sentence, be a common one set off by a mark (Unfortunatly, he left). Unless it
    opens a sentence or stands among capitals, `right` must be a name, too, or a month.
    """
    word, meant = document.words[at], right.lower()
    printed = shipped_names().count(meant).times
    counts = shipped_counts()
    number = counts.number(meant)
    standing = knowledge.entry(meant)
    if word.islower():
        other_places = {word.capitalize(), word.upper()}.isdisjoint(document.distinct)
        return not other_places or (right.islower() and printed >= counts.word(number).times > 0)
    opens = document.opens_sentence(at)
    as_name = printed >= AS_NAME and SHARE_AS_NAME * printed >= counts.word(number).times
    if not (
        as_name
        or opens
        or standing.flags & CAPITAL
        or before(document, at).lower() not in {"", *SMALL_WORDS}
        or after(document, at)
    ):
        return True
    left, behind = beside(at, document, counts)
    marks = {*map(counts.number, BOUNDARIES)}
    if opens and {left, behind} <= marks and standing.zipf >= COMMON:
        return False
    return not (
        is_counted_beside(left, number, counts) or is_counted_beside(number, behind, counts)
    )


def is_plural_possessive(at: int, right: str, document: Document) -> bool:
    """Whether an apostrophe after word `at` makes it a genitive, but would not make `right` one."""
    end = document.span(at).end
    owns = document.text[end : end + 1] in ("'", "’")
    return owns and document.lowered[at][-1] == "s" and (right[-1] != "s" or not right.isalpha())
