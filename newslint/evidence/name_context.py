"""Who stands beside a spelling in the article, and what that says of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from newslint.book.names import RIGHT
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_given, is_ordinary
from newslint.evidence.known_name_weights import IN_A_NAME
from newslint.evidence.local_context import CONJUNCTIONS, STOPS, is_in_prose, is_speaker
from newslint.evidence.occurrences import NameContext, Occurrence
from newslint.evidence.typo_weights import COMMON_ENOUGH
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import CAPITAL, FAMILY, GIVEN, PLACE, SLIP, WORD
from newslint.text.english import CALENDAR, LINKS, PREFIXES, TITLES
from newslint.text.name_spans import after, before
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


def name_context(occurrence: Occurrence, document: Document, knowledge: Knowledge) -> NameContext:
    """Who stands beside an occurrence, wherever in the article it stands; looked for once."""
    if occurrence.company is None:
        occurrence.company = _company(occurrence, document, knowledge)
    return occurrence.company


def _company(occurrence: Occurrence, document: Document, knowledge: Knowledge) -> NameContext:
    left, right = set(), set()
    partners: set[str] = set()
    speaks = in_prose = False
    for word in occurrence.words:
        for at in document.positions(word):
            speaks = speaks or is_speaker(at, document)
            in_prose = in_prose or is_in_prose(at, document)
            if not document.opens_sentence(at):
                key = knowledge.key(before(document, at))
                ordinary = document.opens_sentence(at - 1) and is_ordinary(key, knowledge)
                left.add("" if ordinary and key not in TITLES else key)
            right.add(knowledge.key(after(document, at)))
            partners.update(map(knowledge.key, joined_to(at, document)))
    addressed = not ADDRESS.isdisjoint(left)
    titled = not (TITLES - ADDRESS).isdisjoint(left)
    left -= TITLES | HONORIFICS | CALENDAR | {""}
    right -= TITLES | CALENDAR | {""}
    given = {key for key in left if is_given_before(key, occurrence.key, knowledge)}
    introduced = bool(given or (right and knowledge.entry(occurrence.key).flags & GIVEN))
    return NameContext(
        left, right, given, addressed, titled, introduced, speaks, in_prose, partners
    )


def joined_to(at: int, document: Document) -> Iterator[str]:
    """Names that a hyphen or a slash joins to word `at`; not what any is hyphened to (al-Masri)."""
    for place, hyphen in ((at - 1, at), (at + 1, at + 1)):
        if 0 <= place < len(document.words) and document.gap(hyphen) in ("-", "/"):
            word = document.words[place]
            if word[0].isupper() and word.lower() not in LINKS:
                yield word


HONORIFICS = frozenset(
    "shri smt alhaji alhaja hajia hon oba otunba sheikh shaikh haji datuk dato tun ustaz".split(" ")
)
"""What people are called by abroad, and no names: there is a Shri before many names."""


def is_given_before(key: str, family: str, knowledge: Knowledge) -> bool:
    """Whether `key` may be the given name of a `family` that it stands before."""
    if len(key) == 1 or is_given(key, knowledge):
        return True
    named = knowledge.entry(key).flags & (WORD | PLACE) == 0
    return named and knowledge.lexicon.is_title(f"{key} {family}")


ADDRESS = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"])


def are_other_parts(theirs: NameContext, ours: NameContext, knowledge: Knowledge) -> bool:
    """Whether one always begins names and the other never does: Gweon Young-ho, Park Geon Mi.

    In a headline any word has a capital, and what stands behind a name there is no part of it.
    """
    if theirs.left or not ours.left or not ours.right.isdisjoint(theirs.right):
        return False
    return any(not is_ordinary(key, knowledge) for key in theirs.right)


def is_known_in_full(
    occurrence: Occurrence, right: str, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the world has the occurrence with the words beside it as a name, somewhere it stands.

    Al Arabiya is a broadcaster, however often Arabia stands in the article. But where the world
    has the name with the right occurrence, too, the other may be a redirect from a misspelling.
    """
    is_title = knowledge.lexicon.is_title
    known = familiarity(occurrence.key, knowledge) >= w.KNOWN
    places = (at for word in occurrence.words for at in document.positions(word))
    for at in islice(places, w.PLACES_LOOKED_AT):
        for ahead, behind in names_around(at, document, knowledge):
            if is_title(ahead + occurrence.key + behind) and (
                known or not is_title(ahead + right + behind)
            ):
                return True
    return False


