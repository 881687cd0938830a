"""A server that is sent nonsense goes on serving, and says nothing of what it was sent."""

from __future__ import annotations

import re
import signal
import socket
from collections.abc import Iterator
from random import Random
from zlib import compress

import pytest

from tests.end_to_end.served import Server

pytestmark = pytest.mark.slow

POST = b"POST /v1/lint HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
FORM = b"POST /v2/check HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"

BAD = {
    "nothing": b"",
    "no line": b"\r\n\r\n\r\n",
    "no http": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
    "half a request": b"GET /v2/languages HTT",
    "half a body": POST + b"Content-Length: 1000\r\n\r\n{",
    "no length": POST + b"Content-Length: many\r\n\r\n{}",
    "a length below nothing": POST + b"Content-Length: -1\r\n\r\n{}",
    "two lengths": POST + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "a giant length": POST + b"Content-Length: 99999999999999999999\r\n\r\n{}",
    "no chunk": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
    "a long address": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "a long header": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    "no host": b"GET /health HTTP/1.1\r\n\r\n",
    "two hosts": b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
    "a host of bytes": b"GET /health HTTP/1.1\r\nHost: \xff[\x00\r\n\r\n",
    "an upgrade": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n"
    b"Upgrade: websocket\r\nSec-WebSocket-Key: YQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
    "zipped": POST + b"Content-Encoding: deflate\r\nContent-Length: 10\r\n\r\n" + compress(b"{}"),
    "bytes": FORM + b"Content-Length: 5\r\n\r\n\xff\x00\xfe%%",
    "deep": POST + b"Content-Length: 100000\r\n\r\n" + b"[" * 100_000,
    "numbers": POST + b'Content-Length: 17\r\nConnection: close\r\n\r\n{"text": 1e99999}',
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    begun = Server("--isolated")
    yield begun
    assert begun.stopped(signal.SIGTERM) == (0, "")


def send(server: Server, data: bytes) -> bytes:
    """The answer to some bytes, behind which nothing comes."""
    host, port = re.findall(r"//([^:]+):(\d+)/", server.address)[0]
    answer = b""
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65_536):
                answer += part
        except OSError:
            pass  # it has hung up, which is an answer
    return answer


def is_well(server: Server) -> bool:
    return b'"status":"ok"' in server.ask("health")


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_nonsense_is_refused(server: Server, data: bytes) -> None:
    answer = send(server, data)
    assert not answer or re.match(rb"HTTP/1\.1 (200|4\d\d) ", answer), answer[:200]
    assert b"Traceback" not in answer
    assert is_well(server)


def test_torn_and_garbled_requests(server: Server) -> None:
    body = b"text=Then+Harstom+recieved+the+keys.&language=en"
    whole = FORM + b"Content-Length: %d\r\n\r\n" % len(body) + body
    random = Random(22)
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(random.randrange(4)):
            data[random.randrange(len(data))] = random.randrange(256)
        answer = send(server, bytes(data[: random.randrange(len(data) + 1)]))
        assert not answer.startswith(b"HTTP/1.1 5"), (data, answer)
    assert is_well(server)
