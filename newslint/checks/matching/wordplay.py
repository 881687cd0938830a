"""Places where a word that sounds like another may be a play on it.

"The right to bare arms" is a mistake in a story about hunters, and none above one about sleeves.
Headlines play, with a full stop or without, and who plays on a phrase uses it again.
"""

from __future__ import annotations

from newslint.core.rule_ids import area_of
from newslint.text.scopes import LONGEST_HEADLINE, PARAGRAPH, stretches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.finding import Span
    from newslint.core.rule import Rule
    from newslint.text.document import Document


MISTAKES = ("spelling", "usage")
"""Areas of the rules about words taken for others. What a desk rules is no matter of chance."""


def may_be_wordplay(rule: Rule, span: Span, document: Document) -> bool:
    """Whether the words of `span`, which `rule` takes for a mistake, may be meant."""
    if area_of(rule.id) not in MISTAKES:
        return False
    head, *below = stretches(PARAGRAPH, document)
    if below and span.start < head.end <= head.start + LONGEST_HEADLINE:
        return True
    around = next((part for part in below if span.start < part.end), head)
    if below and document.text[around.start : around.end].isupper():  # a heading
        return True
    phrase = document.text[span.start : span.end].lower()
    return document.text.lower().count(phrase) > 1
