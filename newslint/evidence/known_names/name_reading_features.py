"""What is known of a reading of two words as a known name: the features of question 2 for pairs.

Each feature is a number; `docs/evidence.md` has them all, and `weights/known_pair.json` their
curves.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log10

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence.familiarity import is_ordinary
from newslint.evidence.foreign import among_foreign
from newslint.evidence.known_name_weights import RARE
from newslint.evidence.known_names.known_pair import are_both_endings
from newslint.evidence.known_names.name_readings import is_plural, sounding_alike
from newslint.evidence.known_names.unheard_half import is_unheard
from newslint.evidence.local_context import (
    is_explained,
    is_in_title_case,
    is_so_called,
    is_speaker,
    is_whereabouts,
)
from newslint.evidence.morphology import is_derived
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import CAPITAL, FAMILY, FOREIGN, GIVEN, PLACE, SLIP, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.lexicon.word_vectors import shipped_vectors
from newslint.text.context_tokens import NAME
from newslint.text.english import TITLES
from newslint.text.name_spans import after, before
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.known_names.name_readings import Half, Reading
    from newslint.text.document import Document


ALL_PRINTED, ALL_TITLED = 6.8, 6.6
"""Logarithms of how many names of two parts are printed, and how many titles there are."""

KNOWN = 0.5
"""Logarithm of how often a title is printed, and what each power of ten of longer titles adds."""

FLAGS = {
    "word": WORD,
    "dictionary_capital": CAPITAL,
    "given": GIVEN,
    "family": FAMILY,
    "place": PLACE,
    "foreign": FOREIGN,
}


def features_of(
    reading: Reading, readings: int, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """What is known of a reading wherever the name stands; there are so many `readings`."""
    half, right = reading
    yield f"slip_{slip_kind(half.key, right)}", 1.0
    yield "readings", float(readings)
    known = dict[str, float]()
    for part, word in (("wrong", half.key), ("right", right), ("other", half.other)):
        known.update(_of_word(part, word, knowledge))
    known.update(_of_whole(reading, knowledge))
    yield from known.items()
    yield from _of_chance(known)
    yield from _of_slip(reading, knowledge)


def _of_whole(reading: Reading, knowledge: Knowledge) -> Iterator[tuple[str, float]]:
    """What is known of both whole names."""
    right, lexicon = reading.meant, knowledge.lexicon
    count = shipped_names().count(right)
    yield "whole_printed", log10(count.times + 1)
    yield "whole_publishers", log10(count.publishers + 1)
    yield "whole_titled", float(lexicon.is_title(right))
    yield "whole_goes_on", log10(len(lexicon.titles_beginning(right)) + 1)
    yield "share_of_other", share_of(count.times, reading.half.other)
    yield "share_of_right", share_of(count.times, reading.right)
    yield "wrong_whole_titled", float(lexicon.is_title(reading.half.whole(reading.half.key)))


def share_of(times: int, half: str) -> float:
    """Logarithm of the share of a half's uses in which the whole name stands, and a little more."""
    return log10((times + 0.5) / (shipped_names().count(half).times + 1))


def _of_word(part: str, word: str, knowledge: Knowledge) -> Iterator[tuple[str, float]]:
    """What is known of one of the three words."""
    entry = knowledge.entry(word)
    yield f"{part}_frequency", entry.zipf
    yield f"{part}_titles", log10(entry.titles + 1)
    yield f"{part}_printed", log10(shipped_names().count(word).times + 1)
    for name, flag in FLAGS.items():
        yield f"{part}_{name}", float(bool(entry.flags & flag))


def _of_slip(reading: Reading, knowledge: Knowledge) -> Iterator[tuple[str, float]]:
    """What the two spellings are to each other; what costs most comes last."""
    half, right = reading
    key = half.key
    yield "letters", float(len(key))
    yield "last_half", float(half.last)
    yield "linked", float(bool(half.link))
    yield "other_last_letter", float(key[-1] != right[-1])
    yield "listed", float(right in knowledge.lexicon.corrections(key))
    plural = is_plural(key, right)
    yield "plural", float(plural)
    yield "plural_first", float(plural and not half.last)
    yield "unheard", float(is_unheard(key, knowledge))
    yield "office", float(half.other in TITLES)
    yield "office_meant", float(right in TITLES)
    yield "by_ear", float(right in sounding_alike(key))
    yield "wrong_listed_slip", float(bool(knowledge.entry(key).flags & SLIP))
    yield "phrase", log10(times_in_sequence(half) + 1)
    yield "both_endings", float(are_both_endings(key, right))
    yield "derived", float(is_derived(key, right, knowledge))


def times_in_sequence(half: Half) -> int:
    """How often news prints the words of a name in sequence, in whatever letters."""
    counts = shipped_counts()
    parts = half.whole(half.key).split(" ")
    numbers = [counts.number(part) for part in parts]
    if not all(numbers):
        return 0
    return (counts.triple if half.link else counts.pair)(*numbers).times


def _of_chance(features: dict[str, float]) -> Iterator[tuple[str, float]]:
    """How much oftener the right name stands than both halves of the other would by chance."""
    titled = features["wrong_titles"] + features["other_titles"] - ALL_TITLED
    printed = features["wrong_printed"] + features["other_printed"] - ALL_PRINTED
    by_titles = max(titled, -3.0)
    by_print = max(printed, -3.0)
    yield "chance_titled", by_titles
    yield "chance_printed", by_print
    known = max(
        features["whole_printed"], KNOWN * (features["whole_titled"] + features["whole_goes_on"])
    )
    yield "beyond_chance", known - max(by_print, by_titles - 1.0)
    yield "rarer_half", min(features["wrong_titles"], features["other_titles"])


