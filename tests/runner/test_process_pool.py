"""Files spread over processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.errors import NewslintError
from newslint.runner import process_pool as pool
from newslint.runner import worker_process as workers
from newslint.runner.runner import Job, Task


def test_batches_hold_every_path_once_and_in_order(folder: Path) -> None:
    (folder / "big.txt").write_bytes(b"x" * 500_000)
    paths = [f"{number:04}.txt" for number in range(1000)]
    paths[500] = "big.txt"
    cut = list(pool.batches([Job(path, Task()) for path in paths]))
    assert [job.path for batch in cut for job in batch] == paths
    assert all(sum(len(job.path) for job in batch) < 5000 for batch in cut)
    assert any(batch[-1].path == "big.txt" for batch in cut)


def test_a_worker_that_dies_is_an_error_and_not_a_wait(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_START", "import sys; sys.exit(3) # {path} {quiet} {module}")
    with pytest.raises(NewslintError, match="ended with status 3"):
        list(pool.run_in_pool([Job("a.txt", Task()), Job("b.txt", Task())], 2))