def names_around(at: int, document: Document, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """What stands before and after word `at` in stretches of two or three words of a name."""
    words = document.words
    for length in (2, 3):
        for first in range(max(0, at - length + 1), min(at, len(words) - length) + 1):
            last = first + length - 1
            gaps = (document.gap(i) for i in range(first + 1, last + 1))
            if words[first][0].isupper() and all(gap in (" ", "-") for gap in gaps):
                keys = [*map(knowledge.key, words[first : last + 1])]
                here = at - first
                yield (
                    "".join(key + " " for key in keys[:here]),
                    "".join(" " + key for key in keys[here + 1 :]),
                )


def meant_in_full(wrong: str, right: str, theirs: NameContext, knowledge: Knowledge) -> str:
    """The name that the world has of the right spelling with a word beside the wrong one.

    Empty if the wrong occurrence is known with it, too, or neither is.
    """
    is_title = knowledge.lexicon.is_title
    pairs = [(f"{word} {wrong}", f"{word} {right}") for word in theirs.left]
    pairs += [(f"{wrong} {word}", f"{right} {word}") for word in theirs.right]
    known = (meant for so, meant in pairs if is_title(meant) and not is_title(so))
    return min(known, default="")


def side_by_side(a: Occurrence, b: Occurrence, document: Document) -> bool:
    """Whether the two are set beside each other, as "Iran and Iraq" are."""
    ours, others = (
        sorted(at for word in occurrence.words for at in document.positions(word))
        for occurrence in (a, b)
    )
    for at in ours:
        first = bisect_left(others, at - w.NEARBY - 1)
        for other in islice(others, first, bisect_left(others, at + w.NEARBY + 2)):
            between = document.words[min(at, other) + 1 : max(at, other)]
            if are_joined(between) if between else document.gap(max(at, other)) == " ":
                return True
    return False


def are_joined(between: Sequence[str]) -> bool:
    """Whether the words between two names join them: one conjunction, and names for the rest."""
    small = [word for word in between if not word[0].isupper()]
    return len(small) == 1 and small[0] in CONJUNCTIONS


def no_stranger(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the wrong occurrence can hardly be somebody else, however common the name.

    The two have one given name or one rare surname, or only one of them was introduced in full,
    while the other stands as a mere Mr or Ms, or as a mere surname among small words.
    """
    theirs, ours = (
        name_context(wrong, document, knowledge),
        name_context(right, document, knowledge),
    )
    if theirs.given & ours.given:
        return True
    if stand_alike(theirs, ours) and meant_in_full(wrong.key, right.key, theirs, knowledge):
        return True
    if any(familiarity(name, knowledge) < w.RARE_SURNAME for name in theirs.right & ours.right):
        return True
    if is_mere_address(theirs, ours) or (right.count <= w.FAMOUS and is_mere_address(ours, theirs)):
        return True
    return is_never_introduced(wrong, theirs, right, ours, knowledge)


def stand_alike(a: NameContext, b: NameContext) -> bool:
    """Whether one name stands beside both, on the same side."""
    return not (a.left.isdisjoint(b.left) and a.right.isdisjoint(b.right))


def is_never_introduced(
    wrong: Occurrence,
    theirs: NameContext,
    right: Occurrence,
    ours: NameContext,
    knowledge: Knowledge,
) -> bool:
    """Whether only the right one was introduced in full, and the other stands in prose.

    What needs no introduction is right without, if the other is nothing but a family name. Of two
    given names all this says nothing: friends and singers have no more.
    """
    if not theirs.alone or not theirs.in_prose or theirs.titled:
        return False
    if knowledge.entry(wrong.key).flags & knowledge.entry(right.key).flags & GIVEN:
        return False
    if is_landmark(wrong.key, knowledge):
        return False
    if ours.introduced:
        return True
    famous = right.count > w.FAMOUS or is_landmark(right.key, knowledge)
    mere_surname = bool(knowledge.entry(wrong.key).flags & FAMILY)
    return famous and mere_surname and not is_ordinary(right.key, knowledge)


def is_landmark(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` may stand by itself without being introduced: a place, a nation, a word."""
    standing = knowledge.entry(key)
    if standing.flags & WORD and standing.zipf >= w.COMMON_WORD:
        return True
    named = standing.flags & (GIVEN | FAMILY)
    return bool(standing.flags & PLACE) or (bool(standing.flags & (WORD | CAPITAL)) and not named)


def is_only_addressed(occurrence: Occurrence, document: Document, knowledge: Knowledge) -> bool:
    """Whether an occurrence stands nowhere but behind Mr, Ms and the like: then it is a name."""
    theirs = name_context(occurrence, document, knowledge)
    return theirs.addressed and theirs.alone and not theirs.titled


def is_heard(occurrence: Occurrence, name_context: NameContext, knowledge: Knowledge) -> bool:
    """Whether an occurrence is somebody's who speaks, or is called Mr or Ms."""
    return name_context.addressed or (
        name_context.speaks and not is_landmark(occurrence.key, knowledge)
    )


def is_mere_address(name_context: NameContext, other: NameContext) -> bool:
    """Whether one is only ever Mr or Ms so-and-so, and the `other` introduced in full."""
    alone = name_context.alone and not name_context.titled
    return name_context.addressed and alone and bool(other.given)


def in_a_name(at: int, document: Document, knowledge: Knowledge) -> float:
    """What it weighs that word `at` stands where somebody's family name does, if it does."""
    if document.gap(at) == "-" and document.words[at - 1] not in PREFIXES:  # al-Masri, Abu-Dis
        return IN_A_NAME
    left = knowledge.key(before(document, at))
    if at and len(document.words[at - 1]) == 1 and document.gap(at) in STOPS | {"."}:
        return IN_A_NAME  # Ann E. Varelinsk Professor of Music
    if not left or left in LINKS or left in CALENDAR or after(document, at):
        return 0.0
    named = left in TITLES or len(left) == 1 or is_given(left, knowledge)
    named = named or is_initials(before(document, at), knowledge)
    rare = familiarity(left, knowledge) < w.RARE_GIVEN_NAME and not is_ordinary(left, knowledge)
    return IN_A_NAME if named or rare else 0.0


def is_initials(word: str, knowledge: Knowledge) -> bool:
    """Whether `word` may be somebody's initials, run together, and no common abbreviation (UK)."""
    if not word.isupper() or len(word) > MOST_INITIALS:
        return False
    return knowledge.entry(word.lower()).zipf < COMMON_ENOUGH


MOST_INITIALS = 3
"""Letters that the initials before a family name have at most."""


def in_known_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether the world has word `at` with those beside it as a name: the Philadelphi Corridor.

    Titles of listed misspellings are redirects.
    """
    key, is_title = knowledge.key(document.words[at]), knowledge.lexicon.is_title
    if knowledge.entry(key).flags & SLIP:
        return False
    around = names_around(at, document, knowledge)
    return any(is_title(ahead + key + behind) for ahead, behind in around)


def in_right_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` stands in a name of several words that the book has just so."""
    longest = min(knowledge.names.longest, 4)
    for length in range(2, longest + 1):
        for first in range(max(0, at - length + 1), min(at, len(document.words) - length) + 1):
            start, end = document.stretch(first, first + length - 1)
            key = fold(split_possessive(document.text[start:end])[0])
            if any(ruling.role in RIGHT for ruling in knowledge.names.lookup(key)):
                return True
    return False
