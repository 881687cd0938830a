"""What tests share: newslint run in this process or in its own, and a desk with one name."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from newslint.storage.digests import digest_of
from newslint.storage.files_below import files_below
from newslint.storage.paths import PACKAGE, cache_folder
from tests.examples import PATIENT, QUICK

# As the command does: looking for garbage among a million objects takes a quarter of the time.
gc.set_threshold(100_000)

settings.load_profile(PATIENT)

ROOT = Path(__file__).parent.parent

ENVIRONMENT = dict(os.environ)
"""As it was before the tests: what installs things may use its caches."""

DESK = """\
- name: Lena Harstorm
  misspellings: [Harstom]
"""

ENOUGH = 120
"""Seconds that nothing in a test takes, on a machine however busy."""

Run = Callable[..., Result]

Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write reports anew")
    parser.addoption("--quick", action="store_true", help="no slow tests, and few examples")


def pytest_configure(config: pytest.Config) -> None:
    """Make the tests quick if so asked: these are the ones of `make check`."""
    if config.getoption("--quick"):
        config.option.markexpr = "not slow"
        settings.load_profile(QUICK)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compiled books of tests go to a folder of theirs, and no terminal habit reaches them."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "CI_PROJECT_DIR", "GITHUB_WORKSPACE"):
        os.environ.pop(name, None)


@pytest.fixture(scope="session", autouse=True)
def _heeds_ctrl_c() -> None:
    """What we start hears Ctrl-C, also where a shell put the tests, deaf to it, into background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, outside of any repository."""
    place = tmp_path / "copy"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def desk(tmp_path: Path) -> str:
    """A names book with one name, so that 'Harstom' is wrong beyond doubt."""
    path = tmp_path / "desk.yaml"
    path.write_text(DESK)
    return str(path)


@pytest.fixture
def newslint() -> Run:
    """Run the command in this process."""

    def run(*args: str, stdin: str | bytes | None = None) -> Result:
        from newslint.cli.commands.lint import command

        return CliRunner().invoke(command, args, input=stdin)

    return run


@pytest.fixture
def spawn() -> Spawn:
    """Run the command as a process of its own."""

    def run(*args: str, **more: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "newslint", *args]
        return subprocess.run(command, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]

    return run


@pytest.fixture(scope="session")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of results as it is before there are any: newslint has been read for its digest.

    It takes longer than all the rest of a short run.
    """
    folder = tmp_path_factory.mktemp("digests")
    digest_of(sorted(files_below(PACKAGE)), str(folder))
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that newslint's caches are in, with nothing in it yet but compiled books."""
    books, here = Path(cache_folder("books")), tmp_path / "caches" / "newslint"
    books.mkdir(parents=True, exist_ok=True)
    shutil.copytree(books, here / "books")
    monkeypatch.setenv("XDG_CACHE_HOME", str(here.parent))
    return here
