"""Phrases that are always wrong, and what is right in their place.

Rules have a mapping of phrases (`swap`) and, if wanted, contexts: words of which one must stand
beside the phrase (`preceded_by`, `followed_by`), or none may (`unless`). A phrase is looked for
only where the article holds it beside one of its contexts, so that a thousand rules cost hardly
more than ten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from newslint.book.kind import Literal
from newslint.checks.matching.letter_case import has_phrase_case, match_phrase_case
from newslint.checks.matching.phrases import (
    begins_word,
    follow,
    precede,
    same,
    word_after,
    word_before,
    word_end,
)
from newslint.checks.matching.prefilter import check_of
from newslint.checks.matching.wordplay import may_be_wordplay
from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import DISPLAY, SAFE, UNSAFE, Finding, Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.letters import normalise, plain_marks
from newslint.text.tokenizer import seek

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.rules import Rules
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


BESIDE = {"preceded_by": "texts", "followed_by": "texts"}

PARAMS = {"swap": "swaps", **BESIDE, "unless": BESIDE}

REQUIRED = ("swap",)

NUMBER = "{number}"
"""Stands for any figure, with its currency."""


_NUMBER = lazy_pattern(r"[^\S\n]+(?:[$£€¥]|US\$|A\$)?\d")

Contexts = dict[str, list[list[str]]]
"""Phrases of a context, by the word that would be next to the rule's phrase."""


class Found(NamedTuple):
    """A match of a context or a phrase: the words of the book, and their places."""

    words: list[str]
    spans: list[Span]

    def then(self, other: Found) -> Found:
        """Join two matches."""
        return Found(self.words + other.words, self.spans + other.spans)


class Surroundings:
    """The contexts of a rule, of which one must be present, and its exceptions."""

    def __init__(self, rule: Rule) -> None:
        unless = rule.params.get("unless", {})
        self.before = _contexts(rule.params.get("preceded_by", ()), -1)
        self.after = _contexts(rule.params.get("followed_by", ()), 0)
        self.not_before = _contexts(unless.get("preceded_by", ()), -1)
        self.not_after = _contexts(unless.get("followed_by", ()), 0)

    def allow(self, text: str, words: list[str], spans: list[Span]) -> bool:
        """Whether a phrase is wrong in its surroundings."""
        start, end = spans[0].start, spans[-1].end
        if _before(self.not_before, text, start) or _after(self.not_after, text, end):
            return False
        phrase = Found(words, spans)
        before = _before(self.before, text, start)
        after = None if before else _after(self.after, text, end)
        if before:
            phrase = before.then(phrase)
        elif after:
            phrase = phrase.then(after)
        elif self.before or self.after:
            return False
        return has_phrase_case(phrase.words, [text[s.start : s.end] for s in phrase.spans])


def inspect(rule: Rule) -> None:
    """Refuse phrases and contexts that hold more than words, and swaps without effect."""
    swap = rule.params["swap"]
    if not swap:
        raise BookError(rule.where, "'swap' is empty")
    for wrong, right in swap.items():
        if wrong == right or swap.get(right) == wrong:
            raise BookError(rule.where, f"'{right}' is both wrong and right")
    unless = rule.params.get("unless", {})
    beside = [
        texts for key in BESIDE for part in (rule.params, unless) for texts in part.get(key, ())
    ]
    for text in (*swap, *beside):
        for word in plain_marks(text).split():
            if word_end(word, 0) != len(word) and word != NUMBER:
                raise BookError(rule.where, f"'{text}' is not only words")


def literals(rule: Rule) -> list[Literal]:
    """Each phrase with each of its contexts."""
    return [Literal(text, whole=True) for text in _index(rule)]


