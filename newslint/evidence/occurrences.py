"""One spelling in one article: its places, and the names beside it."""

from __future__ import annotations

from newslint.core.record import NamedTuple
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.document import Document


class NameContext(NamedTuple):
    """The keys of the names right before and right after an occurrence, without titles.

    `given` are those before it that may be given names, and `joined` those that a hyphen or a
    slash joins to it. The others say whether it stands after Mr, Ms, Dr and the like
    (`addressed`), after an office (`titled`), in a full name (`introduced`), beside a verb of
    speech (`speaks`), or among small words (`in_prose`).
    """

    left: set[str]
    right: set[str]
    given: set[str]
    addressed: bool
    titled: bool
    introduced: bool
    speaks: bool
    in_prose: bool
    joined: set[str]

    @property
    def alone(self) -> bool:
        """Whether no name stands beside any of its places."""
        return not (self.left or self.right)


class Occurrence:
    """One spelling in one article: the words that it occurs as, and how often."""

    __slots__ = ("company", "count", "key", "words")

    def __init__(self, key: str) -> None:
        self.key = key
        self.company: NameContext | None = None
        self.words: dict[str, int] = {}
        self.count = 0

    def add(self, word: str, count: int) -> None:
        """Count `count` more of `word`, one of its forms."""
        self.words[word] = count
        self.count += count

    @property
    def stems(self) -> list[str]:
        """Its forms without endings: those of the possessive and of an abbreviation's plural."""
        return [split_possessive(word)[0].removesuffix("s") for word in self.words]

    @property
    def spelling(self) -> str:
        """Its commonest form; one in upper and lower case is preferred."""
        stems = [
            (not split_possessive(w)[0].isupper(), n, split_possessive(w)[0])
            for w, n in self.words.items()
        ]
        return max(stems)[2]


def places_of(form: Occurrence, document: Document) -> list[int]:
    """The places of all words of a form, in order."""
    return sorted(at for word in form.words for at in document.positions(word))


def akin(a: set[str], b: set[str]) -> bool:
    """Whether a name of `a` and one of `b` may be the same: an initial, a short form, a slip."""
    return any(
        x.startswith(y[:3]) or y.startswith(x[:3]) or is_one_edit_apart(x, y) for x in a for y in b
    )
