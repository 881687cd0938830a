"""Invisible characters that got into copy by pasting: they break searches and mean nothing.

Rules list `characters` by number (U+200B) and name. The fix takes the character out. Beside letters
of the scripts that need them, and inside emoji, they are right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import Finding, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"characters": "swaps"}

REQUIRED = ("characters",)

_NUMBER = r"U\+[0-9A-F]{4,6}"

_USED_BY = (
    "[\u0590-\u08ff\u0900-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc"  # Hebrew to Mongolian
    "\u2190-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"  # signs and emoji
)
"""Letters and signs that need invisible characters to join, separate or reverse them."""


NEAR = 40
"""Maximum distance in letters between a direction mark and its right-to-left word."""


def inspect(rule: Rule) -> None:
    """Refuse characters that are not given by number."""
    for number in rule.params["characters"]:
        if not re.fullmatch(_NUMBER, number) or int(number[2:], 16) > 0x10FFFF:
            raise BookError(rule.where, f"'{number}' is no character number such as U+200B")


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    named = [
        (rule, {chr(int(n[2:], 16)): name for n, name in rule.params["characters"].items()})
        for rule in rules
    ]

    def check(document: Document) -> Iterator[Finding]:
        text = document.text
        if text.isascii():
            return
        for rule, names in named:
            for letter in (letter for letter in names if letter in text):
                for match in re.finditer(f"{re.escape(letter)}+", text):
                    span = Span(*match.span())
                    if not is_used(text, span) and not document.is_beside_address(span):
                        slots = {"found": names[letter]}
                        yield new_finding(rule, document, span, "", slots=slots)

    return check


def is_used(text: str, span: Span) -> bool:
    """Whether something near `span` needs the invisible character there."""
    return bool(re.search(_USED_BY, text[max(0, span.start - NEAR) : span.end + NEAR]))
