"""Judge each distinct word once, whatever the number of articles.

This is the hot path. Nearly every word of an article was judged in an earlier one, and nearly all
have no verdict; those are taken out of an article's distinct words by one set operation, in C, for
all checks together, before any Python runs for a word. Of five in six of the others the verdict
table tells which judges have anything to say.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from newslint.evidence.verdict_table import bit_of

if TYPE_CHECKING:
    from newslint.evidence.verdict_table import VerdictTable
    from newslint.text.document import Document


Key = TypeVar("Key", bound=Hashable)

Verdict = TypeVar("Verdict")

WORDS = 10_000
"""Words whose verdicts are kept in a generation: about fifty articles."""


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


class Fault:
    """What a judge raised in place of a verdict. It costs the other judges nothing."""

    def __init__(self, error: Exception) -> None:
        self.error = error


class WordVerdicts:
    """The verdict cache for words: all judges see each distinct word once."""

    def __init__(self, table: VerdictTable | None = None) -> None:
        """Ask the `table`, if there is one, which judges a word needs."""
        self._table = table
        self.judges: dict[str, Callable[[str], Any]] = {}
        """The judges by their names."""
        self._bits: dict[str, int] = {}
        self._any = 0
        self._cache = VerdictCache[str, Verdicts](self.verdicts, WORDS)

    def add_judge(
        self, name: str, judge: Callable[[str], Verdict | None]
    ) -> Callable[[Document], dict[str, Verdict]]:
        """Let `judge`, of that `name`, see each distinct word.

        The returned function gives its verdicts on the words of a document.
        """
        self.judges[name] = judge
        self._bits[name] = bit_of(name)
        self._any |= bit_of(name)
        self._cache = VerdictCache(self.verdicts, WORDS)
        return lambda document: self._verdicts_on(document, name)

    def verdicts(self, word: str) -> Verdicts | None:
        """The verdicts of all judges on a word, none of them remembered; None if all are silent."""
        objecting = self._table.objecting(word) if self._table else -1
        if not objecting & self._any:
            return None
        verdicts: list[Any] = []
        for judge, bit in zip(self.judges.values(), self._bits.values(), strict=True):
            try:
                verdicts.append(judge(word) if objecting & bit else None)
            except Exception as error:
                verdicts.append(Fault(error))
        return None if verdicts.count(None) == len(verdicts) else tuple(verdicts)

    def _verdicts_on(self, document: Document, name: str) -> dict[str, Any]:
        """The words of a document with the verdicts of one judge, without None."""
        verdicts_by_judge: dict[str, dict[str, Any]] = document.memo.setdefault("words", {})
        if name not in verdicts_by_judge:
            found: dict[str, dict[str, Any]] = {judge: {} for judge in self.judges}
            faults: dict[str, Exception] = {}
            for word, verdicts in self._cache.verdicts(document.distinct):
                for judge, verdict in zip(self.judges, verdicts, strict=True):
                    if type(verdict) is Fault:
                        faults[judge] = verdict.error
                    elif verdict is not None:
                        found[judge][word] = verdict
            if faults:  # a judge that failed is asked again about all words
                self._cache = VerdictCache(self.verdicts, WORDS)
            verdicts_by_judge.update((judge, found[judge]) for judge in found.keys() - faults)
            if name in faults:
                raise faults[name]
        return verdicts_by_judge[name]
