"""reStructuredText, read as text: directives, code and roles of code are left out."""

from __future__ import annotations

import re

from newslint.core.finding import Span
from newslint.text.comments import MARK
from newslint.text.formats.line_markup import Kept, each, prose
from newslint.text.prose import Prose
from newslint.text.source import Source

RULE = re.compile(r"([^\w\s])\1{2,}|[=\-+|\s]*[=\-]{2}[=\-+|\s]*")

EXPLICIT = re.compile(r"\.\.(?:[ \t]+|\Z)")

NOTE = re.compile(r"\.\.[ \t]+\[[^\]\s]+\][ \t]+")

DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]*\|[ \t]+)?([\w:.-]+?)::(?:[ \t]+|\Z)")

OPENER = re.compile(r"(?:[-*+•|][ \t]+|(?:\d+|#)[.)][ \t]+|:[^:\s][^:]*:(?:[ \t]+|\Z))*")


TEXTS = frozenset(
    (
        "admonition attention caution container danger deprecated epigraph error highlights hint "
        "important note parsed-literal pull-quote seealso sidebar tip topic versionadded "
        "versionchanged warning"
    ).split(" ")
)
"""Directives that hold text."""


MARKUP = re.compile(
    r"""``.+?``
      | :(?:ref|doc|term|abbr|emphasis|strong|title|sub|sup)[\w-]*:`(?P<said1>[^`<]*[^`<\s])
        (?:\s*<[^`>]*>)?`
      | :[\w:+.-]+:`[^`]*`
      | `(?P<said2>[^`<]*[^`<\s])(?:\s*<[^`>]*>)?`_{0,2}
      | (?<!\w)\[(?P<gone>[\w#*-]+)\]_
      | \|\S[^|]*\S\|
      | (?<![\w*])\*\*(?P<said3>\S(?:[^*]*[^*\s])?)\*\*(?!\w)
      | (?<![\w*])\*(?P<said4>\S(?:[^*]*[^*\s])?)\*(?!\w)
    """,
    re.VERBOSE,
)


def read(source: Source) -> Prose:
    """The prose of a source in reStructuredText."""
    return prose(source, _kept(source), MARKUP)


def _kept(source: Source) -> Kept:
    left_out = options = -1
    for line in each(source):
        held = source.text[slice(*line)]
        said = held.strip()
        start = line.start + len(held) - len(held.lstrip())
        depth = start - line.start
        if not said:
            yield None
            continue
        if 0 <= left_out < depth or (options >= 0 and depth > options and said.startswith(":")):
            continue
        left_out = -1
        if not said.startswith(":"):
            options = -1
        directive = DIRECTIVE.match(said)
        note = NOTE.match(said)
        if directive and directive[1] in TEXTS:
            yield None
            options = depth
            start += directive.end()
        elif note:
            yield None
            start += note.end()
        elif EXPLICIT.match(said) or said == "..":
            left_out = depth
            if MARK in said:
                yield Span(start, start + len(said))
            continue
        elif RULE.fullmatch(said) or said.startswith(">>> "):
            yield None
            continue
        opener = OPENER.match(source.text, start, line.end)
        if opener and opener.end() > start:
            yield None
            start = opener.end()
        if said.endswith("::"):
            left_out = depth
        if start < line.end:
            yield Span(start, line.end - (len(held) - len(held.rstrip())))
