"""The fitted models of misspelt names: what may be meant, and that models weigh what is observed.

What is asked here is so well known that any counts of news have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.book.settings import Settings
from newslint.checks.names_inconsistent import forms_of, key_of
from newslint.engine.linter import open_linter
from newslint.evidence.additive_model import load_model
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.known_names import name_reading_features as of_names
from newslint.evidence.known_names import word_reading_features as of_words
from newslint.evidence.known_names.name_readings import Half, are_near, is_person, name_readings
from newslint.evidence.known_names.word_readings import word_readings
from newslint.evidence.variants import name_variant_model as of_variants
from newslint.lexicon.edit_distance import distance
from newslint.text.document import Document
from newslint.text.name_pairs import pairs_in
from newslint.text.prose import Prose

STORIES = (
    "Then Sherlock Homles left, and the Royal Opera Huose of Lodnon, a theatre, was shut.",
    "They saw Stephen Colbart, 34, in Manchster on Monday. Colbart told Presidnet Joe Bidne so.",
    "Zoe saw the Sherlock Homles Museum, and called Prime Minsiter Yevhenko.",
    "New Play by Agatha Christei Opens Near Manchster United\n\nHer wife, Barcleona, was there.",
    "Then the Winless, a club of Barcleona, met Sherlock Homes.",
)

MODEL = load_model("known_word")

WORDS = st.text("abcdeorst", min_size=4, max_size=9)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return open_linter(Settings(())).knowledge


Observed = Iterator[list[str]]
"""The names of all features of each reading in the stories, at a place."""


def observed_in_names(knowledge: Knowledge) -> Observed:
    for story in STORIES:
        document = Document(Prose.plain(story))
        for (first, second, link), places in pairs_in(document).items():
            for each in name_readings(knowledge.key(first), knowledge.key(second), link, knowledge):
                known = of_names.features_of(each, 1, knowledge)
                here = of_names.features_at(places[0], each, document, knowledge)
                yield [name for name, _ in (*known, *here)]


def observed_in_words(knowledge: Knowledge) -> Observed:
    for story in STORIES:
        document = Document(Prose.plain(story))
        for at, word in enumerate(document.words):
            key = knowledge.key(word)
            for right in word_readings(key, knowledge):
                known = of_words.word_features(key, right, 1, knowledge)
                here = of_words.word_features_at(at, right, document, knowledge)
                yield [name for name, _ in (*known, *here)]


def observed_in_variants(knowledge: Knowledge) -> Observed:
    for story in STORIES:
        document = Document(Prose.plain(story))
        keys = {word: key for word in document.distinct if (key := key_of(word, knowledge))}
        forms = forms_of(keys, document)
        for wrong, right in permutations(forms.values(), 2):
            found = of_variants.variant_features(wrong, right, None, document, knowledge)
            yield [name for name, _ in found]


@pytest.mark.parametrize(
    ("name", "observed"),
    [
        ("known_pair", observed_in_names),
        ("known_word", observed_in_words),
        ("name_variant", observed_in_variants),
    ],
)
def test_models_know_what_is_observed_and_nothing_is_observed_twice(
    name: str, observed: Callable[[Knowledge], Observed], knowledge: Knowledge
) -> None:
    left = {each for each in load_model(name).features if not each.startswith("slip_")}
    for names in observed(knowledge):
        assert len(names) == len({*names})
        left -= {*names}
    assert not left


@pytest.mark.parametrize("name", ["known_pair", "known_word"])
def test_what_must_speak_for_a_slip_does_and_what_must_not_does_not(name: str) -> None:
    model = load_model(name)
    assert model.score({"listed": 1.0}) > model.score({})
    for against in ("wrong_printed", "explained"):
        assert model.score({against: 9.0}) <= model.score({})


OBSERVED = st.fixed_dictionaries(
    {
        name: st.floats(0.0, 7.0)
        for name in ("right_frequency", "again", "wrong_printed", "listed", "unknown feature")
    }
)


@given(OBSERVED, st.sampled_from(("dropped", "transposed", "last")), st.integers(0, 5))
def test_a_sum_is_the_score_and_is_given_up_only_where_nothing_can_be_reported(
    observed: dict[str, float], kind: str, parted: int
) -> None:
    model = MODEL
    features = [(f"slip_{kind}", 1.0), *observed.items()]
    known = model.add(features[:parted], model.start)
    total = known and model.add(features[parted:], known)
    score = model.score(dict(features))
    if total is None:
        assert score < model.report
    else:
        assert total.score == pytest.approx(score)


@given(WORDS, WORDS)
def test_words_that_are_near_are_an_edit_apart_or_two(key: str, right: str) -> None:
    if are_near(key, right):
        assert 1 <= distance(key, right) <= 2


@given(WORDS, WORDS, st.sampled_from(("", "of", "de")), st.booleans())
def test_a_half_makes_its_whole(key: str, other: str, link: str, last: bool) -> None:
    whole = Half(key, other, link, last).whole(key)
    assert whole.split() == [
        part for part in ((other, link, key) if last else (key, link, other)) if part
    ]


def test_nothing_is_read_into_a_name_that_is_printed(knowledge: Knowledge) -> None:
    assert not name_readings("sherlock", "holmes", "", knowledge)
    (reading,) = [
        each
        for each in name_readings("sherlock", "homles", "", knowledge)
        if each.right == "holmes"
    ]
    assert reading.meant == "sherlock holmes"


def test_a_given_name_that_is_heard_alike_is_near() -> None:
    assert are_near("jody", "jodie")
    assert are_near("terri", "terry")
    assert not are_near("jody", "julie")


def test_a_plural_is_meant_as_it_stands_but_of_a_person(knowledge: Knowledge) -> None:
    """Nobody is called so behind a given name; two awards of a kind have a plural."""
    assert is_person(Half("colberts", "stephen", "", True), knowledge)
    assert not is_person(Half("awards", "music", "", True), knowledge)
    assert not is_person(Half("varelpads", "q7", "", True), knowledge)
    assert not is_person(Half("stephens", "colbert", "", False), knowledge)


def test_what_is_meant_fits_better_than_a_word_and_than_any_name() -> None:
    document = Document(Prose.plain("The host Stephen Colbert said on Monday that he would go."))
    at = document.words.index("Colbert")
    name, gain = of_names.fits_better(at, "because", "colbert", document)
    assert name == "fits"
    assert gain > 1.0
    name, gain = of_names.fits_better(at, "qzrtvil", "colbert", document)
    assert name == "fits_unheard"
    assert gain > 0.0
    assert of_names.fits_better(at, "qzrtvil", "qzrtvol", document) == (name, 0.0)


def test_a_word_that_everybody_prints_has_no_reading(knowledge: Knowledge) -> None:
    assert not word_readings("manchester", knowledge)
    assert "manchester" in word_readings("manchster", knowledge)
