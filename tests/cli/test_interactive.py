"""--fix --interactive, on a pseudo-terminal, as somebody with a keyboard meets it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.slow

pty = pytest.importorskip("pty")

STORY = "The goverment met. Then teh rain fell.\n\nNobody recieved it.\n"


def walk(*answers: str, args: tuple[str, ...] = ()) -> tuple[str, int]:
    """Run newslint on a terminal and type each answer when it is asked for.

    What is typed before the terminal is ready is lost, so a key without an echo is typed again.
    """
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "newslint", "--fix", "--interactive", *args]
    shown, waiting, typed = "", list(answers), ""
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        for _ in range(200):
            quiet = not select.select([ours], [], [], 0.3)[0]
            try:
                data = b"" if quiet else os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            shown += data.decode()
            if waiting and shown.endswith(("  ? ", "write: ")):
                typed = waiting.pop(0)
            elif not (quiet and typed and shown.endswith(f"  ? {typed}")):
                continue
            os.write(ours, typed.encode())
        process.kill()
    os.close(ours)
    assert not waiting, shown
    return shown.replace("\r\n", "\n"), process.returncode


@pytest.fixture
def story(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text(STORY)
    return path


def test_accept_reject_and_another_spelling(story: Path) -> None:
    shown, status = walk("a", "r", "o", "had\n")
    assert story.read_text() == "The government met. Then teh rain fell.\n\nNobody had it.\n"
    assert "government\x1b[0m met. Then teh rain" in shown or "government met. Then teh" in shown
    assert "Fixed 2, left 1." in shown
    assert status == 1


def test_quit_keeps_what_was_accepted(story: Path) -> None:
    (story.parent / "b.txt").write_text(STORY)
    shown, status = walk("a", "q")
    assert story.read_text() == STORY.replace("goverment", "government")
    assert (story.parent / "b.txt").read_text() == STORY
    assert "b.txt" not in shown
    assert status == 1


def test_a_comment_silences_it_here(story: Path, newslint: Run) -> None:
    markdown = story.rename(story.with_suffix(".md"))
    walk("i", "a", "a")
    text = STORY.replace("teh", "the").replace("recieved", "received")
    comment = " <!-- newslint: ignore[spelling/typo] -->"
    assert markdown.read_text() == text.replace("fell.", f"fell.{comment}")
    assert newslint().exit_code == 0
    story.write_text(STORY)
    walk("r", "r", "i", args=("a.txt",))
    assert "\n# newslint: ignore[spelling/typo]\nNobody recieved" in story.read_text()


def test_what_is_right_goes_into_the_book_and_is_asked_once(story: Path, newslint: Run) -> None:
    story.write_text("So the recieved view. No recieved view.\n")
    shown, status = walk("w")
    assert "Wrote 'recieved', names.yaml:" in shown
    assert "recieved" in (story.parent / "names.yaml").read_text()
    assert status == 0
    assert newslint("--names", "names.yaml").exit_code == 0
    assert 'names = ["names.yaml"] in newslint.toml' in shown


def test_the_book_in_use_grows_and_what_it_says_holds_at_once(story: Path, tmp_path: Path) -> None:
    story.write_text("The recieved view. Lena Harstrom spoke.\n")
    (story.parent / "b.txt").write_text("No recieved view, said Harstom.\n")
    (tmp_path / "desk.yaml").write_text("- name: Lena Harstorm\n  misspellings: [Harstom]\n")
    shown, status = walk("w", "n", "a", args=("--names", "../desk.yaml"))
    assert "- words: [recieved]" in (tmp_path / "desk.yaml").read_text()
    assert not (story.parent / "names.yaml").exists()
    assert "newslint.toml" not in shown
    assert (story.parent / "b.txt").read_text() == "No recieved view, said Harstorm.\n"
    assert status == 0


def test_two_people_are_told_apart(story: Path) -> None:
    story.write_text(
        "Jonna Varelinsk told reporters that the harbour would close.\n\n"
        "Varelinsk said it was final. On Monday Varelnisk met the dockers.\n"
    )
    walk("d")
    book = (story.parent / "names.yaml").read_text()
    assert "Varelinsk" in book
    assert "distinct: [Varelnisk]" in book


def test_a_rule_that_is_ignored_always_is_asked_about_once(story: Path, newslint: Run) -> None:
    story.write_text("They met , and left.\n")
    (story.parent / "b.txt").write_text("They came , and sat.\n")
    shown, status = walk("l")
    assert 'ignore = ["punctuation/space-before-comma"] in newslint.toml' in shown
    assert status == 0
    (story.parent / "newslint.toml").write_text('ignore = ["punctuation/space-before-comma"]\n')
    assert newslint().exit_code == 0


def test_an_end_of_input_where_a_spelling_is_asked_for_is_quiet(story: Path) -> None:
    shown, status = walk("o", "\x04")
    assert "Traceback" not in shown
    assert status == 130
    assert story.read_text() == STORY


def test_without_a_terminal_there_is_nobody_to_ask(story: Path, newslint: Run) -> None:
    done = newslint("--fix", "--interactive")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "needs a terminal" in done.stderr
    assert "--interactive goes with --fix" in newslint("--interactive").stderr
