"""The page for a desk: what it is made of, and what its browser may do with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from newslint.report import html
from newslint.serve.refusals import RefusedError

FOLDER = Path(__file__).parent.parent / "page"

LOOK = Path(html.__file__).parent / "look.css"
"""The style that the page shares with the HTML report."""

PARTS = {
    "index.html": (FOLDER / "index.html", "text/html"),
    "look.css": (LOOK, "text/css"),
    "page.css": (FOLDER / "page.css", "text/css"),
    "page.js": (FOLDER / "page.js", "text/javascript"),
    "findings.js": (FOLDER / "findings.js", "text/javascript"),
    "server.js": (FOLDER / "server.js", "text/javascript"),
    "text.js": (FOLDER / "text.js", "text/javascript"),
}
"""The files of the page by name, and their media types. No other file is served."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing from elsewhere, nothing inline, and no page around this one."""


async def index(request: Request) -> Response:
    """The page itself."""
    return _response("index.html")


async def part(request: Request) -> Response:
    """A style or a script of the page."""
    name = request.path_params["name"]
    if name not in PARTS:
        raise RefusedError(404, "Not Found")
    return _response(name)


def _response(name: str) -> Response:
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    return Response(_content(name), headers=headers, media_type=PARTS[name][1])


@cache
def _content(name: str) -> bytes:
    return PARTS[name][0].read_bytes()


ROUTES: list[BaseRoute] = [
    Route("/", index, methods=["GET"]),
    Route("/page/{name}", part, methods=["GET"]),
]
