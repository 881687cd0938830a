"""How `newslint serve` bears many clients: their waiting times, errors, and the memory it takes.

`make bench-serve`, or with a number of clients and of seconds. Each client sends one story of 6 KB
after another, without a pause, and no story twice.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from time import monotonic

ROOT = Path(__file__).parent.parent.parent
CLIENTS, SECONDS = 50, 60
STORY = 6_000


def main(clients: int = CLIENTS, seconds: int = SECONDS) -> None:
    """Print the figures."""
    command = [sys.executable, "-m", "newslint", "serve", "--port", "0", "--isolated"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    found = re.search(r"//([^:]+):(\d+)/", server.stderr.readline())
    assert found
    address = found[1], int(found[2])
    try:
        run(address, 2, 2, 0)  # until everything is loaded
        before, worked = memory(server.pid), cpu(server.pid)
        waits, errors = run(address, clients, seconds, 1)
        after, worked = memory(server.pid), cpu(server.pid) - worked
    finally:
        server.terminate()
        server.wait()
    waits.sort()
    cores = len(os.sched_getaffinity(0))
    print(f"{clients} clients for {seconds} s on {cores} cores, beside whatever else runs there")
    print(f"{len(waits)} stories of {STORY / 1000:.0f} KB, {len(waits) / seconds:.0f} a second")
    print(f"{1000 * worked / len(waits):.0f} ms of a core a story, {errors} errors")
    for share in (0.5, 0.95, 0.99, 1):
        wait = waits[min(int(share * len(waits)), len(waits) - 1)]
        print(f"{share:4.0%} of answers within {wait:.2f} s")
    print(f"memory of all processes: {before:.0f} MB before, {after:.0f} MB after")


def run(address: tuple[str, int], clients: int, seconds: int, seed: int) -> tuple[list[float], int]:
    """The waiting times of all answers, and the number of errors."""
    waits: list[float] = []
    errors: list[int] = []
    end = monotonic() + seconds

    def client(number: int) -> None:
        stories = random.Random(f"{seed} {number}")
        connection = HTTPConnection(*address, timeout=30)
        headers = {"Content-Type": "application/json"}
        while monotonic() < end:
            body = json.dumps({"path": "story.txt", "text": story(stories)})
            begun = monotonic()
            connection.request("POST", "/v1/lint", body, headers)
            answer = connection.getresponse()
            answer.read()
            waits.append(monotonic() - begun)
            if answer.status != 200:
                errors.append(answer.status)

    threads = [Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits, len(errors)


PARAGRAPHS = [
    paragraph
    for path in sorted((ROOT / "examples").glob("*.[mt]*"))
    for paragraph in path.read_text("utf-8").split("\n\n")
]


def story(stories: random.Random) -> str:
    """A story that nobody has sent before."""
    parts: list[str] = []
    while sum(map(len, parts)) < STORY:
        parts.append(stories.choice(PARAGRAPHS))
    return f"No. {stories.random()}\n\n" + "\n\n".join(parts)


def processes(pid: int) -> list[str]:
    """A process and its children."""
    return [str(pid), *Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def cpu(pid: int) -> float:
    """Seconds that a process and its children have worked."""
    fields = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2] for each in processes(pid)]
    ticks = sum(int(tick) for text in fields for tick in text.split()[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Megabytes of a process and its children that are theirs alone, and their share of others'."""
    sizes = [Path(f"/proc/{each}/smaps_rollup").read_text() for each in processes(pid)]
    return (
        sum(int(size) for text in sizes for size in re.findall(r"^Pss:\s+(\d+)", text, re.M)) / 1000
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
