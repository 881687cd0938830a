"""The fitted models of misspelt words: they weigh what the code observes, with the right signs."""

from __future__ import annotations

import pytest

from newslint.book.settings import Settings
from newslint.engine.linter import open_linter
from newslint.evidence.additive_model import AdditiveModel, load_model
from newslint.evidence.compounds import made_of_words
from newslint.evidence.typos.suspect_word import FLAGS, suspect_word
from newslint.evidence.typos.typo_features import meant_at
from newslint.text.document import Document
from newslint.text.prose import Prose

MODELS = ("typo", "typo_capital")

STORIES = (
    "The clerk said that the harbuor would open in the aftrenoon, and the mayor agreed.",
    "Harbuor Plan Divides Council\n\nThe mayor spoke of nofunding at all, in Harbuor Street.",
)

SPEAK_FOR = ("gain", "fits", "unheard_of")

SPEAK_AGAINST = ("frequency", "in_dictionary")


def observed() -> set[str]:
    """The features that the stories have."""
    knowledge = open_linter(Settings()).knowledge
    names = set[str]()
    for story in STORIES:
        document = Document(Prose.plain(story))
        for at, word in enumerate(document.words):
            suspect = suspect_word(word, knowledge)
            if suspect and suspect.rights:
                names.update(name for name, _ in meant_at(at, suspect, document, knowledge)[0])
    return names


def test_the_models_know_no_feature_that_the_code_does_not_observe() -> None:
    known = observed() | set(FLAGS)
    for model in map(load_model, MODELS):
        assert not {name for name in model.features - known if not name.startswith("slip_")}


def score(model: AdditiveModel, name: str, value: float) -> float:
    return model.score({name: value})


@pytest.mark.parametrize("name", MODELS)
def test_what_must_speak_for_a_slip_does_and_what_must_not_does_not(name: str) -> None:
    model = load_model(name)
    for feature in SPEAK_FOR:
        assert score(model, feature, 9.0) > score(model, feature, -9.0)
    for feature in SPEAK_AGAINST:
        assert score(model, feature, 9.0) <= score(model, feature, 0.0)


def test_nano_makes_a_word_of_another_one() -> None:
    assert made_of_words("nanoferries", open_linter(Settings()).knowledge) < -2.0
