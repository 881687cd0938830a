"""The library: what `from newslint import ...` gives, alone and shared by threads."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import newslint
from newslint import Finding, NewslintError, Proofreader, Span
from tests.conftest import ROOT, Run

SLIP = "Then Harstom spoke.\n"

STORIES = [
    "The clerk recieved the keys from Beigun. Stephen Biegun left; Biegun said no more.\n" * 3,
    "# Harbour\n\nMayor Lena Harstorm spoke. [Harstom](https://a.example/Harstom) was heard.\n",
    "A teh stood twice in the the report, he said .\n",
    "The council met on Monday, and nothing was wrong.\n",
]


def test_one_import_is_all() -> None:
    findings = newslint.lint("The clerk recieved the keys.")
    assert [(f.rule, f.text, f.span) for f in findings] == [
        ("spelling/typo", "recieved", Span(10, 18))
    ]
    assert isinstance(findings[0], Finding)
    assert newslint.fix("The clerk recieved the keys.") == "The clerk received the keys."


@pytest.mark.parametrize("name", newslint.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(newslint, name).__doc__


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lnit'"):
        newslint.lnit  # type: ignore[attr-defined]  # noqa: B018


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys, newslint; print(*(m for m in sys.modules if 'newslint.' in m))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b""


def test_the_desk_has_its_say(desk: str) -> None:
    assert newslint.lint(SLIP) == []
    (finding,) = newslint.lint(SLIP, names=desk)
    assert finding.suggestions[0] == "Harstorm"
    assert newslint.fix(SLIP, names=[Path(desk)]) == "Then Harstorm spoke.\n"


def test_rules_are_chosen_as_on_the_command_line(desk: str) -> None:
    text = "The clerk recieved it. " + SLIP
    both = Proofreader(names=desk)
    assert {f.rule for f in both.lint(text)} == {"names/misspelt", "spelling/typo"}
    assert [f.rule for f in newslint.lint(text, names=desk, select="names")] == ["names/misspelt"]
    assert [f.rule for f in newslint.lint(text, names=desk, ignore=["names"])] == ["spelling/typo"]


def test_a_house_style() -> None:
    text = "The fare rose 5 percent to 12 per cent of the wage."
    plain, styled = newslint.lint(text), newslint.lint(text, style="guardian")
    assert {f.rule for f in styled} - {f.rule for f in plain}


def test_the_path_says_how_the_text_is_written(desk: str) -> None:
    proofreader = Proofreader(names=desk)
    linked = "[there](https://a.example) `Harstom`\n"
    assert proofreader.lint(linked, "story.md") == []
    assert len(proofreader.lint(linked)) == 1


def test_unsafe_fixes_are_asked_for(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        "- id: desk/quay\n  kind: substitution\n  swap: {quayside: quay}\n  message: a quay\n"
        "  why: It has one side.\n  severity: note\n  fix: unsafe\n  examples:\n"
        "  - text: On the quayside.\n    fixed: On the quay.\n  - clean: On the quay.\n"
    )
    proofreader = Proofreader(rules=rules)
    assert proofreader.fix("On the quayside.") == "On the quayside."
    assert proofreader.fix("On the quayside.", unsafe=True) == "On the quay."


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_not_fixed_stays_and_twice_is_once(newline: str) -> None:
    text = f"\ufeffThe clerk recieved it. \U0001f4f0 Zoe\u0308 {newline}{newline} end"
    once = newslint.fix(text)
    assert once == text.replace("recieved", "received")
    assert newslint.fix(once) == once


@pytest.mark.parametrize(
    ("text", "path", "options", "said"),
    [
        ("{", "story.json", {}, "story.json"),
        ("Quiet.", "", {"select": "speling"}, "no rule 'speling'"),
        ("Quiet.", "", {"style": "tabloid"}, "no style 'tabloid'"),
        ("Quiet.", "", {"names": "no-such.yaml"}, "no-such.yaml"),
    ],
)
def test_what_cannot_be_done_is_an_error(
    text: str, path: str, options: dict[str, str], said: str
) -> None:
    with pytest.raises(NewslintError, match=said):
        newslint.lint(text, path, **options)
    with pytest.raises(NewslintError, match=said):
        newslint.fix(text, path, **options)  # type: ignore[arg-type]


def test_no_configuration_is_heeded(folder: Path) -> None:
    (folder / "newslint.toml").write_text('ignore = ["spelling"]\n')
    assert newslint.lint("He recieved it.", str(folder / "story.txt"))


@pytest.mark.slow
def test_eight_threads_get_what_one_gets(desk: str) -> None:
    alone = [Proofreader(names=desk).lint(story, "story.md") for story in STORIES]
    assert any(alone)
    shared = Proofreader(names=desk)
    wanted = STORIES * 8
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda story: shared.lint(story, "story.md"), wanted))
        mended = list(threads.map(lambda story: shared.fix(story, "story.md"), wanted))
    assert found == alone * 8
    assert mended == [shared.fix(story, "story.md") for story in STORIES] * 8


@pytest.mark.slow
def test_proofreaders_in_threads_do_not_meet(desk: str) -> None:
    def lint(names: str) -> list[Finding]:
        return newslint.lint(SLIP, names=names or ())

    with ThreadPoolExecutor(4) as threads:
        counts = [len(found) for found in threads.map(lint, ["", desk] * 2)]
    assert counts == [0, 1, 0, 1]


def test_the_command_and_the_library_agree(newslint: Run, desk: str) -> None:
    command = newslint("--names", desk, "--fix", "--quiet", "-", stdin=STORIES[0])
    assert command.stdout == Proofreader(names=desk).fix(STORIES[0])


def test_the_page_is_up_to_date() -> None:
    """`make readme` writes it anew."""
    done = subprocess.run(
        [sys.executable, "tools/api_page.py", "--check"], cwd=ROOT, check=False, env=os.environ
    )
    assert done.returncode == 0


def test_the_first_import_on_the_page_runs() -> None:
    page = (ROOT / "docs" / "api.md").read_text()
    code = page.split("```python\n")[1].split("```")[0]
    (imported,) = ast.parse(code).body
    assert isinstance(imported, ast.ImportFrom)
    assert {alias.name for alias in imported.names} == set(newslint.__all__)


def test_a_lone_surrogate_holds_nothing_up() -> None:
    proofreader = Proofreader()
    for length in (1, 40_000):  # the second is searched by the automaton
        text = "\ud800 " * length + "They recieved it."
        (finding,) = [f for f in proofreader.lint(text) if f.rule.startswith("spelling/")]
        assert finding.suggestions[0] == "received"
