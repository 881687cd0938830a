"""Names put into a book: whatever is added is what is read."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.authoring.names_edit import Addition, grow, read
from newslint.core.errors import BookError
from tests.examples import examples


@pytest.mark.parametrize("text", ["[]\n", "[{name: Vost}]\n", "-\n  name: Vost\n"])
def test_what_cannot_be_added_to_is_refused(text: str) -> None:
    with pytest.raises(BookError, match="nothing can be added to"):
        grow(text, Addition("Vost", {}, {"aliases": ("V.",)}), "desk.yaml")


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "---\n- name: Vost\n", "- name: Vost\n  note: x"]
)
def test_what_is_short_can_be_added_to(text: str) -> None:
    grown = grow(text, Addition("Berg", {}, {"aliases": ("B.",)}), "desk.yaml")
    assert grown.text.startswith(text)
    (entry,) = grown.requested
    assert (entry.name, entry.aliases) == ("Berg", ("B.",))


PRINTABLE = st.characters(exclude_categories=("C", "Z")) | st.just(" ")

SPELLING = st.text(PRINTABLE, min_size=1, max_size=12).map(lambda s: " ".join(f"{s}x".split()))


@examples(40)
@example("0x", [], [":x"])
@example("x", ["a, b", "[x"], ["x #x", "?x"])
@given(SPELLING, st.lists(SPELLING, max_size=3), st.lists(SPELLING, max_size=3))
def test_whatever_is_added_is_what_is_read(name: str, aliases: list[str], more: list[str]) -> None:
    first = grow("", Addition(name, {"note": name}, {"aliases": tuple(aliases)}), "a.yaml")
    second = grow(first.text, Addition(name, {}, {"distinct": tuple(more)}), "a.yaml")
    (entry,) = read(second.text, "a.yaml")
    assert (entry.name, entry.note) == (name, name)
    assert entry.aliases == tuple(dict.fromkeys(aliases))
    assert entry.distinct == tuple(dict.fromkeys(more))
