"""A server as a process of its own, for tests."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from urllib.request import Request, urlopen


class Server:
    """A server that was begun, and its address."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newslint", "serve", "--port", "0", "--jobs", "1", *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        self.begun = ""
        while not (found := re.search(r"http://\S+:\d+/", self.begun)):
            line = self.process.stderr.readline()
            assert line, self.begun
            self.begun += line
        self.address = found[0]

    def ask(self, path: str, body: bytes | None = None) -> bytes:
        with urlopen(Request(self.address + path, body), timeout=60) as answer:
            said: bytes = answer.read()
            return said

    def stopped(self, how: signal.Signals) -> tuple[int, str]:
        """Its status and what it said, after a signal."""
        self.process.send_signal(how)
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said
