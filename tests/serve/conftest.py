"""A server of one worker, asked in this process, whose desk has one name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from newslint.book.settings import Layer
from newslint.config.resolver import CommandLine
from newslint.serve.app import application
from newslint.serve.options import ServeOptions
from newslint.serve.pool import Pool
from tests.conftest import DESK

Open = Callable[..., TestClient]

HERE = "http://127.0.0.1:8081"


@pytest.fixture(scope="module")
def said() -> list[str]:
    """What the servers of this module have told whoever runs them."""
    return []


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, said: list[str]) -> Iterator[Open]:
    """Open a server with some options; it heeds no configuration."""
    clients: list[TestClient] = []
    pools: list[Pool] = []

    def open_(**options: object) -> TestClient:
        desk = tmp_path_factory.mktemp("desk") / "desk.yaml"
        desk.write_text(DESK)
        command_line = CommandLine(Layer((str(desk),)), isolated=True)
        made = ServeOptions(command_line=command_line)._replace(**options)  # type: ignore[arg-type]
        app = application(made, said.append)
        pools.append(app.state.service.pool)
        client = TestClient(app, HERE, raise_server_exceptions=False)
        client.__enter__()  # one event loop for all requests, as the workers need
        clients.append(client)
        return client

    yield open_
    for client in clients:
        client.__exit__(None, None, None)
    for pool in pools:
        pool.stop()


@pytest.fixture(scope="module")
def client(opened: Open) -> TestClient:
    """A client of a server with the options that it has by itself."""
    return opened()


@pytest.fixture(scope="module")
def writing(opened: Open, tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, Path]:
    """A client of a server that writes a names book, and that book, which is not there yet."""
    book = tmp_path_factory.mktemp("rulings") / "names.yaml"
    return opened(write_names=str(book)), book
