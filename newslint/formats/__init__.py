"""Formats: a Source in, its Prose out. One module a format, imported when it is met."""

from __future__ import annotations

from newslint.prose import Prose
from newslint.source import Source, suffix


def read(source: Source) -> Prose:
    """What a reader sees of `source`; its suffix says how it is written."""
    written = suffix(source.path)
    if written in {"md", "markdown"}:
        from newslint.formats import markdown

        return markdown.read(source)
    if written in {"html", "htm", "xhtml"}:
        from newslint.formats import html

        return html.read(source)
    from newslint.formats import plain

    return plain.read(source)
