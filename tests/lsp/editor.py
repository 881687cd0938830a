"""What tests of the language server share: an editor, which speaks to it as real ones do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

from cattrs import Converter
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient

from tests.conftest import ENOUGH

BOOK = "# Our own.\n- name: Lena Harstorm\n  misspellings: [Harstom]\n"

Sent = types.PublishDiagnosticsParams | types.ShowMessageParams | types.RegistrationParams
Found = TypeVar("Found")


NUMBERS = count(1)


class Client(LanguageClient):
    """A client that keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(converter_factory=_converter)
        self.shown: list[types.PublishDiagnosticsParams] = []
        self.said: list[str] = []
        self.watched: list[str] = []
        self.refreshed = 0
        """How often it was told to ask for diagnostics again."""

        def keep(params: Sent) -> None:
            match params:
                case types.PublishDiagnosticsParams():
                    self.shown.append(params)
                case types.ShowMessageParams():
                    self.said.append(params.message)
                case types.RegistrationParams():
                    self.watched += [registration.method for registration in params.registrations]

        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(keep)
        self.feature(types.WINDOW_SHOW_MESSAGE)(keep)
        self.feature(types.CLIENT_REGISTER_CAPABILITY)(keep)

    async def until(self, find: Callable[[], Found | None]) -> Found:
        """What `find` finds, as soon as it does."""
        async with asyncio.timeout(ENOUGH):
            while (found := find()) is None:
                await asyncio.sleep(0.005)
        return found


def _converter() -> Converter:
    """lsprotocol takes an action that has a command for that command: here it is an action."""
    made: Converter = default_converter()  # type: ignore[no-untyped-call]
    made.register_structure_hook(
        types.Command | types.CodeAction,
        lambda value, _: made.structure(value, types.CodeAction),
    )
    return made


class Editor:
    """One document in a desk's folder, as somebody works on it."""

    def __init__(self, client: Client, folder: Path, name: str = "") -> None:
        name = name or f"story-{next(NUMBERS)}.md"
        self.client = client
        self.folder = folder
        self.uri = name if ":" in name else (folder / name).as_uri()
        self.version = 0
        if not (folder / "newslint.toml").exists():
            (folder / "newslint.toml").write_text('names = ["names.yaml"]\n')
            (folder / "names.yaml").write_text(BOOK)

    async def opened(self, text: str, language: str = "markdown") -> list[types.Diagnostic]:
        self.open(text, language)
        return await self.diagnostics()

    def open(self, text: str, language: str = "markdown") -> None:
        item = types.TextDocumentItem(self.uri, language, self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type_at(self, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        """Send the change of a part of the document."""
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        place = types.Range(types.Position(*start), types.Position(*end))
        change = types.TextDocumentContentChangePartial(place, text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def typed(self, *texts: str) -> list[types.Diagnostic]:
        """What is shown after all of the texts, one typed right after the other."""
        for text in texts:
            self.version += 1
            document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
            change = types.TextDocumentContentChangeWholeDocument(text)
            self.client.text_document_did_change(
                types.DidChangeTextDocumentParams(document, [change])
            )
        return await self.diagnostics()

    async def closed(self) -> list[types.Diagnostic]:
        document = types.TextDocumentIdentifier(self.uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))
        return await self.diagnostics(closed=True)

    async def diagnostics(self, closed: bool = False) -> list[types.Diagnostic]:
        """What is shown of the latest version, once it is; it is then forgotten."""
        version = None if closed else self.version

        def latest() -> types.PublishDiagnosticsParams | None:
            shown = (s for s in self.client.shown if (s.uri, s.version) == (self.uri, version))
            return next(shown, None)

        found = await self.client.until(latest)
        self.client.shown.remove(found)
        return list(found.diagnostics)

    async def actions(
        self, line: int, character: int, only: list[types.CodeActionKind | str] | None = None
    ) -> dict[str, types.CodeAction]:
        """What is offered at a place, by title."""
        at = types.Position(line, character)
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri),
            types.Range(at, at),
            types.CodeActionContext([], only),
        )
        found = await self.client.text_document_code_action_async(params)
        return {one.title: one for one in found or () if isinstance(one, types.CodeAction)}

    async def done(self, action: types.CodeAction) -> list[types.Diagnostic]:
        """What is shown after a command."""
        assert action.command is not None
        asked = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await self.client.workspace_execute_command_async(asked)
        return await self.diagnostics()

    def edits(self, action: types.CodeAction) -> list[tuple[int, int, int, int, str]]:
        """What an action changes here: a range and the new text."""
        assert action.edit is not None
        assert action.edit.changes is not None
        return [(*places(edit.range), edit.new_text) for edit in action.edit.changes[self.uri]]

    async def hover(self, line: int, character: int) -> str:
        """What is said at a place."""
        document, at = types.TextDocumentIdentifier(self.uri), types.Position(line, character)
        said = await self.client.text_document_hover_async(types.HoverParams(document, at))
        if said is None:
            return ""
        assert isinstance(said.contents, types.MarkupContent)
        assert said.contents.kind is types.MarkupKind.PlainText
        return said.contents.value


def places(range_: types.Range) -> tuple[int, int, int, int]:
    """Line and character of both ends."""
    start, end = range_.start, range_.end
    return start.line, start.character, end.line, end.character
