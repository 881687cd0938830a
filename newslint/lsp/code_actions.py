"""Code actions: what an editor offers to do at a place of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from lsprotocol.types import CodeAction, CodeActionKind, Command, TextEdit, WorkspaceEdit

from newslint.authoring.actions import (
    ALWAYS_WRONG,
    DISTINCT,
    NAME,
    OTHER_RIGHT,
    WORD,
    accept_edits,
    may_rule,
    suppression_edit,
    whole_name,
)
from newslint.core.finding import SAFE, Edit, Finding, Span
from newslint.engine.fixer import KeepAll, fix_source
from newslint.engine.linter import Linter
from newslint.lsp.open_document import OpenDocument

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.newslint"

QUICK_FIX = CodeActionKind.QuickFix.value


RULE = "newslint.core.rule"
"""The command that adds a ruling to a book: document, rule, ruling, the two spellings."""


DECIDE = "newslint.core.decide"
"""The command that keeps a decision: document, rule, whether its finding was accepted."""


RULINGS = {
    NAME: "Add '{found}' to the names book",
    DISTINCT: "'{found}' and '{right}' are two people",
    WORD: "Add '{found}' to the desk's words",
    OTHER_RIGHT: "'{found}' is right, '{right}' always wrong",
    ALWAYS_WRONG: "'{found}' is always wrong for '{right}'",
}

_MOST_SUGGESTIONS = 3

_MOST_FINDINGS = 20
"""Maximum number of findings in a selection that get code actions."""


def is_requested(kind: str, only: Iterable[str] | None) -> bool:
    """Whether code actions of a kind are requested; a kind also covers its parts.

    >>> is_requested("source.fixAll.newslint", ["source.fixAll"])
    True
    >>> is_requested("quickfix", ["source"])
    False
    """
    return only is None or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)


def quick_fixes(article: OpenDocument, span: Span) -> list[CodeAction]:
    """The code actions for each finding at `span`, the surest first."""
    found = article.at(span)[:_MOST_FINDINGS]
    return [action for finding in found for action in _actions(article, finding)]


def fix_all(article: OpenDocument, linter: Linter) -> list[CodeAction]:
    """One code action with all safe fixes; none if there are no such fixes."""
    source = article.source
    fixed_source = fix_source(source, linter.examine, KeepAll(), unsafe=False)
    edits = differences(source.text, fixed_source.source.text)
    title = "Fix everything that is certain"
    return [CodeAction(title, FIX_ALL, edit=_changes(article, edits))] if edits else []


def differences(old: str, new: str) -> list[Edit]:
    r"""The edits of whole lines that turn `old` into `new`.

    >>> differences("a\nteh\nz\n", "a\nthe\nz\n")
    [Edit(span=Span(start=2, end=6), text='the\n')]
    """
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = list(accumulate(map(len, before), initial=0))
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        Edit(Span(starts[a], starts[b]), "".join(after[c:d]))
        for step, a, b, c, d in steps
        if step != "equal"
    ]


def _actions(article: OpenDocument, finding: Finding) -> Iterator[CodeAction]:
    def action(
        title: str, edits: Iterable[Edit], sure: bool = False, accepted: bool = True
    ) -> CodeAction:
        shown, edit = [article.diagnostic(finding)], _changes(article, edits)
        then = Command(title, DECIDE, arguments=[article.uri, finding.rule, accepted])
        return CodeAction(title, QUICK_FIX, shown, sure or None, edit=edit, command=then)

    edits = accept_edits(finding)
    if edits:
        sure = finding.fix is not None and finding.fix.applicability == SAFE
        title = _title(finding.suggestions[0]) if finding.suggestions else finding.message
        yield action(title, edits, sure)
    if finding.span.start < finding.span.end:
        for other in finding.suggestions[1:_MOST_SUGGESTIONS]:
            yield action(_title(other), [Edit(finding.span, other)])
    yield from _rulings(article, finding)
    comment = suppression_edit(article.source, finding)
    if comment:
        yield action(f"Ignore {finding.rule} here", [comment], accepted=False)


def _rulings(article: OpenDocument, finding: Finding) -> Iterator[CodeAction]:
    """Code actions that add a ruling to the book: which of two spellings is right, or both."""
    found, right = whole_name(article.source, finding)
    for ruling, title_of in RULINGS.items():
        if may_rule(ruling, finding):
            title = title_of.format(found=found, right=right)
            arguments = [article.uri, finding.rule, ruling, [found, right]]
            asked = Command(title, RULE, arguments=arguments)
            yield CodeAction(title, QUICK_FIX, [article.diagnostic(finding)], command=asked)


def _title(suggestion: str) -> str:
    return f"Write '{suggestion}'" if suggestion.strip() else "Leave it out"


def _changes(article: OpenDocument, edits: Iterable[Edit]) -> WorkspaceEdit:
    made = [TextEdit(article.positions.range(edit.span), edit.text) for edit in edits]
    return WorkspaceEdit(changes={article.uri: made})
