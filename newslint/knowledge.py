"""Knowledge: what checks may ask besides the article: the lexicon and the names book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.book.names import DISTINCT, MISSPELLING, RIGHT
from newslint.document import possessive
from newslint.fold import fold
from newslint.sieve import Vocabulary

if TYPE_CHECKING:
    from newslint.book import Names
    from newslint.lexicon import Lexicon, Standing
    from newslint.rule import Name


REMEMBERED = 200_000
"""Keys that are kept before all are forgotten, so that memory does not grow with the archive."""


class Knowledge:
    """The world (lexicon) and the desk (names), and what has been asked of them before.

    One Knowledge serves any number of articles: a word that was judged once is not judged again.
    """

    def __init__(
        self, lexicon: Lexicon, names: Names, desk: Names | None = None, shipped_layer: int = 0
    ) -> None:
        """Ask `lexicon` and `names`; `desk` are those names that are not the shipped ones."""
        self.lexicon = lexicon
        self.names = names
        self.desk = desk
        self.shipped_layer = shipped_layer
        self.vocabulary = Vocabulary()
        self._keys: dict[str, str] = {}
        self._beside: dict[tuple[str, int], tuple[tuple[str, str, Name], ...]] = {}

    def key(self, word: str) -> str:
        """The folded word without its possessive ending."""
        key = self._keys.get(word)
        if key is None:
            if len(self._keys) >= REMEMBERED:
                self._keys.clear()
            key = self._keys[word] = fold(possessive(word)[0])
        return key

    def standing(self, key: str) -> Standing:
        """How the folded word stands in the world."""
        return self.lexicon.standing(key)

    def firsts_of(self, last: str) -> tuple[tuple[str, str, Name], ...]:
        """For each full name of the book that ends with `last`: its first word, and itself."""
        return self._partners(last, 0)

    def lasts_of(self, first: str) -> tuple[tuple[str, str, Name], ...]:
        """For each full name of the book that begins with `first`: its last word, and itself."""
        return self._partners(first, -1)

    def _partners(self, word: str, at: int) -> tuple[tuple[str, str, Name], ...]:
        known = self._beside.get((word, at))
        if known is None:
            beside = self.names.with_last(word) if at == 0 else self.names.with_first(word)
            known = tuple(
                (fold(spelling).split(" ")[at], spelling, name) for spelling, name in beside
            )
            self._beside[word, at] = known
        return known

    def is_right(self, key: str) -> bool:
        """Whether the book has the folded word by itself as a name."""
        return any(ruling.role in RIGHT for ruling in self.names.lookup(key))

    def are_distinct(self, a: str, b: str) -> bool:
        """Whether the book says of two folded words that each is right as it stands."""
        return any(self._tells_apart(x, y) for x, y in ((a, b), (b, a)))

    def _tells_apart(self, a: str, b: str) -> bool:
        rulings = self.names.lookup(a)
        if any(ruling.role == DISTINCT and fold(ruling.name.name) == b for ruling in rulings):
            return True
        return self.is_right(a) and self.is_right(b)

    def has_ruled_for(self, key: str) -> bool:
        """Whether the desk has the folded word as a name, or as part of one."""
        return self.desk is not None and self.desk.has_word(key)

    def has_ruled_out(self, key: str) -> bool:
        """Whether the book lists the folded word as a misspelling."""
        return any(ruling.role == MISSPELLING for ruling in self.names.lookup(key))
