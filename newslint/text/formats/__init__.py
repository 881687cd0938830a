"""Formats of copy: what a reader sees of each, and where it stands in the file.

One module a format, one row of FORMATS each. Text of a format that is not here is read as plain
text. Formats may import what stands beside them in `text`, `lexicon` and `core`.
"""

from newslint.text.formats.format import HASH_COMMENT, TAG_COMMENT, Comment, Format

PLAIN = Format(("txt", "text"), "plain", HASH_COMMENT, searched=True)

FORMATS = (
    PLAIN,
    Format(("md", "markdown"), "markdown", TAG_COMMENT, searched=True),
    Format(("mdx",), "markdown", Comment("{{/* {} */}}", True), searched=True),
    Format(("html", "htm", "xhtml"), "html", TAG_COMMENT, searched=True),
    Format(("rst",), "rst", Comment(".. {}", False), searched=True),
    Format(("rest",), "rst", Comment(".. {}", False)),
    Format(("adoc", "asciidoc"), "asciidoc", Comment("// {}", False), searched=True),
    Format(("asc",), "asciidoc", Comment("// {}", False)),
    Format(("docx",), "docx", HASH_COMMENT, searched=True, decodes=True),
    Format(("odt",), "odt", HASH_COMMENT, searched=True, decodes=True),
    Format(("rtf",), "rtf", HASH_COMMENT, searched=True, decodes=True),
    Format(("eml",), "eml", HASH_COMMENT, searched=True, decodes=True),
    Format(("json",), "json_articles", HASH_COMMENT, has_fields=True),
    Format(("jsonl", "ndjson"), "json_lines", HASH_COMMENT, has_fields=True),
    Format(("csv", "tsv"), "csv_articles", HASH_COMMENT, has_fields=True),
    Format(("xml", "nitf", "newsml", "rss", "atom"), "xml", TAG_COMMENT, has_fields=True),
)
