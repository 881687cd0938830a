"""Lint one article with every check. Start reading here."""

# ruff: noqa: PTH100

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

from newslint.book.book import rules_in_use
from newslint.book.settings import DEFAULT, Settings
from newslint.checks.context import Context
from newslint.core.errors import RuleError
from newslint.core.finding import MOST_FINDINGS, Finding, Span, reading_order
from newslint.core.language import ENGLISH
from newslint.core.record import NamedTuple
from newslint.engine.conflicts import readable, resolve_conflicts
from newslint.engine.guard import Failure, GuardedCheck
from newslint.engine.placing import place
from newslint.engine.sourcing import Sourcing
from newslint.engine.suppressions import Suppressions
from newslint.evidence.foreign import Passages
from newslint.evidence.knowledge import Knowledge
from newslint.lexicon.lexicon import shipped
from newslint.sources.attached import attach
from newslint.text.document import Document
from newslint.text.formats import reading
from newslint.text.source import suffix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.book import Book
    from newslint.evidence.remembered.memory_questions import MemoryQuestions
    from newslint.memory.memories import Memories
    from newslint.sources.reference import References
    from newslint.text.prose import Prose
    from newslint.text.source import Source


LONGEST = 100_000
"""Maximum letters linted as one article. Longer prose is linted in parts, to bound memory."""


SUPPRESSED = 3
"""Factor by which more findings are gathered where comments may suppress some of them."""


CheckResult = tuple[list[Finding], list[Failure]]
"""What a check found in an article, and the rules that failed."""

Checked = Mapping[int, tuple[Document, Sequence[CheckResult]]]
"""Articles that were checked already, by the identity of their prose."""

NOTHING: Checked = {}


class LintResult(NamedTuple):
    """Findings, with places in the source and in reading order, and the rules that failed."""

    findings: list[Finding]
    failures: list[Failure]


