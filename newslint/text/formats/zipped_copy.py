"""Zipped XML (DOCX, ODT): its paragraphs as text, and that text, edited, back into it.

The text is split into runs, each with its own formatting, and a word may be split over several;
here a paragraph is whole. Writing changes letters inside runs and nothing else: every other letter
of the XML, and every other part, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import SequenceMatcher
from io import BytesIO
from itertools import accumulate, islice, takewhile, zip_longest
from xml.sax.saxutils import escape
from zipfile import ZipFile, ZipInfo

from newslint.core.errors import SourceError
from newslint.core.finding import Edit, Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.edits import apply
from newslint.text.encodings import Decoded, decode
from newslint.text.formats.paragraphs import BETWEEN
from newslint.text.formats.xml import check
from newslint.text.prose import Piece, Prose
from newslint.text.source import Source

LARGEST = 100_000_000
"""Maximum unpacked size, in bytes, of one part and of all parts together."""


WORDS = lazy_pattern(r"\w+|\W")


class Layout(NamedTuple):
    """Where a kind of file has its copy.

    `kind` is its name in messages, `parts` matches the names of the parts with copy, of which
    `main` must be there; `pieces` reads the text of a part's XML, and `mended` is the XML after
    an edit (old XML, new XML) as its programs need it.
    """

    kind: str
    parts: re.Pattern[str]
    main: str
    pieces: Callable[[str], Iterator[Piece]]
    mended: Callable[[str, str], str]


class Part(NamedTuple):
    """A part of the zip that holds copy: its XML, and its text with a source map."""

    name: str
    xml: Decoded
    prose: Prose


class ZippedCopy:
    """A file of zipped XML, which can be written again with another text.

    `text` is all its paragraphs, with blank lines between them.
    """

    read_only = ""

    def __init__(self, data: bytes, path: str, layout: Layout) -> None:
        """A SourceError says why the file cannot be read."""
        self._data = data
        self._path = path
        self._layout = layout
        with self._opened() as zipped:
            names = filter(layout.parts.fullmatch, self._checked(zipped))
            unpacked = {name: zipped.read(name) for name in names}
        parts = [self._part(name, xml) for name, xml in unpacked.items()]
        if not any(part.name == layout.main for part in parts):
            raise SourceError(path, f"no {layout.kind}: it has no {layout.main}")
        self._parts = [part for part in parts if part.prose.text]
        self.text = BETWEEN.join(part.prose.text for part in self._parts)

    def pack(self, text: str) -> bytes:
        """The file with `text` instead of its own; the number of paragraphs must be the same."""
        if text == self.text:
            return self._data
        changed: dict[str, bytes] = {}
        new = iter(text.split(BETWEEN))
        for part in self._parts:
            count = part.prose.text.count(BETWEEN) + 1
            xml = self._rewritten(part, list(islice(new, count)))
            if xml != part.xml.text:
                changed[part.name] = part.xml.bom + xml.encode(part.xml.encoding)
        if next(new, None) is not None:
            raise SourceError(self._path, "a paragraph is too many, so nothing was written")
        return self._zipped(changed)

    @contextmanager
    def _opened(self) -> Iterator[ZipFile]:
        """Open the zip; turn each error of a damaged one into a SourceError."""
        try:
            with ZipFile(BytesIO(self._data)) as zipped:
                yield zipped
        except SourceError:
            raise
        except Exception as error:
            raise SourceError(
                self._path, f"no {self._layout.kind} that can be read ({error})"
            ) from None

    def _checked(self, zipped: ZipFile) -> list[str]:
        """The names of all parts; a SourceError if one cannot be accepted."""
        infos = zipped.infolist()
        names = [info.filename for info in infos]
        for info in infos:
            if info.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", info.filename):
                kind = self._layout.kind
                raise SourceError(self._path, f"no {kind}: '{info.filename}' leads out of it")
            if info.flag_bits & 1:
                raise SourceError(self._path, "is encrypted")
        if len(set(names)) < len(names):
            kind = self._layout.kind
            raise SourceError(self._path, f"no {kind}: two of its parts have one name")
        if sum(info.file_size for info in infos) > LARGEST:
            raise SourceError(self._path, f"unpacks to more than {LARGEST // 1_000_000} MB")
        return names

    def _part(self, name: str, data: bytes) -> Part:
        where = f"{self._path}/{name}"
        xml = decode(data, where)
        check(Source.from_text(xml.text, where))
        return Part(name, xml, Prose.of(self._layout.pieces(xml.text)))

    def _rewritten(self, part: Part, lines: list[str]) -> str:
        """The XML of a part with `lines` for its paragraphs."""
        edits: list[Edit] = []
        at = 0
        for old, new in zip_longest(part.prose.text.split(BETWEEN), lines):
            if new is None:
                raise SourceError(self._path, "a paragraph is missing, so nothing was written")
            edits += _edits(part, at, old, new) if old != new else ()
            at += len(old) + len(BETWEEN)
        return self._layout.mended(part.xml.text, apply(part.xml.text, edits))

    def _zipped(self, changed: dict[str, bytes]) -> bytes:
        """The zip with new bytes for the `changed` parts, in the old order."""
        target = BytesIO()
        with self._opened() as old, ZipFile(target, "w") as new:
            new.comment = old.comment
            for info in old.infolist():
                data = changed.get(info.filename)
                new.writestr(_like(info), old.read(info) if data is None else data)
        return target.getvalue()


def unpacked(data: bytes, path: str, layout: Layout) -> Source:
    """The source in a file of zipped XML: its paragraphs, and the file to put them back into."""
    copy = ZippedCopy(data, path, layout)
    return Source(path, copy.text, package=copy)


def read(source: Source) -> Prose:
    """The prose of zipped copy: between two paragraphs nothing can be edited."""
    return Prose.of(_paragraphs(source.text))


def _paragraphs(text: str) -> Iterator[Piece]:
    at = 0
    for paragraph in text.split(BETWEEN):
        if at:
            yield Piece(BETWEEN)
        yield Piece(paragraph, Span(at, at + len(paragraph)))
        at += len(paragraph) + len(BETWEEN)


def _edits(part: Part, at: int, old: str, new: str) -> Iterator[Edit]:
    """Edits of the XML that change the paragraph at `at` from `old` to `new`."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    # What stands before the first change stays as it is, even where the matcher would sooner
    # keep the second of two like words.
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    same = sum(1 for _ in alike)
    at += sum(map(len, before[:same]))
    before, after = before[same:], after[same:]
    offsets = list(accumulate(map(len, before), initial=at))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for operation, start, end, low, high in matcher.get_opcodes():
        if operation != "equal":
            span = Span(offsets[start], offsets[end])
            yield from _spread(part, part.prose.least(Edit(span, "".join(after[low:high]))))


