"""What site generators add to Markdown, as rules of markdown-it: templates, JSX, footnotes.

None of it is prose but the text of footnotes. A rule that meets what may end only in the next
window of the text (`markdown_tokens.parse`) takes all there is, and is asked again when there is
more; where the text before it may go on instead, the line is `undecided`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.comments import MARK

FARTHEST = 5_000
"""Maximum length of a template, so that one without an end costs little."""


BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}"

FOOTNOTE = lazy_pattern(r"\[\^[^\[\]\s]+\]")

FOOTNOTE_HEAD = lazy_pattern(r"\[\^[^\[\]\s]+\]:")

SILENT = r"highlight|raw|comment|code|math|mermaid"
"""Templates whose content is no prose."""


PAIR = rf"""\{{%-?\s*({SILENT})\b.*?%\}}.*?\{{%-?\s*end\1\s*-?%\}}  # Jekyll
      | \{{\{{[<%]\s*({SILENT})\b.*?[>%]\}}\}}.*?\{{\{{[<%]\s*/\s*\2\s*[>%]\}}\}}  # Hugo
"""

SINGLE = r"""\{\{.*?\}\} | \{%.*?%\}
      | \{/\*.*?\*/\}             # a comment in MDX
"""

OPENER = lazy_pattern(rf"\{{(?:%-?|\{{[<%])\s*(?:{SILENT})\b")

IN_LINE = lazy_pattern(rf"{PAIR} | {SINGLE} | \{{[:\#.][^{{}}\n]*\}}  # attributes", re.X | re.S)

PAIR_BLOCK = lazy_pattern(PAIR, re.X | re.S)

BLOCK = lazy_pattern(rf"{SINGLE} | \$\$[ \t]*\n.*?\n[ \t]*\$\$", re.X | re.S)

EXPRESSION = lazy_pattern(BRACES)
"""Code in braces in MDX."""


JSX = lazy_pattern(
    rf"""</?(?:[A-Za-z][\w.:-]*)?
      (?:\s+(?:[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|{BRACES}))?|{BRACES}))*\s*/?>""",
    re.VERBOSE,
)

MODULE = lazy_pattern(r"(?:import|export)\s")
"""Begins a paragraph of MDX that is code."""


def extend(block: ParserBlock, inline: ParserInline) -> None:
    """Add the rules."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference"]}
    block.ruler.before("table", "template", _template_block, ends)
    block.ruler.before("table", "module", _module)
    block.ruler.before("reference", "footnote", _footnote_block, ends)
    inline.ruler.before("link", "footnote", _footnote)
    inline.ruler.before("link", "template", _template)
    inline.ruler.before("html_inline", "jsx", _jsx)


def expressions(text: str) -> Iterator[Span]:
    """The places of code and comments in braces in a block of MDX."""
    at = text.find("{")
    while at >= 0:
        found = EXPRESSION.match(text, at, at + FARTHEST)
        end = found.end() if found else at + 1
        if found:
            yield Span(at, end)
        at = text.find("{", end)


def _footnote(state: StateInline, silent: bool) -> bool:
    """Parse `[^1]`, a reference to a footnote."""
    found = FOOTNOTE.match(state.src, state.pos, state.posMax)
    return bool(found) and _push_match(state, found, "footnote", silent)


def _template(state: StateInline, silent: bool) -> bool:
    """Parse a template of a site generator: a shortcode, a tag, an expression."""
    if state.src[state.pos] != "{":
        return False
    end = min(state.posMax, state.pos + FARTHEST)
    found = IN_LINE.match(state.src, state.pos, end)
    if not found and state.env.get("mdx"):
        found = EXPRESSION.match(state.src, state.pos, end)
    return bool(found) and _push_match(state, found, "template", silent)


def _jsx(state: StateInline, silent: bool) -> bool:
    """Parse a tag of MDX, whose attributes may be code."""
    if state.src[state.pos] != "<" or not state.env.get("mdx"):
        return False
    found = JSX.match(state.src, state.pos, min(state.posMax, state.pos + FARTHEST))
    return bool(found) and _push_match(state, found, "html_inline", silent)


def _push_match(state: StateInline, found: re.Match[str] | None, kind: str, silent: bool) -> bool:
    """Make a token of a match, and go on after it."""
    if found and not silent:
        state.push(kind, "", 0).content = found[0]
    state.pos = found.end() if found else state.pos
    return True


def _template_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a template or a formula that has several whole lines."""
    at = state.bMarks[start] + state.tShift[start]
    mdx = state.env.get("mdx") and state.src.startswith("{", at)
    if state.is_code_block(start) or not (mdx or state.src.startswith(("{{", "{%", "$$"), at)):
        return False
    stop = at + FARTHEST
    more = state.env.get("more") and len(state.src) < stop
    found = PAIR_BLOCK.match(state.src, at, stop)
    if not found and not (more and OPENER.match(state.src, at)):
        found = BLOCK.match(state.src, at, stop)
        found = found or (EXPRESSION.match(state.src, at, stop) if mdx else None)
    if found:
        line = _line_of(state, found.end(), start, end)
        beside = state.src[found.end() : state.eMarks[line]].strip()
        if line == start or beside or MARK in found[0]:
            return False
    elif more:
        state.env["undecided"] = min(start, state.env.get("undecided", start))
        line = end - 1
    else:
        return False
    return silent or _skip_lines(state, start, line + 1)


def _module(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse an import or export of MDX, up to a blank line at which all brackets are closed."""
    at = state.bMarks[start] + state.tShift[start]
    if silent or state.level or not state.env.get("mdx") or not MODULE.match(state.src, at):
        return False
    opened = 0
    first = line = start
    while line < end and state.bMarks[line] < at + FARTHEST:
        if state.isEmpty(line):
            first = line if first == start else first
            if opened <= 0:
                return _skip_lines(state, start, line)
        line_text = state.src[state.bMarks[line] : state.eMarks[line]]
        opened += sum(map(line_text.count, "([{")) - sum(map(line_text.count, ")]}"))
        line += 1
    if opened <= 0 or first == start or (state.env.get("more") and line == end):
        return _skip_lines(state, start, line)
    return _skip_lines(state, start, first)


def _footnote_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a footnote: `[^1]:` and the lines below it that are indented by four."""
    at = state.bMarks[start] + state.tShift[start]
    found = FOOTNOTE_HEAD.match(state.src, at, state.eMarks[start])
    if state.is_code_block(start) or not found:
        return False
    if silent:
        return True
    text = found.end()
    while text < state.eMarks[start] and state.src[text] in " \t":
        text += 1
    kept = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    state.bMarks[start], state.tShift[start] = found.end(), text - found.end()
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    token = state.push("footnote_open", "", 1)
    state.md.block.tokenize(state, start, end)
    token.map = [start, state.line]
    state.push("footnote_close", "", -1)
    state.blkIndent -= 4
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    return True


def _line_of(state: StateBlock, at: int, start: int, end: int) -> int:
    """The number of the line that offset `at` is in."""
    return next((line for line in range(start, end) if state.eMarks[line] >= at), end - 1)


def _skip_lines(state: StateBlock, start: int, end: int) -> bool:
    """Leave out the lines from `start` to `end`."""
    state.push("left_out", "", 0).map = [start, end]
    state.line = end
    return True
