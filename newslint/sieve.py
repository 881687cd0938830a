"""The sieve: how a check looks at each distinct word once, whatever the number of articles.

This is the hot path. Nearly every word of an article was judged in an earlier one, and nearly all
were found silent; those are taken out of an article's distinct words by one set operation, in C,
before any Python runs for a word.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Verdict = TypeVar("Verdict")

REMEMBERED = 400_000
"""Verdicts that are kept: the vocabulary of some million articles, in some tens of megabytes."""


class Sieve(Generic[Asked, Verdict]):
    """Remembers what `judge` said; None is its word for "nothing to say"."""

    def __init__(self, judge: Callable[[Asked], Verdict | None]) -> None:
        self._judge = judge
        self._silent: set[Asked] = set()
        self._telling: dict[Asked, Verdict] = {}

    def sift(self, asked: AbstractSet[Asked]) -> Iterator[tuple[Asked, Verdict]]:
        """Those of `asked` that there is something to say of, in no order."""
        # Of two sets; that of a dict's keys and a set would walk through all that was silent.
        for one in set(asked) - self._silent:
            verdict = self._telling.get(one)
            if verdict is None:
                verdict = self._ask(one)
            if verdict is not None:
                yield one, verdict

    def _ask(self, one: Asked) -> Verdict | None:
        if len(self._silent) + len(self._telling) >= REMEMBERED:
            self._silent.clear()
            self._telling.clear()
        verdict = self._judge(one)
        if verdict is None:
            self._silent.add(one)
        else:
            self._telling[one] = verdict
        return verdict
