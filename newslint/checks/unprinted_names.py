"""Names of two words that nobody prints, beside one that is known: where they stand in an article.

`newslint.evidence.name_readings` finds the known names, and a fitted model weighs each, with what
the place shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import log
from typing import TYPE_CHECKING

from newslint.checks.word_cache import VerdictCache
from newslint.core.record import NamedTuple
from newslint.evidence.additive_model import load_model
from newslint.evidence.known_name import Doubt
from newslint.evidence.known_name_weights import DOUBT
from newslint.evidence.name_reading_features import (
    FITS,
    OF_PLACE,
    features_at,
    features_of,
    fits_better,
)
from newslint.evidence.name_readings import Reading, name_readings
from newslint.evidence.printed_name import doubt_link
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import TITLES
from newslint.text.name_pairs import Parts, linked_pairs, names_in
from newslint.text.name_spans import before

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


NAMES = 5_000
"""Names whose readings are kept in a generation of the cache."""

PLACES = 3
"""Maximum places of a name that are weighed; one that stands so often is weighed by the first."""


class Weighed(NamedTuple):
    """A reading, and what is known of it wherever the name stands."""

    reading: Reading
    features: dict[str, float]


def prepare_unprinted(knowledge: Knowledge) -> Callable[[Document], Iterator[tuple[int, Doubt]]]:
    """A function that finds the places of such names, each with its doubt."""
    model = load_model("known_pair")
    in_place, of_fit = model.most(OF_PLACE), model.most((FITS,))
    readings = VerdictCache[Parts, list[Weighed]](lambda parts: judge(*parts), NAMES)
    linked = VerdictCache[Parts, list[Doubt]](lambda parts: judge_link(*parts), NAMES)

    def judge(first: str, second: str, link: str) -> list[Weighed] | None:
        found = name_readings(knowledge.key(first), knowledge.key(second), link, knowledge)
        weighed = [Weighed(each, features_of(each, len(found), knowledge)) for each in found]
        least = model.report - in_place - of_fit
        likely = [each for each in weighed if model.score(each.features) >= least]
        return [each for each in likely if not is_a_namesake(each)] or None

    def score_at(
        place: tuple[int, int], reading: Reading, features: dict[str, float], document: Document
    ) -> float:
        score = model.score(features)
        if score < model.report - of_fit:
            return score
        fits = fits_better(place[reading.half.last], reading, document)
        return model.score({**features, FITS: fits})

    def judge_link(first: str, second: str, link: str) -> list[Doubt] | None:
        found = doubt_link(knowledge.key(first), knowledge.key(second), link)
        return [doubt for doubt in found if doubt.weight >= DOUBT] or None

    def doubts(document: Document) -> Iterator[tuple[int, Doubt]]:
        table = names_in(document)
        for parts, found in readings.verdicts(frozenset(table)):
            for place in table[parts][:PLACES]:
                for reading, known in found:
                    here = dict(features_at(place, reading, document, knowledge))
                    if is_somebody_else(place, reading, here, document, knowledge):
                        continue
                    score = score_at(place, reading, {**known, **here}, document)
                    if score >= model.report:
                        yield doubt_at(place, reading, (score - model.report) / log(10))
        for parts, links in linked.verdicts(frozenset(linked_pairs(document))):
            yield from ((first + 1, doubt) for first, _ in table[parts] for doubt in links)

    return doubts


def is_a_namesake(weighed: Weighed) -> bool:
    """Whether a given name of the census stands before a surname of somebody seldom printed."""
    features, half = weighed.features, weighed.reading.half
    return bool(features["wrong_given"]) and not half.last and not features["whole_publishers"]


def is_somebody_else(
    place: tuple[int, int],
    reading: Reading,
    here: dict[str, float],
    document: Document,
    knowledge: Knowledge,
) -> bool:
    """Whether a name cannot be what was meant, by what is observed `here`.

    The article calls somebody else so: behind another name stands the doubtful word. Or an office
    stands before it, and a family name behind, which nobody prints together.
    """
    half = reading.half
    if here.get("office_goes_on"):
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
    return at, Doubt(DOUBT + above, half.key, right, (reason_for(reading).replace("{", ""),))


def reason_for(reading: Reading) -> str:
    """What tells an editor why the reading is likely."""
    names, so = shipped_names(), reading.half.whole(reading.half.key)
    publishers = names.count(reading.meant).publishers
    right, wrong = names.form(reading.meant), names.form(so)
    if publishers:
        return f"'{right}' stands with {publishers} publishers, '{wrong}' with none"
    return f"'{right}' is a known name, '{wrong}' is not"
