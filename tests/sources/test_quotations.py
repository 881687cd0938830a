"""Quotations are sought in the sources, word for word and nearly."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.sources.alignment import best_alignment
from tests.sources.held import held, shown

SOURCE = """\
Ilse Okoro: We will, I promise, rebuild the bridge before the winter. It takes twelve weeks.

Wendel Brask: The ferry was never meant for lorries, and everybody in this room knew it.

"Nothing on this scale has been tried here," said Petra Harstorm.
"""


@pytest.mark.parametrize(
    "copy",
    [
        'She said: "The ferry was never meant for lorries."',
        "“The ferry was never meant for lorries,” he said, “and everybody in this room knew it.”",
        "‘The ferry was never meant for lorries’ is what he said.",
        '"We will ... rebuild the bridge [in Lanton] before the winter," said Ilse Okoro.',
        '"it takes 12 weeks" is what she said',
        '"Nothing on this scale has been tried here," said Ms Harstorm.',
        'They call it "the bridge".',
        'He spoke of a "great day" for Lanton.',
    ],
)
def test_word_for_word(copy: str) -> None:
    assert not [found for found in shown(copy, SOURCE) if found[0] == "source/quotation"]


@pytest.mark.parametrize(
    ("copy", "found", "right"),
    [
        ('"The ferry was never built for lorries."', "built", "meant"),
        ('"The ferry was not meant for lorries."', "not", "never"),
        ('"Nothing on this great scale has been tried here."', "great", "this scale"),
        ('"Nothing on this scale has tried here."', "has tried", "has been tried"),
    ],
)
def test_nearly(copy: str, found: str, right: str) -> None:
    (finding,) = held(f"She said: {copy}", SOURCE)
    assert (finding.rule, finding.severity) == ("source/quotation", "warning")
    assert found in finding.text
    assert right in finding.suggestions[0]
    assert len(finding.text.split()) <= 4


def test_words_of_no_source_are_a_note() -> None:
    (finding,) = held('She said: "I have never seen such a fine old harbour."', SOURCE)
    assert (finding.rule, finding.severity) == ("source/quotation", "note")
    assert "no source" in finding.message


@pytest.mark.parametrize(
    "said",
    ["said Ilse Okoro", "Ilse Okoro told the meeting", "Okoro said later"],
)
def test_words_of_somebody_else(said: str) -> None:
    (finding,) = held(f'"The ferry was never meant for lorries," {said}.', SOURCE)
    assert finding.rule == "source/quotation"
    assert "Wendel Brask" in finding.message


WORDS = st.lists(st.sampled_from("one two three four five six seven".split()), max_size=12)


@given(WORDS, WORDS)
def test_an_alignment_is_in_order_and_of_equal_words(ours: list[str], theirs: list[str]) -> None:
    places: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        places.setdefault(word, []).append(at)
    found = best_alignment(ours, places, theirs)
    pairs = found.pairs if found else ()
    assert all(ours[a] == theirs[b] for a, b in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
