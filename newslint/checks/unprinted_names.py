"""Names of two words that nobody prints, beside one that is known: where they stand in an article.

`evidence.known_names.name_readings` finds the known names, and a fitted model weighs each, with
what the place shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from math import log

from newslint.evidence.additive_model import Sum, load_model
from newslint.evidence.known_name_weights import DOUBT
from newslint.evidence.known_names.known_name import Doubt
from newslint.evidence.known_names.name_reading_features import (
    features_at,
    features_of,
    is_office_that_goes_on,
)
from newslint.evidence.known_names.name_readings import Reading, name_readings
from newslint.evidence.known_names.printed_name import doubt_link
from newslint.evidence.local_context import PLURALS
from newslint.lexicon.lexicon import GIVEN
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import LINKS, TITLES
from newslint.text.name_pairs import Parts, pairs_in
from newslint.text.name_spans import before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


NAMES = 2_000
"""Names whose readings are cached."""

PLACES = 3
"""Maximum places of a name that are weighed; one that stands so often is weighed by the first."""

SELDOM = 5
"""Publishers from which a name is so well known that hardly anybody is called nearly so."""


Readings = tuple[tuple[Reading, Sum], ...]
"""The known names that two words may be, each with its score wherever they stand."""


def prepare_unprinted(knowledge: Knowledge) -> Callable[[Document], Iterator[tuple[int, Doubt]]]:
    """A function that finds the places of such names, each with its doubt."""

    def keys_of(parts: Parts) -> Parts:
        return knowledge.key(parts[0]), knowledge.key(parts[1]), parts[2]

    @lru_cache(NAMES)
    def readings(parts: Parts) -> Readings:
        found = name_readings(*keys_of(parts), knowledge)
        if not found:
            return ()
        model = load_model("known_pair")
        known = (
            (each, model.add(features_of(each, len(found), knowledge), model.start))
            for each in found
            if not is_a_namesake(each, knowledge)
        )
        return tuple((each, score) for each, score in known if score)

    def doubts(document: Document) -> Iterator[tuple[int, Doubt]]:
        for parts, places in pairs_in(document).items():
            for reading, known in readings(parts):
                model = load_model("known_pair")
                for place in places[:PLACES]:
                    here = model.add(features_at(place, reading, document, knowledge), known)
                    if not here or here.score < model.report:
                        continue
                    if are_several(place, reading, document):
                        continue
                    if not is_somebody_else(place, reading, document, knowledge):
                        yield doubt_at(place, reading, (here.score - model.report) / log(10))
            for doubt in doubt_link(*keys_of(parts)) if parts[2] in LINKS else ():
                if doubt.weight >= DOUBT:
                    yield from ((first + 1, doubt) for first, _ in places)

    return doubts


def is_a_namesake(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether a given name of the census stands before a surname of somebody seldom printed."""
    half = reading.half
    given = not half.last and knowledge.entry(half.key).flags & GIVEN
    return bool(given) and shipped_names().count(reading.meant).publishers < SELDOM


def are_several(place: tuple[int, int], reading: Reading, document: Document) -> bool:
    """Whether the name is a plural: the Lori Varels of the world."""
    is_plural = reading.half.key == f"{reading.right}s"
    return is_plural and place[0] > 0 and document.lowered[place[0] - 1] in PLURALS


def is_somebody_else(
    place: tuple[int, int], reading: Reading, document: Document, knowledge: Knowledge
) -> bool:
    """Whether a name cannot be what was meant where it stands.

    The article calls somebody else so: behind another name stands the doubtful word. Or an office
    stands before it, and a family name behind, which nobody prints together.
    """
    half = reading.half
    if is_office_that_goes_on(place, reading, document, knowledge):
        return True
    if not half.last:
        return False
    others = (at for at in document.positions(document.words[place[1]]) if at != place[1])
    ahead = (knowledge.key(before(document, at)) for at in others)
    return any(name and name != half.other and name not in TITLES for name in ahead)


def doubt_at(place: tuple[int, int], reading: Reading, above: float) -> tuple[int, Doubt]:
    """The misspelt word of a name, and the doubt, which is so much above the least."""
    half, right = reading
    at = place[1] if half.last else place[0]
    reasons = (reason_for(reading).replace("{", ""),)
    title = not shipped_names().count(reading.meant).publishers
    return at, Doubt(DOUBT + above, half.key, right, reasons, title)


def reason_for(reading: Reading) -> str:
    """What tells an editor why the reading is likely."""
    names, so = shipped_names(), reading.half.whole(reading.half.key)
    publishers = names.count(reading.meant).publishers
    right, wrong = names.form(reading.meant), names.form(so)
    if publishers:
        return f"'{right}' stands with {publishers} publishers, '{wrong}' with none"
    return f"'{right}' is a known name, '{wrong}' is not"
