"""--fix --interactive, on a pseudo-terminal, as somebody with a keyboard meets it."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.authoring.decisions import forget, kept
from tests.conftest import Run

pytestmark = pytest.mark.slow

pty = pytest.importorskip("pty")

STORY = "The goverment met. Then teh rain fell.\n\nNobody recieved it.\n"


def walk(*answers: str, args: tuple[str, ...] = ()) -> tuple[str, int]:
    """Run newslint on a terminal, type each answer when it is asked for, and hang up at the next.

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
            if data and shown.endswith(("  ? ", "write: ")):
                if not waiting:
                    break
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
    shown, status = walk("y", "n", "s", "had\n")
    assert story.read_text() == "The government met. Then teh rain fell.\n\nNobody had it.\n"
    assert "government\x1b[0m met. Then teh rain" in shown or "government met. Then teh" in shown
    assert "Fixed 2, left 1." in shown
    assert status == 1


def test_quit_keeps_what_was_accepted(story: Path) -> None:
    (story.parent / "b.txt").write_text(STORY)
    shown, status = walk("y", "q")
    assert story.read_text() == STORY.replace("goverment", "government")
    assert (story.parent / "b.txt").read_text() == STORY
    assert "b.txt" not in shown
    assert status == 1


def test_a_comment_silences_it_here(story: Path, newslint: Run) -> None:
    markdown = story.rename(story.with_suffix(".md"))
    walk("i", "y", "y")
    text = STORY.replace("teh", "the").replace("recieved", "received")
    comment = " <!-- newslint: ignore[spelling/typo] -->"
    assert markdown.read_text() == text.replace("fell.", f"fell.{comment}")
    assert newslint().exit_code == 0
    story.write_text(STORY)
    walk("n", "n", "i", args=("a.txt",))
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
    shown, status = walk("w", "r", "y", args=("--names", "../desk.yaml"))
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


TWO = (
    "Jonna Varelinsk told reporters that the harbour would close.\n\n"
    "Varelinsk said it was final. On Monday Varelnisk met the dockers.\n\n"
    "Nobody had asked Varelnisk, and the goverment was silent.\n"
)


def test_all_of_one_name_are_accepted_at_once(story: Path) -> None:
    story.write_text(TWO)
    shown, status = walk("a", "y")
    assert "1 of 3: " in shown
    assert "3 of 3: " in shown
    assert "[a] accept all 'Varelnisk'" in shown
    right = TWO.replace("Varelnisk", "Varelinsk").replace("goverment", "government")
    assert (story.read_text(), status) == (right, 0)


def test_one_can_go_back_and_answer_otherwise(story: Path) -> None:
    shown, _ = walk("y", "b", "n", "y", "n")
    assert story.read_text() == STORY.replace("teh", "the")
    assert shown.count("1 of 3: ") == 2
    assert "[b] back" not in shown.partition("2 of 3")[0]


def test_a_rule_is_explained_and_the_question_stays(story: Path) -> None:
    shown, _ = walk("?", "y", "y", "y")
    assert "To silence it: --ignore spelling/typo" in shown
    assert "Fixed 3, left 0." in shown


def test_the_other_spelling_may_be_right(story: Path) -> None:
    story.write_text(TWO.replace("goverment", "government"))
    shown, _ = walk("o")
    assert "[o] 'Varelinsk' is wrong" in shown
    book = (story.parent / "names.yaml").read_text()
    assert "name: Varelnisk" in book
    assert "misspellings: [Varelinsk]" in book


def test_a_spelling_that_is_always_wrong_is_fixed_by_the_book_from_now_on(story: Path) -> None:
    story.write_text(TWO.replace("goverment", "government"))
    walk("x", "a")
    book = (story.parent / "names.yaml").read_text()
    assert "name: Varelinsk" in book
    assert "misspellings: [Varelnisk]" in book
    assert "Varelnisk" not in story.read_text()


def test_the_last_entry_can_be_taken_back(story: Path) -> None:
    story.write_text("The recieved view. The goverment met.\n")
    shown, _ = walk("w", "u", "y", "y")
    assert "Took the last entry out of names.yaml." in shown
    assert "recieved" not in (story.parent / "names.yaml").read_text()
    assert story.read_text() == "The received view. The government met.\n"


def test_a_hyphenated_name_goes_into_the_book_whole(story: Path) -> None:
    story.write_text(TWO.replace("Varelnisk", "Varelnisk-Moe").replace("goverment", "government"))
    walk("d", "n")
    assert "Varelnisk-Moe" in (story.parent / "names.yaml").read_text()


def test_labels_of_the_menu_are_not_broken(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    story.write_text(TWO)
    shown, _ = walk("q")
    menu = shown[shown.index("[y]") :].partition("  ? ")[0]
    assert all(len(line) <= 80 for line in menu.splitlines())
    assert all(line.startswith("[") for line in menu.splitlines())


def test_a_rule_that_is_ignored_always_is_asked_about_once(story: Path, newslint: Run) -> None:
    story.write_text("They met , and left.\n")
    (story.parent / "b.txt").write_text("They came , and sat.\n")
    shown, status = walk("l")
    assert 'ignore = ["punctuation/space-before-comma"] in newslint.toml' in shown
    assert status == 0
    (story.parent / "newslint.toml").write_text('ignore = ["punctuation/space-before-comma"]\n')
    assert newslint().exit_code == 0


def test_an_end_of_input_where_a_spelling_is_asked_for_is_quiet(story: Path) -> None:
    shown, status = walk("s", "\x04")
    assert "Traceback" not in shown
    assert status == 130
    assert story.read_text() == STORY


def test_without_a_terminal_there_is_nobody_to_ask(story: Path, newslint: Run) -> None:
    done = newslint("--fix", "--interactive")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "needs a terminal" in done.stderr
    assert "--interactive goes with --fix" in newslint("--interactive").stderr


def test_answers_are_kept_as_decisions(story: Path) -> None:
    forget()
    walk("n", "b", "y", "n", "s", "had\n")
    decided = [(each.rule, each.accepted, each.path) for each in kept()[0]]
    rule = "spelling/typo"
    assert decided == [(rule, accepted, str(story)) for accepted in (True, False, True)]


def test_no_line_is_wider_than_the_terminal(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the place before a finding, nor evidence, nor what is printed for a key."""
    story.write_text("Lena Harstorm spoke on Tuesday, 6 March 2024. Mrs Harstom left. Harstorm.\n")
    monkeypatch.setenv("COLUMNS", "80")
    shown, _ = walk("n", "x", "q")
    assert re.search(r"  \? x?'Harstom' is always wrong\n", shown)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert max(map(len, plain.splitlines())) <= 80
