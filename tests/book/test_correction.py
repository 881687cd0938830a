"""What a misspelling stands for, and which of its words are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.book.correction import correction, has_plural, wrong_words
from newslint.book.names import INSTEAD_OF, MISSPELLING, Ruling
from newslint.core.name import Name
from newslint.core.place import Where
from newslint.lexicon.folding import fold

WORDS = st.text("Abdeé-. ", min_size=1, max_size=20).map(lambda text: " ".join(text.split()))
SPELLINGS = WORDS.filter(lambda text: any(c.isalpha() for c in text))


def entry(name: str, *aliases: str, kind: str = "organisation") -> Name:
    return Name(name, kind, aliases, (), (), (), "", Where("desk.yaml", 1))


@pytest.mark.parametrize(
    ("name", "spelling", "right"),
    [
        (entry("Marl Group", "Marl Motors"), "Marl Moters", "Marl Motors"),
        (entry("Kelvarri", "Kelvarris"), "Kelvarries", "Kelvarris"),
        (entry("Kelvarri", "Kelvari"), "Kelvarrri", "Kelvarri"),
        (entry("Ostreyan", kind="term"), "Ostreyians", "Ostreyans"),
        (entry("New Ostreyan", kind="term"), "New Ostreyians", "New Ostreyans"),
        (entry("Velmese", kind="term"), "Vellmeses", "Velmese"),
        (entry("Ole De Vost", kind="person"), "Ole DeVost", "Ole De Vost"),
        (entry("Ole Berg Vost", kind="person"), "Ole Vosst", "Ole Vost"),
        (entry("Institute for Ferry Studies"), "Institut for Ferry", "Institute for Ferry Studies"),
        (entry("Ordo Maris Group"), "OMG", "Ordo Maris Group"),
        (entry("North Velm", kind="place"), "Velm", "North Velm"),
    ],
)
def test_the_nearest_of_the_right_spellings_is_meant(name: Name, spelling: str, right: str) -> None:
    assert correction(Ruling(MISSPELLING, spelling, name, 0)) == right


def test_a_form_that_others_use_gives_way_to_the_name() -> None:
    name = entry("Kelvanby", "Kelvinbey", kind="place")
    assert correction(Ruling(INSTEAD_OF, "Kelvinby", name, 0)) == "Kelvanby"


@given(SPELLINGS, st.lists(SPELLINGS, max_size=3), SPELLINGS)
def test_nothing_is_corrected_to_itself(name: str, aliases: list[str], wrong: str) -> None:
    right = correction(Ruling(MISSPELLING, wrong, entry(name, *aliases), 0))
    assert right != wrong or wrong == name


@pytest.mark.parametrize(
    ("found", "right", "wrong", "instead"),
    [
        ("Marl Moters", "Marl Motors", "Moters", "Motors"),
        ("Ole DeVost", "Ole De Vost", "DeVost", "De Vost"),
        ("Jan Ole Vost", "Jan-Ole Vost", "Jan Ole", "Jan-Ole"),
        ("Torra E. Berg", "Tora E. Berg", "Torra", "Tora"),
        ("Port St. Velm", "Port Ste. Velm", "St.", "Ste."),
        ("Institute of Ferries", "Institute for Ferries", None, None),
        ("Ferry Fish Council", "Ferry and Fishes Council", None, None),
    ],
)
def test_the_wrong_words_are_told(
    found: str, right: str, wrong: str | None, instead: str | None
) -> None:
    start, end, shown = wrong_words(found, right)
    assert (found[start:end], shown) == (wrong or found, instead or right)


@given(SPELLINGS, SPELLINGS)
def test_the_wrong_words_mended_give_what_is_right(found: str, right: str) -> None:
    start, end, shown = wrong_words(found, right)
    assert fold(found[:start] + shown + found[end:]) == fold(right)


def test_a_people_has_a_plural_and_so_has_what_is_listed_with_it() -> None:
    assert has_plural(entry("Ostreyan", kind="term"))
    assert has_plural(entry("Kelvarri", "Kelvarris"))
    assert not has_plural(entry("Kelvarri", "Kelvari"))
