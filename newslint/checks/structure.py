"""What was to be taken out before anybody reads the article.

Rules have `phrases`: placeholders, notes to the desk, what a chatbot says of itself. Quotations are
left alone, since an article may be about such a thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.matching.phrase_search import PhraseSearch, has_words
from newslint.checks.matching.prefilter import Prefilter
from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import Finding

if TYPE_CHECKING:
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


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    prefilter = context.prefilter if context else Prefilter()
    wordings = [(rule, PhraseSearch(rule.params["phrases"], prefilter)) for rule in rules]

    def check(document: Document) -> Iterator[Finding]:
        for rule, phrases in wordings:
            for span in phrases.places(document):
                if not document.quoted(span.start):
                    yield new_finding(rule, document, span)

    return check
