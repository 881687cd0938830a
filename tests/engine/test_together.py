"""Sources that are linted together have the findings that each has alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.book.selection import Selection
from newslint.book.settings import DEFAULT, Layer, Settings
from newslint.checks.matching import patterns
from newslint.core.errors import NewslintError
from newslint.engine.linter import Linter, open_linter
from newslint.runner import runner
from newslint.runner.runner import FIX, Job, Outcome, Runner, Task, task_results, together
from newslint.text.formats.reading import load_bytes
from newslint.text.source import Source
from tests.builders import invoke
from tests.conftest import Run
from tests.examples import examples
from tests.text.formats.test_docx import document, docx, paragraph, run

pytestmark = pytest.mark.slow

STORIES = {
    "slips.txt": "The goverment of Harstom met. Mr Harstrom said it recieved teh money.\n",
    "quiet.md": "# News\n\nThe ferry was late.\n",
    "ignored.md": "<!-- newslint-ignore -->\nThe goverment met.\n\nThe goverment left.\n",
    "rows.csv": "title,body\nFerry,The goverment met.\nBridge,Teh bridge is shut.\n",
    "empty.txt": "",
    "sourced.md": "---\nsources: [none.txt]\n---\nThe goverment met.\n",
    "page.html": "<p>The <b>goverment</b> met.</p>",
    "long.txt": "The goverment met on a Tuesday.\n\n" * 100,
}


@pytest.fixture(autouse=True)
def _only_long_txt_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "MOST_BYTES", 3_000)


@cache
def linter() -> Linter:
    return open_linter(DEFAULT)


@examples(15)
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


def test_files_that_ask_a_memory_are_linted_together(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    for day in range(4):
        story = f"Theodora Winslade-Price opened pier {day}.\n"
        (archive / f"{day}.txt").write_text(story)
    invoke("memory", "build", str(archive), "-o", str(tmp_path / "desk.memory"))
    settings = DEFAULT._replace(memory=(str(tmp_path / "desk.memory"),))
    jobs = jobs_in(tmp_path, Task(settings=settings))
    (tmp_path / "quiet.md").write_text("Theodora Winslade-Pryce came.\n")
    lone, group = Runner(Task(settings=settings)), Runner(Task(settings=settings))
    alone = [said(lone.file(job)) for job in jobs]
    assert [said(outcome) for outcome in group.files(jobs)] == alone
    assert any("Winslade-Pryce" in str(outcome) for outcome in alone)


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


def test_a_fault_in_reading_a_file_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(data: bytes, path: str) -> Source:
        if path.endswith("page.html"):
            raise ValueError("ours")
        return load_bytes(data, path)

    def told(outcomes: Iterable[Outcome]) -> list[tuple[object, ...]]:
        return [said(outcome) for outcome in outcomes]

    jobs = jobs_in(tmp_path, Task())
    alone = told(map(Runner(Task()).file, jobs))
    monkeypatch.setattr(runner, "load_bytes", load)
    assert told(Runner(Task()).files(jobs)) == alone


def test_a_rule_given_up_is_told_of_though_another_file_has_a_fault(
    tmp_path: Path, newslint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "{id: desk/slow, kind: pattern, pattern: (a|aa)+$, message: slow}"
    (tmp_path / "rules.yaml").write_text(f"- {slow}")
    for name in ("one.txt", "other.txt"):
        (tmp_path / name).write_text(f"{'a' * 60}!\n")
    settled = Linter._settled

    def fail(self: Linter, document: object, results: object, source: Source) -> object:
        if source.path.endswith("other.txt"):
            raise RuntimeError("ours")
        return settled(self, document, results, source)  # type: ignore[arg-type]

    monkeypatch.setattr(patterns, "SECONDS", 0.1)
    monkeypatch.setattr(Linter, "_settled", fail)
    rules = ("--rules", str(tmp_path / "rules.yaml"), "--select", "desk")
    done = newslint(*rules, str(tmp_path / "one.txt"), str(tmp_path / "other.txt"))
    assert "'desk/slow' searched for more than 0.1 s" in done.stderr
    assert "other.txt: newslint failed on this file" in done.stderr


def test_a_rule_given_up_is_told_of_though_the_file_has_changed_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "- {id: desk/slow, kind: pattern, pattern: (a|aa)+$, message: slow}"
    (tmp_path / "rules.yaml").write_text(slow)
    (tmp_path / "one.txt").write_text("The pier.\n")
    (tmp_path / "other.txt").write_text(f"{'a' * 60}!\n")
    monkeypatch.setattr(patterns, "SECONDS", 0.1)
    books = Layer(rules=(str(tmp_path / "rules.yaml"),))
    task = Task(settings=Settings((books,), selections=(Selection(("desk",)),)))
    jobs = [Job(str(tmp_path / name), task) for name in ("one.txt", "other.txt")]
    outcomes = Runner(task).files(jobs)
    assert not next(outcomes).failures
    (tmp_path / "other.txt").write_text("The pier again.\n")
    assert [failure.rule for failure in next(outcomes).failures] == ["desk/slow"]


def test_packed_files_are_together_by_the_size_of_their_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = list[int]()

    def measure(self: Linter, sources: list[Source]) -> None:
        sizes.append(sum(len(source.text) for source in sources))
        raise NewslintError("measured")

    for name in "abcd":
        (tmp_path / f"{name}.docx").write_bytes(docx(document(*[paragraph(run("ferry"))] * 300)))
    monkeypatch.setattr(Linter, "examine_together", measure)
    done = [*Runner(Task()).files([Job(str(path), Task()) for path in tmp_path.iterdir()])]
    assert len(done) == 4
    assert all(0 < size <= runner.MOST_BYTES for size in sizes)


def test_groups_keep_the_order_and_are_small(tmp_path: Path) -> None:
    jobs = jobs_in(tmp_path, Task()) + [Job(str(tmp_path / "quiet.md"), Task(mode=FIX))] * 40
    groups = [*together(jobs)]
    assert [job for group in groups for job in group] == jobs
    assert all(len({job.task for job in group}) == 1 for group in groups)
    assert max(map(len, groups)) == runner.TOGETHER
    assert [[Path(job.path).name for job in group] for group in groups][1] == ["long.txt"]
