"""Lint one article: the rows of its findings, what failed, and what else is wanted of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.archive.article_source import ArticleSource
from newslint.book.book import rules_in_use
from newslint.book.settings import DEFAULT, Settings
from newslint.book.version import version_of_books
from newslint.core.errors import NewslintError, SourceError, internal_error
from newslint.core.finding import Edit, Finding
from newslint.core.record import NamedTuple
from newslint.core.version import __version__
from newslint.engine.books import open_book
from newslint.engine.fixer import KeepAll, fix_source
from newslint.engine.linter import LintResult, open_linter
from newslint.evidence.knowledge import Knowledge
from newslint.lexicon.lexicon import shipped
from newslint.memory.opening import open_memories
from newslint.text.document import Document
from newslint.text.source import Source
from newslint.text.tables.article import TEXT, TITLE, Article, Columns, whole

if TYPE_CHECKING:
    from newslint.archive.quality.measure import Measure


class ArchiveTask(NamedTuple):
    """What to do with every article; `book` is the version of the books.

    `names` and `quality` say whether to collect full names and measures. `newslint` is the
    version of the process that sets the task.
    """

    columns: Columns = Columns()
    settings: Settings = DEFAULT
    book: str = ""
    fix: bool = False
    unsafe: bool = False
    names: bool = False
    quality: bool = False
    newslint: str = __version__


def book_version(settings: Settings) -> str:
    """The version of all books as rows repeat it; a NewslintError for a fault in one."""
    open_book(style=settings.style, behind=settings.layers)
    open_memories(settings.memory)
    return version_of_books(settings.books, settings.memory).hex()[:12]


class FindingRow(NamedTuple):
    """One row of the table of findings. Offsets are code points of the text in that column."""

    article: str
    rule: str
    column: str
    start: int
    end: int
    text: str
    message: str
    suggestion: str | None
    applicability: str | None
    evidence: tuple[str, ...]
    severity: str
    newslint: str
    book: str


class ErrorRow(NamedTuple):
    """One row of the table of errors: what failed for an article."""

    article: str
    error: str


class ArticleOutcome(NamedTuple):
    """The outcome of one article.

    `changed` has the new text of each part that a fix changed, `names` its names.
    """

    rows: list[FindingRow]
    errors: list[ErrorRow]
    changed: Mapping[str, str] = {}
    names: Sequence[str] = ()
    measure: Measure | None = None


def knowledge_of(settings: Settings) -> Knowledge:
    """The knowledge of the lexicon and of the books that the settings name."""
    book = open_book(style=settings.style, behind=settings.layers)
    return Knowledge(shipped(), book.names, book.desk, book.shipped_layer)


def areas_of(settings: Settings) -> list[str]:
    """The names of the areas of the rules in use, sorted."""
    from newslint.archive.quality.measure import top_area

    book = open_book(style=settings.style, behind=settings.layers)
    return sorted(set(map(top_area, rules_in_use(book, settings).ids)))


class EditedArticle(KeepAll):
    """Follows an article through its fixing; a finding filter that keeps every finding."""

    def __init__(self, article_source: ArticleSource) -> None:
        self.sheet = article_source

    def track_edits(self, edits: Sequence[Edit]) -> None:
        """Make a round of edits in the article source, too, which knows title from text."""
        self.sheet = self.sheet.edited(edits)


class ArticleLinter:
    """Lints and fixes articles, as a task says."""

    def __init__(self, task: ArchiveTask) -> None:
        """Open the books once; raise a NewslintError for a fault in them."""
        self._linter = open_linter(task.settings)
        self._task = task
        self.versions = {"newslint": __version__, "book": task.book}
        """The versions that every row repeats."""

    def outcome(self, article: Article) -> ArticleOutcome:
        """The outcome of an article; an error becomes a row."""
        if article.fault:
            return ArticleOutcome([], [ErrorRow(article.id, article.fault)])
        try:
            return self._outcome(article)
        except NewslintError as error:
            return ArticleOutcome([], [ErrorRow(article.id, str(error))])
        except Exception as error:  # a fault of ours, or of a package, must not cost the run
            return ArticleOutcome([], [ErrorRow(article.id, internal_error(error))])

    def _outcome(self, article: Article) -> ArticleOutcome:
        article_source = ArticleSource(article.title, article.text)
        found = self._examine(article_source)
        done = ArticleOutcome(
            [self._row(article.id, article_source, finding) for finding in found.findings],
            [ErrorRow(article.id, failure.message) for failure in found.failures],
            names=self._names(article_source) if self._task.names else (),
            measure=self._measure(article, found) if self._task.quality else None,
        )
        if not self._task.fix:
            return done
        try:
            return done._replace(changed=self._changed(article_source, found))
        except SourceError as error:
            done.errors.append(ErrorRow(article.id, f"not fixed: {error.reason}"))
            return done

    def _examine(self, article_source: ArticleSource) -> LintResult:
        whole_source = _whole_source(article_source)
        return self._linter.examine_articles(whole_source.source, [whole_source.prose])

    def _names(self, article_source: ArticleSource) -> Sequence[str]:
        from newslint.evidence.variants.name_clusters import names_of

        document = Document(_whole_source(article_source).prose)
        return names_of(document, self._linter.knowledge)

    def _measure(self, article: Article, found: LintResult) -> Measure:
        from newslint.archive.quality.measure import measure

        whole_source = _whole_source(ArticleSource(article.title, article.text))
        return measure(article, whole_source, (finding.rule for finding in found.findings))

    def _changed(self, article_source: ArticleSource, found: LintResult) -> Mapping[str, str]:
        """The parts that fixing changes; a SourceError if the fixes never end."""
        followed = EditedArticle(article_source)

        def examine(_: Source) -> LintResult:
            return found if followed.sheet is article_source else self._examine(followed.sheet)

        fix_source(article_source.source, examine, followed, self._task.unsafe)
        parts = zip((TITLE, TEXT), article_source, followed.sheet, strict=True)
        return {part: new for part, old, new in parts if new != old}

    def _row(self, article: str, article_source: ArticleSource, finding: Finding) -> FindingRow:
        part, (start, end) = article_source.place_in_part(finding.span)
        columns = self._task.columns
        return FindingRow(
            article,
            finding.rule,
            (columns.title or TITLE) if part == TITLE else columns.text,
            start,
            end,
            finding.text,
            finding.message,
            next(iter(finding.suggestions), None),
            finding.fix and finding.fix.applicability,
            finding.evidence,
            finding.severity,
            **self.versions,
        )


def _whole_source(article_source: ArticleSource) -> ArticleSource:
    """The article source as it is linted: without halves of surrogate pairs."""
    return ArticleSource(*map(whole, article_source))
