"""LibreOffice Writer, whose own checker asks a LanguageTool server a paragraph at a time."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.served import Server

PYTHON = "/usr/bin/python3"
"""Debian's Python, which has UNO."""

STORY = [
    "Kirsten Halvarsen, who inspected the ferry, said she had warned its owners.",
    "Halvarsen told the inquiry that Halvarsen's own notes were kept.",
    "The rules were in force, Havlarsen said, and nobody recieved a copy.",
]


def test_writer_finds_what_the_server_finds(server: Server, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice (apt-get install libreoffice-writer-nogui python3-uno)")
    pipe = f"newslint-{tmp_path.name}"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", profile, f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        asked = [PYTHON, str(Path(__file__).with_name("writer.py")), pipe, f"{server.address}v2"]
        done = subprocess.run(
            asked, input=json.dumps(STORY), capture_output=True, text=True, timeout=120, check=False
        )
    finally:
        office.terminate()
        office.wait()
    assert done.returncode == 0, done.stderr
    first, second, third = json.loads(done.stdout)
    assert (first, second) == ([], [])
    assert [(error["text"], error["suggestions"][0]) for error in third] == [
        ("Havlarsen", "Halvarsen"),
        ("recieved", "received"),
    ]
    assert "Halvarsen" in third[0]["comment"]
