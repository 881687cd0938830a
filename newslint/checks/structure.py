"""What was to be taken out before anybody reads the article.

Rules have `phrases`: placeholders, notes to the desk, what a chatbot says of itself. Quotations are
left alone, since an article may be about such a thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from newslint.book.kind import Literal
from newslint.checks.matching.phrase_search import has_words, longest_literal, phrase_pattern
from newslint.checks.matching.prefilter import check_of
from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import Finding, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.rules import Rules
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"phrases": "texts"}

REQUIRED = ("phrases",)


def inspect(rule: Rule) -> None:
    """Refuse phrases that have no word to look for."""
    for phrase in rule.params["phrases"]:
        if not has_words(phrase):
            raise BookError(rule.where, f"'{phrase}' has no word in it")


def literals(rule: Rule) -> list[Literal]:
    """The longest literal of each phrase."""
    return [Literal(longest_literal(phrase)) for phrase in rule.params["phrases"]]


def prepare(rules: Rules, context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    return check_of(rules, context.prefilter, Placeholders)


class Placeholders:
    """One rule of this kind."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    def find(self, document: Document, present: AbstractSet[str]) -> Iterator[Finding]:
        """The phrases in `document` that are not quoted; `present` are their literals."""
        for phrase in self.rule.params["phrases"]:
            if longest_literal(phrase) in present:
                for match in phrase_pattern(phrase).finditer(document.text):
                    if not document.quoted(match.start()):
                        yield new_finding(self.rule, document, Span(*match.span()))
