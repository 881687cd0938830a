"""Names of one word that nobody prints, beside one that is known: where they stand in an article.

`evidence.known_names.word_readings` finds the known names, and a fitted model weighs each, with
what the place shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import log

from newslint.evidence.additive_model import Sum, load_model
from newslint.evidence.known_name_weights import DOUBT
from newslint.evidence.known_names.known_name import Doubt
from newslint.evidence.known_names.word_reading_features import (
    is_beside_known,
    is_in_article,
    word_features,
    word_features_at,
)
from newslint.evidence.known_names.word_readings import word_readings
from newslint.evidence.name_context import in_known_name
from newslint.lexicon.printed_names import shipped_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


PLACES = 3
"""Maximum places of a word that are weighed."""


Readings = tuple[tuple[str, Sum], ...]
"""The known names that a word may be, each with its score wherever the word stands."""


def prepare_words(context: Context) -> Callable[[Document], Iterator[tuple[int, Doubt]]]:
    """A function that finds the places of such words, each with its doubt.

    Where what is meant stands in the article, question 1 judges.
    """
    knowledge = context.knowledge

    def suspect(word: str) -> Readings | None:
        if not word[0].isupper():
            return None
        key = knowledge.key(word)
        rights = word_readings(key, knowledge)
        if not rights:
            return None
        model = load_model("known_word")
        known = (
            (right, model.add(word_features(key, right, len(rights), knowledge), model.start))
            for right in rights
        )
        return tuple((right, score) for right, score in known if score) or None

    suspects = context.word_verdicts.add_judge(__name__, suspect)

    def doubts(document: Document) -> Iterator[tuple[int, Doubt]]:
        for word, readings in suspects(document).items():
            model = load_model("known_word")
            for at in document.positions(word)[:PLACES]:
                for right, known in readings:
                    if is_in_article(right, document):
                        continue
                    here = model.add(word_features_at(at, right, document, knowledge), known)
                    if not here or here.score < model.report:
                        continue
                    if is_alone(at, right, document, knowledge):
                        above = (here.score - model.report) / log(10)
                        yield at, doubt_of(knowledge.key(word), right, above)

    return doubts


def is_alone(at: int, right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` is no part of a name that is known, as it stands or as is meant."""
    return not (
        in_known_name(at, document, knowledge) or is_beside_known(at, right, document, knowledge)
    )


def doubt_of(key: str, right: str, above: float) -> Doubt:
    """The doubt about a word, which is so much `above` the least that is reported."""
    return Doubt(DOUBT + above, key, right, (reason_for(right).replace("{", ""),))


def reason_for(right: str) -> str:
    """What tells an editor why the reading is likely."""
    names = shipped_names()
    count = names.count(right)
    if count.publishers:
        return f"'{names.form(right)}' stands with {count.publishers} publishers"
    return f"'{names.form(right)}' is a known name"
