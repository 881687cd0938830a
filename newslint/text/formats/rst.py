"""reStructuredText, read as text: directives, code and roles of code are left out."""

from __future__ import annotations

import re

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.comments import MARK
from newslint.text.formats.line_markup import Kept, each, prose
from newslint.text.prose import Prose
from newslint.text.source import Source

RULE = lazy_pattern(r"([^\w\s])\1{2,}|[=\-+|\s]*[=\-]{2}[=\-+|\s]*")

EXPLICIT = lazy_pattern(r"\.\.(?:[ \t]+|\Z)")

NOTE = lazy_pattern(r"\.\.[ \t]+\[[^\]\s]+\][ \t]+")

DIRECTIVE = lazy_pattern(r"\.\.[ \t]+(?:\|[^|]*\|[ \t]+)?([\w:.-]+?)::(?:[ \t]+|\Z)")

OPENER = lazy_pattern(r"(?:[-*+•|][ \t]+|(?:\d+|#)[.)][ \t]+|:[^:\s][^:]*:(?:[ \t]+|\Z))*")

TEXTS = frozenset(
    (
        "admonition attention caution container danger deprecated epigraph error highlights hint "
        "important note parsed-literal pull-quote seealso sidebar tip topic versionadded "
        "versionchanged warning"
    ).split(" ")
)
"""Directives that hold text."""

MARKUP = lazy_pattern(
    r"""``.+?``
      | :(?:ref|doc|term|abbr|emphasis|strong|title|sub|sup)[\w-]*:`(?P<shown1>[^`<]*[^`<\s])
        (?:\s*<[^`>]*>)?`
      | :[\w:+.-]+:`[^`]*`
      | `(?P<shown2>[^`<]*[^`<\s])(?:\s*<[^`>]*>)?`_{0,2}
      | (?<!\w)\[(?P<gone>[\w#*-]+)\]_
      | \|\S[^|]*\S\|
      | (?<![\w*])\*\*(?P<shown3>\S(?:[^*]*[^*\s])?)\*\*(?!\w)
      | (?<![\w*])\*(?P<shown4>\S(?:[^*]*[^*\s])?)\*(?!\w)
    """,
    re.VERBOSE,
)


def read(source: Source) -> Prose:
    """The prose of a source in reStructuredText."""
    return prose(source, _kept(source), MARKUP)


def _kept(source: Source) -> Kept:
    left_out = options = -1
    for line in each(source):
        line_text = source.text[slice(*line)]
        content = line_text.strip()
        start = line.start + len(line_text) - len(line_text.lstrip())
        depth = start - line.start
        if not content:
            yield None
            continue
        if 0 <= left_out < depth or (options >= 0 and depth > options and content.startswith(":")):
            continue
        left_out = -1
        if not content.startswith(":"):
            options = -1
        directive = DIRECTIVE.match(content)
        note = NOTE.match(content)
        if directive and directive[1] in TEXTS:
            yield None
            options = depth
            start += directive.end()
        elif note:
            yield None
            start += note.end()
        elif EXPLICIT.match(content) or content == "..":
            left_out = depth
            if MARK in content:
                yield Span(start, start + len(content))
            continue
        elif RULE.fullmatch(content) or content.startswith(">>> "):
            yield None
            continue
        opener = OPENER.match(source.text, start, line.end)
        if opener and opener.end() > start:
            yield None
            start = opener.end()
        if content.endswith("::"):
            left_out = depth
        if start < line.end:
            yield Span(start, line.end - (len(line_text) - len(line_text.rstrip())))