def features_at(
    place: tuple[int, int], reading: Reading, document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """What the article shows of a name from one word to another, read so.

    What costs most comes last.
    """
    first, last = place
    wrong = last if reading.half.last else first
    words, text = document.words, document.text
    stem = split_possessive(words[wrong])[0]
    places = len(document.positions(words[wrong]))
    opens = document.opens_sentence(first)
    yield "again", log10(places)
    yield "right_there", float(reading.right in keys_of_capitals(document, knowledge))
    yield "opens_sentence", float(opens)
    yield "aged", float(is_aged(text, document.span(last).end))
    yield "explained", float(is_explained(last, document))
    yield "so_called", float(is_so_called(first, document))
    yield "speaks", float(is_speaker(last, document))
    yield "whereabouts", float(is_whereabouts(first, document))
    yield "capitals", float(stem.isupper())
    yield "possessive", float(stem != words[wrong])
    in_title_case = is_in_title_case(first, document)
    yield "title_case", float(in_title_case)
    if in_title_case or opens or stem.isupper():
        yield "wrong_may_be_word", _commonness(reading.half.key, knowledge)
        yield "other_may_be_word", _commonness(reading.half.other, knowledge)
    yield "hyphened", float("-" in (document.gap(first), document.gap(last + 1)))
    plural = is_plural(reading.half.key, reading.right)
    yield "counted", float(plural and is_counted(first, document))
    yield from _of_neighbours(place, in_title_case, reading, document, knowledge)
    yield "whole_there", float(f" {reading.meant} " in document.normal_text)
    yield "among_foreign", among_foreign(wrong, document, knowledge)
    yield fits_better(wrong, reading.half.key, reading.right, document)


def keys_of_capitals(document: Document, knowledge: Knowledge) -> set[str]:
    """The keys of the words with a capital, for all names of an article."""
    if "keys of capitals" not in document.memo:
        document.memo["keys of capitals"] = {*map(knowledge.key, document.capitalised)}
    keys: set[str] = document.memo["keys of capitals"]
    return keys


def is_counted(at: int, document: Document) -> bool:
    """Whether the word before word `at` speaks of several: more Ann Varels."""
    return at > 0 and document.lowered[at - 1] in SEVERAL


SEVERAL = frozenset(
    "more most many any all few fewer several some those these other different two three no".split(
        " "
    )
)
"""Words that stand before plurals."""


def fits_better(at: int, key: str, right: str, document: Document) -> tuple[str, float]:
    """How much better what is meant, or any name, fits into the words around than word `at`.

    By the vectors of words; any name stands for a word that has none. It is a feature of its own,
    and 0 if neither has one. This costs more than all the rest.
    """
    from newslint.evidence.real_words.word_in_context import token_numbers, tokens_around

    counts, vectors = shipped_counts(), shipped_vectors()
    own, meant = counts.number(key), counts.number(right)
    name = "fits" if own else "fits_unheard"
    if not own and not meant:
        return name, 0.0
    around = vectors.around(*tokens_around(at, document, token_numbers(counts)))
    any_name = counts.number(NAME)
    gain = vectors.fit(meant or any_name, around).total - vectors.fit(own or any_name, around).total
    return name, gain


def _commonness(key: str, knowledge: Knowledge) -> float:
    """How much commoner than a rare word an ordinary word is, in powers of ten."""
    return max(0.0, knowledge.entry(key).zipf - RARE) if is_ordinary(key, knowledge) else 0.0


def _of_neighbours(
    place: tuple[int, int],
    in_title_case: bool,
    reading: Reading,
    document: Document,
    knowledge: Knowledge,
) -> Iterator[tuple[str, float]]:
    """What stands beside the name."""
    first, last = place
    names, whole = shipped_names(), reading.meant
    behind = knowledge.key(after(document, last))
    ahead = knowledge.key(before(document, first))
    yield "titled_person", float(ahead in TITLES)
    if ahead and not in_title_case:
        known = names.count(f"{ahead} {whole}").times
        known = known or knowledge.lexicon.is_title(f"{ahead} {whole}")
        yield "ahead_known" if known else "ahead_unknown", 1.0
    if behind and not in_title_case:
        known = is_longer_known(whole, behind, knowledge)
        yield "behind_known" if known else "behind_unknown", 1.0
    if not behind or in_title_case:
        longer = sum(names.count(found).times for found in names.starting(f"{whole} "))
        yield "usually_longer", float(2 * longer >= names.count(whole).times > 0)
    at = first - 1
    if at >= 0 and document.gap(first) == " ":
        word = document.words[at]
        yield "behind_small", float(word.islower())


def is_longer_known(whole: str, behind: str, knowledge: Knowledge) -> bool:
    """Whether a name is known with the word behind it."""
    longer = f"{whole} {behind}"
    return bool(shipped_names().count(longer).times) or knowledge.lexicon.is_title(longer)


def is_office_that_goes_on(
    place: tuple[int, int], reading: Reading, document: Document, knowledge: Knowledge
) -> bool:
    """Whether an office stands before a name, and behind it a family name that is not known so."""
    behind = knowledge.key(after(document, place[1]))
    if reading.half.other not in TITLES or not behind or is_in_title_case(place[0], document):
        return False
    return not is_longer_known(reading.meant, behind, knowledge)


def is_aged(text: str, end: int) -> bool:
    """Whether an age follows a name that ends there: "Ann Varel, 34,"."""
    return any(map(str.isdigit, text[end : end + 4])) and bool(_AGE.match(text, end))


_AGE = lazy_pattern(r"(?:,| \() ?\d\d[,)]")
