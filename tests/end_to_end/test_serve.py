"""`newslint serve` as a process of its own, asked over HTTP, until it is told to stop."""

from __future__ import annotations

import json
import re
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError

import pytest

from tests.conftest import Spawn
from tests.end_to_end.served import Server

pytestmark = pytest.mark.slow

SLIP = "Then Harstom recieved the keys."


@pytest.fixture
def server(folder: Path, desk: str) -> Iterator[Server]:
    (folder / "newslint.toml").write_text(f"names = [{desk!r}]\nignore = ['spelling']\n")
    begun = Server()
    yield begun
    begun.process.kill()
    begun.process.wait()


def test_it_serves_with_the_configuration_of_its_folder_and_stops(server: Server) -> None:
    answer = json.loads(server.ask("v2/check", f"language=en&text={SLIP}".encode()))
    assert [match["rule"]["id"] for match in answer["matches"]] == ["names/misspelt"]
    assert json.loads(server.ask("health"))["status"] == "ok"
    assert server.stopped(signal.SIGTERM) == (0, "")


def test_ctrl_c_ends_it_well(server: Server) -> None:
    assert server.stopped(signal.SIGINT) == (0, "")


def test_a_request_that_was_begun_is_answered_before_it_stops(server: Server) -> None:
    long = f"language=en&text={SLIP * 3_000}".encode()
    answers: list[bytes] = []
    asking = Thread(target=lambda: answers.append(server.ask("v2/check", long)))
    host, port = re.findall(r"//([^:]+):(\d+)/", server.address)[0]
    with socket.create_connection((host, int(port))) as half:
        begun = f"POST /v2/check HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(long)}\r\n\r\n"
        half.sendall(begun.encode() + long[:1_000])
        asking.start()
        while json.loads(server.ask("health"))["idle"]:
            pass
        server.process.send_signal(signal.SIGTERM)
        half.sendall(long[1_000:])
        assert half.recv(12) == b"HTTP/1.1 200"
    asking.join()
    assert b"names/misspelt" in answers[0]
    assert server.process.wait(timeout=60) == 0


def test_many_clients_are_answered_at_once(server: Server) -> None:
    form = f"language=en&text={SLIP}".encode()
    with ThreadPoolExecutor(40) as clients:
        answers = list(clients.map(lambda _: server.ask("v2/check", form), range(120)))
    assert len(set(answers)) == 1
    assert b"names/misspelt" in answers[0]


def test_articles_are_answered_one_by_one_as_they_come(server: Server) -> None:
    host, port = re.findall(r"//([^:]+):(\d+)/", server.address)[0]
    asking = HTTPConnection(host, int(port), timeout=60)
    asking.putrequest("POST", "/v1/lint")
    asking.putheader("Content-Type", "application/x-ndjson")
    asking.putheader("Transfer-Encoding", "chunked")
    asking.endheaders()
    line = json.dumps({"text": SLIP}).encode() + b"\n"
    chunk = b"%x\r\n%b\r\n" % (len(line), line)
    asking.send(chunk)
    answer = asking.getresponse()
    assert len(json.loads(answer.readline())["findings"]) == 1
    asking.send(chunk + b"0\r\n\r\n")
    assert len(json.loads(answer.readline())["findings"]) == 1
    assert answer.read() == b""


def test_nothing_of_a_text_is_said(server: Server) -> None:
    with pytest.raises(HTTPError):
        server.ask("v2/check", f"language=en&text={SLIP}&data={SLIP}".encode())
    with pytest.raises(HTTPError):
        server.ask(f"v2/check?text={SLIP.replace(' ', '%20')}")
    assert server.stopped(signal.SIGTERM) == (0, "")


def test_what_it_cannot_do_is_one_line(spawn: Spawn, folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = spawn("serve", "--port", str(taken.getsockname()[1]))
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"error: cannot listen on 127.0.0.1:" in done.stderr
    (folder / "names.yaml").write_text("- name: [\n")
    done = spawn("serve", "--port", "0", "--names", "names.yaml")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"names.yaml" in done.stderr
    done = spawn("serve", "--write-names", "names.csv")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_it_says_when_it_is_open_to_everybody(folder: Path) -> None:
    for options, warned in (((), True), (("--token", "secret"), False)):
        server = Server("--host", "0.0.0.0", "--isolated", *options)
        assert ("warning: without --token" in server.begun) == warned
        assert server.stopped(signal.SIGTERM) == (0, "")
