"""Whether the server is well: for whoever watches over it, and without a token."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from newslint.core.version import __version__
from newslint.serve.service import service_of


async def health(request: Request) -> Response:
    """That it answers, and how many of its workers are free."""
    service = service_of(request)
    return JSONResponse(
        {
            "status": "ok",
            "version": __version__,
            "workers": service.options.processes,
            "idle": service.pool.idle,
        }
    )


ROUTES: list[BaseRoute] = [Route("/health", health, methods=["GET"])]
