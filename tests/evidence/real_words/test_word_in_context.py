"""Words in context: what is observed of them, what the model makes of it, and what is reported."""

from __future__ import annotations

import pytest

from newslint.api import Proofreader
from newslint.evidence.additive_model import load_model
from newslint.evidence.real_words.context_features import STEMS, features
from newslint.evidence.real_words.word_in_context import WordsInContext
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.word_vectors import shipped_vectors
from newslint.text.document import Document
from newslint.text.prose import Prose

WORDS = WordsInContext(shipped_counts(), shipped_vectors(), {"then": {"than"}}, {})

STORY = (
    "Ferry Pilot Held After Domestic Despite\n\nThe mayor asked abut the pier, and the guard was "
    "held after a domestic despite with a neighbour. Last moth the fee was higher then ever."
)

SIGNS = ("capital", "opens_sentence", "in_name", "upper_case")

MODEL = load_model("context")


def observed() -> dict[str, dict[str, float]]:
    """The features of each suspect of the story."""
    document = Document(Prose.plain(STORY))
    return {
        document.words[at]: dict(features(weighed, at, document, WORDS))
        for at in WORDS.suspects(document)
        if (weighed := WORDS.weigh(at, document))
    }


def test_the_model_knows_no_feature_that_the_code_does_not_observe() -> None:
    known = {name for found in observed().values() for name in found}
    known |= {*SIGNS, *(f"{side}_{stem}" for side in ("left", "right") for stem in STEMS.values())}
    assert not {name for name in MODEL.features - known if not name.startswith("slip_")}


@pytest.mark.parametrize(("word", "meant"), [("moth", "month"), ("abut", "about")])
def test_a_word_in_another_ones_place_is_weighed(word: str, meant: str) -> None:
    document = Document(Prose.plain(STORY))
    at = document.words.index(word)
    assert at in {*WORDS.suspects(document)}
    weighed = WORDS.weigh(at, document)
    assert weighed
    assert WORDS.counts.token(weighed.rivals[0].word) == meant


def test_fitting_better_speaks_for_the_other_word() -> None:
    assert MODEL.score({"fits": 15.0}) > MODEL.score({"fits": 3.0})


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("The captain says its still unknown when the pier will open.", "it's"),
        ("The firm lost it's licence.", "its"),
        ("The firm lost it’s licence.", "its"),
    ],
)
def test_its_and_its_short_form_are_told_apart(wrong: str, meant: str) -> None:
    (found,) = Proofreader(select=["spelling/context"]).lint(wrong)
    assert found.suggestions == (meant,)


@pytest.mark.parametrize(
    "sound",
    [
        "It's its own fault, and it's own goals that count.",
        "Its up to 300 staff will move, and its too-late offer was turned down.",
        "Its no longer viable plan was shelved. Its",
        "Its more than 90 pupils and its some 12 teachers were safe. Its some 30 cooks were, too.",
        "Its about-to-open museum is late. Its would-be buyer pulled out.",
        "The fee was set by then Mayor Orla Beltgen.",
        "High hills stand behind the harbour, and the ferry sails off Ostrey.",
        "The minster stands by the river, and its choir sings of the sea.",
    ],
)
def test_what_is_right_is_left_alone(sound: str) -> None:
    assert not Proofreader(select=["spelling/context"]).lint(sound)
