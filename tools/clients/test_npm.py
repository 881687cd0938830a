"""languagetool-api from npm, and the modules of the page that need no browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.end_to_end.served import Server

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("npm"):
        pytest.skip("there is no npm")
    place = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "ask.js", "places.mjs"):
        shutil.copy(HERE / name, place)
    shutil.copy(ROOT / "newslint" / "serve" / "page" / "text.js", place / "text.mjs")
    subprocess.run(["npm", "install", "--silent", "--no-audit"], cwd=place, check=True)
    return place


def test_an_npm_client(server: Server, folder: Path) -> None:
    done = subprocess.run(
        ["node", "ask.js", server.address], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == [
        {"mistake": "Harstom", "bestSuggestion": "Harstorm"},
        {"mistake": "recieved", "bestSuggestion": "received"},
    ]


def test_places_in_the_page(folder: Path) -> None:
    done = subprocess.run(["node", "places.mjs"], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
