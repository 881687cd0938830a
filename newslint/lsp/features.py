"""What editors ask of the language server, and the answers; and its start."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from lsprotocol import types
from pygls.capabilities import get_capability

from newslint.authoring.actions import ALWAYS_WRONG, ruling_change
from newslint.authoring.decisions import EDITOR, keep
from newslint.authoring.names_file import first_book, grow_book
from newslint.config.config_file import FILES
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.core.errors import NewslintError
from newslint.core.finding import Span
from newslint.lsp.code_actions import DECIDE, FIX_ALL, QUICK_FIX, RULE, is_requested, quick_fixes
from newslint.lsp.framing import Messages
from newslint.lsp.names import begun_at, name_at, places_of
from newslint.lsp.server import PAUSE, Server
from newslint.text.source import Source

WATCHED = (*(f"**/{name}" for name in FILES), "**/*.{yaml,yml,csv,jsonl}")
"""Patterns of files that may be configurations or books."""


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    if ls.is_asked:
        options = types.DiagnosticOptions(False, False, identifier="newslint")
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(_diagnose)


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
    ls.keep(params.text_document)
    ls.read(params.text_document.uri)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.read(params.text_document.uri, PAUSE)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


def _books_changed(ls: Server, params: object) -> None:
    ls.read_all()


async def _diagnose(
    ls: Server, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport:
    return types.RelatedFullDocumentDiagnosticReport(await ls.answer(params.text_document.uri))


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


async def _prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.Range | None:
    article = await ls.article(params.text_document.uri)
    name = name_at(article.source.text, article.positions.offset(params.position))
    return article.positions.range(name) if name else None


async def _rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    article = await ls.article(params.text_document.uri)
    text = article.source.text
    name = name_at(text, article.positions.offset(params.position))
    if name is None:
        return None
    places = places_of(text, text[slice(*name)])
    made = [types.TextEdit(article.positions.range(place), params.new_name) for place in places]
    return types.WorkspaceEdit(changes={article.uri: made})


async def _complete(ls: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
    """The names of books and memory that the words before the cursor begin."""
    uri = params.text_document.uri
    document = ls.workspace.get_text_document(uri)
    positions = ls.positions(Source.from_text(document.source, ls.path(uri)))
    at = positions.offset(params.position)
    begun = begun_at(document.source, at)
    names = await ls.in_turn(lambda: ls.names_for(uri, begun)) if begun else []
    return [
        types.CompletionItem(
            name,
            kind=types.CompletionItemKind.Value,
            text_edit=types.TextEdit(positions.range(Span(at - typed, at)), name),
        )
        for name, typed in names
    ]


async def _decide(ls: Server, uri: str, rule: str, accepted: bool) -> None:
    """Remember what was decided about a finding of a rule."""
    path = ls.path(uri)
    resolved = ConfigResolver(CommandLine()).resolved(path)
    await ls.in_turn(lambda: keep(path, [(rule, accepted)], EDITOR, resolved))


async def _rule(ls: Server, uri: str, rule: str, ruling: str, spellings: list[str]) -> None:
    path = ls.path(uri)
    found, right = spellings
    try:
        book = first_book(ConfigResolver(CommandLine()).settings(path))
        if not book:
            raise NewslintError(
                f"no names book is configured for {path} (newslint init begins one)"
            )
        lines = await ls.in_turn(lambda: grow_book(book, ruling_change(ruling, found, right, book)))
        ls.say("\n".join(lines), types.MessageType.Info)
        await _decide(ls, uri, rule, ruling == ALWAYS_WRONG)
    except NewslintError as error:
        ls.say(str(error))
    ls.read_all()


KINDS = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL])

FEATURES: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: _initialize,
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.TEXT_DOCUMENT_DID_SAVE: _books_changed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _books_changed,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_COMPLETION: _complete,
    types.TEXT_DOCUMENT_PREPARE_RENAME: _prepare_rename,
    types.TEXT_DOCUMENT_RENAME: _rename,
}


def serve() -> None:
    """Serve one editor on standard input and output until it disconnects."""
    server = Server()
    for feature, handle in FEATURES.items():
        server.feature(feature)(handle)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, KINDS)(_actions)
    server.command(RULE)(_rule)
    server.command(DECIDE)(_decide)
    server.start_io(cast(BinaryIO, Messages(sys.stdin.buffer)))
