"""Writes the table of `newslint.evidence.verdict_table`: what the judges say of words in use.

Runs when the wheel is built, after the lexicon, the counts and the shipped book are there. Each
word is given to the judges that a run gives it to, while what they ask of the book is noted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import compress
from pathlib import Path
from typing import Any

import marisa_trie

from newslint.book.compiled import CompiledBook, open_compiled
from newslint.book.names import Names, Ruling
from newslint.checks import kinds
from newslint.checks.context import Context
from newslint.checks.remembered_judges import REMEMBERED, may_be_remembered
from newslint.engine.books import open_book
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.known_names.known_pair import slips_of
from newslint.evidence.verdict_table import ALONE, BETWEEN, JUDGES, forms_asked_for
from newslint.lexicon.counts import map_trie
from newslint.lexicon.lexicon import DATA, shipped

KINDS = ("spelling", "names-misspelt", "names-inconsistent", "names-doubtful")
"""The kinds of rules that bring the judges along."""

IN_USE = 20
"""Ten times the Zipf frequency from which a word is in the table."""

OFTEN = 30
"""The same for a word all in capitals."""


class NotedNames(Names):
    """Names that note what they are asked, and whether a desk might say something else."""

    def __init__(self, compiled_books: Iterable[CompiledBook]) -> None:
        super().__init__(tuple(compiled_books))
        self.asked: set[str] = set()
        self.may_change = False

    def lookup(self, key: str) -> tuple[Ruling, ...]:
        """The rulings on `key`; a nearer book may replace an entry that has other names."""
        self.asked.add(key)
        rulings = super().lookup(key)
        self.may_change |= any(ruling.name.aliases for ruling in rulings)
        return rulings

    def partners(self, word: str) -> frozenset[str]:
        """The words beside which `word` is wrong."""
        self.asked.add(word)
        return super().partners(word)

    def near(self, word: str) -> tuple[str, ...]:
        """The ends of names that are one edit from `word`, which a desk adds to."""
        self.asked.add(word)
        return super().near(word)

    def _uses(self, word: str) -> int:
        self.asked.add(word)
        return super()._uses(word)


class Judges:
    """The judges of a run with the shipped book alone."""

    def __init__(self, book: Path) -> None:
        self._names = NotedNames([open_compiled(book)])
        self._desk = NotedNames([])
        self.knowledge = Knowledge(shipped(), self._names, self._desk, -1)
        rules = open_book(cache=None).rules
        context, by_kind = Context(self.knowledge, rules), rules.by_kind()
        for kind in KINDS:
            kinds.prepare(kind, by_kind[kind], context)
        of_memory = {REMEMBERED: lambda word: may_be_remembered(word, self.knowledge) or None}
        judges = {**context.word_verdicts.judges, **of_memory}
        self._judges = [judges[name] for name in JUDGES]

    def objecting(self, word: str) -> int:
        """The bits of the judges that object to `word`."""
        verdicts, is_fixed = self._noted(
            lambda: [judge(word) for judge in self._judges], forms_asked_for(word)
        )
        bits = sum(1 << bit for bit, verdict in enumerate(verdicts) if verdict is not None)
        return bits if is_fixed else bits | ALONE

    def slips(self, key: str) -> bytes | None:
        """What the table has of the slips of `key`; None if it is not to have them."""
        found, is_fixed = self._noted(lambda: slips_of(key, self.knowledge), {key})
        value = BETWEEN.join(map(" ".join, found))
        return value.encode() if is_fixed and value.count(BETWEEN) == 1 else None

    def _noted(self, judge: Callable[[], Any], forms: set[str]) -> tuple[Any, bool]:
        """What `judge` says, and whether no book can change it but by ruling on these forms."""
        for names in (self._names, self._desk):
            names.asked.clear()
            names.may_change = False
        verdict = judge()
        is_fixed = not self._names.may_change and self._names.asked | self._desk.asked <= forms
        return verdict, is_fixed


def words_in_use(least: int) -> Iterator[str]:
    """The folded words of the lexicon of at least that frequency, as `tools.lexicon` writes it."""
    words = map_trie(f"{DATA}/words.marisa")
    zipf = Path(DATA, "words.bin").read_bytes()[len(words) : 2 * len(words)]
    for number in compress(range(len(words)), (byte >= least for byte in zipf)):
        if word := words.restore_key(number):
            yield word


def surfaces() -> Iterator[str]:
    """The words in use as they may be written."""
    for word in words_in_use(IN_USE):
        for written in (word, word[0].upper() + word[1:]):
            yield written
            yield f"{written}'s"
    yield from (word.upper() for word in words_in_use(OFTEN))


def compile_verdicts(book: Path, target: Path) -> None:
    """Write the table's files into the folder `target`; `book` is the compiled one."""
    target.mkdir(parents=True, exist_ok=True)
    judges = Judges(book)
    objecting = {word: judges.objecting(word) for word in surfaces()}
    words = marisa_trie.Trie(objecting)
    row = bytearray(len(words))
    for word, at in words.items():
        row[at] = objecting[word]
    slips = ((key, judges.slips(key)) for key in words_in_use(IN_USE))
    found = ((key, value) for key, value in slips if value is not None)
    marisa_trie.BytesTrie(found).save(str(target / "slips.marisa"))
    words.save(str(target / "words.marisa"))
    (target / "words.bin").write_bytes(row)
