"""Sources that are linted together have the findings that each has alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.book.settings import DEFAULT
from newslint.core.errors import NewslintError
from newslint.engine.linter import Linter, open_linter
from newslint.runner import runner
from newslint.runner.runner import FIX, Job, Outcome, Runner, Task, task_results, together
from newslint.text.source import Source

STORIES = {
    "slips.txt": "The goverment of Harstom met. Mr Harstrom said it recieved teh money.\n",
    "quiet.md": "# News\n\nThe ferry was late.\n",
    "ignored.md": "<!-- newslint-ignore -->\nThe goverment met.\n\nThe goverment left.\n",
    "rows.csv": "title,body\nFerry,The goverment met.\nBridge,Teh bridge is shut.\n",
    "empty.txt": "",
    "sourced.md": "---\nsources: [none.txt]\n---\nThe goverment met.\n",
    "page.html": "<p>The <b>goverment</b> met.</p>",
    "long.txt": "The goverment met on a Tuesday.\n\n" * 8_000,
}


@cache
def linter() -> Linter:
    return open_linter(DEFAULT)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(sorted(STORIES)), max_size=6))
def test_together_is_as_alone(names: list[str]) -> None:
    sources = [Source(name, STORIES[name]) for name in names]
    assert linter().examine_together(sources) == [linter().examine(source) for source in sources]


def jobs_in(folder: Path, task: Task) -> list[Job]:
    for name, text in STORIES.items():
        (folder / name).write_text(text)
    return [Job(str(folder / name), task) for name in (*STORIES, "missing.txt", "slips.txt")]


def said(outcome: Outcome) -> tuple[object, ...]:
    """An outcome that compares by what it says."""
    tally = outcome.tally and (outcome.tally.found, outcome.tally.fixed)
    return (tally, *outcome[1:])


@pytest.mark.parametrize("task", [Task(), Task(mode=FIX), Task(cache=True)])
def test_a_group_of_files_has_the_outcomes_of_its_files(tmp_path: Path, task: Task) -> None:
    outcomes = []
    for way in ("together", "alone"):
        folder = tmp_path / way
        folder.mkdir()
        jobs, one = jobs_in(folder, task), Runner(task, task_results(task))
        done = [*one.files(jobs)] if way == "together" else [one.file(job) for job in jobs]
        outcomes.append([str(said(outcome)).replace(str(folder), "") for outcome in done])
    assert outcomes[0] == outcomes[1]


def test_a_file_that_changes_meanwhile_is_linted_as_it_is(tmp_path: Path) -> None:
    jobs = jobs_in(tmp_path, Task())
    outcomes = Runner(Task()).files(jobs)
    assert next(outcomes).report
    (tmp_path / "quiet.md").write_text("Teh ferry was late.\n")
    assert any("Teh" in line for line in next(outcomes).report)


def test_a_fault_of_all_together_leaves_each_file_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Linter, sources: list[Source]) -> None:
        raise NewslintError("together")

    alone = [said(Runner(Task()).file(job)) for job in jobs_in(tmp_path, Task())]
    monkeypatch.setattr(Linter, "examine_together", fail)
    outcomes = Runner(Task()).files(jobs_in(tmp_path, Task()))
    assert [said(outcome) for outcome in outcomes] == alone


def test_groups_keep_the_order_and_are_small(tmp_path: Path) -> None:
    jobs = jobs_in(tmp_path, Task()) + [Job(str(tmp_path / "quiet.md"), Task(mode=FIX))] * 40
    groups = [*together(jobs)]
    assert [job for group in groups for job in group] == jobs
    assert all(len({job.task for job in group}) == 1 for group in groups)
    assert max(map(len, groups)) == runner.TOGETHER
    assert [[Path(job.path).name for job in group] for group in groups][1] == ["long.txt"]
