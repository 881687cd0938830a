"""Apply suppression comments to findings, and report those that silence nothing.

docs/suppressions.md says how they are written.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from newslint.core.finding import Finding, Span, reading_order
from newslint.core.record import NamedTuple
from newslint.core.rule_ids import covers
from newslint.text.comments import COMMENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.rules import Rules
    from newslint.text.source import Source


KIND = "suppression"
"""The kind of the rule that reports unused suppressions."""


LINE, NEXT_LINE, OFF, ON, FILE = "ignore", "ignore-next-line", "off", "on", "ignore-file"

WORDS = (LINE, NEXT_LINE, OFF, ON, FILE)


class Suppression(NamedTuple):
    """One suppression: its place, its directive, and the rules it names (none: all)."""

    span: Span
    word: str
    rules: tuple[str, ...]

    def names(self, rule: str) -> bool:
        """Whether it covers the rule with this id."""
        return not self.rules or any(covers(selector, rule) for selector in self.rules)


class Suppressions:
    """Applies suppression comments to findings."""

    def __init__(self, rules: Rules, used: Rules) -> None:
        """`rules` are all of the book; a suppression of a rule not in `used` is never reported."""
        self._known = rules.ids
        self._used = used.ids
        self._unused = next(iter(used.by_kind().get(KIND, ())), None)

    def apply(
        self, findings: Sequence[Finding], comments: Iterable[Span], source: Source
    ) -> list[Finding]:
        """The `findings` that no comment silences, and findings on unused suppressions."""
        suppressions = _suppressions(comments, source.text)
        starts = [finding.span.start for finding in findings]
        silenced: set[int] = set()
        notes: list[Finding] = []
        for suppression, reach in zip(suppressions, _reaches(suppressions, source), strict=True):
            if suppression.word == ON and reach:
                continue
            low, high = (bisect_left(starts, offset) for offset in reach or (0, 0))
            found = [at for at in range(low, high) if suppression.names(findings[at].rule)]
            silenced.update(found)
            if not found:
                notes += self._note(suppression, source)
        left = [finding for at, finding in enumerate(findings) if at not in silenced]
        return sorted(left + notes, key=reading_order) if notes else left

    def _note(self, suppression: Suppression, source: Source) -> Iterator[Finding]:
        """The finding on an unused suppression."""
        rule = self._unused
        selectors = [s for s in suppression.rules if any(covers(s, known) for known in self._known)]
        if rule is None or (selectors and not any(map(suppression.names, self._used))):
            return
        evidence = [f"no rule '{s}'" for s in suppression.rules if s not in selectors]
        if suppression.word not in WORDS:
            evidence.append(f"'{suppression.word}' is none of {', '.join(WORDS)}")
        text = source.text[slice(*suppression.span)]
        message = rule.message.format(found=" ".join(text.split()))
        yield Finding(
            rule.id, suppression.span, text, message, rule.severity, evidence=tuple(evidence)
        )


def _suppressions(comments: Iterable[Span], text: str) -> list[Suppression]:
    """The comments that are suppressions, in reading order."""
    found = []
    for span in sorted(comments):
        match = COMMENT.match(text, *span)
        if match:
            rules = tuple(part.strip() for part in (match[2] or "").split(",") if part.strip())
            found.append(Suppression(span, match[1], rules))
    return found


def _reaches(suppressions: Sequence[Suppression], source: Source) -> list[Span | None]:
    """The stretch that each suppression silences; None if there is none.

    An `off` reaches to the `on` that ends it, and that `on` back to the `off`. A repeated
    directive has no effect.
    """
    reaches: list[Span | None] = []
    lines = _Lines(suppressions, source)
    opened: dict[tuple[str, ...], int] = {}
    everywhere: set[tuple[str, ...]] = set()
    for at, (span, word, rules) in enumerate(suppressions):
        reach = None
        if word in (LINE, NEXT_LINE):
            reach = lines.silenced_line(span, word)
        elif word == FILE and rules not in everywhere:
            everywhere.add(rules)
            reach = Span(0, len(source.text) + 1)
        elif word == OFF and rules not in opened:
            opened[rules] = at
            reach = Span(span.end, len(source.text) + 1)
        elif word == ON:
            for off in [rules] if rules else list(opened):
                if off in opened:
                    begun = opened.pop(off)
                    reach = reaches[begun] = Span(suppressions[begun].span.end, span.start)
        reaches.append(reach)
    return reaches


class _Lines:
    """The lines of a source, and those that only hold suppressions."""

    def __init__(self, suppressions: Iterable[Suppression], source: Source) -> None:
        self._source = source
        self._filled = {line for s in suppressions for line in self._own(s.span)}
        self._next: dict[int, int] = {}
        for line in sorted(self._filled, reverse=True):
            self._next[line] = self._written(line + 1)

    def silenced_line(self, span: Span, word: str) -> Span | None:
        """The line that a comment silences; a comment with its own line silences the next."""
        last = self._source.line_column(span.end)[0]
        if word == LINE and not self._own(span):
            return self._stretch(self._source.line_column(span.start)[0])
        return self._stretch(self._written(last + 1))

    def _own(self, span: Span) -> range:
        """The lines that a comment fills; none if other text stands beside it."""
        first, last = (self._source.line_column(offset)[0] for offset in span)
        whole = Span(self._begin(first), self._begin(last + 1))
        beside = (
            self._source.text[whole.start : span.start] + self._source.text[span.end : whole.end]
        )
        return range(first, last + 1) if not beside.strip() else range(0)

    def _written(self, line: int) -> int:
        """The first line from `line` on that is neither blank nor filled by a suppression."""
        while line <= len(self._source.line_starts) and not self._source.line(line).strip():
            line += 1
        return self._next.get(line, line)

    def _begin(self, line: int) -> int:
        starts = self._source.line_starts
        return starts[line - 1] if line <= len(starts) else len(self._source.text)

    def _stretch(self, line: int) -> Span | None:
        begin, end = self._begin(line), self._begin(line + 1)
        return Span(begin, end) if begin < end else None
