"""What a person can do about a finding: edit the article, or rule in the desk's book.

An edit accepts the finding, or silences it with a comment in the syntax of the article's format.
A ruling changes the book: what was found is right after all.
"""

from __future__ import annotations

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
    if ruling == DISTINCT:
        return finding.rule.startswith("names/") and bool(finding.suggestions)
    return any(covers(selector, finding.rule) for selector in ASKING)


def ruling_change(ruling: str, found: str, right: str, book: str) -> Callable[[str], ChangedBook]:
    """A function that adds a ruling to a book: on `found`, for which `right` was suggested."""
    from newslint.authoring.names_edit import Addition, grow, grow_words

    found = " ".join(found.split())
    if ruling == WORD:
        return lambda text: grow_words(text, (found,), book)
    addition = Addition(found, {}, {})
    if ruling == DISTINCT:
        addition = Addition(right, {}, {"distinct": (found,)})
    return lambda text: grow(text, addition, book)
