"""Read what a request brings, within limits of size and time."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from newslint.serve.answers.limits import BODY, PART_SECONDS
from newslint.serve.refusals import RefusedError

MOST_FIELDS = 100
"""Maximum fields of a form."""


async def body_of(request: Request) -> bytes:
    """The body of a request. A RefusedError if it is too large, or too long in coming."""
    if int(request.headers.get("content-length") or 0) > BODY:
        raise too_large()
    parts: list[bytes] = []
    room = BODY
    stream = request.stream()
    while (part := await next_part(stream)) is not None:
        room -= len(part)
        if room < 0:
            raise too_large()
        parts.append(part)
    return b"".join(parts)


async def next_part(stream: AsyncGenerator[bytes, None]) -> bytes | None:
    """The next part of a body; None at its end. A RefusedError if it is too long in coming."""
    try:
        async with asyncio.timeout(PART_SECONDS):
            return await anext(stream, None)
    except TimeoutError:
        raise RefusedError(408, "the request took too long to come") from None
    except ClientDisconnect:
        raise RefusedError(400, "the request did not come to its end") from None


def too_large() -> RefusedError:
    """The refusal of a body that is too large."""
    return RefusedError(413, f"the request has more than {BODY} bytes")


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form, from the query of the address and from the body."""
    fields = request.url.query
    if request.method == "POST":
        fields += "&" + (await body_of(request)).decode("utf-8", "replace")
    try:
        pairs = parse_qsl(
            fields, keep_blank_values=True, errors="replace", max_num_fields=MOST_FIELDS
        )
    except ValueError:
        raise RefusedError(400, f"a form has {MOST_FIELDS} fields at most") from None
    return dict(pairs)


def json_object(body: bytes) -> dict[str, Any]:
    """The JSON object in a body."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError(400, "the body is no JSON") from None
    if not isinstance(value, dict):
        raise RefusedError(400, "the body is no JSON object")
    return value


def string_of(value: Any, name: str) -> str:
    r"""A string out of JSON, with a sign in the place of each half of a letter.

    JSON may write one half of a letter beyond the basic plane without the other.

    >>> string_of("a\ud800b", "text")
    'a\ufffdb'
    """
    if not isinstance(value, str):
        raise RefusedError(400, f"'{name}' is no string")
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
