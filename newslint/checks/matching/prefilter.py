"""Find, in one pass, which literals of the rules occur in an article, and so which rules to ask.

Hardly any article holds any of the twelve thousand phrases and literals of a book. They stand in
the compiled book as a trie, which is mapped, so that the first article finds them ready. Whoever
reads many articles is better off with the automaton of Aho and Corasick (1975), which has to be
built, a twentieth of a second, and then reads a hundred times as fast. A rule whose literals do not
occur is not tried. This is the hot path of rules, as `newslint.checks.word_cache` is that of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from ahocorasick_rs import AhoCorasick

    from newslint.book.rules import Rules
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.text.document import Document

    class Finder(Protocol):
        """A rule made ready for searching."""

        def find(self, document: Document, present: AbstractSet[str]) -> Iterable[Finding]:
            """The findings in `document`; `present` are the rule's literals that it holds."""


MANY = 16_000
"""Letters up to which the trie costs less than building the automaton."""

NOTHING: AbstractSet[str] = frozenset()

Asked = dict[str, AbstractSet[str]]
"""The rules that an article asks, by id, each with its literals that the article holds."""

Occurrence = tuple[str, int, int]
"""A literal, and where it begins and ends."""


class Prefilter:
    """Finds which of a linter's rules a document asks."""

    def __init__(self, rules: Rules) -> None:
        self._searches = [LiteralSearch(some) for some in rules.by_book().values()]

    def asked(self, document: Document) -> Asked:
        """The rules with literals that the document asks, found once for all checks."""
        if "asked" not in document.memo:
            found: dict[str, set[str]] = {}
            for search in self._searches:
                for rule_id, literal in search.find(document.normal_text):
                    found.setdefault(rule_id, set()).add(literal)
            document.memo["asked"] = found
        asked: Asked = document.memo["asked"]
        return asked


class LiteralSearch:
    """Searches for the literals of rules of one compiled book."""

    def __init__(self, rules: Rules) -> None:
        """Search for the literals of these rules."""
        self._literals = rules.heads[0].book.literals
        self._ids = {head.number: head.id for head in rules.heads}
        self._longest = max(head.longest for head in rules.heads)
        self._letters = 0
        self._restored = cache(self._literals.trie.restore_key)
        self._automaton: AhoCorasick | None = None

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """The rules that have a literal in normalised text, each with that literal."""
        self._letters += len(text)
        text = encodable(text)
        is_inside: dict[str, bool] = {}
        if self._letters < MANY:
            found = self._literals.found_in(text, self._longest)
        else:
            found = self._by_automaton(text)
        for literal, start, end in found:
            if is_inside.get(literal, True):
                is_inside[literal] = is_inside_word(text, start, end)
        for literal, inside in is_inside.items():
            for number, whole in self._literals.rules(literal):
                if number in self._ids and not (whole and inside):
                    yield self._ids[number], literal

    def _by_automaton(self, text: str) -> Iterator[Occurrence]:
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick

            trie = self._literals.trie
            strings = [trie.restore_key(number) for number in range(len(trie))]
            self._automaton = AhoCorasick(strings, store_patterns=False)
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return ((self._restored(number), start, end) for number, start, end in found)


def encodable(text: str) -> str:
    r"""The text with a question mark for each lone surrogate, which no UTF-8 has.

    >>> encodable("a\ud800b")
    'a?b'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a letter or digit stands right before `start` or right after `end`."""
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def check_of(
    rules: Rules, prefilter: Prefilter, ready: Callable[[Rule], Finder]
) -> Callable[[Document], Iterator[Finding]]:
    """The check of a kind whose rules have literals; each rule is made `ready` when it is asked."""
    places = rules.places
    everywhere = {head.id: NOTHING for head in rules.heads if not head.longest}
    finder = cache(lambda at: ready(rules[at]))

    def check(document: Document) -> Iterator[Finding]:
        asked = everywhere | prefilter.asked(document)
        for at in sorted(places[rule_id] for rule_id in asked.keys() & places.keys()):
            yield from finder(at).find(document, asked[rules.heads[at].id])

    return check
