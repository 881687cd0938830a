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

from newslint.config.resolver import CommandLine
from newslint.core.errors import NewslintError, SourceError, internal_error
from newslint.core.finding import Finding
from newslint.core.version import __version__
from newslint.lsp.code_actions import fix_all
from newslint.lsp.last_edit import caret, waits
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


Result = TypeVar("Result")


class Server(LanguageServer):
    """Keeps the open documents and the findings of the latest version of each."""

    def __init__(self) -> None:
        # pygls parts lines at more characters than the protocol does, so that changes of a part of
        # a document could go astray: we ask for the whole of it.
        whole = types.TextDocumentSyncKind.Full
        super().__init__("newslint", __version__, text_document_sync_kind=whole)
        self._books = LinterCache(CommandLine(may_name_sources=True))
        self._reader = ThreadPoolExecutor(1)
        self._articles: dict[str, OpenDocument] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._complaint = ""
        """The last message, so that it is not shown again at every keystroke."""

    async def article(self, uri: str) -> OpenDocument:
        """The open document at its current version, linted now if it has changed."""
        document = self.workspace.get_text_document(uri)
        known = self._articles.get(uri)
        if known is None or known.version != document.version:
            source = Source.from_text(document.source, self.path(uri))
            version = document.version
            findings, complaint = await self.in_turn(lambda: self._findings(source))
            if complaint and complaint != self._complaint:
                self.say(complaint)
            self._complaint = complaint
            positions = self.positions(source)
            known = self._articles[uri] = OpenDocument(uri, version, source, findings, positions)
        return known

    def positions(self, source: Source) -> Positions:
        """Positions in a text, in the encoding that was agreed upon with the editor."""
        encoding = types.PositionEncodingKind(self.workspace.position_encoding).value
        return Positions(source, encoding)

    def desk_names(self, uri: str) -> list[str]:
        """The names that the desk's books have, for a document; none where a book has a fault."""
        try:
            linter = self._books.linter(self.path(uri))
        except NewslintError:
            return []
        desk = linter.knowledge.desk if linter else None
        return [name.name for name in desk or ()]

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
        """Lint an article and show its findings, unless it changes within `pause` seconds."""
        self.forget(uri)
        self._waiting[uri] = asyncio.ensure_future(self._read(uri, pause))

    def read_all(self) -> None:
        """Lint every open document again: configurations or books may have changed."""
        self._articles.clear()
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
        self._publish(uri, [], None)

    def say(self, message: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Show a message in the editor."""
        self.window_show_message(types.ShowMessageParams(kind, message))

    async def _read(self, uri: str, pause: float) -> None:
        known = self._articles.get(uri)
        await asyncio.sleep(pause)
        article = await self.article(uri)
        if pause and known:
            at = caret(known.source.text, article.source.text)
            later = [each for each in article.findings if waits(each, article.source, at)]
            if later:
                self._show(article, [each for each in article.findings if each not in later])
                await asyncio.sleep(MOVED_ON)
        self._show(article, article.findings)

    def _show(self, article: OpenDocument, findings: Iterable[Finding]) -> None:
        asked = "text_document.publish_diagnostics.related_information"
        related = bool(get_capability(self.client_capabilities, asked, False))
        shown = [article.diagnostic(finding, related) for finding in findings]
        self._publish(article.uri, shown, article.version)

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
