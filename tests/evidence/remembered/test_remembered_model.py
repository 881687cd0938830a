"""The fitted model of words that a memory has otherwise: it weighs what the code observes."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.book.settings import Settings
from newslint.engine.linter import open_linter
from newslint.evidence.additive_model import load_model
from newslint.evidence.remembered.alone import features_of
from newslint.evidence.remembered.beside import suspect_at_best
from newslint.memory.opening import open_memories
from tests.memory.archives import ORDINARY, build, stories


@pytest.fixture(scope="module")
def observed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The features of a word and what may be meant by it."""
    path: Path = tmp_path_factory.mktemp("memory") / "m"
    memories = open_memories([str(build(path, [*ORDINARY, *stories("They met Brannikson.", 5)]))])
    suspect = suspect_at_best("Branniksno", "Brannikson")
    return set(features_of(suspect, memories, open_linter(Settings()).knowledge))


def test_the_model_knows_no_feature_that_the_code_does_not_observe(observed: set[str]) -> None:
    names = {name for name in load_model("remembered").features if not name.startswith("slip_")}
    assert names <= observed


def test_what_must_speak_against_a_slip_does() -> None:
    model = load_model("remembered")
    for feature in ("found_familiar", "found_titles", "slip_last", "slip_other"):
        assert model.score({feature: 9.0}) < model.score({feature: 0.0})


def test_what_must_speak_for_a_slip_does() -> None:
    model = load_model("remembered")
    for feature in ("stories", "right_familiar", "slip_dropped", "slip_transposed"):
        assert model.score({feature: 9.0}) > model.score({feature: 0.0})
