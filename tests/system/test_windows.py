"""newslint's files and processes where the system can do no more than Windows can."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="looks at open files in /proc"),
]

RUN = """
from tests.system.windows import pretend

pretend()
from newslint.cli.main import main

main()
"""


def newslint(*args: str, cwd: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """Run the command, in a Python like that of Windows."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, "-c", RUN, *args]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_files_are_fixed_and_results_kept(folder: Path, cache: Path) -> None:
    story = folder / "story.md"
    story.write_bytes(b"The goverment met.\r\nIt rained.\r\n")
    for _ in range(2):  # the second time from the cache
        found = newslint("story.md", cwd=folder, cache=cache)
        assert (found.returncode, found.stderr) == (1, "")
        assert "spelling/typo" in found.stdout
    assert list(cache.rglob("*.sqlite"))
    fixed = newslint("--fix", "story.md", cwd=folder, cache=cache)
    assert (fixed.returncode, fixed.stderr) == (0, "")
    assert story.read_bytes() == b"The government met.\r\nIt rained.\r\n"
    assert [path.name for path in folder.iterdir()] == ["story.md"]


def test_a_book_is_begun_and_grows_and_is_compiled(folder: Path, cache: Path) -> None:
    assert newslint("init", cwd=folder, cache=cache).returncode == 0
    for name in ("Lena Harstorm", "Ansgar Velde"):
        added = newslint("names", "add", name, cwd=folder, cache=cache)
        assert (added.returncode, added.stderr) == (0, "")
    (folder / "story.md").write_text("Lena Harstorm met Ansgar Velde.\n")
    assert newslint(cwd=folder, cache=cache).returncode == 0


def test_a_report_is_written_and_an_archive_read(folder: Path, cache: Path) -> None:
    (folder / "a.txt").write_text("The goverment met.\n")
    report = newslint("--output-file", "report.txt", cwd=folder, cache=cache)
    assert (report.returncode, report.stderr) == (1, "")
    (folder / "all.jsonl").write_text('{"id": "1", "text": "The goverment met."}\n' * 3)
    args = ("archive", "all.jsonl", "--text-column", "text", "-o", "found.jsonl", "--jobs", "2")
    archive = newslint(*args, cwd=folder, cache=cache)
    assert archive.returncode in (0, 1), archive.stderr
    assert len((folder / "found.jsonl").read_text().splitlines()) == 3
