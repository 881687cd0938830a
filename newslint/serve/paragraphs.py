"""Paragraphs of a story that a client sends one by one, remembered for minutes.

Whether a name is spelt two ways only the story tells, and an editor that checks each paragraph by
itself never sends the story. So what a client has lately sent stands around each new paragraph
while it is linted. All of it is in memory only, and bounded.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from time import monotonic

from newslint.text.document import BLANK_LINES

MINUTES = 10
"""Minutes without a paragraph after which those of a client are forgotten."""

LONGEST = 5_000
"""Maximum letters of a paragraph; a longer text is an article of its own."""

AROUND = 15_000
"""Maximum letters that are linted before a paragraph, and behind it: some articles."""

PARAGRAPHS = 500
"""Maximum paragraphs kept of a client."""

SESSIONS = 200
"""Maximum clients whose paragraphs are kept."""

BETWEEN = "\n\n"

ALIKE = 0.6
"""The share of a paragraph that must be as before for it to be the same one, edited."""


class Paragraphs:
    """The paragraphs lately sent, by client."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._sessions: OrderedDict[Hashable, tuple[float, list[str]]] = OrderedDict()

    def around(self, client: Hashable, text: str) -> tuple[str, str]:
        """What stands before and behind a paragraph of a client, which is remembered from now on.

        Both are empty for a text that is no paragraph.
        """
        if not is_paragraph(text):
            return "", ""
        now = self._clock()
        self._forget(now)
        _, known = self._sessions.pop(client, (now, []))
        at = next((i for i, other in enumerate(known) if is_same(other, text)), len(known))
        known[at : at + 1] = [text]
        self._sessions[client] = now, known[-PARAGRAPHS:]
        before = _nearest(known[:at][::-1])[::-1]
        behind = _nearest(known[at + 1 :])
        return "".join(p + BETWEEN for p in before), "".join(BETWEEN + p for p in behind)

    def _forget(self, now: float) -> None:
        """Forget clients that have been silent, and those longest silent if there are too many."""
        while self._sessions:
            client, (last, _) = next(iter(self._sessions.items()))
            if len(self._sessions) < SESSIONS and now - last < 60 * MINUTES:
                return
            del self._sessions[client]


def is_paragraph(text: str) -> bool:
    """Whether a text is one paragraph, and not a story or nothing."""
    return 0 < len(text.strip()) <= len(text) <= LONGEST and not BLANK_LINES.search(text.strip())


def is_same(old: str, new: str) -> bool:
    """Whether a paragraph is another one after some editing.

    >>> is_same("Mayor Okoro resig", "Mayor Okoro resigned.")
    True
    >>> is_same("Mayor Okoro resigned.", "The council met.")
    False
    """
    if old == new:
        return True
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    rest = most - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return head == most or head + tail >= ALIKE * max(len(old), len(new))


def _nearest(paragraphs: list[str]) -> list[str]:
    """The first of the paragraphs, as many as are linted with another."""
    found: list[str] = []
    room = AROUND
    for paragraph in paragraphs:
        room -= len(paragraph)
        if room < 0:
            break
        found.append(paragraph)
    return found
