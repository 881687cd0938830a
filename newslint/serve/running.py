"""Run the server until it is told to stop, and let it finish what it has begun."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from newslint.core.errors import NewslintError, os_error_reason
from newslint.serve.answers.limits import CONNECTIONS, STOP_SECONDS
from newslint.serve.app import application
from newslint.serve.options import ServeOptions, is_here
from newslint.system.signals import when_told

BACKLOG = 1024
"""Connections that wait until they are taken."""


def run(options: ServeOptions, say: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM. What there is to say is given to `say`, line by line."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # nothing of a text is logged
    with listening(options.host, options.port) as listener:
        app = application(options, say)
        try:
            server = uvicorn.Server(_config(app))
            # From its start on uvicorn heeds them; when it has ended it sends them again.
            when_told(lambda: setattr(server, "should_exit", True))
            port = listener.getsockname()[1]
            host = f"[{options.host}]" if ":" in options.host else options.host
            if not is_here(options.host) and not options.token:
                say("warning: without --token it is open to everybody who reaches that address")
            say(f"newslint serves http://{host}:{port}/ (Ctrl-C ends it)")
            asyncio.run(server.serve(sockets=[listener]))
        finally:
            app.state.service.pool.stop()


def _config(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=STOP_SECONDS,
        server_header=False,
        ws="none",
        lifespan="off",
    )


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; a NewslintError if there cannot be one."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        raise NewslintError(f"cannot listen on {host}:{port}: {os_error_reason(error)}") from None
    return listener