class Linter:
    """Lints sources with the rules of one book, grouped by kind."""

    def __init__(self, book: Book, settings: Settings = DEFAULT) -> None:
        """Use the rules of `book` that the settings select for copy in their language."""
        rules = rules_in_use(book, settings)
        self._of_english = {head.id for head in rules.heads if head.language == ENGLISH}
        self._of_encoding = {head.id for head in rules.heads if head.kind == "mojibake"}
        self.knowledge = Knowledge(
            shipped(), book.names, book.desk, book.shipped_layer, _memories(settings)
        )
        """What all checks share."""
        context = Context(self.knowledge, rules)
        self._checks = [GuardedCheck(kind, some, context) for kind, some in rules.by_kind().items()]
        self._answers = context.answers
        self._suppressions = Suppressions(book.rules, rules)
        self.rules = book.rules
        """Every rule of the book, be it used or not."""
        self._fields = dict(settings.fields)
        self._sourcing = Sourcing(settings)

    def examine(
        self,
        source: Source,
        questions: MemoryQuestions | None = None,
        references: References | None = None,
    ) -> LintResult:
        """Lint `source`; return the findings and the rules that failed.

        Only the first MOST_FINDINGS findings of a source are returned. What it asks the memory is
        added to `questions`. It is held against `references` besides the sources that the
        settings and its front matter name.
        """
        return self.examine_articles(source, self._articles(source), questions, references)

    def examine_together(self, sources: Sequence[Source]) -> list[LintResult]:
        """What `examine` returns for each of some short sources, linted check by check.

        For all articles but the first, what a check needs is in the processor's caches. That saves
        a sixth of the time.
        """
        articles = [[*self._articles(source)] for source in sources]
        pairs = [
            (self._document(some[0], source), most_of([*some[0].comments]))
            for source, some in zip(sources, articles, strict=True)
            if is_single(some) and not self._sourcing.references(source, None)[0]
        ]
        by_check = [
            [check.ask(document, most) for document, most in pairs] for check in self._checks
        ]
        checked = {
            id(document.prose): (document, [results[at] for results in by_check])
            for at, (document, _) in enumerate(pairs)
        }
        return [
            self.examine_articles(source, some, checked=checked)
            for source, some in zip(sources, articles, strict=True)
        ]

    def _articles(self, source: Source) -> Iterable[Prose]:
        return reading.articles(source, self._fields.get(suffix(source.path), ()))

    def examine_articles(
        self,
        source: Source,
        articles: Iterable[Prose],
        questions: MemoryQuestions | None = None,
        references: References | None = None,
        checked: Checked = NOTHING,
    ) -> LintResult:
        """Lint articles whose prose the caller has read from `source`.

        Those that are `checked` already, by the identity of their prose, are not checked again.
        """
        findings: list[Finding] = []
        references, failures = self._sourcing.references(source, references)
        comments: list[Span] = []
        for prose in articles:
            comments += prose.comments
            enough = most_of(comments)
            for part in prose.parts(LONGEST):
                if len(findings) < enough:
                    document, results = checked.get(id(part)) or self._checked(
                        part, source, enough, references
                    )
                    if questions is not None:
                        questions.add(document, self.knowledge)
                        # Which names are unknown, the memory says.
                        questions.is_answered |= bool(references)
                    article = self._settled(document, results, source)
                    findings += article.findings[: enough - len(findings)]
                    failures += article.failures
        findings.sort(key=reading_order)
        if comments:
            findings = self._suppressions.apply(findings, comments, source)
        return LintResult(findings[:MOST_FINDINGS], list(dict.fromkeys(failures)))

    @property
    def has_given_up(self) -> bool:
        """Whether a rule that searched too long is not asked any more, in any article."""
        return any(check.has_given_up for check in self._checks)

    def ask_all(self) -> None:
        """Ask all rules from now on, those that were given up, too."""
        for check in self._checks:
            if check.has_given_up:
                check.ask_all()

    def has_answers(self, questions: MemoryQuestions) -> bool:
        """Whether the memory has anything to say to what was asked in an earlier run."""
        asked = (answers(questions) for answers in self._answers)
        return questions.is_any_printed(self.knowledge) or any(asked)

    def _checked(
        self, prose: Prose, source: Source, most: int, references: References | None
    ) -> tuple[Document, list[CheckResult]]:
        """An article, and what each check found in it."""
        document = self._document(prose, source)
        if references:
            attach(references, document)
        return document, [check.ask(document, most) for check in self._checks]

    def _document(self, prose: Prose, source: Source) -> Document:
        document = Document(prose)
        if self.knowledge.memories:
            document.memo["path"] = os.path.abspath(source.path)
        return document

    def _settled(
        self, document: Document, results: Sequence[CheckResult], source: Source
    ) -> LintResult:
        """What stands of the findings of all checks, with their places in the source."""
        gathered = chain.from_iterable(findings for findings, _ in results)
        found = islice(gathered, SUPPRESSED * MOST_FINDINGS)  # of all checks together
        passages = Passages(document, self.knowledge)
        faults = (
            finding
            for finding in readable(found, document.text, self._of_encoding)
            if not document.is_sic(finding.span.end)
            and not (finding.rule in self._of_english and passages.is_foreign(finding.span.start))
        )
        settled = resolve_conflicts(place(finding, document.prose, source) for finding in faults)
        return LintResult(settled, [failure for _, failures in results for failure in failures])

    def lint(self, source: Source, references: References | None = None) -> list[Finding]:
        """The findings in `source`; a RuleError if a rule failed."""
        findings, failures = self.examine(source, references=references)
        if failures:
            raise RuleError(failures[0].message)
        return findings


def most_of(comments: Sequence[Span]) -> int:
    """How many findings are gathered of an article, with the comments that precede its end."""
    return (SUPPRESSED if comments else 1) * MOST_FINDINGS


def is_single(articles: Sequence[Prose]) -> bool:
    """Whether there is one article, which is linted as a whole."""
    return len(articles) == 1 and len(articles[0].text) <= LONGEST


def _memories(settings: Settings) -> Memories | None:
    """The memories that the settings name; None if there are none."""
    if not settings.memory:
        return None
    from newslint.memory.opening import open_memories

    return open_memories(settings.memory)


def open_linter(settings: Settings) -> Linter:
    """Open the books that the settings name; a NewslintError for a fault in one.

    Opening takes far longer than linting: a Linter is kept for all articles of its settings.
    """
    from newslint.engine.books import open_book

    return Linter(open_book(style=settings.style, behind=settings.layers), settings)
