"""Formats: a Source in; out comes the Prose of each article in it.

One module a format, imported when it is met.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newslint.text.prose import Prose
from newslint.text.source import Source, suffix

FIELDED = tuple("json jsonl ndjson csv tsv xml nitf newsml rss atom".split(" "))
"""Suffixes of formats in which a desk may choose the fields that hold copy."""


def articles(source: Source, fields: Collection[str] = ()) -> Iterable[Prose]:
    """What a reader sees of each article in `source`; its suffix says how it is written.

    `fields` are the keys or columns that hold copy; if none are named, those of fields.py.
    """
    match suffix(source.path):
        case "json":
            from newslint.text.formats import json_articles

            return json_articles.articles(source, fields)
        case "jsonl" | "ndjson":
            from newslint.text.formats import json_articles

            return json_articles.lines(source, fields)
        case "csv" | "tsv":
            from newslint.text.formats import csv_articles

            return csv_articles.articles(source, fields)
        case "xml" | "nitf" | "newsml" | "rss" | "atom":
            from newslint.text.formats import xml

            return xml.articles(source, fields)
    return (read(source),)


def read(source: Source) -> Prose:
    """What a reader sees of a `source` whose format holds one article."""
    match suffix(source.path):
        case "md" | "markdown" | "mdx":
            from newslint.text.formats import markdown

            return markdown.read(source)
        case "html" | "htm" | "xhtml":
            from newslint.text.formats import html

            return html.read(source)
        case "rst" | "rest":
            from newslint.text.formats import rst

            return rst.read(source)
        case "adoc" | "asciidoc" | "asc":
            from newslint.text.formats import asciidoc

            return asciidoc.read(source)
        case "docx":
            from newslint.text.formats import docx

            return docx.read(source)
    from newslint.text.formats import plain

    return plain.read(source)
