"""Answer an editor's requests and send diagnostics.

An article is linted in one thread of its own, one at a time, so that the editor is always
answered.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer

from newslint.authoring.actions import ruling_change
from newslint.authoring.names_file import first_book, grow_book
from newslint.config.config_file import FILES
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.core.errors import NewslintError, SourceError, internal_error
from newslint.core.finding import Finding
from newslint.core.version import __version__
from newslint.lsp.code_actions import FIX_ALL, QUICK_FIX, RULE, fix_all, is_requested, quick_fixes
from newslint.lsp.framing import Messages
from newslint.lsp.linters import LinterCache
from newslint.lsp.open_document import OpenDocument
from newslint.lsp.positions import Positions
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


WATCHED = (*(f"**/{name}" for name in FILES), "**/*.{yaml,yml,csv,jsonl}")
"""Patterns of files that may be configurations or books."""


Result = TypeVar("Result")


class Server(LanguageServer):
    """Keeps the open documents and the findings of the latest version of each."""

    def __init__(self) -> None:
        # pygls parts lines at more characters than the protocol does, so that changes of a part of
        # a document could go astray: we ask for the whole of it.
        whole = types.TextDocumentSyncKind.Full
        super().__init__("newslint", __version__, text_document_sync_kind=whole)
        self._books = LinterCache()
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
            encoding = types.PositionEncodingKind(self.workspace.position_encoding).value
            positions = Positions(source, encoding)
            known = self._articles[uri] = OpenDocument(uri, version, source, findings, positions)
        return known

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
        self._show(uri, [], None)

    def say(self, message: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Show a message in the editor."""
        self.window_show_message(types.ShowMessageParams(kind, message))

    async def _read(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        article = await self.article(uri)
        shown = [article.diagnostic(finding) for finding in article.findings]
        self._show(uri, shown, article.version)

    def _show(self, uri: str, shown: list[types.Diagnostic], version: int | None) -> None:
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


def _initialized(ls: Server, params: types.InitializedParams) -> None:
    asked = "workspace.did_change_watched_files.dynamic_registration"
    if get_capability(ls.client_capabilities, asked, False):
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        )
        registered = types.Registration("newslint-books", method, options)
        ls.client_register_capability(types.RegistrationParams([registered]))


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.read(params.text_document.uri)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.read(params.text_document.uri, PAUSE)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


def _books_changed(ls: Server, params: object) -> None:
    ls.read_all()


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    article = await ls.article(params.text_document.uri)
    return article.hover(params.position)


async def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    article = await ls.article(params.text_document.uri)
    only, actions = params.context.only, []
    if is_requested(QUICK_FIX, only):
        span = article.positions.span(params.range)
        actions += await ls.in_turn(lambda: quick_fixes(article, span))
    # Only for those who ask: it costs as much as reading the article again.
    if only and is_requested(FIX_ALL, only):
        actions += await ls.fixes(article)
    return actions


async def _rule(ls: Server, uri: str, ruling: str, found: str, right: str) -> None:
    path = ls.path(uri)
    try:
        book = first_book(ConfigResolver(CommandLine()).settings(path))
        if not book:
            raise NewslintError(
                f"no names book is configured for {path} (newslint init begins one)"
            )
        lines = await ls.in_turn(lambda: grow_book(book, ruling_change(ruling, found, right, book)))
        ls.say("\n".join(lines), types.MessageType.Info)
    except NewslintError as error:
        ls.say(str(error))
    ls.read_all()


KINDS = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL])

FEATURES: dict[str, Callable[..., Any]] = {
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.TEXT_DOCUMENT_DID_SAVE: _books_changed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _books_changed,
    types.TEXT_DOCUMENT_HOVER: _hover,
}


def serve() -> None:
    """Serve one editor on standard input and output until it disconnects."""
    server = Server()
    for feature, handle in FEATURES.items():
        server.feature(feature)(handle)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, KINDS)(_actions)
    server.command(RULE)(_rule)
    server.start_io(cast(BinaryIO, Messages(sys.stdin.buffer)))
