"""Draw numbers over periods as SVG, which stands in a page without scripts.

Colours are classes (`s0`, `s1` ...), which the page's style gives for light and dark. What each
bar and point shows stands in its title. Names are escaped, since they may be hostile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from math import floor, log10

from newslint.core.record import NamedTuple

WIDTH, HEIGHT = 720, 200

LEFT, RIGHT, TOP, BOTTOM = 52, 8, 8, 22
"""Margins for the scales."""


LABELS = 12
"""Maximum number of periods labelled below a chart."""


COLOURS = 8
"""Number of colours in the page; with more series, some share a colour."""


class Series(NamedTuple):
    """One series: a value for each period."""

    name: str
    values: Sequence[float]


Formatter = Callable[[float], str]
"""Formats a value."""


def bars(
    label: str, periods: Sequence[str], series: Sequence[Series], format_value: Formatter
) -> str:
    """A chart with a stacked bar for each period."""
    top = _round_up(max(map(sum, zip(*(s.values for s in series), strict=True)), default=0))
    step = (WIDTH - LEFT - RIGHT) / max(len(periods), 1)

    def drawn() -> Iterator[str]:
        for at, period in enumerate(periods):
            x, y = LEFT + (at + 0.08) * step, _height(0, top)
            for colour, (name, values) in enumerate(series):
                if value := values[at]:
                    y -= (high := _height(0, top) - _height(value, top))
                    yield (
                        f'<rect class="s{colour % COLOURS}" x="{x:.1f}" y="{y:.1f}"'
                        f' width="{step * 0.84:.1f}" height="{high:.1f}">'
                        f"<title>{escape(f'{period}: {name} {format_value(value)}')}</title></rect>"
                    )

    return _picture(label, periods, top, format_value, drawn())


def lines(
    label: str, periods: Sequence[str], series: Sequence[Series], format_value: Formatter
) -> str:
    """A chart with a line for each series and a point for each period."""
    top = _round_up(max((value for s in series for value in s.values), default=0))
    step = (WIDTH - LEFT - RIGHT) / max(len(periods), 1)

    def drawn() -> Iterator[str]:
        for colour, (name, values) in enumerate(series):
            points = [
                (LEFT + (at + 0.5) * step, _height(value, top)) for at, value in enumerate(values)
            ]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            yield f'<polyline class="s{colour % COLOURS}" points="{path}"/>'
            for (x, y), period, value in zip(points, periods, values, strict=True):
                yield (
                    f'<circle class="s{colour % COLOURS}" cx="{x:.1f}" cy="{y:.1f}" r="3">'
                    f"<title>{escape(f'{period}: {name} {format_value(value)}')}</title></circle>"
                )

    return _picture(label, periods, top, format_value, drawn())


def _picture(
    label: str, periods: Sequence[str], top: float, format_value: Formatter, drawn: Iterator[str]
) -> str:
    """The chart: what is drawn, with its scales."""
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(label)}"'
    scales = "".join((*_rulings(top, format_value), *_periods(periods)))
    return f"<svg {box}>{scales}{''.join(drawn)}</svg>"


def _rulings(top: float, format_value: Formatter) -> Iterator[str]:
    for value in (0.0, top / 2, top):
        y, label = _height(value, top), escape(format_value(value))
        yield (
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text class="value" x="{LEFT - 6}" y="{y + 4:.1f}">{label}</text>'
        )


def _periods(periods: Sequence[str]) -> Iterator[str]:
    """Labels of as many periods as fit, such as every second or third."""
    step = (WIDTH - LEFT - RIGHT) / max(len(periods), 1)
    every = -(-len(periods) // LABELS) or 1
    for at in range(0, len(periods), every):
        x, y = LEFT + (at + 0.5) * step, HEIGHT - 6
        yield f'<text x="{x:.1f}" y="{y}">{escape(periods[at])}</text>'


def _height(value: float, top: float) -> float:
    """The vertical position of a value, counted from the top."""
    return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM)


def _round_up(value: float) -> float:
    """A round number that is not below the value.

    >>> _round_up(0.37), _round_up(2), _round_up(61), _round_up(0)
    (0.4, 2.0, 80.0, 1.0)
    """
    if value <= 0:
        return 1.0
    power = 10.0 ** floor(log10(value))
    return round(next(n for n in (1, 2, 4, 6, 8, 10) if n * power >= value * 0.9999) * power, 9)