def _spread(part: Part, edit: Edit) -> Iterator[Edit]:
    """One edit for each run: the first run takes the new text, the others lose their letters."""
    new = escape(edit.text)
    for _, span, _ in part.prose.within(edit.span):
        if span is not None:
            host = bool(new) and not _is_sign(part, span)
            yield Edit(span, new if host else "")
            new = "" if host else new
    if new:
        place = _beside(part, edit.span)
        yield Edit(Span(place, place), new)


def _beside(part: Part, span: Span) -> int:
    """The place to insert text that replaces none: after the letter before, or before the next."""
    before = part.prose.to_source(Span(span.start - 1, span.start)) if span.start else None
    if before and not _is_sign(part, before):
        return before.end
    after = part.prose.to_source(Span(span.end, span.end + 1))
    if after and not _is_sign(part, after):
        return after.start
    raise SourceError(part.name, "there is no text beside the place to write to")


def _is_sign(part: Part, span: Span) -> bool:
    """Whether a tag stands here, for a tab or a line break."""
    return part.xml.text[span.start] == "<"


def _like(info: ZipInfo) -> ZipInfo:
    """A copy of a part's entry in the zip, without its size and checksum."""
    new = ZipInfo(info.filename, info.date_time)
    for name in ("compress_type", "comment", "extra", "create_system", "external_attr"):
        setattr(new, name, getattr(info, name))
    return new
