"""The server's own API: what rules are about, rulings for the desk's book, and its description."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from newslint.core.version import __version__
from newslint.serve.answers.rulings import Ruling
from newslint.serve.bodies import body_of, json_object, string_of
from newslint.serve.refusals import RefusedError
from newslint.serve.service import service_of


async def rule(request: Request) -> Response:
    """What a rule is about."""
    service = service_of(request)
    service.require_token(request)
    body = await service.ask("rule", request.path_params["rule"])
    return Response(body, media_type="application/json")


async def rulings(request: Request) -> Response:
    """Write a ruling into the desk's book."""
    service = service_of(request)
    service.require_token(request)
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise RefusedError(415, "the Content-Type is application/json")
    asked = json_object(await body_of(request))
    ruling = Ruling(*(string_of(asked.get(name, ""), name) for name in Ruling._fields))
    async with service.writing:
        return Response(await service.ask("rulings", ruling), media_type="application/json")


async def decisions(request: Request) -> Response:
    """Remember what somebody decided about findings."""
    service = service_of(request)
    service.require_token(request)
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise RefusedError(415, "the Content-Type is application/json")
    asked = json_object(await body_of(request)).get("decisions")
    if not isinstance(asked, list) or not all(map(_is_decision, asked)):
        raise RefusedError(400, "'decisions' is a list of {rule, accepted}")
    decided = [(each["rule"], each["accepted"]) for each in asked]
    return Response(await service.ask("decisions", decided), media_type="application/json")


def _is_decision(given: object) -> bool:
    if not isinstance(given, dict):
        return False
    return isinstance(given.get("rule"), str) and isinstance(given.get("accepted"), bool)


async def server(request: Request) -> Response:
    """What the server can do, which its page shows."""
    service = service_of(request)
    service.require_token(request)
    return JSONResponse({"version": __version__, "writes_names": bool(service.options.write_names)})


async def openapi(request: Request) -> Response:
    """The description of the API."""
    return JSONResponse(description())


@cache
def description() -> dict[str, Any]:
    """The OpenAPI description of `/v1`."""
    text = (Path(__file__).parent / "openapi.json").read_text("utf-8")
    described: dict[str, Any] = json.loads(text)
    described["info"]["version"] = __version__
    return described


ROUTES: list[BaseRoute] = [
    Route("/v1/rules/{rule:path}", rule, methods=["GET"]),
    Route("/v1/rulings", rulings, methods=["POST"]),
    Route("/v1/decisions", decisions, methods=["POST"]),
    Route("/v1/server", server, methods=["GET"]),
    Route("/v1/openapi.json", openapi, methods=["GET"]),
]
