"""Leave out findings that a baseline knows, and findings on unchanged lines.

Both refer to the file as it was read; while it is being fixed, places are mapped back to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.core.finding import Edit, Finding, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.fingerprint import Entry
    from newslint.runner.baseline import Baseline
    from newslint.runner.git_diff import Lines
    from newslint.text.source import Source


class NewFindingsFilter:
    """The filter (`engine.fixer.FindingFilter`) of one file of a run."""

    def __init__(
        self,
        source: Source,
        lines: Lines | None,
        baseline: Baseline | None,
        remember: bool = False,
    ) -> None:
        """Take the changed `lines` (None: all lines) and the `baseline` (None: no known findings).

        With `remember` every finding is known, to write a baseline.
        """
        self._source = source
        self._changed = None if lines is None else line_spans(source.text, lines)
        self._baseline = baseline
        self._remember = remember
        self._known: set[tuple[str, int]] = set()
        self._rounds: list[Sequence[Edit]] = []
        self.known_findings: list[Entry] = []
        """The baseline's entry for each finding that it knows."""

    def keep(self, findings: list[Finding]) -> list[Finding]:
        """The findings to report, of all findings of a round."""
        if (self._baseline or self._remember) and not self._rounds:
            from newslint.core.fingerprint import entries_of

            keys = self._baseline.of(self._source.path) if self._baseline else ()
            entries = entries_of(findings, self._source.text)
            for finding, entry in zip(findings, entries, strict=True):
                if self._remember or entry.key in keys:
                    self._known.add((finding.rule, finding.span.start))
                    self.known_findings.append(entry)
        if self._changed is None and not self._known:
            return findings
        return [finding for finding in findings if self._counts(finding)]

    def track_edits(self, edits: Sequence[Edit]) -> None:
        """Record a round of edits, in order."""
        self._rounds.append(edits)

    def _counts(self, finding: Finding) -> bool:
        start, end = finding.span
        for edits in reversed(self._rounds):
            start, end = original_offset(start, edits), original_offset(end, edits)
        if (finding.rule, start) in self._known:
            return False
        return self._changed is None or any(
            start < last and max(end, start + 1) > first for first, last in self._changed
        )


def line_spans(text: str, lines: Lines) -> list[Span]:
    r"""The spans of the lines in `text`.

    >>> line_spans("ab\ncd\nef\n", ((2, 2), (3, 9)))
    [Span(start=3, end=6), Span(start=6, end=9)]
    """
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    starts.append(len(text) + 1 if starts[-1] < len(text) else len(text))
    last = len(starts) - 1
    return [Span(starts[min(a - 1, last)], starts[min(b, last)]) for a, b in lines]


def original_offset(offset: int, edits: Iterable[Edit]) -> int:
    """The offset before `edits` (in order) of the letter that is at `offset` after them.

    >>> edits = [Edit(Span(4, 7), "the"), Edit(Span(8, 10), "")]
    >>> [original_offset(offset, edits) for offset in (0, 5, 8, 9)]
    [0, 4, 10, 11]
    """
    shift = 0
    for (start, end), new in edits:
        if offset < start + shift:
            break
        if offset < start + shift + len(new):
            return start
        shift += len(new) - (end - start)
    return offset - shift