def prepare(rules: Rules, context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check of all substitution rules."""
    return check_of(rules, context.prefilter, Substitution)


class Substitution:
    """One rule of this kind."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._phrases = _index(rule)
        self._surroundings = Surroundings(rule)

    def find(self, document: Document, present: AbstractSet[str]) -> Iterator[Finding]:
        """The phrases in `document` that are wrong there; `present` are their literals."""
        found = (wrong for literal in present for wrong in self._phrases[literal])
        for wrong in dict.fromkeys(found):
            words = plain_marks(wrong).split()
            for spans in _places(words, document):
                if hides_address(spans, document):
                    continue
                if self._surroundings.allow(document.text, words, spans):
                    right = self.rule.params["swap"][wrong]
                    written = [plain_marks(document.text[s.start : s.end]) for s in spans]
                    if written == words or not _capitals_alone(wrong, right):
                        yield _finding(self.rule, right, spans, document)


def hides_address(spans: Sequence[Span], document: Document) -> bool:
    """Whether an address or a tag was blanked between the words (the #pier are)."""
    start, end = spans[0].start, spans[-1].end
    return document.text[start:end] != document.prose.text[start:end]


def _index(rule: Rule) -> dict[str, list[str]]:
    """The phrases of a rule by the literals of which an article with a finding holds one."""
    index: dict[str, list[str]] = {}
    before, after = (rule.params.get(key, ()) for key in BESIDE)
    ahead = [f"{normalise(text)} " for text in before]
    behind = [normalise(_behind(text)) for text in after]
    for wrong in rule.params["swap"]:
        phrase = normalise(wrong)  # the parts, not each whole of them: a book's tenth
        wholes = [context + phrase for context in ahead] + [phrase + text for text in behind]
        for whole in wholes or [phrase]:
            index.setdefault(whole, []).append(wrong)
    return index


def _behind(context: str) -> str:
    """The literal after a phrase with this context; empty for a figure."""
    return "" if context.startswith(NUMBER) else f" {context}"


def _places(words: list[str], document: Document) -> Iterator[list[Span]]:
    """Where the words of a phrase occur in sequence: the places of the words."""
    first = words[0].lower().partition("-")[0]
    for at in seek(first, document.lowered):
        spans = _spans(words, document.text, document.span(at).start)
        if spans:
            yield spans


def _spans(words: list[str], text: str, start: int) -> list[Span] | None:
    """The places of the words of a phrase, if it begins at `start`."""
    end = start + len(words[0])
    if not (begins_word(text, start) and word_end(text, start) == end):
        return None
    rest = follow(text, end, words[1:]) if same(words[0], text[start:end]) else None
    return None if rest is None else [Span(start, end), *rest]


def _contexts(texts: Iterable[str], edge: int) -> Contexts:
    found: Contexts = {}
    for text in texts:
        words = plain_marks(text).split()
        found.setdefault(words[edge].lower(), []).append(words)
    return found


def _before(contexts: Contexts, text: str, at: int) -> Found | None:
    """The context that stands before `at`."""
    near = word_before(text, at) if contexts else None
    if near is not None:
        for words in contexts.get(plain_marks(text[near.start : near.end]).lower(), ()):
            spans = precede(text, at, words)
            if spans:
                return Found(words, spans)
    return None


def _after(contexts: Contexts, text: str, at: int) -> Found | None:
    """The context that stands after `at`."""
    near = word_after(text, at) if contexts else None
    if near is not None:
        for words in contexts.get(plain_marks(text[near.start : near.end]).lower(), ()):
            spans = follow(text, at, words)
            if spans:
                return Found(words, spans)
    if contexts and NUMBER in contexts and _NUMBER.match(text, at):
        return Found([], [])
    return None


def _capitals_alone(wrong: str, right: str) -> bool:
    """Whether a correction changes only capitals, so that the case of a match counts."""
    return wrong.lower() == right.lower()


def _finding(rule: Rule, right: str, spans: list[Span], document: Document) -> Finding:
    text = document.text
    whole = Span(spans[0].start, spans[-1].end)
    phrase = " ".join(text[s.start : s.end] for s in spans)
    slots = {"found": phrase, "right": right}
    if _capitals_alone(phrase, right):
        model = right.split()
    else:
        right, spans = _changed(right, spans, text)
        model = [text[s.start : s.end] for s in spans]
    span = Span(spans[0].start, spans[-1].end)
    right = match_phrase_case(right, model, [text[a.end : b.start] for a, b in pairwise(spans)])
    # What somebody said is evidence: we may point at it, not tidy it.
    said = document.quoted(span.start) or is_mentioned(span, text)
    applicability = DISPLAY if said else ""
    if rule.fix == SAFE and not said and may_be_wordplay(rule, whole, document):
        applicability = UNSAFE
    return new_finding(rule, document, span, right, slots=slots, applicability=applicability)


def is_mentioned(span: Span, text: str) -> bool:
    """Whether a phrase stands in single quotation marks by itself: the word 'irregardless'."""
    before, behind = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return before in ("'", "‘") and behind in ("'", "’")


def _changed(right: str, spans: list[Span], text: str) -> tuple[str, list[Span]]:
    """The words that change: only the second of "clinical trail"."""
    words = right.split()
    while len(spans) == len(words) > 1 and same(words[0], text[spans[0].start : spans[0].end]):
        words, spans = words[1:], spans[1:]
    while len(spans) == len(words) > 1 and same(words[-1], text[spans[-1].start : spans[-1].end]):
        words, spans = words[:-1], spans[:-1]
    return " ".join(words), spans
