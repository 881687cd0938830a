"""The rules of a book, in layers: which there are is known at once, each is read when it is asked.

Hardly an article asks more than a few dozen of them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from newslint.core.record import NamedTuple
from newslint.core.rule_ids import area_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, overload

    from newslint.book.literals import Literals
    from newslint.core.rule import Example, Rule

    class RuleBook(Protocol):
        """What a compiled book knows of its rules."""

        def heads(self) -> Iterable[Head]:
            """The heads of all rules, in the order of the files."""

        def rule(self, head: Head) -> Rule:
            """The rule with this head, without its examples: no check looks at them."""

        def examples(self, head: Head) -> tuple[Example, ...]:
            """The examples of the rule with this head."""

        @property
        def literals(self) -> Literals:
            """The literals of the rules, and the rules that each belongs to."""


class Head(NamedTuple):
    """What must be known of a rule before it is asked.

    `longest` is the number of letters of its longest literal; if it has none (0), every article
    asks it, otherwise one that holds any of them. `number` is its place among the rules of its
    compiled `book`; `row` and `shown` are the stretches of the book's sections where it and its
    examples stand.
    """

    id: str
    kind: str
    language: str
    longest: int
    number: int
    row: tuple[int, int]
    shown: tuple[int, int]
    book: RuleBook

    @property
    def area(self) -> str:
        """The area of the rule: the first parts of its id."""
        return area_of(self.id)


class Rules(Sequence["Rule"]):
    """Rules of one or more compiled books, in a fixed order."""

    def __init__(self, heads: Iterable[Head], severities: Mapping[str, str] | None = None) -> None:
        """Take rules by their heads; `severities` are those that a desk gave some of them."""
        self.heads = tuple(heads)
        self._severities = severities or {}
        self.places = {head.id: at for at, head in enumerate(self.heads)}
        """Where each rule stands among these, by its id."""
        self._read: dict[int, Rule] = {}

    @classmethod
    def nearest(cls, books: Iterable[RuleBook]) -> Rules:
        """Every rule of the books, by id; of those with one id, the first book's."""
        nearest: dict[str, Head] = {}
        for book in books:
            for head in book.heads():
                nearest.setdefault(head.id, head)
        return cls(nearest[rule_id] for rule_id in sorted(nearest))

    @property
    def ids(self) -> list[str]:
        """The ids of the rules, in their order."""
        return [head.id for head in self.heads]

    def __len__(self) -> int:
        return len(self.heads)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, at: int) -> Rule: ...

        @overload
        def __getitem__(self, at: slice) -> Rules: ...

    def __getitem__(self, at: int | slice) -> Rule | Rules:
        if isinstance(at, slice):
            return Rules(self.heads[at], self._severities)
        rule = self._read.get(at)
        if rule is None:
            head = self.heads[at]
            rule = head.book.rule(head)
            if head.id in self._severities:
                rule = rule._replace(severity=self._severities[head.id])
            self._read[at] = rule
        return rule

    def of(self, rule_id: str) -> Rule:
        """The rule with this id, which is one of these."""
        return self[self.places[rule_id]]

    def get(self, rule_id: str) -> Rule | None:
        """The rule with this id; None if it is none of these."""
        at = self.places.get(rule_id)
        return None if at is None else self[at]

    def only(self, ids: Container[str], severities: Mapping[str, str] | None = None) -> Rules:
        """Those with these ids; `severities` in the place of what a desk gave before."""
        heads = (head for head in self.heads if head.id in ids)
        return Rules(heads, self._severities if severities is None else severities)

    def by_kind(self) -> dict[str, Rules]:
        """The rules of each kind."""
        heads: dict[str, list[Head]] = {}
        for head in self.heads:
            heads.setdefault(head.kind, []).append(head)
        return {kind: Rules(some, self._severities) for kind, some in heads.items()}

    def with_examples(self) -> tuple[Rule, ...]:
        """Every rule, complete."""
        return tuple(
            rule._replace(examples=head.book.examples(head))
            for head, rule in zip(self.heads, self, strict=True)
        )

    def by_book(self) -> dict[RuleBook, Rules]:
        """The rules with literals of each compiled book."""
        heads: dict[RuleBook, list[Head]] = {}
        for head in self.heads:
            if head.longest:
                heads.setdefault(head.book, []).append(head)
        return {book: Rules(some) for book, some in heads.items()}
