"""markdown-it, taught to say where each piece of text stands.

Markdown in, markdown-it's own tokens out, with one addition: every inline token carries in
`meta["at"]` the offset, in the content of its block, at which it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from functools import cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
TEMPLATE = re.compile(
    r"""\{%-?\s*(highlight|raw|comment)\b.*?%\}.*?\{%-?\s*end\1\s*-?%\}  # code in a template
      | \{\{.*?\}\} | \{%.*?%\}     # Hugo, Jekyll
      | \{/\*.*?\*/\}             # a comment in MDX
      | \{[:\#.][^{}\n]*\}        # attributes
    """,
    re.VERBOSE | re.DOTALL,
)
EXPRESSION = re.compile(r"\{[^{}\n]*\}")
"""What stands in braces in MDX."""

FOOTNOTE_HEAD = re.compile(r"\[\^[^\[\]\s]+\]:[ \t]*")


def parse(text: str, mdx: bool = False) -> Iterator[Token]:
    """The tokens of `text`: CommonMark, tables, strikethrough, footnotes and templates.

    They take a hundred times the room of the text: a block is taken apart when its turn comes,
    and forgotten by us when that is over.
    """
    parser, env = _parser(), {"mdx": mdx}
    tokens = parser.parse(text, env)
    tokens.reverse()
    while tokens:
        token = tokens.pop()
        if token.type == "inline":
            token.children = []
            parser.inline.parse(token.content, parser, env, token.children)
        yield token


class PlacedState(StateInline):
    """Notes where each token began.

    Text gathers in `pending` until a token is pushed. Nothing is skipped while it gathers, so
    the offset of its first letter is all there is to know.
    """

    def __init__(self, *args: Any) -> None:
        self._gathered: list[str] = []
        self._began = 0
        super().__init__(*args)

    @property
    def pending(self) -> str:
        """Text that no token holds yet."""
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
    """A link's target is of no interest to us, so there is nothing to check or normalise."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Any target will do."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The target as it stands."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """The text as it stands."""
        return link


@cache
def _parser() -> Parser:
    parser = Parser("commonmark", {"maxNesting": 40})
    parser.inline = PlacedInline()
    parser.inline.ruler.before("link", "footnote", _footnote)
    parser.inline.ruler.before("link", "template", _template)
    parser.block.ruler.at("reference", _reference)
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


def _footnote(state: StateInline, silent: bool) -> bool:
    """`[^1]` points at a footnote, and `[^1]: ` opens one."""
    pattern = FOOTNOTE if state.pos else FOOTNOTE_HEAD
    found = pattern.match(state.src, state.pos, state.posMax)
    found = found or FOOTNOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("footnote", "", 0)
    state.pos = found.end()
    return True


def _template(state: StateInline, silent: bool) -> bool:
    """What a site generator puts something else for: a shortcode, a tag, an expression."""
    if state.src[state.pos] != "{":
        return False
    found = TEMPLATE.match(state.src, state.pos, state.posMax)
    if not found and state.env.get("mdx"):
        found = EXPRESSION.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("template", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A definition that opens with `[^` is a footnote, whose text is prose."""
    at = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", at) and reference(state, start, end, silent)
