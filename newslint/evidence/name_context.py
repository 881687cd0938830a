"""The names beside a spelling in the article, and what they say about it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


def name_context(occurrence: Occurrence, document: Document, knowledge: Knowledge) -> NameContext:
    """The names beside an occurrence, at all of its places; found once for each document."""
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
    """Names that a hyphen or a slash joins to word `at`, but not particles (al-Masri)."""
    for place, hyphen in ((at - 1, at), (at + 1, at + 1)):
        if 0 <= place < len(document.words) and document.gap(hyphen) in ("-", "/"):
            word = document.words[place]
            if word[0].isupper() and word.lower() not in LINKS:
                yield word


HONORIFICS = frozenset(
    "shri smt alhaji alhaja hajia hon oba otunba sheikh shaikh haji datuk dato tun ustaz".split(" ")
)
"""Honorifics of other countries, which are no names: Shri stands before many names."""


def is_given_before(key: str, family: str, knowledge: Knowledge) -> bool:
    """Whether `key` may be the given name of a `family` that it stands before."""
    if len(key) == 1 or is_given(key, knowledge):
        return True
    named = knowledge.entry(key).flags & (WORD | PLACE) == 0
    return named and knowledge.lexicon.is_title(f"{key} {family}")


ADDRESS = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"])


def are_other_parts(theirs: NameContext, ours: NameContext, knowledge: Knowledge) -> bool:
    """Whether one form always begins names and the other never does: Gweon Young-ho, Park Geon Mi.

    In a headline any word has a capital, and a word after a name there is no part of it.
    """
    if theirs.left or not ours.left or not ours.right.isdisjoint(theirs.right):
        return False
    return any(not is_ordinary(key, knowledge) for key in theirs.right)


def is_known_in_full(
    occurrence: Occurrence, right: str, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the occurrence and the words beside it, at one of its places, are a known name.

    Al Arabiya is a broadcaster, however often Arabia stands in the article. But if the name is
    known with `right`, too, the other one may be a redirect from a misspelling.
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
    """The words before and after word `at` in stretches of two or three words of a name."""
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
    """The known name of the right spelling and a word beside the wrong one.

    Empty if the wrong spelling is known with that word, too, or neither is.
    """
    is_title = knowledge.lexicon.is_title
    pairs = [(f"{word} {wrong}", f"{word} {right}") for word in theirs.left]
    pairs += [(f"{wrong} {word}", f"{right} {word}") for word in theirs.right]
    known = (meant for so, meant in pairs if is_title(meant) and not is_title(so))
    return min(known, default="")


def side_by_side(a: Occurrence, b: Occurrence, document: Document) -> bool:
    """Whether the two stand side by side, as in "Iran and Iraq"."""
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

    Both have the same given name or the same rare surname; or only one was introduced in full,
    and the other stands only after Mr or Ms, or as a surname in running prose.
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
    """Whether the same name stands beside both, on the same side."""
    return not (a.left.isdisjoint(b.left) and a.right.isdisjoint(b.right))


def is_never_introduced(
    wrong: Occurrence,
    theirs: NameContext,
    right: Occurrence,
    ours: NameContext,
    knowledge: Knowledge,
) -> bool:
    """Whether only the right form was introduced in full, and the other stands in prose.

    A landmark needs no introduction if the other form is only a family name. For two given names
    this tells nothing: friends and singers have no more.
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
    """Whether `key` needs no introduction: a place, a nation, a word."""
    standing = knowledge.entry(key)
    if standing.flags & WORD and standing.zipf >= w.COMMON_WORD:
        return True
    named = standing.flags & (GIVEN | FAMILY)
    return bool(standing.flags & PLACE) or (bool(standing.flags & (WORD | CAPITAL)) and not named)


def is_only_addressed(occurrence: Occurrence, document: Document, knowledge: Knowledge) -> bool:
    """Whether an occurrence stands only after Mr, Ms and the like: then it is a name."""
    theirs = name_context(occurrence, document, knowledge)
    return theirs.addressed and theirs.alone and not theirs.titled


def is_heard(occurrence: Occurrence, name_context: NameContext, knowledge: Knowledge) -> bool:
    """Whether an occurrence names a person who speaks, or is called Mr or Ms."""
    return name_context.addressed or (
        name_context.speaks and not is_landmark(occurrence.key, knowledge)
    )


def is_mere_address(name_context: NameContext, other: NameContext) -> bool:
    """Whether one form stands only after Mr or Ms, and the `other` is introduced in full."""
    alone = name_context.alone and not name_context.titled
    return name_context.addressed and alone and bool(other.given)


def in_a_name(at: int, document: Document, knowledge: Knowledge) -> float:
    """The weight if word `at` stands where a family name does; otherwise 0."""
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
    """Whether `word` may be a person's initials without gaps, and no common abbreviation (UK)."""
    if not word.isupper() or len(word) > MOST_INITIALS:
        return False
    return knowledge.entry(word.lower()).zipf < COMMON_ENOUGH


MOST_INITIALS = 3
"""Maximum letters of the initials before a family name."""


def in_known_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` and the words beside it are a known name: the Philadelphi Corridor.

    Titles with listed misspellings are redirects, and do not count.
    """
    key, is_title = knowledge.key(document.words[at]), knowledge.lexicon.is_title
    if knowledge.entry(key).flags & SLIP:
        return False
    around = names_around(at, document, knowledge)
    return any(is_title(ahead + key + behind) for ahead, behind in around)


def in_right_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` stands in a name of several words that the book has exactly so."""
    longest = min(knowledge.names.longest, 4)
    for length in range(2, longest + 1):
        for first in range(max(0, at - length + 1), min(at, len(document.words) - length) + 1):
            start, end = document.stretch(first, first + length - 1)
            key = fold(split_possessive(document.text[start:end])[0])
            if any(ruling.role in RIGHT for ruling in knowledge.names.lookup(key)):
                return True
    return False
