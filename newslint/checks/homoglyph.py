"""Letters of another alphabet inside a word, which look right and are not.

Rules have a `swap` of letters (Cyrillic а: Latin a). Words that are otherwise Latin are reported,
with the word as it was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"swap": "swaps"}

REQUIRED = ("swap",)

_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"


def inspect(rule: Rule) -> None:
    """Refuse swaps of anything but one letter for one Latin letter."""
    for wrong, right in rule.params["swap"].items():
        if len(wrong) != 1 or len(right) != 1 or not re.match(_LATIN, right):
            raise BookError(rule.where, f"'{wrong}: {right}' is not a letter for a Latin letter")


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    tables = [(rule, str.maketrans(rule.params["swap"])) for rule in rules]

    def check(document: Document) -> Iterator[Finding]:
        if document.text.isascii():
            return
        for rule, table in tables:
            if not table.keys().isdisjoint(map(ord, set(document.text))):
                yield from _foreign(rule, table, document)

    return check


def _foreign(rule: Rule, table: dict[int, str], document: Document) -> Iterator[Finding]:
    for at, word in enumerate(document.words):
        if not word.isascii() and is_disguised(word, table):
            foreign = "".join(dict.fromkeys(letter for letter in word if ord(letter) in table))
            slots = {"letters": foreign}
            yield new_finding(rule, document, document.span(at), word.translate(table), slots=slots)


def is_disguised(word: str, table: dict[int, str]) -> bool:
    """Whether `word` is Latin but for a few letters that only look it.

    A word with a letter that no Latin one looks like is of the other alphabet, or a formula.

    >>> table = {ord("\u0430"): "a"}
    >>> words = ("B\u0430ltic", "\u0430\u0430r", "B\u0430\u0436ltic")
    >>> [is_disguised(word, table) for word in words]
    [True, False, False]
    """
    strange = [letter for letter in word if letter.isalpha() and not re.match(_LATIN, letter)]
    latin = sum(letter.isalpha() for letter in word) - len(strange)
    return (
        bool(strange) and latin > len(strange) and all(ord(letter) in table for letter in strange)
    )
