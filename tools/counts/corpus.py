"""Corpora -> streams of numbers: which word or boundary stands where, and with which publisher."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import zstandard

from newslint.text.context_tokens import BOUNDARIES, END, boundary, inner_stops
from newslint.text.document import Document
from newslint.text.prose import Prose
from tools.counts.publishers import publisher

HYPHEN = "-"

MARKS = (*BOUNDARIES, HYPHEN)
"""Boundaries, and hyphens, which tell the parts of a name; they have the first numbers."""


class Numbers(defaultdict[str, int]):
    """Gives each new string the next number."""

    def __missing__(self, key: str) -> int:
        """Number `key`."""
        number = self[key] = len(self)
        return number


@dataclass
class Stream:
    """A corpus as numbers: `tokens[i]` is a place in `forms`, `houses[i]` one in `publishers`."""

    tokens: np.ndarray[Any, np.dtype[np.uint32]]
    houses: np.ndarray[Any, np.dtype[np.uint16]]
    forms: list[str]
    publishers: list[str]

    def without(self, fold: int, folds: int) -> Stream:
        """Return the stream without the publishers that are held out in `fold`."""
        from zlib import crc32

        kept = np.array([crc32(name.encode()) % folds != fold for name in self.publishers])
        mask = kept[self.houses]
        return Stream(self.tokens[mask], self.houses[mask], self.forms, self.publishers)

    def save(self, folder: Path) -> None:
        """Write the stream into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / "tokens.npy", self.tokens)
        np.save(folder / "houses.npy", self.houses)
        (folder / "forms.json").write_text(json.dumps([self.forms, self.publishers]))

    @classmethod
    def load(cls, folder: Path) -> Stream:
        """Read what `save` wrote."""
        forms, publishers = json.loads((folder / "forms.json").read_text())
        return cls(
            np.load(folder / "tokens.npy"), np.load(folder / "houses.npy"), forms, publishers
        )


def articles(path: Path) -> Iterator[dict[str, str]]:
    """Yield the articles of a corpus: JSON Lines, compressed with zstd."""
    with path.open("rb") as file:
        reader = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(file)
        left = b""
        while chunk := reader.read(1 << 22):
            *lines, left = (left + chunk).split(b"\n")
            yield from map(json.loads, lines)
        if left.strip():
            yield json.loads(left)


def read(path: Path) -> Stream:
    """Return the corpus at `path`; of a paragraph that stands twice, the first one counts."""
    forms, houses = Numbers(), Numbers()
    for mark in MARKS:
        forms[mark]
    tokens, owners = array("I"), array("H")
    seen: set[int] = set()
    for article in articles(path):
        text = "\n\n".join(_fresh(article, seen))
        if text:
            begin = len(tokens)
            _append(Document(Prose.plain(text)), forms, tokens)
            owners.extend([houses[publisher(article["source"])]] * (len(tokens) - begin))
    return Stream(
        np.frombuffer(tokens, np.uint32), np.frombuffer(owners, np.uint16), [*forms], [*houses]
    )


def _fresh(article: dict[str, str], seen: set[int]) -> Iterator[str]:
    """Yield the title and the paragraphs that no article before had."""
    for paragraph in (article["title"], *article["text"].split("\n\n")):
        mark = hash(paragraph.strip())
        if mark not in seen:
            seen.add(mark)
            yield paragraph


def _append(document: Document, forms: Numbers, tokens: array[int]) -> None:
    pieces = document.pieces
    inner = set(inner_stops(pieces))
    for at in range(1, len(pieces) - 1):
        piece = pieces[at]
        if at % 2:
            tokens.append(forms[piece])
        elif piece == HYPHEN:
            tokens.append(forms[HYPHEN])
        elif piece != " " and at not in inner and (mark := boundary(piece)):
            tokens.append(forms[mark])
    tokens.append(forms[END])
