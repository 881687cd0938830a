"""What a client is told when it gets no answer: as LanguageTool words it, or as problem+json.

The problem details are those of RFC 9457.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse, PlainTextResponse, Response

LANGUAGETOOL = "/v2/"
"""Paths of LanguageTool's API, whose clients read errors as plain text."""


class RefusedError(Exception):
    """A request that is refused, with a status of HTTP and what to tell the client."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


def refusal(path: str, status: int, detail: str) -> Response:
    """The response that refuses a request for `path`."""
    headers = {}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "1"
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = 'Bearer realm="newslint"'
    if path.startswith(LANGUAGETOOL):
        return PlainTextResponse(f"Error: {detail}", status, headers)
    body = problem(status, detail)
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def problem(status: int, detail: str) -> dict[str, str | int]:
    """The details of a problem."""
    return {"title": HTTPStatus(status).phrase, "status": status, "detail": detail}
