"""Answer an editor's requests and send diagnostics.

An article is linted in one thread of its own, one at a time, so that the editor is always
answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from newslint.config.resolver import CommandLine
from newslint.core.errors import NewslintError, SourceError, internal_error
from newslint.core.finding import Finding
from newslint.core.version import __version__
from newslint.lsp.code_actions import fix_all
from newslint.lsp.edited_document import EditedDocument
from newslint.lsp.last_edit import caret, waits
from newslint.lsp.names import names_begun
from newslint.lsp.open_document import OpenDocument
from newslint.lsp.positions import Positions
from newslint.runner.linter_cache import LinterCache
from newslint.text.source import Source

PAUSE = 0.2
"""Seconds without a keystroke after which an article is linted."""


ENDINGS = {
    "asciidoc": "adoc",
    "html": "html",
    "json": "json",
    "markdown": "md",
    "mdx": "mdx",
    "restructuredtext": "rst",
    "xml": "xml",
}
"""File endings by the language ids of editors, for unsaved documents; others are plain text."""


MOVED_ON = 2
"""Seconds without a keystroke after which what touches the last edit is shown, too."""


ASKING = ("text_document.diagnostic", "workspace.diagnostics.refresh_support")
"""What an editor can do that asks for diagnostics; one that cannot be told to ask again is sent
them, since findings come late where they wait for the writer."""


Result = TypeVar("Result")


class Server(LanguageServer):
    """Keeps the open documents and the findings of the latest version of each."""

    def __init__(self) -> None:
        super().__init__("newslint", __version__)
        self._books = LinterCache(CommandLine(may_name_sources=True))
        self._reader = ThreadPoolExecutor(1)
        self._articles: dict[str, OpenDocument] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._complaint = ""
        """The last message, so that it is not shown again at every keystroke."""
        self._turn = asyncio.Lock()
        """Held while an article is linted, so that nobody lints the same version again."""

    def keep(self, item: types.TextDocumentItem) -> None:
        """Keep an opened document as one that takes changes of its parts."""
        documents = self.workspace.text_documents
        opened = documents.get(item.uri) or self.workspace.get_text_document(item.uri)
        for uri, document in documents.items():
            if document is opened:
                documents[uri] = EditedDocument(item, self.encoding)

    @property
    def encoding(self) -> str:
        """The encoding that was agreed upon with the editor, in which it counts characters."""
        return types.PositionEncodingKind(self.workspace.position_encoding).value

    @property
    def is_asked(self) -> bool:
        """Whether the editor asks for diagnostics, and can be told to ask again."""
        return all(get_capability(self.client_capabilities, each, False) for each in ASKING)

    async def article(self, uri: str) -> OpenDocument:
        """The open document at its current version, linted now if it has changed."""
        async with self._turn:
            document = self.workspace.get_text_document(uri)
            known = self._articles.get(uri)
            if known is None or known.version != document.version:
                known = self._articles[uri] = await self._linted(uri, document)
        return known

    async def _linted(self, uri: str, document: TextDocument) -> OpenDocument:
        source, version = Source.from_text(document.source, self.path(uri)), document.version
        findings, complaint = await self.in_turn(lambda: self._findings(source))
        if complaint and complaint != self._complaint:
            self.say(complaint)
        self._complaint = complaint
        return OpenDocument(uri, version, source, findings, self.positions(source))

    def positions(self, source: Source) -> Positions:
        """Positions in a text, as the editor counts."""
        return Positions(source, self.encoding)

    def names_for(self, uri: str, begun: str) -> list[tuple[str, int]]:
        """The names that words begin, by the books and memory of a document (`completions`)."""
        try:
            linter = self._books.linter(self.path(uri))
        except NewslintError:  # a book has a fault, which its findings say
            return []
        return names_begun(begun, linter.knowledge) if linter else []

    async def fixes(self, article: OpenDocument) -> list[types.CodeAction]:
        """The code action that makes all safe fixes of an article."""

        def found() -> list[types.CodeAction]:
            linter = self._books.linter(article.source.path)
            return fix_all(article, linter) if linter else []

        try:
            return await self.in_turn(found)
        except NewslintError as error:
            self.say(str(error))
            return []

    async def in_turn(self, work: Callable[[], Result]) -> Result:
        """Run `work` when the linting thread is free, and return its result."""
        return await asyncio.get_running_loop().run_in_executor(self._reader, work)

    def read(self, uri: str, pause: float = 0) -> None:
        """Lint an article and show its findings, unless it changes within `pause` seconds.

        An editor that asks for them does so by itself.
        """
        self.forget(uri)
        if not self.is_asked:
            self._waiting[uri] = asyncio.ensure_future(self._read(uri, pause))

    def read_all(self) -> None:
        """Lint every open document again: configurations or books may have changed."""
        self._articles.clear()
        if self.is_asked:
            self.workspace_diagnostic_refresh(None)
        for uri in list(self.workspace.text_documents):
            self.read(uri)

    def forget(self, uri: str) -> None:
        """Cancel the pending work on a document."""
        waiting = self._waiting.pop(uri, None)
        if waiting:
            waiting.cancel()

    def close(self, uri: str) -> None:
        """Forget a document and clear its findings in the editor."""
        self.forget(uri)
        self._articles.pop(uri, None)
        if not self.is_asked:
            self._publish(uri, [], None)

    def say(self, message: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Show a message in the editor."""
        self.window_show_message(types.ShowMessageParams(kind, message))

    async def answer(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics of a document, for an editor that asks for them.

        If some wait, the editor is told to ask again later.
        """
        document, known = self.workspace.get_text_document(uri), self._articles.get(uri)
        if known and known.version != document.version:
            await asyncio.sleep(PAUSE)
        article = await self.article(uri)
        now = _settled(article, known)
        if len(now) < len(article.findings):
            self.forget(uri)
            self._waiting[uri] = asyncio.ensure_future(self._ask_again())
        return self._diagnostics(article, now)

    async def _ask_again(self) -> None:
        await asyncio.sleep(MOVED_ON)
        self.workspace_diagnostic_refresh(None)

    async def _read(self, uri: str, pause: float) -> None:
        known = self._articles.get(uri)
        await asyncio.sleep(pause)
        article = await self.article(uri)
        now = _settled(article, known if pause else None)
        if len(now) < len(article.findings):
            self._publish(uri, self._diagnostics(article, now), article.version)
            await asyncio.sleep(MOVED_ON)
        self._publish(uri, self._diagnostics(article, article.findings), article.version)

    def _diagnostics(
        self, article: OpenDocument, findings: Iterable[Finding]
    ) -> list[types.Diagnostic]:
        asked = "text_document.publish_diagnostics.related_information"
        related = bool(get_capability(self.client_capabilities, asked, False))
        return [article.diagnostic(finding, related) for finding in findings]

    def _publish(self, uri: str, shown: list[types.Diagnostic], version: int | None) -> None:
        params = types.PublishDiagnosticsParams(uri, shown, version=version)
        self.text_document_publish_diagnostics(params)

    def _findings(self, source: Source) -> tuple[list[Finding], str]:
        """The findings, and a message if something failed."""
        findings: list[Finding] = []
        complaint = ""
        try:
            linter = self._books.linter(source.path)
            if linter:
                findings, faults = linter.examine(source)
                complaint = "\n".join(fault.message for fault in faults)
        except SourceError:
            pass  # half-typed JSON, say
        except NewslintError as error:
            complaint = str(error)
        except Exception as error:
            complaint = f"newslint failed, please report it: {internal_error(error)}"
        return findings, complaint

    def path(self, uri: str) -> str:
        """The path of a document; an unsaved one gets a path in the workspace."""
        document = self.workspace.get_text_document(uri)
        if document.uri.startswith("file:"):
            return str(document.path)
        ending = ENDINGS.get(document.language_id or "", "txt")
        return str(Path(self.workspace.root_path or ".", f"untitled.{ending}"))


def _settled(article: OpenDocument, before: OpenDocument | None) -> list[Finding]:
    """The findings that need not wait until the writer has moved on from the last change."""
    if before is None or before.version == article.version:
        return article.findings
    at = caret(before.source.text, article.source.text)
    return [each for each in article.findings if not waits(each, article.source, at)]
