"""Lines of a website that were copied along with an article.

Rules have `lines` (what such a line is), `openings` (how it begins) and how many words it has at
most (`longest`). Only whole lines are reported: inside a paragraph an article may ask its readers
to subscribe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.matching.phrase_search import phrase_pattern
from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import Finding, Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.core.rule import Rule
from newslint.text.prose import CELL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.text.document import Document


PARAMS = {"openings": "texts", "lines": "texts", "longest": "number"}

LONGEST = 25
"""Maximum number of words in a line of furniture, unless the rule sets another."""


WRAPPED = 55
"""Letters from which a line without a stop at its end may go on in the next line."""


_ENDS = tuple('.!?:…"”’)]')

_AROUND = " \t\r\u00a0*•·|>-–—[]()#.!:»…"

_FIRST_WORD = lazy_pattern(r"[^\W_]+")

_AFTER_A_NAME = lazy_pattern(r"[^\s-]+(?: [^\s-]+){0,3} (?:[-|] |[–—] )")
"""A name before the opening phrase of a line."""


class Phrase(NamedTuple):
    """A phrase of a rule: a line begins with it or, if `whole`, consists of it."""

    rule: Rule
    text: str
    whole: bool


Index = dict[str, list[Phrase]]
"""Phrases by their first word."""


def inspect(rule: Rule) -> None:
    """Refuse rules without a phrase, and phrases that do not begin with a word."""
    phrases = [*rule.params.get("openings", ()), *rule.params.get("lines", ())]
    if not phrases:
        raise BookError(rule.where, "'openings' or 'lines' is missing")
    for phrase in phrases:
        if not _FIRST_WORD.match(phrase):
            raise BookError(rule.where, f"'{phrase}' does not begin with a word")


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    index: Index = {}
    for rule in rules:
        for key in ("openings", "lines"):
            for phrase in rule.params.get(key, ()):
                first = _FIRST_WORD.findall(phrase.lower())[0]
                index.setdefault(first, []).append(Phrase(rule, phrase, key == "lines"))

    def check(document: Document) -> Iterator[Finding]:
        text = document.prose.text  # with addresses: they are part of such a line
        if "\n" in text.strip():  # a paragraph by itself is no line of a page
            for line, above in lines(text):
                rule = furniture(text, line, index)
                if rule and stands_alone(text, line, above, rule):
                    yield new_finding(rule, document, line, found=text[slice(*line)])

    return check


def lines(text: str) -> Iterator[tuple[Span, str]]:
    r"""Every line with words, without the signs around it, and the text of the line above.

    >>> list(lines("One.\n* Share this *"))
    [(Span(start=0, end=3), ''), (Span(start=7, end=17), 'One.')]
    """
    at, above = 0, ""
    for line in text.split("\n"):
        kept = line.strip(_AROUND)
        if kept:
            start = at + line.index(kept)
            yield Span(start, start + len(kept)), above
        at += len(line) + 1
        above = line


def furniture(text: str, line: Span, index: Index) -> Rule | None:
    """The rule that a line breaks: it belongs to a website, not to the copy."""
    name = _AFTER_A_NAME.match(text, line.start, line.end)
    for start in (line.start, name.end()) if name else (line.start,):
        first = _FIRST_WORD.match(text, start, line.end)
        for phrase in index.get(first[0].lower(), ()) if first else ():
            match = phrase_pattern(phrase.text).match(text, start, line.end)
            if match and (match.span() == line if phrase.whole else True):
                return phrase.rule
    return None


def stands_alone(text: str, line: Span, above: str, rule: Rule) -> bool:
    """Whether a line is short, no cell of a table and no part of a paragraph wrapped over lines."""
    if above == CELL:
        return False
    above = above.rstrip()
    if len(above) >= WRAPPED and not above.endswith(_ENDS):
        return False
    return bool(len(text[line.start : line.end].split()) <= rule.params.get("longest", LONGEST))
