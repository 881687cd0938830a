"""Check a text for a client that speaks LanguageTool's API, version 2.

A client may send a paragraph of a story. What it lately sent of the same story stands before and
behind it while the text is linted; only findings in the paragraph itself are told.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from newslint.book.selection import Selection
from newslint.core.finding import NOTE, Finding, Span
from newslint.core.record import NamedTuple
from newslint.core.version import __version__
from newslint.serve.answers.categories import category_of, rules_of
from newslint.serve.answers.languages import Detected, Language, detected, named
from newslint.serve.answers.replacements import replacements_of
from newslint.serve.answers.utf16 import Units
from newslint.text.prose import Piece, Prose
from newslint.text.scopes import sentences
from newslint.text.source import Source

if TYPE_CHECKING:
    from newslint.core.rule import Rule
    from newslint.engine.linter import Linter
    from newslint.serve.answers.desk import Desk


class Part(NamedTuple):
    """A part of an annotated text: copy, or markup and what it is read as."""

    text: str
    is_markup: bool = False
    read_as: str = ""


class CheckRequest(NamedTuple):
    """A text to check; `before` and `behind` are paragraphs of the same story."""

    parts: tuple[Part, ...]
    language: str = "auto"
    preferred: tuple[str, ...] = ()
    enabled: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
    enabled_categories: tuple[str, ...] = ()
    disabled_categories: tuple[str, ...] = ()
    enabled_only: bool = False
    before: str = ""
    behind: str = ""

    @property
    def text(self) -> str:
        """The text with its markup, in which offsets are counted."""
        return "".join(part.text for part in self.parts)


AROUND = 40
"""Letters of context on each side of a match."""

MOST_REPLACEMENTS = 20

MOST_SENTENCE = 500
"""Letters of a sentence before a match, and from it on: a text may be one sentence."""

PATH = "untitled.txt"


def check(desk: Desk, asked: CheckRequest) -> bytes:
    """The answer to `/v2/check`, as JSON."""
    copy = "".join(part.read_as if part.is_markup else part.text for part in asked.parts)
    guess = detected(copy, asked.preferred)
    language = guess.language if asked.language == "auto" else named(asked.language)
    linter = desk.linter(PATH, language.code)
    selection, empty = _selection(asked, linter)
    if selection:
        linter = desk.linter(PATH, language.code, selection)
    findings = [] if empty else _findings(linter, asked)
    return json.dumps(_answer(asked.text, findings, language, guess, linter)).encode()


def _selection(asked: CheckRequest, linter: Linter) -> tuple[Selection | None, bool]:
    """The rules that a request selects, if it selects any, and whether that leaves none."""
    wanted = rules_of(asked.enabled, asked.enabled_categories, linter.rules.ids)
    unwanted = rules_of(asked.disabled, asked.disabled_categories, linter.rules.ids)
    if asked.enabled_only:
        return Selection(tuple(sorted(wanted))), not wanted
    if not wanted and not unwanted:
        return None, False
    wanted -= unwanted
    return Selection(ignore=tuple(sorted(unwanted)), extend=tuple(sorted(wanted))), False


def _findings(linter: Linter, asked: CheckRequest) -> list[Finding]:
    """The findings in the text itself, with places in it."""
    whole = f"{asked.before}{asked.text}{asked.behind}"
    source = Source.from_text(whole, PATH)
    if any(part.is_markup for part in asked.parts):
        found = linter.examine_articles(source, [_prose(asked)]).findings
    else:
        found = linter.examine(source).findings
    own = Span(len(asked.before), len(asked.before) + len(asked.text))
    return [_moved(finding, own) for finding in found if _is_within(finding.span, own)]


def _prose(asked: CheckRequest) -> Prose:
    """What a reader sees of an annotated text, with what stands around it."""
    pieces: list[Piece] = []
    at = 0
    for part in (Part(asked.before), *asked.parts, Part(asked.behind)):
        if not part.is_markup:
            pieces.append(Piece(part.text, Span(at, at + len(part.text))))
        elif part.read_as:
            pieces.append(Piece(part.read_as))
        at += len(part.text)
    return Prose.of(pieces)


def _is_within(span: Span, own: Span) -> bool:
    return own.start <= span.start and span.end <= own.end


def _moved(finding: Finding, own: Span) -> Finding:
    """The finding with places in the stretch that is the client's; without a fix elsewhere."""

    def moved(span: Span) -> Span:
        return Span(span.start - own.start, span.end - own.start)

    fix = finding.fix
    if fix and all(_is_within(edit.span, own) for edit in fix.edits):
        fix = fix._replace(edits=tuple(e._replace(span=moved(e.span)) for e in fix.edits))
    else:
        fix = None
    return finding._replace(span=moved(finding.span), fix=fix)


class _Copy(NamedTuple):
    """A text as an answer speaks of it: its offsets in UTF-16, and its sentences."""

    text: str
    units: Units
    sentences: list[Span]

    def sentence(self, at: int) -> str:
        """The sentence that an offset is in, or what is around the offset if it is a long one."""
        found = bisect_right(self.sentences, at, key=attrgetter("start")) - 1
        start, end = self.sentences[found] if found >= 0 else (at, at)
        return self.text[max(start, at - MOST_SENTENCE) : min(end, at + MOST_SENTENCE)]


def _answer(
    text: str, findings: list[Finding], language: Language, guess: Detected, linter: Linter
) -> dict[str, Any]:
    copy = _Copy(text, Units(text), sentences(text))
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {
            **language._asdict(),
            "detectedLanguage": {
                **guess.language._asdict(),
                "confidence": guess.confidence,
                "source": "newslint",
            },
        },
        "matches": [_match(copy, finding, linter.rules.of(finding.rule)) for finding in findings],
        "sentenceRanges": [
            [copy.units.of(start), copy.units.of(end)] for start, end in copy.sentences
        ],
    }


SOFTWARE = {
    "name": "newslint",
    "version": __version__,
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "premiumHint": "",
    "status": "",
}


def _match(copy: _Copy, finding: Finding, rule: Rule) -> dict[str, Any]:
    (start, end), values = replacements_of(finding, copy.text)
    offset = copy.units.of(start)
    category = category_of(rule.id)
    evidence = "; ".join(finding.evidence)
    is_misspelt = category.issue_type == "misspelling"
    kind = "UnknownWord" if is_misspelt else "Hint" if finding.severity == NOTE else "Other"
    return {
        "message": f"{finding.message} ({evidence})" if evidence else finding.message,
        "shortMessage": category.name,
        "offset": offset,
        "length": copy.units.of(end) - offset,
        "replacements": [{"value": value} for value in values[:MOST_REPLACEMENTS]],
        "context": _context(copy.text, Span(start, end)),
        "sentence": copy.sentence(start),
        "type": {"typeName": kind},
        "rule": {
            "id": rule.id,
            "description": rule.why or rule.message,
            "issueType": category.issue_type,
            "category": {"id": category.id, "name": category.name},
            "urls": [],
            "isPremium": False,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _context(text: str, span: Span) -> dict[str, Any]:
    """A match with some letters around it, on one line."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    head = "..." if start else ""
    tail = "..." if end < len(text) else ""
    shown = f"{head}{text[start:end]}{tail}".replace("\n", " ").replace("\r", " ")
    units = Units(shown)
    at = len(head) + span.start - start
    first = units.of(at)
    return {"text": shown, "offset": first, "length": units.of(at + span.end - span.start) - first}
