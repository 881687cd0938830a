"""Whether the server is well: for whoever watches over it, and without a token."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from newslint.core.version import __version__
from newslint.serve.service import service_of


async def health(request: Request) -> Response:
    """Whether it can answer, and how many of its workers there are and are free."""
    pool = service_of(request).pool
    described = {
        "status": "ok" if pool.processes else "no workers",
        "version": __version__,
        "workers": pool.processes,
        "idle": pool.idle,
    }
    return JSONResponse(described, 200 if pool.processes else 503)


ROUTES: list[BaseRoute] = [Route("/health", health, methods=["GET"])]
