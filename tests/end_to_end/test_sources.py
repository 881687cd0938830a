"""Copy held against its sources on the command line, by configuration and by front matter."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint import NewslintError, Proofreader
from newslint.cli.command_table import COMMANDS
from newslint.cli.commands import lint
from newslint.cli.groups import load_command
from tests.conftest import Run

RELEASE = "The bridge at Lanton will cost £1.45 million, said Ilse Okoro.\n"
STORY = "Ilse Okorro said that the bridge at Lanton costs £1.54 million.\n"
BOTH = ["source/name", "source/figure"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a story and its source, which is the current one."""
    (tmp_path / "release.txt").write_text(RELEASE)
    (tmp_path / "story.md").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run `newslint` or one of its commands in this process."""

    def run(*args: str) -> Result:
        words = next((n for n in (2, 1) if " ".join(args[:n]) in COMMANDS), 0)
        command = load_command(" ".join(args[:words])) if words else lint.command
        return CliRunner().invoke(command, args[words:])

    return run


def rules(output: str) -> list[str]:
    return [finding["rule"] for finding in json.loads(output)]


JSON = ("--output-format", "json", "story.md")


def test_without_sources_nothing_is_said(desk: Path, run: Run) -> None:
    assert run(*JSON).exit_code == 0


def test_a_source_on_the_command_line(desk: Path, run: Run) -> None:
    done = run("--source", "release.txt", *JSON)
    assert done.exit_code == 1
    assert rules(done.stdout) == BOTH
    first, second = json.loads(done.stdout)
    assert first["message"] == "'Okorro': the source has 'Ilse Okoro' (release.txt:1)"
    assert second["suggestions"] == ["£1.45 million"]


def test_a_folder_of_sources(desk: Path, run: Run) -> None:
    (desk / "sources").mkdir()
    (desk / "release.txt").rename(desk / "sources" / "release.txt")
    assert rules(run("--source", "sources", *JSON).stdout) == BOTH


def test_wrong_sources_cost_one_line_each_and_nothing_else(desk: Path, run: Run) -> None:
    (desk / "bad.docx").write_text("no document")
    options = ("--source", "missing.txt", "--source", "bad.docx", "--source", "release.txt")
    done = run(*options, *JSON)
    assert done.exit_code == 2
    assert rules(done.stdout) == BOTH
    errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert [line.split(":")[1].strip() for line in errors] == ["missing.txt", "bad.docx"]


def test_results_are_kept_until_a_source_changes(desk: Path, run: Run) -> None:
    for _ in range(2):
        assert rules(run("--source", "release.txt", *JSON).stdout) == BOTH
    (desk / "release.txt").write_text(STORY)
    assert run("--source", "release.txt", *JSON).exit_code == 0


def test_an_article_names_its_sources(desk: Path, run: Run) -> None:
    (desk / "stories").mkdir()
    story = desk / "stories" / "story.md"
    story.write_text(f"---\nsources: [../release.txt]\n---\n{STORY}")
    command = ("--output-format", "json", "stories/story.md")
    for _ in range(2):
        assert rules(run(*command).stdout) == BOTH
    (desk / "release.txt").write_text(STORY)
    assert run(*command).exit_code == 0
    (desk / "release.txt").unlink()
    done = run(*command)
    assert done.exit_code == 2
    assert done.stderr.count("error: ") == 1


def test_front_matter_that_names_no_files(desk: Path, run: Run) -> None:
    (desk / "story.md").write_text(f"---\nsources: 7\n---\n{STORY}")
    done = run("--source", "release.txt", *JSON)
    assert done.exit_code == 2
    assert rules(done.stdout) == BOTH
    assert done.stderr.startswith("error: story.md: 'sources' in front matter is a list of files")


def test_a_configuration_names_sources_by_path(desk: Path, run: Run) -> None:
    (desk / "newslint.toml").write_text('[per-path."story.md"]\nsources = ["release.txt"]\n')
    (desk / "other.md").write_text(STORY)
    assert rules(run("--output-format", "json", ".").stdout) == BOTH
    shown = run("config", "show", "story.md").stdout
    assert 'sources = ["release.txt"]' in shown


def test_a_configuration_names_sources_for_all(desk: Path, run: Run) -> None:
    (desk / "newslint.toml").write_text('sources = ["release.txt"]\nignore = ["source/figure"]\n')
    assert rules(run(*JSON).stdout) == ["source/name"]
    (desk / "newslint.toml").write_text("sources = 7\n")
    assert run(*JSON).exit_code == 2


def test_a_baseline_and_a_comment_silence_it(desk: Path, run: Run) -> None:
    options = ("--source", "release.txt", "--baseline", "known.json")
    run(*options, "--write-baseline", "story.md")
    assert run(*options, "story.md").exit_code == 0
    comment = "<!-- newslint: off[source] -->\n\n"
    (desk / "story.md").write_text(comment + STORY)
    assert run("--source", "release.txt", "story.md").exit_code == 0


def test_a_name_is_fixed_if_unsafe_fixes_are_wanted(desk: Path, run: Run) -> None:
    run("--source", "release.txt", "--fix", "story.md")
    assert (desk / "story.md").read_text() == STORY
    run("--source", "release.txt", "--fix", "--unsafe-fixes", "story.md")
    assert (desk / "story.md").read_text() == STORY.replace("Okorro", "Okoro")


def test_the_library(desk: Path) -> None:
    proofreader = Proofreader(sources="release.txt")
    assert [finding.rule for finding in proofreader.lint(STORY)] == BOTH
    assert not proofreader.lint(RELEASE)
    found = Proofreader().lint(STORY, against={"a.txt": RELEASE})
    assert [finding.rule for finding in found] == BOTH
    named = f"---\nsources: [release.txt]\n---\n{STORY}"
    assert not Proofreader().lint(named, "story.md")  # what is handed over has no file opened
    with pytest.raises(NewslintError, match=r"missing\.txt"):
        Proofreader(sources="missing.txt").lint(STORY)


def git(*args: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *args], check=True, capture_output=True)


def test_two_versions_are_compared(desk: Path, run: Run) -> None:
    done = run("compare", "--output-format", "json", "release.txt", "story.md")
    assert done.exit_code == 1
    assert rules(done.stdout) == BOTH
    assert run("compare", "release.txt", "release.txt").exit_code == 0
    assert run("compare", "--exit-zero", "release.txt", "story.md").exit_code == 0


def test_a_comparison_knows_no_other_sources(desk: Path, run: Run) -> None:
    (desk / "newslint.toml").write_text('sources = ["release.txt"]\n')
    (desk / "named.md").write_text(f"---\nsources: [release.txt]\n---\n{STORY}")
    assert run("compare", "story.md", "named.md").exit_code == 0


def test_versions_are_held_against_a_commit(desk: Path, run: Run) -> None:
    git("init", "--quiet")
    (desk / "story.md").write_text(RELEASE)
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    assert run("compare", "--against", "HEAD", "story.md").exit_code == 0
    (desk / "story.md").write_text(STORY)
    (desk / "new.md").write_text(STORY)
    done = run("compare", "--against", "HEAD", "--output-format", "json", "story.md", "new.md")
    assert rules(done.stdout) == BOTH
    assert {finding["path"] for finding in json.loads(done.stdout)} == {"story.md"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("release.txt",),
        (),
        ("a", "b", "c"),
        ("missing.txt", "story.md"),
        ("release.txt", "missing.md"),
        ("--against", "HEAD"),
        ("--against", "nothing", "story.md"),
    ],
)
def test_a_comparison_that_cannot_be_made(desk: Path, run: Run, arguments: tuple[str, ...]) -> None:
    done = run("compare", *arguments)
    assert done.exit_code == 2
    assert len([line for line in done.stderr.splitlines() if line.startswith("error: ")]) == 1
