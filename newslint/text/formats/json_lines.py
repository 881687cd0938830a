"""JSON Lines: each line is a JSON text with articles in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newslint.core.finding import Span
from newslint.text.formats.json_articles import articles_in
from newslint.text.prose import Prose
from newslint.text.source import Source


def articles(source: Source, chosen: Collection[str] = ()) -> Iterator[Prose]:
    """The prose of each article; blank lines are skipped."""
    for line in re.finditer(r"[^\n]+", source.text):
        if line[0].strip():
            yield from articles_in(source, Span(*line.span()), chosen)
