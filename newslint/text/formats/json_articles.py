"""JSON: each item is an article: ninjs, ANS, feeds.

Headline, body, captions and keywords of one item are one article. copy_fields.py says which keys
hold copy; what looks like HTML in them is read as that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import groupby, takewhile

from newslint.core.finding import Span
from newslint.core.language import is_english
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.formats import html
from newslint.text.formats.block_flow import BETWEEN
from newslint.text.formats.copy_fields import is_text
from newslint.text.formats.json_tokens import Path, String, letters, string_value, strings
from newslint.text.prose import Piece, Prose, through
from newslint.text.source import Source

RESERVED = html.RESERVED | frozenset('"\\') | frozenset(map(chr, range(32)))
"""Characters that a fix never inserts: JSON, or HTML inside it, would need an escape."""


MARKUP = lazy_pattern(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|&(?:#\w{1,8}|[a-zA-Z]{2,31});|<!--")

ITEMS = frozenset("articles data docs entries item items posts results stories".split(" "))
"""Keys at the top whose list holds separate articles."""


ENVELOPES = frozenset("data feed response".split(" "))
"""Keys at the top whose object holds such a list and no copy, as in a server's response."""


PAGES = frozenset(("collection", "results"))
"""ANS types whose `content_elements` are articles; those of a story are its paragraphs."""


TELLING = frozenset("lang language type".split(" "))
"""Keys that say whether an object holds copy in English."""


CODE = frozenset("code custom_embed gist oembed_response raw_html".split(" "))
"""Types of ANS elements whose content is not copy."""

COMMENT = "newslint"
"""The key of a suppression."""


def articles(source: Source, chosen: Collection[str] = ()) -> Iterator[Prose]:
    """The prose of each item of a JSON text, in turn."""
    yield from articles_in(source, Span(0, len(source.text)), chosen)


def articles_in(source: Source, span: Span, chosen: Collection[str]) -> Iterator[Prose]:
    """The prose of each article in the JSON text at `span` of `source`."""
    # It is gone through three times: to see whether it is JSON and what its top says of it, and
    # then item by item to see what of it is silent. To keep every string for later would take many
    # times the room of the text.
    top = [string for string in strings(source, span) if _is_told_at_top(string.path)]
    everywhere = set(_silent(source.text, top))
    paged = any(source.text[slice(*place)] in PAGES for path, place in top if path == ("type",))
    way = partial(_item, lists=ITEMS | {"content_elements"} if paged else ITEMS)
    first, second = (groupby(strings(source, span), way) for _ in range(2))
    for (_, ahead), (_, item) in zip(first, second, strict=True):
        silent = everywhere.union(_silent(source.text, ahead))
        yield Prose.of(_pieces(source.text, item, silent, chosen), RESERVED)


def _item(string: String, lists: Collection[str]) -> Path:
    """The path of the item that a string belongs to."""
    above = [*takewhile(lambda step: isinstance(step, str), string.path)]
    if len(above) == len(string.path) or not ENVELOPES.issuperset(above[:-1]):
        return ()
    return string.path[: len(above) + 1] if not above or above[-1] in lists else ()


def _is_told_at_top(path: Path) -> bool:
    """Whether a string at the top says something about all items."""
    return bool(path) and path[-1] in TELLING and ENVELOPES.issuperset(path[:-1])


def _silent(text: str, found: Iterable[String]) -> Iterator[Path]:
    """Paths of objects that say that they hold code or another language than English."""
    for path, span in found:
        key = path[-1] if path else ""
        value = text[slice(*span)] if key in TELLING else ""
        if value in CODE or (key != "type" and not is_english(value)):
            yield path[:-1]


def _pieces(
    text: str, item: Iterable[String], silent: Collection[Path], chosen: Collection[str]
) -> Iterator[Piece]:
    between = False
    for path, span in item:
        names = ["", "", *(step for step in path if isinstance(step, str))]
        if names[-1] == COMMENT:
            yield Piece("", Span(text.rindex(COMMENT, 0, span.start), span.end))
        elif is_text(names[-1], names[-2], chosen) and not _within(path, silent):
            value = string_value(text, span)
            if value.strip():
                if between:
                    yield BETWEEN
                between = True
                yield from page(value, partial(letters, text, span))


def page(value: str, letters: Callable[[], Iterable[Piece]]) -> Iterable[Piece]:
    """The prose of a string, which may be a page of HTML; `letters` are its pieces."""
    if MARKUP.search(value):
        return through(html.pieces(value), Prose.of(letters()))
    return letters()


def _within(path: Path, silent: Collection[Path]) -> bool:
    return bool(silent) and any(path[:length] in silent for length in range(len(path)))
