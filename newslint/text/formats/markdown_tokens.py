"""Tokens of markdown-it, with the place of each piece of text.

Every inline token carries in `meta["at"]` the offset, in the content of its block, at which it
begins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from newslint.text.formats.site_generators import extend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

WINDOW = 32_000
"""Code points that are parsed at a time; more where one block is longer."""


MARKS = "\n*_`~[]()!<>&\\|+-{"

MOST = 100_000
"""Maximum number of marks in a block: its tokens take up to a thousand bytes for each."""


class TooManyMarksError(Exception):
    """A block, in or below `line` (from 0), would take too much memory."""

    def __init__(self, line: int) -> None:
        super().__init__(f"more than {MOST:,} marks of Markdown in one block")
        self.line = line


def parse(
    text: str, starts: Sequence[int], mdx: bool = False, window: int = WINDOW
) -> Iterator[Token]:
    """The tokens of `text`: CommonMark, tables, strikethrough, footnotes and templates.

    `starts` are the offsets of its lines; a token's `map` counts from the first of them. Tokens
    take a hundred times the room of the text, so it is taken apart window by window: what a
    block is does not depend on those before it, and only the last one of a window may go on.
    Raises a TooManyMarksError for a block that holds too much markup.
    """
    parser, env = _parser(), {"mdx": mdx}
    if starts and len(text) - starts[0] > window and "]:" in text:
        for _ in _blocks(text, starts, env, window):
            pass  # a link may stand far before the line that says where it leads
    for token in _blocks(text, starts, env, window):
        if token.type == "inline":
            token.children = []
            parser.inline.parse(token.content, parser, env, token.children)
        yield token


def _blocks(
    text: str, starts: Sequence[int], env: MutableMapping[str, Any], window: int
) -> Iterator[Token]:
    """The tokens of all blocks; they are not kept after they are taken."""
    first, size = 0, window
    while first < len(starts):
        end = bisect_right(starts, starts[first] + size)
        is_last = end == len(starts)
        part = text[starts[first] : len(text) if is_last else starts[end]]
        if sum(map(part.count, MARKS)) > MOST:
            raise TooManyMarksError(first)
        env.update(more=not is_last, undecided=len(starts))
        tokens = _parser().parse(part, env)
        settled, rest = (
            (len(tokens), end - first) if is_last else _count_complete(tokens, env["undecided"])
        )
        if not rest:
            size *= 2
            continue
        del tokens[settled:]
        tokens.reverse()
        while tokens:
            token = tokens.pop()
            if token.map:
                token.map = [line + first for line in token.map]
            yield token
        first, size = first + rest, window


def _count_complete(tokens: Sequence[Token], undecided: int) -> tuple[int, int]:
    """Counts of the tokens and of the lines whose blocks are complete.

    The last block can go on, and of the last list the last item; and the one before a line that
    is undecided. (None, if they are all.)
    """
    for at in range(len(tokens) - 1, 0, -1):
        token = tokens[at]
        is_block = token.level == 0 and token.nesting >= 0
        is_item = token.type == "list_item_open" and token.level == 1
        if token.map and 0 < token.map[0] < undecided and (is_block or is_item):
            return at, token.map[0]
    return 0, 0


class PlacedState(StateInline):
    """Inline state that notes the offset at which each token began.

    Text gathers in `pending` until a token is pushed. Nothing is skipped while it gathers, so
    the offset of its first letter is all there is to know.
    """

    def __init__(self, *args: Any) -> None:
        self._gathered: list[str] = []
        self._began = 0
        super().__init__(*args)

    @property
    def pending(self) -> str:
        """The text that is in no token yet."""
        if len(self._gathered) > 1:
            self._gathered = ["".join(self._gathered)]
        return self._gathered[0] if self._gathered else ""

    @pending.setter
    def pending(self, text: str) -> None:
        if text and not self._gathered:
            self._began = self.pos
        self._gathered = [text] if text else []

    def append_pending(self, text: str) -> None:
        """Gather `text`, which begins at `pos`."""
        if not self._gathered:
            self._began = self.pos
        self._gathered.append(text)

    def pushPending(self) -> Token:  # noqa: N802
        """Make a token of the text gathered."""
        token = super().pushPending()
        token.meta["at"] = self._began
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token of what begins at `pos`."""
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token


class PlacedInline(ParserInline):
    """The inline parser, keeping its places."""

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        """The tokens of one block's content, or of one image's description."""
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        _spread(state.tokens)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class Parser(MarkdownIt):
    """A Markdown parser that neither checks nor normalises the targets of links."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Accept any target."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The target unchanged."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """The text unchanged."""
        return link


@cache
def _parser() -> Parser:
    parser = Parser("commonmark", {"maxNesting": 40, "store_labels": True})
    parser.inline = PlacedInline()
    extend(parser.block, parser.inline)
    # Both would join text tokens and lose the places of all but one.
    parser.enable("table").disable(["inline", "fragments_join", "text_join"])
    return parser


def _spread(tokens: list[Token]) -> None:
    """A run of emphasis marks is pushed from one place: give each mark its own."""
    began, end = -1, 0
    for token in tokens:
        if token.type != "text":
            continue
        if token.meta["at"] == began:
            token.meta["at"] = end
        else:
            began = token.meta["at"]
        end = token.meta["at"] + len(token.content)
