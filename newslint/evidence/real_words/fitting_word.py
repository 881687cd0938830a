"""How often a word stands in news between the words around a place.

"Ferry Servce": "ferry service" stands often, and what nobody prints hardly ever does there.
"""

from __future__ import annotations

from newslint.evidence import printed_weights as printed_w
from newslint.text.context_tokens import END, boundary, token
from newslint.text.tokenizer import is_short_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.lexicon.counts import Counts
    from newslint.text.document import Document


def beside(at: int, document: Document, counts: Counts) -> tuple[int, int]:
    """The numbers of what is counted before and behind word `at`: words, or where they part."""
    return _counted(at, at - 1, document, counts), _counted(at + 1, at + 1, document, counts)


def _counted(gap: int, word: int, document: Document, counts: Counts) -> int:
    """The number of what `gap` is, if it parts anything, or else of the word beside it."""
    if not 0 <= word < len(document.words):
        return counts.number(END)
    between = document.gap(gap)
    if not (between == ". " and is_short_form(document.words[gap - 1])) and boundary(between):
        return counts.number(boundary(between))
    return counts.number(token(document.words[word], counts.number))


def stands(left: int, word: int, right: int, counts: Counts) -> float:
    """How often the three stand together in news, as far as their pairs and triple tell."""
    times = max(1, counts.word(word).times)
    chance = _pair(left, word, counts) * _pair(word, right, counts) / times
    return max(chance, counts.triple(left, word, right).times if left and right else 0)


def is_counted_beside(first: int, second: int, counts: Counts) -> bool:
    """Whether two words stand side by side in news; boundaries, names and numbers are no words."""
    return all(map(counts.is_word, (first, second))) and counts.pair(first, second).times > 0


def _pair(first: int, second: int, counts: Counts) -> float:
    """How often two stand together; what is not counted does so less than thrice."""
    return (
        counts.pair(first, second).times
        or min(printed_w.UNCOUNTED_PAIR, counts.by_chance(first, second))
        or printed_w.NO_PAIR
    )
