"""The language server, asked by a real client over standard input and output."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig

from newslint.authoring import decisions
from tests.lsp.editor import BOOK, Client, Editor, places

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

COMMAND = [sys.executable, "-m", "newslint", "lsp"]
SERVER = ClientServerConfig(COMMAND, client_factory=Client)
OTHER = ClientServerConfig([*COMMAND, "--stdio"], client_factory=Client)
SLIP = "Then Harstom spoke."


async def begin(client: Client, *encodings: types.PositionEncodingKind) -> types.InitializeResult:
    watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    related = types.PublishDiagnosticsClientCapabilities(related_information=bool(encodings))
    capabilities = types.ClientCapabilities(
        text_document=types.TextDocumentClientCapabilities(publish_diagnostics=related),
        workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watching),
        general=types.GeneralClientCapabilities(position_encodings=encodings or None),
    )
    return await client.initialize_session(types.InitializeParams(capabilities))


@pytest_lsp.fixture(scope="module", config=SERVER)  # type: ignore[untyped-decorator]
async def client(lsp_client: Client) -> AsyncIterator[None]:
    await begin(lsp_client)
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(scope="module", config=OTHER)  # type: ignore[untyped-decorator]
async def modern(lsp_client: Client) -> AsyncIterator[None]:
    """One that would rather count code points."""
    kinds = types.PositionEncodingKind
    result = await begin(lsp_client, kinds.Utf32, kinds.Utf16)
    assert result.capabilities.position_encoding == kinds.Utf32
    yield
    await lsp_client.shutdown_session()


async def test_diagnostics_when_opened(client: Client, shared: Path) -> None:
    (found,) = await Editor(client, shared).opened(f"# Harbour\r\n\r\n{SLIP}\r\n")
    assert places(found.range) == (2, 5, 2, 12)
    assert (found.source, found.code) == ("newslint", "names/misspelt")
    assert found.severity == types.DiagnosticSeverity.Error
    assert "Harstorm" in found.message


async def test_an_article_is_held_against_the_sources_that_it_names(
    client: Client, shared: Path
) -> None:
    (shared / "release.txt").write_text("The bridge costs £1.45 million.", "utf-8")
    story = "---\nsources: [release.txt]\n---\n\nThe bridge costs £1.54 million.\n"
    (found,) = await Editor(client, shared).opened(story)
    assert (found.code, found.severity) == ("source/figure", types.DiagnosticSeverity.Warning)
    assert "release.txt:1" in found.message


async def test_only_the_last_of_quick_keystrokes_is_read(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    assert await editor.opened("") == []
    (found,) = await editor.typed(*(SLIP[:length] for length in range(1, len(SLIP) + 1)))
    assert found.code == "names/misspelt"
    assert not [shown for shown in client.shown if shown.uri == editor.uri]
    assert await editor.typed("Then Harstorm spoke.") == []


async def test_half_a_word_waits_until_the_writer_has_moved_on(
    client: Client, shared: Path
) -> None:
    editor = Editor(client, shared)
    assert await editor.opened("Nobody spoke.\n") == []
    assert await editor.typed("Nobody spoke.\nThen Harstom") == []
    (found,) = await editor.diagnostics()  # after a while without a keystroke
    assert found.code == "names/misspelt"
    (found,) = await editor.typed("Nobody spoke.\nThen Harstom spoke.")
    assert found.code == "names/misspelt"


async def test_a_name_is_renamed_through_the_article(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    await editor.opened("Ann Moe-Lund\u2019s boat. Moe-Lund spoke; Moe and Moe-Lunds did not.\n")
    document, at = types.TextDocumentIdentifier(editor.uri), types.Position(0, 6)
    place = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, at))
    assert isinstance(place, types.Range)
    assert places(place) == (0, 4, 0, 12)
    renamed = await client.text_document_rename_async(types.RenameParams(document, at, "Mo-Lund"))
    assert renamed is not None
    assert renamed.changes is not None
    made = [(*places(edit.range), edit.new_text) for edit in renamed.changes[editor.uri]]
    assert made == [(0, 4, 0, 12, "Mo-Lund"), (0, 21, 0, 29, "Mo-Lund")]


async def test_names_of_the_desk_are_completed(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    await editor.opened("Then Lena Har\nThen har\n")
    document = types.TextDocumentIdentifier(editor.uri)

    async def offered(line: int, character: int) -> list[str]:
        params = types.CompletionParams(document, types.Position(line, character))
        found = await client.text_document_completion_async(params)
        assert isinstance(found, list)
        return [item.label for item in found]

    assert await offered(0, 13) == ["Lena Harstorm"]
    assert await offered(1, 8) == []


async def test_names_of_the_memory_are_completed(client: Client, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for at in range(3):
        (tmp_path / "old" / f"{at}.txt").write_text(f"Ann Okonjo-Reid spoke on day {at}.\n")
    (tmp_path / "old" / "9.txt").write_text("Ann Okondo spoke.\n")
    (tmp_path / "newslint.toml").write_text('memory = ["old"]\n')
    editor = Editor(client, tmp_path)
    await editor.opened("Then Ann Okon\n")
    params = types.CompletionParams(types.TextDocumentIdentifier(editor.uri), types.Position(0, 13))
    found = await client.text_document_completion_async(params)
    assert isinstance(found, list)
    assert [item.label for item in found] == ["Ann Okonjo-Reid", "Okonjo-Reid"]


async def test_a_part_of_the_text_is_changed(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    assert await editor.opened("One.\u2028Two.\nThen Harstorm spoke.\n") == []
    editor.type_at((1, 11), (1, 12), "")
    assert await editor.diagnostics() == []  # while the writer is there
    (found,) = await editor.diagnostics()
    assert places(found.range) == (1, 5, 1, 12)
    assert found.code_description is None  # while the documentation has no address


async def test_a_finding_of_a_name_leads_to_the_other_spelling(
    modern: Client, shared: Path
) -> None:
    editor = Editor(modern, shared)
    text = "Ada Velmering spoke. Velmering left, and Velmering wept. Velmernig laughed.\n"
    (found,) = await editor.opened(text)
    (other,) = found.related_information or ()
    assert places(other.location.range) == (0, 4, 0, 13)
    assert other.message == "'Velmering' stands here"


async def test_a_closed_document_shows_nothing(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    assert await editor.opened(SLIP)
    assert await editor.closed() == []


async def counted(client: Client, folder: Path, at: int) -> None:
    editor = Editor(client, folder)
    (found,) = await editor.opened("\U0001f4f0\U0001f4f0 \u2028 e\u0301 Harstom spoke.", "text")
    assert places(found.range) == (0, at, 0, at + 7)
    assert "names/misspelt" in await editor.hover(0, at + 6)
    assert await editor.hover(0, at - 2) == ""
    action = (await editor.actions(0, at + 1))["Write 'Harstorm'"]
    assert editor.edits(action) == [(0, at, 0, at + 7, "Harstorm")]


async def test_astral_characters_count_twice_in_utf_16(client: Client, shared: Path) -> None:
    await counted(client, shared, 10)


async def test_astral_characters_count_once_in_utf_32(modern: Client, shared: Path) -> None:
    await counted(modern, shared, 8)


async def test_a_safe_fix_is_preferred(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    (found,) = await editor.opened(SLIP)
    action = (await editor.actions(0, 8))["Write 'Harstorm'"]
    assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, True)
    assert editor.edits(action) == [(0, 5, 0, 12, "Harstorm")]
    assert list(action.diagnostics or ()) == [found]
    others = (await editor.actions(0, 8)).values()
    assert [one.title for one in others if one.is_preferred] == [action.title]
    assert await editor.actions(0, 0) == {}


async def test_actions_are_for_what_was_typed_a_moment_ago(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    await editor.opened("")
    typed = editor.typed(f"\n{SLIP}")
    typed.send(None)  # typed, and not yet waited for
    assert "Write 'Harstorm'" in await editor.actions(1, 8)
    typed.close()


async def test_hover_tells_the_evidence(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    (found,) = await editor.opened(SLIP)
    said = await editor.hover(0, 6)
    assert said.startswith(found.message)
    assert "\n- " in said
    assert await editor.hover(0, 1) == ""


async def test_a_name_goes_into_the_book(client: Client, tmp_path: Path) -> None:
    editor = Editor(client, tmp_path)
    text = "Ada Velmering spoke. Velmering left, and Velmering wept. Velmernig laughed.\n"
    await editor.opened(text)
    action = (await editor.actions(0, 60))["Add 'Velmernig' to the names book"]
    found = await editor.done(action)  # which says now that the others are wrong
    (mark,) = action.diagnostics or ()
    assert places(mark.range) not in [places(one.range) for one in found]
    assert (tmp_path / "names.yaml").read_text() == f"{BOOK}- name: Velmernig\n"
    assert "Velmernig" in client.said[-1]


async def test_two_people_are_told_apart(client: Client, tmp_path: Path) -> None:
    editor = Editor(client, tmp_path)
    text = "Ada Velmering spoke. Velmering left, and Velmering wept. Velmernig laughed.\n"
    await editor.opened(text)
    action = (await editor.actions(0, 60))["'Velmernig' and 'Velmering' are two people"]
    assert await editor.done(action) == []
    grown = (tmp_path / "names.yaml").read_text()
    assert grown == f"{BOOK}- name: Velmering\n  distinct: [Velmernig]\n"


async def test_a_word_goes_into_the_book(client: Client, tmp_path: Path) -> None:
    editor = Editor(client, tmp_path)
    await editor.opened("They recieved it.\n")
    action = (await editor.actions(0, 6))["Add 'recieved' to the desk's words"]
    before = len(client.said)
    await editor.done(action)
    assert len(client.said) == before + 1


async def test_without_a_book_that_is_said(client: Client, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('ignore = ["usage"]\n')
    editor = Editor(client, tmp_path)
    await editor.opened("They recieved it.\n")
    action = (await editor.actions(0, 6))["Add 'recieved' to the names book"]
    assert len(await editor.done(action)) == 1
    assert "no names book is configured" in client.said[-1]


@pytest.mark.parametrize(
    ("name", "text", "edit"),
    [
        ("a.md", f"{SLIP}\n\nEnd.\n", (0, 19, " <!-- newslint: ignore[names/misspelt] -->")),
        ("a.txt", f"Quiet.\r\n{SLIP}\r\n", (1, 0, "# newslint: ignore[names/misspelt]\r\n")),
        ("a.adoc", f"Quiet.\n\n{SLIP}\n", (2, 0, "// newslint: ignore[names/misspelt]\n")),
        ("a.xml", f"<nitf><body><p>{SLIP}</p></body></nitf>", None),
    ],
)
async def test_ignore_here(
    client: Client, shared: Path, name: str, text: str, edit: tuple[int, int, str] | None
) -> None:
    editor = Editor(client, shared, name)
    (found,) = await editor.opened(text)
    start = found.range.start
    action = (await editor.actions(start.line, start.character))["Ignore names/misspelt here"]
    ((line, column, *_, comment),) = editor.edits(action)
    assert edit in (None, (line, column, comment))
    lines = text.splitlines(keepends=True)
    lines[line] = lines[line][:column] + comment + lines[line][column:]
    assert await editor.typed("".join(lines)) == []


@pytest.mark.parametrize(("name", "text"), [("a.csv", f"headline\n{SLIP}\n")])
async def test_what_has_no_comments_has_no_ignoring(
    client: Client, shared: Path, name: str, text: str
) -> None:
    editor = Editor(client, shared, name)
    (found,) = await editor.opened(text)
    start = found.range.start
    titles = await editor.actions(start.line, start.character)
    assert "Write 'Harstorm'" in titles
    assert "Ignore names/misspelt here" not in titles


async def test_fix_all(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    await editor.opened(f"\U0001f4f0\n{SLIP}\nQuiet.\nThey recieved it.\n")
    assert "Fix everything that is certain" not in await editor.actions(1, 6)
    (action,) = (await editor.actions(0, 0, ["source.fixAll"])).values()
    assert action.kind == "source.fixAll.newslint"
    assert editor.edits(action) == [
        (1, 0, 2, 0, "Then Harstorm spoke.\n"),
        (3, 0, 4, 0, "They received it.\n"),
    ]
    await editor.typed("Quiet.")
    assert await editor.actions(0, 0, ["source.fixAll.newslint"]) == {}
    assert await editor.actions(0, 0, ["refactor"]) == {}


async def test_the_nearest_configuration_holds(client: Client, shared: Path) -> None:
    editor = Editor(client, shared)
    (shared / "wire").mkdir()
    (shared / "wire" / "newslint.toml").write_text('extends = [".."]\nignore = ["names"]\n')
    assert len(await editor.opened(SLIP)) == 1
    assert await Editor(client, shared, "wire/story.md").opened(SLIP) == []


async def test_a_book_that_changes_is_read_again(client: Client, tmp_path: Path) -> None:
    editor = Editor(client, tmp_path)
    assert await editor.opened("Then Harstrom spoke.\n") == []
    (tmp_path / "names.yaml").write_text(BOOK.replace("Harstom", "Harstrom"))
    changed = [types.FileEvent((tmp_path / "names.yaml").as_uri(), types.FileChangeType.Changed)]
    assert types.WORKSPACE_DID_CHANGE_WATCHED_FILES in client.watched
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changed))
    assert len(await editor.diagnostics()) == 1


async def test_a_faulty_configuration_is_said_once(client: Client, tmp_path: Path) -> None:
    editor = Editor(client, tmp_path)
    (tmp_path / "newslint.toml").write_text('nmaes = ["names.yaml"]\n')
    before = len(client.said)
    assert await editor.opened(SLIP) == []
    assert await editor.typed(f"{SLIP} ") == []
    assert len(client.said) == before + 1
    assert "newslint.toml:1: unknown key 'nmaes'" in client.said[-1]
    (tmp_path / "newslint.toml").write_text('names = ["names.yaml"]\n')
    assert len(await editor.typed(SLIP)) == 1


async def test_half_typed_json_is_no_matter(client: Client, shared: Path) -> None:
    editor = Editor(client, shared, "story.json")
    before = len(client.said)
    assert await editor.opened('{"headline": ', "json") == []
    assert len(await editor.typed('{"headline": "Then Harstom spoke."}')) == 1
    assert len(client.said) == before


async def test_an_excluded_file_is_left_alone(client: Client, tmp_path: Path) -> None:
    editor = Editor(client, tmp_path, "old/story.md")
    (tmp_path / "newslint.toml").write_text('names = ["names.yaml"]\nexclude = ["old/"]\n')
    assert await editor.opened(SLIP) == []
    assert await editor.actions(0, 0, ["source.fixAll"]) == {}


async def test_a_document_that_is_no_file_yet(client: Client, tmp_path: Path) -> None:
    editor = Editor(client, tmp_path, "untitled:Untitled-1")
    (found,) = await editor.opened("They `recieved` and recieved it.")
    assert places(found.range) == (0, 20, 0, 28)


async def test_what_is_decided_is_remembered(client: Client, tmp_path: Path) -> None:
    decisions.forget()
    editor = Editor(client, tmp_path, "decided.md")
    await editor.opened("They recieved it.\n")
    offered = await editor.actions(0, 6)
    for title in (
        "Write 'received'",
        "Ignore spelling/typo here",
        "Add 'recieved' to the desk's words",
    ):
        command = offered[title].command
        assert command is not None
        asked = types.ExecuteCommandParams(command.command, command.arguments)
        await editor.client.workspace_execute_command_async(asked)
    kept, _ = decisions.kept()
    story = str(tmp_path / "decided.md")
    assert [(each.path, each.rule, each.accepted) for each in kept] == [
        (story, "spelling/typo", accepted) for accepted in (True, False, False)
    ]
