"""Baselines: what is known of old is not reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, Spawn
from tests.runner.found import found

OLD = "The goverment met on Monday.\n\nThen the rain fell on teh harbour.\n"


@pytest.fixture
def baseline(newslint: Run, folder: Path) -> tuple[str, ...]:
    """Two findings of one article, written down."""
    (folder / "a.txt").write_text(OLD)
    args = ("--baseline", "known.json")
    done = newslint(*args, "--write-baseline")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "Wrote 2 findings to known.json.\n"
    return args


def test_what_is_known_is_not_reported(newslint: Run, folder: Path, baseline: list[str]) -> None:
    assert found(newslint, *baseline) == []
    assert newslint(*baseline).stderr == ""
    first, last = OLD.split("\n\n")
    (folder / "a.txt").write_text(f"New.\n\n{last}\nThe\ngoverment met\non Monday.\n")
    assert found(newslint, *baseline) == []
    (folder / "a.txt").write_text(f"{first}\n\nAnother goverment.\n\n{last}")
    assert found(newslint, *baseline) == ["a.txt:3 goverment"]


def test_one_that_looks_the_same_is_new(newslint: Run, folder: Path, baseline: list[str]) -> None:
    (folder / "a.txt").write_text(OLD + "\n" + OLD)
    assert len(found(newslint, *baseline)) == 2
    (folder / "b.txt").write_text(OLD)
    assert found(newslint, *baseline, "b.txt") == ["b.txt:1 goverment", "b.txt:3 teh"]


def test_what_is_fixed_is_stale(newslint: Run, folder: Path, baseline: list[str]) -> None:
    (folder / "a.txt").write_text(OLD.replace("goverment", "government"))
    assert newslint(*baseline).stderr == "known.json: stale: a.txt spelling/typo 'goverment'\n"
    newslint(*baseline, "--write-baseline")
    assert newslint(*baseline).stderr == ""
    (folder / "b.txt").write_text("Quiet.\n")
    assert newslint(*baseline, "b.txt").stderr == ""


def test_an_article_that_is_renamed_stays_known(
    newslint: Run, folder: Path, baseline: list[str]
) -> None:
    (folder / "deep").mkdir()
    (folder / "a.txt").rename(folder / "deep" / "b.txt")
    done = newslint(*baseline)
    assert (done.exit_code, done.stderr) == (0, "")
    (folder / "deep" / "b.txt").unlink()
    (folder / "c.txt").write_text("Quiet.\n")
    assert newslint(*baseline).stderr.count("stale: a.txt") == 2


def test_what_is_known_is_not_fixed(newslint: Run, folder: Path, baseline: list[str]) -> None:
    (folder / "a.txt").write_text(f"Then teh the goverment fell. Becuase.\n\n{OLD}")
    newslint(*baseline, "--fix")
    assert (folder / "a.txt").read_text() == f"Then the government fell. Because.\n\n{OLD}"


def test_a_partial_run_keeps_the_rest_of_the_baseline(
    newslint: Run, folder: Path, baseline: list[str]
) -> None:
    (folder / "b.txt").write_text("On teh end.\n")
    newslint(*baseline, "--write-baseline", "b.txt")
    assert found(newslint, *baseline) == []


@pytest.mark.slow
def test_several_processes_know_the_same(spawn: Spawn, folder: Path) -> None:
    for number in range(12):
        (folder / f"{number:02}.txt").write_text("\n" * 100_000 + OLD)
    args = ["--baseline", "known.json", "--no-cache", "--jobs"]
    spawn(*args, "2", "--write-baseline")
    (folder / "03.txt").write_text(OLD + "\nOn teh end.\n")
    one, two = spawn(*args, "1"), spawn(*args, "2")
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
    assert b"Found 1 error in 1 of 12 files" in two.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a baseline"),
        ("[]", "not a baseline"),
        ('{"version": 2, "findings": {}}', "another version (2)"),
        ('{"version": 1, "findings": {"a": [1]}}', "not a baseline"),
    ],
)
def test_what_is_no_baseline_is_refused(newslint: Run, folder: Path, text: str, said: str) -> None:
    (folder / "known.json").write_text(text)
    (folder / "a.txt").write_text(OLD)
    done = newslint("--baseline", "known.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("error: known.json: ")
    assert said in done.stderr


def test_options_that_make_no_sense(newslint: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(OLD)
    assert "--write-baseline begins it" in newslint("--baseline", "gone.json").stderr
    assert newslint("--write-baseline").exit_code == 2
    assert newslint("--write-baseline", "--baseline", "k.json", "--fix").exit_code == 2
    assert newslint("--changed-since", "HEAD", "-", stdin="").exit_code == 2
