"""The server as an application (ASGI). Start reading here.

A request passes `access`, reaches one of the `endpoints`, and becomes a task of a worker process
(`pool`), which answers in bytes (`answers`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from newslint.serve.access import Access
from newslint.serve.answers.desk import Told
from newslint.serve.endpoints import articles, desk, health, languagetool, page
from newslint.serve.options import ServeOptions
from newslint.serve.paragraphs import Paragraphs
from newslint.serve.pool import Pool
from newslint.serve.refusals import RefusedError, refusal
from newslint.serve.service import Service


def application(options: ServeOptions, say: Callable[[str], None]) -> Starlette:
    """The application, with its workers begun; whoever has it ends them (`state.service.pool`).

    Its own errors are told to `say`, in one line each. A NewslintError tells what is wrong with the
    books.
    """
    pool = Pool(Told(options.command_line, options.write_names), options.processes, say)
    try:
        pool.start()
    except BaseException:
        pool.stop()
        raise

    app = Starlette(
        routes=[*languagetool.ROUTES, *articles.ROUTES, *desk.ROUTES, *health.ROUTES, *page.ROUTES],
        middleware=[Middleware(Access, options=options, say=say)],
        exception_handlers={RefusedError: _refused, HTTPException: _not_there},
    )
    app.state.service = Service(options, pool, Paragraphs(), asyncio.Lock())
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    return refusal(request.url.path, error.status, error.detail)


async def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return refusal(request.url.path, error.status_code, error.detail)
