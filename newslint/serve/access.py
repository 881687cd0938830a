"""Who is answered: the Host and the Origin of each request, CORS, and headers for safety.

A page from elsewhere must not reach a server on somebody's own machine. Its scripts say where they
come from (Origin). A name that is made to lead here (DNS rebinding) shows in the Host, where this
machine's own names and IP addresses stand otherwise.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newslint.serve.answers.worker import place_of
from newslint.serve.options import ServeOptions, is_address, is_here
from newslint.serve.refusals import refusal

ADD_ONS = ("chrome-extension", "moz-extension", "safari-web-extension", "app", "capacitor")
"""Schemes of browser add-ons and of editors that are made of web pages, such as Obsidian."""

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Headers of every response."""

ALLOWED = {
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type",
    "Access-Control-Allow-Private-Network": "true",
    "Access-Control-Max-Age": "600",
}
"""Headers of the answer to a browser that asks whether it may ask."""


class Access:
    """Answers only who may ask, and turns each error into a refusal without a word of the text."""

    def __init__(self, app: ASGIApp, options: ServeOptions, say: Callable[[str], None]) -> None:
        self._app = app
        self._options = options
        self._say = say
        own = (options.host, socket.gethostname(), *options.hosts)
        self._names = {name.lower() for name in own}
        self._origins = {origin.lower().rstrip("/") for origin in options.origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        begun = False

        async def send_safely(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _add_headers(MutableHeaders(scope=message), origin)
            await send(message)

        path, method = scope["path"], scope["method"]
        if not self._is_our_host(headers.get("host", "")):
            said = "this server is not called that (newslint serve --allow-host NAME)"
            await refusal(path, 421, said)(scope, receive, send)
        elif not self._may_ask(origin, headers):
            said = "pages from elsewhere are not answered (newslint serve --allow-origin URL)"
            await refusal(path, 403, said)(scope, receive, send)
        elif method == "OPTIONS":
            await Response(status_code=204, headers=ALLOWED)(scope, receive, send_safely)
        else:
            try:
                await self._app(scope, receive, send_safely)
            except Exception as error:
                self._say(f"error: {place_of(error)}")
                if not begun:
                    response = refusal(path, 500, "newslint failed, please report it")
                    await response(scope, receive, send_safely)

    def _is_our_host(self, host: str) -> bool:
        name = _host_of(f"//{host}")
        return is_address(name) or is_here(name) or name in self._names

    def _may_ask(self, origin: str, headers: Headers) -> bool:
        if not origin:
            elsewhere = headers.get("sec-fetch-site") == "cross-site"
            return not elsewhere or headers.get("sec-fetch-mode") == "navigate"
        if "*" in self._origins or origin.lower() in self._origins:
            return True
        scheme, _, asking = origin.partition("://")
        if scheme in ADD_ONS:
            return True
        return asking == headers.get("host") or is_here(_host_of(origin))


def _host_of(address: str) -> str:
    """The host in an address, in small letters; empty if there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _add_headers(headers: MutableHeaders, origin: str) -> None:
    for name, value in SAFE.items():
        headers.setdefault(name, value)
    if origin:
        headers["Access-Control-Allow-Origin"] = origin
        headers.add_vary_header("Origin")
