"""What is known of a format of copy, and the format of a file by its ending."""

from __future__ import annotations

from newslint.core.record import NamedTuple


class Comment(NamedTuple):
    """How a format writes a comment, and whether one may stand behind other text in its line."""

    form: str
    inline: bool


class Format(NamedTuple):
    """A format of copy.

    `module` in `newslint.text.formats` reads it: `articles(source, fields)` where a file holds
    many articles and a desk may choose the `fields` that hold copy, otherwise `read(source)`.
    Folders are searched for files of a format that is `searched`. The module of one that `decodes`
    turns the bytes of a file into a Source itself: `decoded(data, path)`.
    """

    endings: tuple[str, ...]
    module: str
    comment: Comment
    searched: bool = False
    has_fields: bool = False
    decodes: bool = False


TAG_COMMENT = Comment("<!-- {} -->", True)

HASH_COMMENT = Comment("# {}", False)
