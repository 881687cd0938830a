"""AsciiDoc, read as text: attributes, macros, comments and code are left out."""

from __future__ import annotations

import re

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.comments import MARK
from newslint.text.formats.copy_fields import is_text
from newslint.text.formats.line_markup import Kept, each, prose
from newslint.text.prose import Prose
from newslint.text.source import Source

CLOSED = lazy_pattern(r"-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}\w*")
"""Delimiters of blocks without prose."""


FENCE = lazy_pattern(r"={4,}|_{4,}|\*{4,}|--|[|,:!]={3,}|'{3,}|-{3}|<{3,}|\+")

ATTRIBUTES = lazy_pattern(r"\[[^\]]*\]|\[\[.*\]\]")

ENTRY = lazy_pattern(r":!?([\w-]+)!?:[ \t]*")

MACRO = lazy_pattern(r"\w[\w-]*::\S*\[.*\]")

OPENER = lazy_pattern(
    r"=+[ \t]+|\.(?=[^\s.])|(?:\*+|-|\.+|\d+\.)[ \t]+|(?:\d*\.?\d*[+*]?[a-z]?\|)[ \t]*"
)

MARKUP = lazy_pattern(
    r"""`[^`\n]+`
      | \b(?:link:|xref:|mailto:|https?://)[^\s\[\]]*\[(?P<shown1>[^\]]*)\]
      | <<[^,>]*,\s*(?P<shown2>[^>]*)>>
      | <<[^>]*>>
      | \b(?:image|kbd|btn|menu|icon|stem|pass|anchor|indexterm2?):[^\s\[]*\[[^\]]*\]
      | \bfootnote:\w*\[(?P<gone>[^\]]*)\]
      | \{[\w-]+\}
      | (?<![\w*])\*{1,2}(?P<shown3>\S(?:[^*\n]*[^*\s])?)\*{1,2}(?!\w)
      | (?<![\w_])_{1,2}(?P<shown4>[^\s_](?:[^_\n]*[^_\s])?)_{1,2}(?!\w)
    """,
    re.VERBOSE,
)


def read(source: Source) -> Prose:
    """The prose of a source in AsciiDoc."""
    return prose(source, _kept(source), MARKUP)


def _kept(source: Source) -> Kept:
    closing = ""
    begins = True
    for line in each(source):
        line_text = source.text[slice(*line)]
        content = line_text.rstrip()
        if closing:
            closing = "" if content == closing else closing
            continue
        entry = ENTRY.match(content)
        if content.startswith("//") and not content.startswith("///"):
            if MARK in content:
                yield Span(line.start, line.start + len(content))
            continue
        if CLOSED.fullmatch(content):
            closing = "```" if content.startswith("`") else content
        if closing or not content or any(p.fullmatch(content) for p in (FENCE, ATTRIBUTES, MACRO)):
            begins = True
            yield None
            continue
        if entry and not is_text(entry[1]):
            continue
        opener = entry or OPENER.match(content)
        if opener:
            yield None
        elif begins and content[0] in " \t":
            continue  # an indented paragraph is code
        begins = False
        start = line.start + (opener.end() if opener else 0)
        if start < line.start + len(content):
            yield Span(start, line.start + len(content))
