"""The server for agents, asked by the protocol's own client."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types import TextContent

from newslint.core.version import __version__
from newslint.mcp.server import Server, serve
from newslint.mcp.tools import Tools

RELEASE = "The bridge at Lanton will cost £1.45 million, said Ilse Okoro."
STORY = "Ilse Okorro said that the bridge at Lanton costs £1.54 million."


@asynccontextmanager
async def session(folder: Path) -> AsyncIterator[ClientSession]:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "newslint", "mcp"], cwd=str(folder)
    )
    async with stdio_client(command) as streams, ClientSession(*streams) as client:
        await client.initialize()
        yield client


@pytest.mark.slow
def test_an_agent_asks_every_tool(tmp_path: Path) -> None:
    async def asked() -> dict[str, str]:
        said = {}
        async with session(tmp_path) as client:
            said["tools"] = " ".join(tool.name for tool in (await client.list_tools()).tools)
            for name, arguments in (
                ("lint", {"text": STORY, "sources": {"release.txt": RELEASE}}),
                ("fix", {"text": "He recieved teh keys.", "path": "story.txt"}),
                ("compare", {"before": RELEASE, "after": STORY}),
                ("explain", {"rule": "source/name"}),
                ("lookup", {"spelling": "Biegun"}),
            ):
                (content,) = (await client.call_tool(name, arguments)).content
                assert isinstance(content, TextContent)
                said[name] = content.text
        return said

    said = anyio.run(asked)
    assert said["tools"] == "lint fix compare explain lookup"
    both = ["source/name", "source/figure"]
    assert [finding["rule"] for finding in json.loads(said["lint"])] == both
    assert [finding["rule"] for finding in json.loads(said["compare"])] == both
    assert said["fix"] == "He received the keys."
    assert said["explain"].startswith("source/name\n")
    assert "lexicon: 'biegun'" in said["lookup"]


@pytest.fixture(scope="module")
def server() -> Server:
    return Server(Tools())


def ask(server: Server, method: str, **params: object) -> dict[str, object]:
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    answer = server.answer(json.dumps(message).encode())
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("2025-03-26", "2025-03-26"), ("1999-01-01", "2025-11-25"), (7, "2025-11-25")],
)
def test_a_version_is_agreed_on(server: Server, wanted: object, given: str) -> None:
    result = ask(server, "initialize", protocolVersion=wanted)["result"]
    assert isinstance(result, dict)
    assert result["protocolVersion"] == given
    assert result["serverInfo"] == {"name": "newslint", "version": __version__}


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("resources/list", {}, -32601),
        ("tools/call", {"name": "nothing"}, -32602),
        ("tools/call", {"name": "lint"}, -32602),
        ("tools/call", {"name": "lint", "arguments": {"text": 7}}, -32602),
        ("tools/call", {"name": "lint", "arguments": [1]}, -32602),
        ("tools/call", {"name": "lint", "arguments": {"text": "", "more": ""}}, -32602),
        ("tools/call", {"name": "lint", "arguments": {"text": "", "sources": {"a": 1}}}, -32602),
    ],
)
def test_a_wrong_request(server: Server, method: str, params: dict[str, object], code: int) -> None:
    error = ask(server, method, **params)["error"]
    assert isinstance(error, dict)
    assert error["code"] == code


def test_a_fault_in_the_copy_is_said_to_the_agent(server: Server) -> None:
    arguments = {"text": '{"body": ', "path": "story.json"}
    result = ask(server, "tools/call", name="lint", arguments=arguments)["result"]
    assert isinstance(result, dict)
    assert result["isError"]
    unknown = ask(server, "tools/call", name="explain", arguments={"rule": "no/rule"})["result"]
    assert isinstance(unknown, dict)
    assert unknown["isError"]


def test_what_is_no_request_ends_nothing() -> None:
    lines = [
        b"no json",
        b"[]",
        b"",
        b'{"jsonrpc": "2.0", "method": "notifications/initialized"}',
        b'{"jsonrpc": "2.0", "id": 2, "method": "ping", "params": []}',
        b'{"jsonrpc": "2.0", "id": 3, "method": "ping", "params": 7}',
        b'{"jsonrpc": "2.0", "id": 4, "method": "ping"}',
    ]
    answers = io.BytesIO()
    serve(io.BytesIO(b"\n".join(lines)), answers)
    said = [json.loads(line) for line in answers.getvalue().splitlines()]
    assert [answer["id"] for answer in said] == [None, None, 2, 3, 4]
    assert [answer.get("error", {}).get("code") for answer in said] == [
        -32700,
        -32600,
        None,
        -32602,
        None,
    ]
