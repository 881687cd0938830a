"""Paragraphs are remembered by client, for a while, and not without end."""

from __future__ import annotations

from newslint.serve import paragraphs
from newslint.serve.paragraphs import LONGEST, MINUTES, PARAGRAPHS, SESSIONS, Paragraphs


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_was_sent_before_stands_before() -> None:
    kept = Paragraphs()
    assert kept.around("a", "One fish swam.") == ("", "")
    assert kept.around("a", "Two boats came in.") == ("One fish swam.\n\n", "")
    assert kept.around("b", "Two boats came in.") == ("", "")
    assert kept.around("a", "One fish swam.") == ("", "\n\nTwo boats came in.")


def test_an_edited_paragraph_takes_the_place_of_the_old_one() -> None:
    kept = Paragraphs()
    kept.around("a", "Mayor Okoro resig")
    kept.around("a", "The council met in the old hall.")
    before, behind = kept.around("a", "Mayor Okoro resigned on Friday.")
    assert (before, behind) == ("", "\n\nThe council met in the old hall.")
    assert kept.around("a", "The council met in an old hall.")[0].count("resig") == 1


def test_a_story_or_nothing_is_no_paragraph() -> None:
    kept = Paragraphs()
    for text in ("", "  ", "One.\n\nTwo.", "a" * (LONGEST + 1)):
        assert kept.around("a", text) == ("", "")
    assert kept.around("a", "Two boats came in.") == ("", "")


def test_a_silent_client_is_forgotten() -> None:
    clock = Clock()
    kept = Paragraphs(clock)
    kept.around("a", "One fish swam.")
    clock.now = 60.0 * MINUTES - 1
    assert kept.around("a", "Two boats came in.") != ("", "")
    clock.now += 60.0 * MINUTES
    assert kept.around("a", "Three gulls cried.") == ("", "")


def test_clients_paragraphs_and_letters_are_bounded() -> None:
    kept = Paragraphs()
    for number in range(SESSIONS + 1):
        kept.around(number, "One fish swam.")
    assert kept.around(0, "Two boats came in.") == ("", "")
    assert kept.around(SESSIONS, "Two boats came in.") != ("", "")
    for number in range(PARAGRAPHS + 50):
        before, _ = kept.around("much", f"{number}".ljust(1_000, chr(0x4E00 + number)))
        assert len(before) <= paragraphs.AROUND + 2 * 15
