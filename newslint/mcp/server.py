"""Serve an agent on standard input and output: JSON-RPC, a message a line.

This is the part of the protocol that a server with nothing but tools needs, without the many
packages that the official one brings along for servers on the web.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from newslint.core.errors import NewslintError, internal_error
from newslint.core.version import __version__
from newslint.mcp.tools import Tools, WrongArgumentsError

VERSIONS = ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")
"""The versions of the protocol that are spoken, the oldest first; their tools are the same."""

LONGEST = 64 << 20
"""Maximum bytes of a message."""

NOT_JSON, NO_REQUEST, NO_METHOD, NO_PARAMS = -32700, -32600, -32601, -32602
"""Errors of JSON-RPC."""


class RequestError(Exception):
    """A request that cannot be answered, with its number in JSON-RPC."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests, one after the other, until there are no more."""
    server = Server(Tools())
    for line in lines_of(requests):
        answer = server.answer(line)
        if answer is not None:
            answers.write(json.dumps(answer, ensure_ascii=False).encode("utf-8") + b"\n")
            answers.flush()


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The messages; one that is too long is empty, and the next begins behind its end."""
    while line := stream.readline(LONGEST):
        is_whole = line.endswith(b"\n")
        while not is_whole and (rest := stream.readline(LONGEST)):
            line, is_whole = b"{", rest.endswith(b"\n")
        if line.strip():
            yield line


class Server:
    """Answers messages of one agent."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._methods: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "initialize": self._initialize,
            "ping": lambda _: {},
            "tools/list": lambda _: {"tools": tools.described()},
            "tools/call": self._call,
        }

    def answer(self, line: bytes) -> dict[str, Any] | None:
        """The answer to a message; None for one that wants none."""
        number = None
        try:
            message = _parsed(line)
            number = message.get("id")
            if "method" not in message or number is None:
                return None  # a notification, or an answer to what we never asked
            method = self._methods.get(message["method"])
            if method is None:
                raise RequestError(NO_METHOD, f"unknown method '{message['method']}'")
            params = message.get("params") or {}
            if not isinstance(params, dict):
                raise RequestError(NO_PARAMS, "params is an object")
            return {"jsonrpc": "2.0", "id": number, "result": method(params)}
        except RequestError as error:
            fault = {"code": error.code, "message": str(error)}
            return {"jsonrpc": "2.0", "id": number, "error": fault}

    def _initialize(self, params: dict[str, Any]) -> dict[str, Any]:
        wanted = params.get("protocolVersion")
        return {
            "protocolVersion": wanted if wanted in VERSIONS else VERSIONS[-1],
            "capabilities": {"tools": {}},
            "serverInfo": {"name": "newslint", "version": __version__},
        }

    def _call(self, params: dict[str, Any]) -> dict[str, Any]:
        """What a tool says; a fault in the copy is said to the agent, too, which may mend it."""
        try:
            said = self._tools.call(str(params.get("name")), params.get("arguments") or {})
        except WrongArgumentsError as error:
            raise RequestError(NO_PARAMS, str(error)) from None
        except NewslintError as error:
            return _text(str(error), is_error=True)
        except Exception as error:  # the agent can still use the other tools
            fault = f"newslint failed, please report it: {internal_error(error)}"
            return _text(fault, is_error=True)
        return _text(said)


def _text(said: str, is_error: bool = False) -> dict[str, Any]:
    return {"content": [{"type": "text", "text": said}], "isError": is_error}


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        raise RequestError(NOT_JSON, "not valid JSON") from None
    if not isinstance(message, dict):
        raise RequestError(NO_REQUEST, "a message is an object")
    return message
