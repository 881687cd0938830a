"""The text report: each finding with its line, the place marked, and why we think so.

A paragraph of news copy is one line of many hundred characters, so what is shown is a window
round the place that fits the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.finding import DISPLAY, SAFE, Finding, Span
from newslint.core.record import NamedTuple
from newslint.report.colour import Colours
from newslint.report.concise import heading
from newslint.report.format import no_tail
from newslint.report.terminal_text import visible, width, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.report.format import TerminalStyle
    from newslint.text.source import Source


HEAD = ""

BETWEEN = "\n"

tail = no_tail

_MOST_LINES = 3
"""Maximum lines shown of a place."""


_MOST_SUGGESTIONS = 3


class _Line(NamedTuple):
    """A line of the source and the part of the finding's place in it."""

    number: int
    before: str
    place: str
    after: str


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """Every finding as a small block of lines."""
    paint = Colours(look.colour)
    path = paint.strong(visible(source.path))
    return [_block(path, source, finding, look, paint) for finding in findings]


def _block(path: str, source: Source, finding: Finding, look: TerminalStyle, paint: Colours) -> str:
    lines = list(_lines(source, finding.span, look.width))
    margin = " " * len(str(lines[-1].number))
    bar = paint.frame("|")
    rows = [_first(path, source, finding, look), f"{margin} {bar}"]
    for line in lines:
        before, place, after = _fitted(line, look.width - len(margin) - 3)
        number = paint.frame(f"{line.number:>{len(margin)}}")
        marks = paint.severity(finding.severity, "^" * max(1, width(place)))
        rows.append(f"{number} {bar} {before}{paint.bad(place)}{after}".rstrip())
        rows.append(f"{margin} {bar} {' ' * width(before)}{marks}")
    for note in finding.evidence:
        first, *more = _wrapped(visible(note), look.width - len(margin) - 3)
        rows.append(f"{margin} {paint.frame('=')} {first}")
        rows += [f"{margin}   {line}" for line in more]
    rows += [f"{margin} {paint.frame('=')} {note}" for note in _help(finding, paint)]
    return "\n".join(rows) + "\n"


def _wrapped(note: str, room: int) -> list[str]:
    """A note in lines of at most `room` columns; one that fits stays as it is."""
    if len(note) <= room:
        return [note]
    from textwrap import wrap

    return wrap(note, room, break_on_hyphens=False)


def _first(path: str, source: Source, finding: Finding, look: TerminalStyle) -> str:
    """Place, rule and message in one line; a long message goes below."""
    shown = heading(path, source, finding, Colours(look.colour, look.links))
    plain = heading(visible(source.path), source, finding, Colours(False))
    message = visible(finding.message)
    gap = " " if width(plain) + 1 + width(message) <= look.width else "\n    "
    return f"{shown}{gap}{message}"


def _fitted(line: _Line, room: int) -> tuple[str, str, str]:
    return window(visible(line.before), visible(line.place), visible(line.after), room)


def _lines(source: Source, span: Span, room: int) -> Iterator[_Line]:
    """The lines that contain the place, each cut to what is shown.

    A line may be megabytes long, so only a few times `room` of it are read.
    """
    text, reach = source.text, 4 * room
    number, column = source.line_column(span.start)
    begin, start = span.start - (column - 1), span.start
    for _ in range(_MOST_LINES):
        end = _line_end(text, start, max(span.end, start) + reach)
        stop = min(span.end, end)
        before = text[max(begin, start - reach) : start]
        yield _Line(number, before, text[start:stop], text[stop:end])
        if span.end <= end:
            return
        begin = start = end + (2 if text.startswith("\r\n", end) else 1)
        number += 1


def _line_end(text: str, start: int, limit: int) -> int:
    """The end of the line, or `limit` if that comes first."""
    ends = [text.find(mark, start, limit) for mark in "\r\n"]
    return min((end for end in ends if end >= 0), default=min(limit, len(text)))


def _help(finding: Finding, paint: Colours) -> list[str]:
    """Lines with the suggestion, and with the option that makes the fix."""
    suggestions = [paint.good(visible(text)) for text in finding.suggestions[:_MOST_SUGGESTIONS]]
    if not suggestions:
        return []
    fix = finding.fix
    if fix is None or fix.applicability == DISPLAY:
        return [f"help: perhaps {' or '.join(suggestions)}"]
    option = "--fix" if fix.applicability == SAFE else "--fix --unsafe-fixes"
    advice = f"write {suggestions[0]}" if suggestions[0] else "leave it out"
    return [f"help: {advice} ({option} does it)"]
