"""Judge each distinct word once, whatever the number of articles.

This is the hot path. Nearly every word of an article was judged in an earlier one, and nearly all
have no verdict; those are taken out of an article's distinct words by set operations, in C, for
all checks together, before any Python runs for a word. Of five in six of the others the verdict
table tells which judges have anything to say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping

from newslint.evidence.verdict_table import bit_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Generic, TypeVar

    from newslint.evidence.verdict_table import VerdictTable
    from newslint.text.document import Document

    Key = TypeVar("Key", bound=Hashable)

    Verdict = TypeVar("Verdict")

else:  # typing costs a start as much as thirty of our modules

    class Generic:
        __class_getitem__ = classmethod(lambda cls, _: cls)

    Key = Verdict = object


WORDS = 10_000
"""Words whose verdicts are kept in a generation: about fifty articles."""


class VerdictCache(Generic[Key, Verdict]):
    """Caches the verdicts of a judge.

    Verdicts are kept in two generations. When the younger one is full, the older one is forgotten
    and the younger becomes the older. A word used again is copied over, so that it stays.
    """

    def __init__(
        self, judge: Callable[[Collection[Key]], Mapping[Key, Verdict]], generation: int
    ) -> None:
        """Cache the verdicts of `judge`, which leaves out the keys to which it has no objection.

        Of each generation there are so many, and what is asked for together.
        """
        self._judge = judge
        self._generation = generation
        self._silent: set[Key] = set()
        self._verdict_on: dict[Key, Verdict] = {}
        self._older_silent: set[Key] = set()
        self._older_verdict_on: dict[Key, Verdict] = {}

    def verdicts(self, keys: frozenset[Key]) -> list[tuple[Key, Verdict]]:
        """The verdicts on `keys`, in no fixed order."""
        if len(self._silent) + len(self._verdict_on) >= self._generation:
            self._older_silent, self._silent = self._silent, set()
            self._older_verdict_on, self._verdict_on = self._verdict_on, {}
        asked = keys - self._silent
        if new := asked.difference(self._verdict_on):
            self._learn({*new})
            asked -= self._silent
        return [(one, self._verdict_on[one]) for one in asked]

    def _learn(self, new: set[Key]) -> None:
        """Put the verdicts on `new` keys into the younger generation."""
        older_silent, older = self._older_silent, self._older_verdict_on
        silent = new & older_silent
        verdict_on = {one: older[one] for one in new if one in older}
        unknown = new.difference(silent, verdict_on)
        if unknown:
            judged = self._judge(unknown)
            verdict_on.update(judged)
            silent |= unknown.difference(judged)
        self._silent |= silent
        self._verdict_on.update(verdict_on)


def one_by_one(
    judge: Callable[[Key], Verdict | None],
) -> Callable[[Collection[Key]], dict[Key, Verdict]]:
    """A judge of many keys, out of one of a single key, which has None for no objection."""
    return lambda keys: {one: said for one in keys if (said := judge(one)) is not None}


Verdicts = tuple[tuple[str, "Any"], ...]
"""The verdicts on a word, each with the name of its judge."""


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
        self._bits = 0
        self._asked: dict[int, list[tuple[str, Callable[[str], Any]]]] = {}
        self._cache = VerdictCache[str, Verdicts](self.verdicts, WORDS)

    def add_judge(
        self, name: str, judge: Callable[[str], Verdict | None]
    ) -> Callable[[Document], dict[str, Verdict]]:
        """Let `judge`, of that `name`, see each distinct word.

        The returned function gives its verdicts on the words of a document.
        """
        self.judges[name] = judge
        self._bits |= bit_of(name)
        self._asked.clear()
        self._cache = VerdictCache(self.verdicts, WORDS)
        return lambda document: self._verdicts_on(document, name)

    def verdicts(self, words: Collection[str]) -> dict[str, Verdicts]:
        """The verdicts of all judges on words, none of them remembered."""
        bits_by_word = (
            self._table.objecting(words, self._bits) if self._table else dict.fromkeys(words, -1)
        )
        found = {}
        for word, bits in bits_by_word.items():
            verdicts = [
                (name, verdict)
                for name, judge in self._asked.get(bits) or self._judges_of(bits)
                if (verdict := said_by(judge, word)) is not None
            ]
            if verdicts:
                found[word] = tuple(verdicts)
        return found

    def _judges_of(self, bits: int) -> list[tuple[str, Callable[[str], Any]]]:
        """The judges of which each has one of the `bits`."""
        named = [(name, judge) for name, judge in self.judges.items() if bits & bit_of(name)]
        self._asked[bits] = named
        return named

    def _verdicts_on(self, document: Document, name: str) -> dict[str, Any]:
        """The words of a document with the verdicts of one judge."""
        verdicts_by_judge: dict[str, dict[str, Any]] = document.memo.setdefault("words", {})
        if name not in verdicts_by_judge:
            found: dict[str, dict[str, Any]] = {judge: {} for judge in self.judges}
            faults: dict[str, Exception] = {}
            for word, verdicts in self._cache.verdicts(document.distinct):
                for judge, verdict in verdicts:
                    if type(verdict) is Fault:
                        faults[judge] = verdict.error
                    else:
                        found[judge][word] = verdict
            if faults:  # a judge that failed is asked again about all words
                self._cache = VerdictCache(self.verdicts, WORDS)
            verdicts_by_judge.update((judge, found[judge]) for judge in found.keys() - faults)
            if name in faults:
                raise faults[name]
        return verdicts_by_judge[name]


def said_by(judge: Callable[[str], Any], word: str) -> Any:
    """The verdict of a judge on a word, or the `Fault` by which it has none."""
    try:
        return judge(word)
    except Exception as error:
        return Fault(error)
