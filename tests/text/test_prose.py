"""Prose: every letter maps back to its own place, or to none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import lint
from newslint.core.finding import Edit, Span
from newslint.text.edits import apply
from newslint.text.prose import Piece, Prose, through
from newslint.text.source_map import Run, SourceMap


def test_plain_prose_is_the_source() -> None:
    prose = Prose.plain("Ilse Okoro")
    assert prose.to_source(Span(5, 10)) == Span(5, 10)
    assert prose.to_source(Span(5, 11)) is None
    assert Prose.plain("").to_source(Span(0, 0)) == Span(0, 0)


def test_neighbouring_pieces_are_one_run() -> None:
    prose = Prose.of([("Ilse ", Span(3, 8), False), ("Okoro", Span(8, 13), False)])
    assert prose.runs == (Run(0, 10, Span(3, 13)),)


def test_a_word_across_markup_is_whole_and_has_no_single_place() -> None:
    # In the source: Ok<b>oro</b>
    prose = Prose.of([("Ok", Span(0, 2), False), ("oro", Span(5, 8), False)])
    assert prose.text == "Okoro"
    assert prose.to_source(Span(0, 5)) is None
    assert prose.to_source(Span(2, 5)) == Span(5, 8)


def test_what_has_no_place_maps_to_none() -> None:
    prose = Prose.of(
        [("One.", Span(2, 6), False), ("\n\n", None, False), ("Two.", Span(9, 13), False)]
    )
    assert prose.text == "One.\n\nTwo."
    assert [prose.to_source(Span(k, k + 1)) for k in (3, 4, 5, 6)] == [
        Span(5, 6), None, None, Span(9, 10),
    ]  # fmt: skip


def test_decoded_text_maps_back_only_as_a_whole() -> None:
    # In the source: a&frac12;b &amp; and then a block ends
    prose = Prose.of([
        ("a", Span(0, 1), False), ("1/2", Span(1, 9), True), ("b ", Span(9, 11), False),
        ("&", Span(11, 16), True), ("\n\n", None, False),
    ])  # fmt: skip
    assert prose.text == "a1/2b &\n\n"
    assert prose.to_source(Span(1, 4)) == Span(1, 9)
    assert prose.to_source(Span(6, 7)) == Span(11, 16)
    assert prose.to_source(Span(0, 4)) == Span(0, 9)
    assert prose.to_source(Span(1, 5)) == Span(1, 10)
    for span in (Span(1, 2), Span(2, 4), Span(0, 3), Span(2, 2), Span(6, 8)):
        assert prose.to_source(span) is None


@given(st.lists(st.tuples(st.text("ab ", max_size=4), st.integers(0, 2), st.booleans())), st.data())
def test_a_place_holds_the_letters_it_stands_for(
    parts: list[tuple[str, int, bool]], data: st.DataObject
) -> None:
    source, pieces = "", []
    for text, gap, placed in parts:
        source += "#" * gap
        pieces.append((text, Span(len(source), len(source) + len(text)) if placed else None, False))
        source += text
    prose = Prose.of(pieces)
    assert prose.text == "".join(text for text, _, _ in parts)
    start = data.draw(st.integers(0, len(prose.text)))
    end = data.draw(st.integers(start, len(prose.text)))
    place = prose.to_source(Span(start, end))
    if place is not None:
        assert source[place.start : place.end] == prose.text[start:end]


# In the source: Bei<b>gun</b>
PARTED = Prose.of([("Bei", Span(0, 3), False), ("gun", Span(6, 9), False)], frozenset("<&"))


@pytest.mark.parametrize(
    ("prose", "edit", "edits"),
    [
        (PARTED, Edit(Span(0, 3), "Bie"), (Edit(Span(0, 3), "Bie"),)),
        (PARTED, Edit(Span(0, 6), "Biegun"), (Edit(Span(1, 3), "ie"),)),
        (PARTED, Edit(Span(0, 6), "Beigan"), (Edit(Span(7, 8), "a"),)),
        (PARTED, Edit(Span(0, 6), "Begiun"), (Edit(Span(2, 3), "g"), Edit(Span(6, 7), "i"))),
        (PARTED, Edit(Span(0, 6), "Beigunn"), (Edit(Span(9, 9), "n"),)),
        (PARTED, Edit(Span(0, 6), "Begn"), None),
        (PARTED, Edit(Span(0, 6), "Bei&un"), None),
        (PARTED, Edit(Span(1, 6), ""), None),
    ],
)
def test_an_edit_across_markup_is_right_or_none(
    prose: Prose, edit: Edit, edits: tuple[Edit, ...] | None
) -> None:
    assert prose.edits(edit) == edits


@given(st.text("ab", max_size=6), st.text("abc", max_size=6), st.lists(st.integers(1, 4)))
def test_edits_make_of_the_source_what_the_edit_makes_of_the_prose(
    old: str, new: str, cuts: list[int]
) -> None:
    source, pieces, at = "", [], 0
    for cut in [*cuts, len(old)]:
        part = old[at : at + cut]
        pieces.append(Piece(part, Span(len(source), len(source) + len(part))))
        source += part + "#"
        at += cut
    edits = Prose.of(pieces).edits(Edit(Span(0, len(old)), new))
    if edits is not None:
        made = apply(source, edits)
        assert made.replace("#", "") == new
        assert made.count("#") == source.count("#")


def test_a_page_in_a_string_stands_where_the_string_does() -> None:
    # In the source: "a\\u0062c"
    string = Prose.of(
        [Piece("a", Span(1, 2)), Piece("b", Span(2, 8), True), Piece("c", Span(8, 9))]
    )
    inner = [
        Piece("ab", Span(0, 2)),
        Piece("x"),
        Piece("C", Span(2, 3), True),
        Piece("", Span(0, 3)),
    ]
    assert list(through(inner, string)) == [
        Piece("a", Span(1, 2)), Piece("b", Span(2, 8), True), Piece("x"),
        Piece("C", Span(8, 9), True), Piece("", Span(1, 9), True),
    ]  # fmt: skip


RUNS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 300), st.integers(0, 999), st.integers(0, 200)),
    max_size=80,
)


@given(RUNS)
def test_runs_come_back_as_they_were_added(shapes: list[tuple[int, int, int, int]]) -> None:
    runs, added, end = SourceMap(), [], 0
    for gap, length, start, decoded in shapes:
        span = Span(start, start + (decoded or length))
        added.append(Run(end + gap, end + gap + length, span, bool(decoded)))
        runs.add(added[-1])
        end += gap + length
    assert list(runs) == added
    for k, run in enumerate(added):
        for at in (run.at, run.end - 1):
            assert list(runs.since(at)) == added[k:]


@given(st.text(alphabet="ab \n\r", max_size=60), st.integers(1, 20))
def test_parts_are_the_whole_in_order(text: str, most: int) -> None:
    begun = Piece(text[:9], Span(0, len(text[:9])))
    prose = Prose.of(
        [begun, Piece("é", Span(9, 17), True), Piece(text[9:], Span(17, 8 + len(text)))]
    )
    parts = list(prose.parts(most))
    assert "".join(part.text for part in parts) == prose.text
    assert max(len(part.text) for part in parts) <= most
    places = [part.to_source(Span(at, at + 1)) for part in parts for at in range(len(part.text))]
    assert places == [prose.to_source(Span(at, at + 1)) for at in range(len(prose.text))]


def test_a_very_long_text_is_read_in_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.engine.linter.LONGEST", 100)
    text = "She recieved it. <!-- newslint: ignore -->\n\n" * 9 + "He recieved it."
    (finding,) = lint(text, "a.md", select=["spelling", "structure"])
    assert finding.span.start == text.rindex("recieved")
