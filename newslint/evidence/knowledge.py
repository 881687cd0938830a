"""What is known of a word: the lexicon and the names book together."""

from __future__ import annotations

from functools import lru_cache

from newslint.book.names import DISTINCT, MISSPELLING, RIGHT
from newslint.lexicon.folding import fold
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.book.names import Names
    from newslint.core.name import Name
    from newslint.lexicon.lexicon import Entry, Lexicon
    from newslint.memory.memories import Memories


REMEMBERED = 8_000
"""Maximum number of keys kept."""

FEW = 2_000
"""Maximum number of answers kept on whether a word is right: those of a few articles."""


def key_of(word: str) -> str:
    """The folded word without its possessive ending.

    >>> key_of("Müller’s")
    'muller'
    """
    return fold(split_possessive(word)[0])


SHIPPED = "newslint's own book"


class Knowledge:
    """What the lexicon, the names book and the memories know, together.

    One Knowledge serves any number of articles.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        names: Names,
        desk: Names | None = None,
        shipped_layer: int = 0,
        memories: Memories | None = None,
    ) -> None:
        """Take the sources of knowledge.

        `names` are all layers of the book, and `desk` those that are not shipped. `shipped_layer`
        is the number of the shipped layer. `memories` hold what the publication has printed.
        """
        self.lexicon = lexicon
        self.names = names
        self.desk = desk
        self.shipped_layer = shipped_layer
        self.memories = memories
        self.entry: Callable[[str], Entry] = lexicon.entry
        """The lexicon's entry for a folded word."""
        self.key = lru_cache(REMEMBERED)(key_of)
        """The key of a word, as `key_of`; the latest answers are kept."""
        self.is_right = lru_cache(FEW)(lambda key: _is_right(key, names))
        """Whether the book has the folded word alone as a right name: each judge asks that."""

    def book_of(self, name: Name) -> str:
        """What a message calls the book that has this entry: its file, or newslint's own."""
        ours = self.desk.lookup(fold(name.name)) if self.desk else ()
        if any(ruling.name == name for ruling in ours):
            return name.where.path.replace("\\", "/").rpartition("/")[2]
        return SHIPPED

    def shown_entry(self, name: Name) -> str:
        """What a finding shows of an entry: its place, its name and its note."""
        book = self.book_of(name)
        note = f" ({name.note})" if name.note else ""
        return f"{book if book == SHIPPED else name.where}: {name.name}{note}"

    def are_distinct(self, a: str, b: str) -> bool:
        """Whether the book says that two folded words are both right."""
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


def _is_right(key: str, names: Names) -> bool:
    return any(ruling.role in RIGHT for ruling in names.lookup(key))
