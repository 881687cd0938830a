"""A text that takes too long, or brings its worker down, costs only its own answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from newslint.book.settings import Layer
from newslint.config.resolver import CommandLine
from newslint.core.errors import NewslintError
from newslint.runner.worker_process import LostError
from newslint.serve import pool as pool_module
from newslint.serve.answers.articles import Article
from newslint.serve.answers.desk import Told
from newslint.serve.pool import BusyError, Pool, SlowError

pytestmark = pytest.mark.slow

TOLD = Told(CommandLine(isolated=True))
STORY = Article("a.txt", "The clerk recieved the keys.")
LONG = Article("a.txt", "The clerk recieved the keys of Ilse Okoro. " * 20_000)

Test = Callable[[Pool], Coroutine[Any, Any, None]]


@pytest.fixture
def run() -> Callable[[Test], None]:
    """Run a test with a pool of one worker."""

    def run_(test: Test) -> None:
        async def whole() -> None:
            pool = Pool(TOLD, 1, print)
            pool.start()
            try:
                await test(pool)
            finally:
                pool.stop()

        asyncio.run(whole())

    return run_


def test_a_slow_text_is_given_up_and_the_next_is_answered(
    run: Callable[[Test], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(pool: Pool) -> None:
        assert b"spelling/typo" in (await pool.ask("lint", STORY)).body
        monkeypatch.setattr(pool_module, "SECONDS", 0.01)
        with pytest.raises(SlowError):
            await pool.ask("lint", LONG)
        monkeypatch.undo()
        assert b"spelling/typo" in (await pool.ask("lint", STORY)).body

    run(test)


def test_a_worker_that_is_gone_is_replaced(run: Callable[[Test], None]) -> None:
    async def test(pool: Pool) -> None:
        (worker,) = pool._workers
        worker.process.kill()
        worker.process.wait()
        with pytest.raises(LostError):
            await pool.ask("lint", STORY)
        assert b"spelling/typo" in (await pool.ask("lint", STORY)).body

    run(test)


def test_not_more_wait_than_there_is_room_for(
    run: Callable[[Test], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(pool: Pool) -> None:
        monkeypatch.setattr(pool_module, "WAITING", 2)
        asked = [asyncio.ensure_future(pool.ask("lint", STORY)) for _ in range(6)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        busy = [answer for answer in answers if isinstance(answer, BusyError)]
        assert 0 < len(busy) < len(answers)

    run(test)


def test_a_request_that_is_given_up_does_not_keep_its_worker(run: Callable[[Test], None]) -> None:
    async def test(pool: Pool) -> None:
        asked = asyncio.ensure_future(pool.ask("lint", LONG))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        assert b"spelling/typo" in (await pool.ask("lint", STORY)).body

    run(test)


def test_a_faulty_book_is_told_at_once(tmp_path: Path) -> None:
    book = tmp_path / "names.yaml"
    book.write_text("- name: [\n")
    pool = Pool(Told(CommandLine(Layer((str(book),)), isolated=True)), 1, print)
    with pytest.raises(NewslintError, match=r"names\.yaml:"):
        pool.start()
    pool.stop()
