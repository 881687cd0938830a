"""What a person can do about a finding: edit the article, or rule in the desk's book.

An edit accepts the finding, or silences it with a comment in the syntax of the article's format.
A ruling changes the book: what was found is right after all, or always wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from newslint.core.errors import NewslintError
from newslint.core.finding import DISPLAY, Edit, Finding, Fix, Span
from newslint.core.rule_ids import covers
from newslint.text.edits import apply
from newslint.text.formats import reading
from newslint.text.source import Source, suffix

if TYPE_CHECKING:
    from newslint.authoring.names_edit import ChangedBook
    from newslint.text.prose import Prose


NAME, DISTINCT, WORD = "name", "distinct", "word"
"""Rulings of the desk: a finding's text is a name, a distinct name, or a word."""

OTHER_RIGHT, ALWAYS_WRONG = "other-right", "always-wrong"
"""Rulings on both spellings: the suggestion is a misspelling of the text, or the text of it."""

_PART = r"[^\W\d_]\w*"
_PARTS_BEFORE = re.compile(rf"(?:{_PART}[-\u2010\u2011])+\Z")
_PARTS_AFTER = re.compile(rf"(?:[-\u2010\u2011]{_PART})+")

_LONGEST_NAME = 60
"""Code points before or after a finding that are read for further parts of its name."""

ASKING = ("names", "spelling/typo")
"""Rules that consult the desk's book and do not report what it calls right."""


def accept_edits(finding: Finding) -> list[Edit]:
    """The edits of accepting a finding: its fix, of any applicability, or the best suggestion."""
    fix = finding.fix
    if fix is None and finding.suggestions and finding.span.start < finding.span.end:
        fix = Fix(DISPLAY, (Edit(finding.span, finding.suggestions[0]),))
    return sorted(fix.edits) if fix else []


def suppression_edit(source: Source, finding: Finding) -> Edit | None:
    """An edit that adds a suppression after or above the finding's line; None if there is no place.

    The format decides: it must read the edit as a comment and the rest of the copy as before.
    """
    comment = reading.format_of(suffix(source.path)).comment
    comment_text = comment.form.format(f"newslint: ignore[{finding.rule}]")
    line, _ = source.line_column(finding.span.start)
    start = source.line_starts[line - 1]
    end = start + len(source.line(line))
    tried = [Edit(Span(end, end), f" {comment_text}")] if comment.inline else []
    tried.append(Edit(Span(start, start), f"{comment_text}{source.newline}"))
    return next((edit for edit in tried if _is_comment(edit, source)), None)


def _is_comment(edit: Edit, source: Source) -> bool:
    """Whether the text of `edit` is read as a comment and leaves the prose unchanged."""
    try:
        before = list(reading.articles(source))
        after = list(reading.articles(source.replaced(apply(source.text, [edit]))))
    except NewslintError:
        return False
    first = edit.span.start
    last = first + len(edit.text)
    comments = (span for prose in after for span in prose.comments)
    return any(first <= span.start <= last for span in comments) and _read(before) == _read(after)


def _read(articles: list[Prose]) -> list[list[str]]:
    """The words of each article that has any."""
    return [words for words in (prose.text.split() for prose in articles) if words]


def may_rule(ruling: str, finding: Finding) -> bool:
    """Whether a ruling makes sense for a finding."""
    if ruling in (DISTINCT, OTHER_RIGHT, ALWAYS_WRONG):
        return finding.rule.startswith("names/") and bool(finding.suggestions)
    return any(covers(selector, finding.rule) for selector in ASKING)


def whole_name(source: Source, finding: Finding) -> tuple[str, str]:
    """The found text and the first suggestion, as parts of the hyphenated name around them.

    A part with a small letter (Ukraine-based) belongs to no name. The suggestion may be empty.
    """
    start, end = finding.span
    suggestion = next(iter(finding.suggestions), "")
    before = _PARTS_BEFORE.search(source.text[max(0, start - _LONGEST_NAME) : start])
    after = _PARTS_AFTER.match(source.text[end : end + _LONGEST_NAME])
    left = before[0] if before and _is_name(before[0]) else ""
    right = after[0] if after and _is_name(after[0]) else ""
    whole = f"{left}{suggestion}{right}" if suggestion else ""
    return f"{left}{finding.text}{right}", whole


def _is_name(parts: str) -> bool:
    return all(part[0].isupper() for part in re.findall(_PART, parts))


def ruling_change(ruling: str, found: str, right: str, book: str) -> Callable[[str], ChangedBook]:
    """A function that adds a ruling to a book: on `found`, for which `right` was suggested."""
    from newslint.authoring.names_edit import Addition, grow, grow_words

    found = " ".join(found.split())
    if ruling == WORD:
        return lambda text: grow_words(text, (found,), book)
    addition = Addition(found, {}, {})
    if ruling == DISTINCT:
        addition = Addition(right, {}, {"distinct": (found,)})
    elif ruling == OTHER_RIGHT:
        addition = Addition(found, {}, {"misspellings": (right,)})
    elif ruling == ALWAYS_WRONG:
        addition = Addition(right, {}, {"misspellings": (found,)})
    return lambda text: grow(text, addition, book)
