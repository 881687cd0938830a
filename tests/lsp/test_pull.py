"""An editor that asks for diagnostics, and is told to ask again when there is more to show."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig

from tests.lsp.editor import Client, Editor

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

SERVER = ClientServerConfig([sys.executable, "-m", "newslint", "lsp"], client_factory=Client)


@pytest_lsp.fixture(scope="module", config=SERVER)  # type: ignore[untyped-decorator]
async def asking(lsp_client: Client) -> AsyncIterator[None]:
    def refresh(_: None) -> None:
        lsp_client.refreshed += 1

    lsp_client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)(refresh)
    capabilities = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities()
        ),
        workspace=types.WorkspaceClientCapabilities(
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
        ),
    )
    result = await lsp_client.initialize_session(types.InitializeParams(capabilities))
    assert result.capabilities.diagnostic_provider is not None
    assert result.capabilities.text_document_sync is not None
    yield
    await lsp_client.shutdown_session()


async def asked(editor: Editor) -> list[types.DiagnosticSeverity | int | str | None]:
    """The codes of what is answered."""
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(editor.uri))
    report = await editor.client.text_document_diagnostic_async(params)
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    return [each.code for each in report.items]


async def test_it_is_answered_and_sent_nothing(asking: Client, shared: Path) -> None:
    editor = Editor(asking, shared)
    editor.open("Then Harstom spoke.\n")
    assert await asked(editor) == ["names/misspelt"]
    editor.type_at((0, 5), (0, 12), "Harstorm")
    assert await asked(editor) == []
    assert not [each for each in asking.shown if each.uri == editor.uri]


async def test_what_is_being_typed_waits_and_is_asked_for_again(
    asking: Client, shared: Path
) -> None:
    editor = Editor(asking, shared)
    editor.open("Nobody spoke.\n")
    assert await asked(editor) == []
    before = asking.refreshed
    editor.type_at((1, 0), (1, 0), "Then Harstom")
    assert await asked(editor) == []
    await asking.until(lambda: asking.refreshed > before or None)
    assert await asked(editor) == ["names/misspelt"]


async def test_when_a_book_changes_it_is_told(asking: Client, shared: Path) -> None:
    before = asking.refreshed
    change = types.FileEvent((shared / "names.yaml").as_uri(), types.FileChangeType.Changed)
    asking.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    await asking.until(lambda: asking.refreshed > before or None)
