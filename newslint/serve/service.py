"""What all endpoints share: the options, the workers, the paragraphs of clients, and the token."""

from __future__ import annotations

import asyncio
from hmac import compare_digest
from typing import Any, cast

from starlette.requests import Request

from newslint.core.record import NamedTuple
from newslint.runner.worker_process import LostError
from newslint.serve.answers.limits import SECONDS
from newslint.serve.answers.worker import FAILED, MISSING, Answer
from newslint.serve.options import ServeOptions
from newslint.serve.paragraphs import Paragraphs
from newslint.serve.pool import BusyError, Pool, SlowError
from newslint.serve.refusals import RefusedError

TOO_SLOW = (
    f"Checking took longer than {SECONDS} seconds, which is this server's limit. "
    "Please consider submitting a shorter text."
)


class Service(NamedTuple):
    """The running server, for its endpoints."""

    options: ServeOptions
    pool: Pool
    paragraphs: Paragraphs
    writing: asyncio.Lock
    """Held while the desk's book is written: one ruling after another."""

    async def ask(self, name: str, asked: Any) -> bytes:
        """The answer of a worker to a task; a RefusedError if it has none."""
        try:
            answer = await self.pool.ask(name, asked)
        except BusyError:
            raise RefusedError(503, "Server overloaded, please try again later") from None
        except SlowError:
            raise RefusedError(500, TOO_SLOW) from None
        except LostError:
            raise RefusedError(500, "newslint failed on this text") from None
        return _body(answer)

    def require_token(self, request: Request, key: str = "") -> None:
        """Refuse a request that lacks the token, as a bearer token or as the `key` of a form."""
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        token = given.strip() if scheme.lower() == "bearer" else key
        if self.options.token and not compare_digest(token.encode(), self.options.token.encode()):
            raise RefusedError(401, "the server's token is needed")


def service_of(request: Request) -> Service:
    """The service that a request is made to."""
    return cast(Service, request.app.state.service)


def _body(answer: Answer) -> bytes:
    if answer.fault:
        status = {MISSING: 404, FAILED: 500}.get(answer.fault, 422)
        raise RefusedError(status, answer.message)
    return answer.body
