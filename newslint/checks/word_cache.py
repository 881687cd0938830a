"""Judge each distinct word once, whatever the number of articles.

This is the hot path. Nearly every word of an article was judged in an earlier one, and nearly all
have no verdict; those are taken out of an article's distinct words by one set operation, in C, for
all checks together, before any Python runs for a word.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from newslint.text.document import Document


Key = TypeVar("Key", bound=Hashable)

Verdict = TypeVar("Verdict")

WORDS = 20_000
"""Words whose verdicts are kept in a generation: about a hundred articles."""


class VerdictCache(Generic[Key, Verdict]):
    """Caches the verdicts of `judge`; None means no objection.

    Verdicts are kept in two generations. When the younger one is full, the older one is forgotten
    and the younger becomes the older. A word used again is copied over, so that it stays.
    """

    def __init__(self, judge: Callable[[Key], Verdict | None], generation: int) -> None:
        """Cache `judge`, with so many verdicts in a generation."""
        self._judge = judge
        self._generation = generation
        self._silent: set[Key] = set()
        self._verdict_on: dict[Key, Verdict] = {}
        self._older_silent: set[Key] = set()
        self._older_verdict_on: dict[Key, Verdict] = {}

    def verdicts(self, keys: frozenset[Key]) -> Iterator[tuple[Key, Verdict]]:
        """The verdicts other than None on `keys`, in no fixed order."""
        for one in keys - self._silent:
            verdict = self._verdict_on.get(one)
            if verdict is None:
                verdict = self._ask(one)
            if verdict is not None:
                yield one, verdict

    def _ask(self, one: Key) -> Verdict | None:
        if len(self._silent) + len(self._verdict_on) >= self._generation:
            self._older_silent, self._silent = self._silent, set()
            self._older_verdict_on, self._verdict_on = self._verdict_on, {}
        verdict = self._older_verdict_on.get(one)
        if verdict is None and one not in self._older_silent:
            verdict = self._judge(one)
        if verdict is None:
            self._silent.add(one)
        else:
            self._verdict_on[one] = verdict
        return verdict


Verdicts = tuple[Any, ...]
"""The verdict of each judge on a word, in the order of the judges; None for no objection."""


class WordVerdicts:
    """The verdict cache for words: all judges see each distinct word once."""

    def __init__(self) -> None:
        self._judges: dict[str, Callable[[str], Any]] = {}
        self._cache = VerdictCache[str, Verdicts](self._verdicts, WORDS)

    def add_judge(
        self, name: str, judge: Callable[[str], Verdict | None]
    ) -> Callable[[Document], dict[str, Verdict]]:
        """Let `judge`, of that `name`, see each distinct word.

        The returned function gives its verdicts on the words of a document.
        """
        self._judges[name] = judge
        self._cache = VerdictCache(self._verdicts, WORDS)
        return lambda document: self._verdicts_on(document, name)

    def _verdicts(self, word: str) -> Verdicts | None:
        verdicts = tuple([judge(word) for judge in self._judges.values()])
        return None if verdicts.count(None) == len(verdicts) else verdicts

    def _verdicts_on(self, document: Document, name: str) -> dict[str, Any]:
        """The words of a document with the verdicts of one judge, without None."""
        verdicts_by_judge: dict[str, dict[str, Any]] = document.memo.setdefault("words", {})
        if name not in verdicts_by_judge:
            found: dict[str, dict[str, Any]] = {judge: {} for judge in self._judges}
            for word, verdicts in self._cache.verdicts(document.distinct):
                for judge, verdict in zip(self._judges, verdicts, strict=True):
                    if verdict is not None:
                        found[judge][word] = verdict
            verdicts_by_judge.update(found)  # at last, since a judge that fails is asked again
        return verdicts_by_judge[name]
