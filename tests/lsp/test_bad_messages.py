"""The language server answers, whatever it was sent before."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from threading import Timer
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.lsp.framing import LONGEST, Messages

URI = "file:///nowhere/x.md"

HOVER = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 5}}


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def message(method: str, params: Any, number: int | None = None) -> bytes:
    said = {"jsonrpc": "2.0", "method": method, "params": params}
    return framed(json.dumps(said if number is None else said | {"id": number}).encode())


def call(method: str, **params: Any) -> bytes:
    return message(method, params, 7)


BAD = {
    "no length": b"Foo: bar\r\n\r\n{}",
    "a length that is none": b"Content-Length: abc\r\n\r\n{}",
    "a length below nothing": b"Content-Length: -5\r\n\r\n{}",
    "no end to a length": b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\n{}",
    "more than there is memory": b"Content-Length: %d\r\n\r\n{}" % (LONGEST + 1),
    "lines ended by LF": b"Content-Length: 2\n\n{}",
    "small letters, and another header": b"content-type: x\r\ncontent-length: 2\r\n\r\n{}",
    "no JSON": framed(b"{{{"),
    "no UTF-8": framed(b'"\xff\xfe"'),
    "nested too deeply": framed(b"[" * 100_000),
    "an endless number": framed(b"1" * 6_000),
    "nothing": framed(b"{}"),
    "a list": framed(b"[]"),
    "null": framed(b"null"),
    "no version": framed(b'{"method": "textDocument/hover"}'),
    "no parameters": message("textDocument/didOpen", None),
    "a number for parameters": message("textDocument/didChange", 7),
    "a method that nobody knows": message("no/such", {}, 7),
    "a document that is not open": call(
        "textDocument/hover", textDocument={"uri": "file:///no.md"}, position=HOVER["position"]
    ),
    "an address that is none": call(
        "textDocument/hover", textDocument={"uri": "::\0"}, position=HOVER["position"]
    ),
    "a line below nothing": call(
        "textDocument/hover", textDocument={"uri": URI}, position={"line": -3, "character": -9}
    ),
    "a line beyond everything": call(
        "textDocument/hover",
        textDocument={"uri": URI},
        position={"line": 2**31, "character": 2**40},
    ),
    "a command with too little": call("workspace/executeCommand", command="newslint.rule"),
    "an answer to nothing": framed(b'{"jsonrpc": "2.0", "id": 99, "result": null}'),
}


def answers(sent: bytes, wanted: range) -> dict[Any, Any]:
    """What the server answers to all that is sent, by number, until all `wanted` ones are there."""
    command = [sys.executable, "-m", "newslint", "lsp"]
    quiet = subprocess.DEVNULL
    found: dict[Any, Any] = {}
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=quiet) as server:
        assert server.stdin
        assert server.stdout
        patience = Timer(120, server.kill)
        patience.start()
        server.stdin.write(sent)
        server.stdin.flush()
        reader = Messages(cast(BinaryIO, server.stdout))
        while not found.keys() >= {*wanted} and reader.readline():
            reader.readline()
            said = json.loads(reader.read(LONGEST))
            found[said.get("id")] = said
        patience.cancel()
        server.kill()
    return found


@pytest.mark.slow
def test_it_answers_after_all_of_them() -> None:
    opened = {"uri": URI, "languageId": "markdown", "version": 1, "text": "The teh ferry.\n"}
    sent = message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
    sent += message("textDocument/didOpen", {"textDocument": opened})
    for number, bad in enumerate(BAD.values(), 1_000):
        sent += bad + message("textDocument/hover", HOVER, number)
    found = answers(sent, range(1_000, 1_000 + len(BAD)))
    for number, case in enumerate(BAD, 1_000):
        assert number in found, case
        assert "teh" in str(found[number].get("result")), case


@given(st.lists(st.binary(max_size=30) | st.sampled_from([*BAD.values()][:7])))
def test_no_message_is_lost_among_others(between: list[bytes]) -> None:
    lines = [noise.replace(b"ontent-", b"").rstrip(b"\r\n") + b"\r\n" for noise in between]
    sent = b"".join(noise + framed(b"%d" % at) for at, noise in enumerate(lines))
    reader, read = Messages(BytesIO(sent)), []
    while reader.readline():
        reader.readline()
        read.append(reader.read(LONGEST))
    assert read == [b"%d" % at for at in range(len(lines))]


@pytest.mark.parametrize("sent", [b"", b"\r\n", b"Content-Length: 9", b"Content-Length: 9\r\n\r\n"])
def test_it_ends_where_its_input_ends(sent: bytes) -> None:
    reader = Messages(BytesIO(sent))
    while reader.readline():
        assert not reader.read(LONGEST)
