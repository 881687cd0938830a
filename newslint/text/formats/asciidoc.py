"""AsciiDoc, read as text: attributes, macros, comments and code are left out."""

from __future__ import annotations

import re

from newslint.core.finding import Span
from newslint.text.comments import MARK
from newslint.text.formats.copy_fields import is_text
from newslint.text.formats.line_markup import Kept, each, prose
from newslint.text.prose import Prose
from newslint.text.source import Source

CLOSED = re.compile(r"-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}\w*")
"""What stands round blocks that hold no text."""


FENCE = re.compile(r"={4,}|_{4,}|\*{4,}|--|[|,:!]={3,}|'{3,}|-{3}|<{3,}|\+")

ATTRIBUTES = re.compile(r"\[[^\]]*\]|\[\[.*\]\]")

ENTRY = re.compile(r":!?([\w-]+)!?:[ \t]*")

MACRO = re.compile(r"\w[\w-]*::\S*\[.*\]")

OPENER = re.compile(
    r"=+[ \t]+|\.(?=[^\s.])|(?:\*+|-|\.+|\d+\.)[ \t]+|(?:\d*\.?\d*[+*]?[a-z]?\|)[ \t]*"
)


MARKUP = re.compile(
    r"""`[^`\n]+`
      | \b(?:link:|xref:|mailto:|https?://)[^\s\[\]]*\[(?P<said1>[^\]]*)\]
      | <<[^,>]*,\s*(?P<said2>[^>]*)>>
      | <<[^>]*>>
      | \b(?:image|kbd|btn|menu|icon|stem|pass|anchor|indexterm2?):[^\s\[]*\[[^\]]*\]
      | \bfootnote:\w*\[(?P<gone>[^\]]*)\]
      | \{[\w-]+\}
      | (?<![\w*])\*{1,2}(?P<said3>\S(?:[^*\n]*[^*\s])?)\*{1,2}(?!\w)
      | (?<![\w_])_{1,2}(?P<said4>[^\s_](?:[^_\n]*[^_\s])?)_{1,2}(?!\w)
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
        held = source.text[slice(*line)]
        said = held.rstrip()
        if closing:
            closing = "" if said == closing else closing
            continue
        entry = ENTRY.match(said)
        if said.startswith("//") and not said.startswith("///"):
            if MARK in said:
                yield Span(line.start, line.start + len(said))
            continue
        if CLOSED.fullmatch(said):
            closing = "```" if said.startswith("`") else said
        if closing or not said or any(p.fullmatch(said) for p in (FENCE, ATTRIBUTES, MACRO)):
            begins = True
            yield None
            continue
        if entry and not is_text(entry[1]):
            continue
        opener = entry or OPENER.match(said)
        if opener:
            yield None
        elif begins and said[0] in " \t":
            continue  # an indented paragraph is code
        begins = False
        start = line.start + (opener.end() if opener else 0)
        if start < line.start + len(said):
            yield Span(start, line.start + len(said))
