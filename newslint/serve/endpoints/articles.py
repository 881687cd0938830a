"""The server's own API: lint and fix articles, one a request or many in a stream."""

from __future__ import annotations

import json
from base64 import b64decode
from binascii import Error as NoBase64Error
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from newslint.core.language import language_fault
from newslint.serve.answers.articles import Article, PackRequest
from newslint.serve.answers.limits import BODY, LETTERS
from newslint.serve.bodies import body_of, json_object, next_part, string_of, too_large
from newslint.serve.refusals import RefusedError, problem
from newslint.serve.service import Service, service_of

UNTITLED = "untitled.txt"

JSON, JSON_LINES = "application/json", "application/x-ndjson"


async def lint(request: Request) -> Response:
    """The findings in an article."""
    return await _answered("lint", request)


async def fix(request: Request) -> Response:
    """An article with its fixes made."""
    return await _answered("fix", request)


async def pack(request: Request) -> Response:
    """The file of an article with another text in it."""
    service = service_of(request)
    service.require_token(request)
    _require(request, JSON)
    asked = json_object(await body_of(request))
    path = string_of(asked.get("path", UNTITLED), "path")
    file = _decoded(string_of(asked.get("file"), "file"))
    text = _limited(string_of(asked.get("text"), "text"))
    body = await service.ask("pack", PackRequest(path, file, text))
    return Response(body, media_type="application/octet-stream")


async def _answered(task: str, request: Request) -> Response:
    service = service_of(request)
    service.require_token(request)
    if _require(request, JSON, JSON_LINES) == JSON_LINES:
        return _Duplex(_answers(task, request, service), media_type=JSON_LINES)
    article = _article(json_object(await body_of(request)))
    return Response(await service.ask(task, article), media_type=JSON)


class _Duplex(StreamingResponse):
    """A response that is streamed while its request still comes.

    Starlette's own would read the request to learn of its end.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.stream_response(send)


async def _answers(task: str, request: Request, service: Service) -> AsyncIterator[bytes]:
    """A line of JSON for each line of the request: an answer, or a problem."""
    try:
        async for line in _lines(request):
            try:
                answer = await service.ask(task, _article(json_object(line)))
            except RefusedError as error:
                answer = _problem(error)
            yield answer + b"\n"
    except RefusedError as error:  # of the request as a whole: it is read no further
        yield _problem(error) + b"\n"


def _problem(error: RefusedError) -> bytes:
    return json.dumps(problem(error.status, error.detail)).encode()


async def _lines(request: Request) -> AsyncIterator[bytes]:
    """The lines of a request that are not empty, as they come."""
    rest = b""
    stream = request.stream()
    while (part := await next_part(stream)) is not None:
        *lines, rest = (rest + part).split(b"\n")
        if len(rest) > BODY:
            raise too_large()
        for line in lines:
            if line.strip():
                yield line
    if rest.strip():
        yield rest


def _require(request: Request, *types: str) -> str:
    """The media type of a request; a RefusedError if it is none of these."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given not in types:
        raise RefusedError(415, f"the Content-Type is {' or '.join(types)}")
    return given


def _article(asked: dict[str, Any]) -> Article:
    """The article in a JSON object."""
    text, file = asked.get("text"), asked.get("file")
    if (text is None) == (file is None):
        raise RefusedError(400, "an article has a 'text' or a 'file'")
    language = string_of(asked.get("language", ""), "language")
    if language and language_fault(language) is not None:
        raise RefusedError(400, "'language' is no language ('en', 'en-GB' or another tag)")
    return Article(
        string_of(asked.get("path", UNTITLED), "path"),
        None if text is None else _limited(string_of(text, "text")),
        None if file is None else _decoded(string_of(file, "file")),
        language,
        asked.get("unsafe") is True,
        _sources(asked.get("sources", {})),
    )


def _sources(given: Any) -> tuple[tuple[str, str], ...]:
    """The names and texts of the sources that an article is held against."""
    if not isinstance(given, dict):
        raise RefusedError(400, "'sources' is an object of names and texts")
    texts = tuple((name, string_of(text, "a source")) for name, text in given.items())
    _limited("".join(text for _, text in texts), "'sources' together have")
    return texts


def _limited(text: str, what: str = "'text' has") -> str:
    if len(text) > LETTERS:
        raise RefusedError(413, f"{what} more than {LETTERS} letters")
    return text


def _decoded(file: str) -> bytes:
    try:
        data = b64decode(file, validate=True)
    except (NoBase64Error, ValueError):
        raise RefusedError(400, "'file' is no base64") from None
    if len(data) > LETTERS:
        raise RefusedError(413, f"'file' has more than {LETTERS} bytes")
    return data


ROUTES: list[BaseRoute] = [
    Route("/v1/lint", lint, methods=["POST"]),
    Route("/v1/fix", fix, methods=["POST"]),
    Route("/v1/pack", pack, methods=["POST"]),
]
