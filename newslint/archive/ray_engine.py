"""The executor on a Ray cluster: each batch is a task, and its workers open the books once.

Tasks rather than Ray Data, which gives up a whole block, or the run, where one article kills a
worker (docs/decisions/0015-ray-by-tasks.md). The articles are read here, so that only this machine
needs to reach them; newslint and the desk's books have to be where the workers are.
"""

from __future__ import annotations

import logging
import os
from functools import partial
from typing import Any

from newslint.archive.article_linter import ArchiveTask
from newslint.archive.batch_result import BatchResult
from newslint.archive.dispatch import AHEAD, Answer
from newslint.archive.worker import examine
from newslint.core.errors import NewslintError
from newslint.core.optional import load
from newslint.runner.worker_process import LostError
from newslint.text.tables.article import Article


class RayExecutor:
    """Runs batches on the Ray cluster that RAY_ADDRESS names or that runs here, or on a new one."""

    def __init__(self, task: ArchiveTask, jobs: int = 0) -> None:
        """Run at most `jobs` batches at a time; 0 means one for each CPU.

        Raises the error (a fault in a book) if a worker cannot work.
        """
        self._ray = load("ray", "ray", "--engine ray")
        self._errors = load("ray.exceptions", "ray", "--engine ray")
        self._ours = not self._ray.is_initialized()
        self._most = jobs
        if self._ours:
            self._connect(jobs)
        self._examine = self._ray.remote(num_cpus=1, max_retries=0)(examine)
        self._task = self._ray.put(task)
        try:
            self.ask([])()
        except LostError as lost:
            self.close()
            reason = " ".join(str(lost.__cause__).split())
            raise NewslintError(f"no worker of the Ray cluster can begin: {reason}") from None
        except BaseException:
            self.close()
            raise

    @property
    def ahead(self) -> int:
        """Batches that may be submitted before the oldest of them is done.

        The number changes, since a cluster grows with its load.
        """
        ahead = AHEAD * int(self._ray.cluster_resources().get("CPU", 1))
        return min(ahead, self._most - 1) if self._most else ahead

    def ask(self, batch: list[Article]) -> Answer:
        """Queue the batch for the next free worker."""
        return partial(self._answer, self._examine.remote(self._task, batch))

    def close(self) -> None:
        """Leave the cluster, which then cancels our batches."""
        if self._ours:
            self._ray.shutdown()

    def _connect(self, jobs: int) -> None:
        quiet = {"log_to_driver": False, "logging_level": logging.ERROR}
        try:
            self._ray.init(address="auto", **quiet)
        except ConnectionError as error:
            if address := os.environ.get("RAY_ADDRESS"):
                reason = " ".join(str(error).split())
                raise NewslintError(f"no Ray cluster at {address}: {reason}") from None
            cpus = {"num_cpus": jobs} if jobs else {}
            self._ray.init(address="local", include_dashboard=False, **cpus, **quiet)
            self._most = 0  # it has no more workers than were asked for

    def _answer(self, promise: Any) -> BatchResult:
        try:
            found: BatchResult = self._ray.get(promise)
        except self._errors.RayTaskError as error:  # raised by `examine` itself
            raise error.cause from None
        except self._errors.RayError as error:
            raise LostError(1) from error
        return found
