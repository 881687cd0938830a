"""What is known of a word that nobody prints, read as a known name: question 2 for one word.

Each feature is a number; `docs/evidence.md` has them all, and `weights/known_word.json` their
curves.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import log10

from newslint.evidence.foreign import among_foreign
from newslint.evidence.known_names.known_name import is_of_family
from newslint.evidence.known_names.known_pair import are_both_endings
from newslint.evidence.known_names.name_reading_features import fits_better
from newslint.evidence.local_context import (
    is_acronym,
    is_company,
    is_explained,
    is_hyphened,
    is_in_brackets,
    is_in_title_case,
    is_relative,
    is_small_place,
    is_so_called,
    is_speaker,
    is_whereabouts,
)
from newslint.evidence.morphology import is_derived
from newslint.evidence.name_context import in_a_name
from newslint.lexicon.lexicon import (
    ATTESTED,
    CAPITAL,
    FAMILY,
    FOREIGN,
    GIVEN,
    PLACE,
    SLIP,
    WORD,
)
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.text.english import CALENDAR, TITLES
from newslint.text.name_spans import after, before
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


FLAGS = {
    "word": WORD,
    "large_dictionary": ATTESTED,
    "dictionary_capital": CAPITAL,
    "given": GIVEN,
    "family": FAMILY,
    "place": PLACE,
    "foreign": FOREIGN,
    "listed_slip": SLIP,
}

OF_WRONG, OF_RIGHT = (
    {f"{part}_{name}": flag for name, flag in FLAGS.items()} for part in ("wrong", "right")
)


def word_features(
    key: str, right: str, readings: int, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """What is known of a reading wherever the word stands; there are so many `readings`.

    What is meant does not stand in the article: that is question 1.
    """
    wrong, meant = knowledge.entry(key), knowledge.entry(right)
    count = shipped_names().count(right)
    yield "right_there", 0.0
    yield f"slip_{slip_kind(key, right)}", 1.0
    yield "right_frequency", meant.zipf
    yield "wrong_frequency", wrong.zipf
    yield "lead", meant.zipf - wrong.zipf
    yield "letters", float(len(key))
    yield "wrong_titles", log10(wrong.titles + 1)
    yield "right_titles", log10(meant.titles + 1)
    yield "wrong_printed", log10(shipped_names().count(key).times + 1)
    yield "right_printed", log10(count.times + 1)
    yield "right_publishers", log10(count.publishers + 1)
    yield "listed", float(right in knowledge.lexicon.corrections(key))
    yield from ((name, float(bool(wrong.flags & flag))) for name, flag in OF_WRONG.items())
    yield from ((name, float(bool(meant.flags & flag))) for name, flag in OF_RIGHT.items())
    yield "readings", float(readings)
    yield "other_last_letter", float(key[-1] != right[-1])
    yield "plural", float(key == f"{right}s" or right == f"{key}s")
    yield "of_family", float(is_of_family(key, right, knowledge))
    yield "both_endings", float(are_both_endings(key, right))
    yield "derived", float(is_derived(key, right, knowledge))


def word_features_at(
    at: int, right: str, document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """What the article shows of word `at`, read as `right`; what costs most comes last."""
    word = document.words[at]
    stem = split_possessive(word)[0]
    yield "again", log10(len(document.positions(word)))
    yield "possessive", float(stem != word)
    yield "capitals", float(stem.isupper())
    yield "opens_sentence", float(document.opens_sentence(at))
    yield from _of_neighbours(at, document, knowledge)
    yield "hyphened", float(is_hyphened(at, document))
    yield "whereabouts", float(is_whereabouts(at, document))
    yield "relative", float(is_relative(at, document))
    yield "title_case", float(is_in_title_case(at, document))
    yield "small_place", float(is_small_place(at, document))
    yield "bracketed", float(is_in_brackets(at, at, document))
    yield "explained", float(is_explained(at, document))
    yield "company", float(is_company(at, document))
    yield "speaks", float(is_speaker(at, document))
    yield "acronym", float(is_acronym(at, document))
    yield "so_called", float(is_so_called(at, document))
    places = islice(document.positions(word), 3)
    yield "in_a_name", float(any(in_a_name(place, document, knowledge) for place in places))
    yield "among_foreign", among_foreign(at, document, knowledge)
    yield fits_better(at, knowledge.key(word), right, document)


def is_in_article(right: str, document: Document) -> bool:
    """Whether what may be meant stands in the article itself."""
    return right.capitalize() in document.distinct


def is_beside_known(at: int, right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether news prints what may be meant with a name beside it; then the two are one name."""
    count = shipped_names().count
    ahead, behind = knowledge.key(before(document, at)), knowledge.key(after(document, at))
    return bool(
        (ahead and count(f"{ahead} {right}").times) or (behind and count(f"{right} {behind}").times)
    )


def _of_neighbours(
    at: int, document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """What stands beside word `at`."""
    ahead, behind = knowledge.key(before(document, at)), knowledge.key(after(document, at))
    yield "office_ahead", float(ahead in TITLES)
    yield "name_ahead", float(bool(ahead) and ahead not in TITLES and ahead not in CALENDAR)
    yield "name_behind", float(bool(behind))
    left = document.words[at - 1] if at and not ahead and document.gap(at) == " " else ""
    yield "word_ahead", float(bool(left))
    yield "article_ahead", float(left.lower() in ("the", "a", "an"))
    yield "small_ahead", float(0 < len(left) <= SMALL)
    last = at + 1 == len(document.words)
    yield "word_behind", float(not last and not behind and document.gap(at + 1) == " ")


SMALL = 3
"""Letters of a small word."""
