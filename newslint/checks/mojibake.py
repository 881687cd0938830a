"""Letters that were written in one encoding and read in another (â€™ for ’).

Rules may have a `swap` for what cannot be worked out because a part of it got lost. A sequence is
mojibake if its bytes in the old Windows encoding are the bytes of one character of UTF-8, which in
right text never happens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding, Span

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"swap": "swaps"}


_TRAIL = "\u0080-\u00bf" + "".join(
    dict.fromkeys(c for n in range(0x80, 0xA0) for c in bytes([n]).decode("cp1252", "ignore"))
)
"""What the second byte of a character, and all after it, look like when read as Windows-1252."""


_LEADS = "ÂÃÄÅÆÇÈÉâ"
"""What the first byte of a character that news copy has looks like."""


_SEQUENCE = rf"[Â-É][{_TRAIL}]|â[{_TRAIL}]{{2}}"


_MARKS = "“”‘’–—…»"


ROUNDS = 3
"""How often text may have been misread on its way."""


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""

    def check(document: Document) -> Iterator[Finding]:
        if document.text.isascii() or not any(lead in document.text for lead in _LEADS):
            return
        for rule in rules:
            swap = rule.params.get("swap", {})
            lost = "".join(f"|{re.escape(wrong)}" for wrong in sorted(swap, key=len, reverse=True))
            for match in re.finditer(f"(?:{_SEQUENCE})+{lost}", document.text):
                span = Span(*match.span())
                right = swap.get(match[0]) or meant(match[0])
                if right is not None and not (
                    is_apt(document.text, span) or document.is_beside_address(span)
                ):
                    yield new_finding(rule, document, span, right)

    return check


def is_apt(text: str, span: Span) -> bool:
    """Whether two letters may be right as they stand: a capital, and a mark behind it.

    >>> is_apt("IRMÃ”, he read", Span(3, 5)), is_apt("JosÃ©", Span(3, 5))
    (True, False)
    """
    found = text[span.start : span.end]
    if len(found) != 2 or found[1] not in _MARKS:
        return False
    return found[0] not in "ÂÃ" or text[: span.start][-1:].isupper()


def meant(text: str) -> str | None:
    r"""What was written where `text` is read; None if it is read rightly.

    >>> meant("\u00c3\u00a9"), meant("\u00e2\u20ac\u2122"), meant("\u00c3\u0192\u00c2\u00a9")
    ('é', '’', 'é')
    >>> meant("\u00c2\u00a0"), meant("\u00e9\u00bb\u00bf")
    ('\xa0', None)
    """
    found = None
    for _ in range(ROUNDS):
        try:
            text = found = b"".join(map(_byte, text)).decode()
        except UnicodeError:
            break
    return found if found and _is_likely(found) else None


def _byte(letter: str) -> bytes:
    """The byte that was read as `letter`; some readers leave what Windows lacks as it is."""
    return letter.encode("latin-1" if letter < "\u0100" else "cp1252")


def _is_likely(text: str) -> bool:
    """Whether every letter is one that news copy has: Latin, punctuation, signs of money."""
    return all("\u00a0" <= c < "\u0250" or "\u2010" <= c <= "\u2044" or c in "€™" for c in text)
