"""House styles: packs of rules and names that hold where a desk chooses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.book import shipped
from newslint.book.shipped import styles
from newslint.engine.books import compile_shipped, open_book
from tests.conftest import Run

HOUSE = """\
- id: names/house-style
  kind: names-misspelt
  role: instead-of
  message: "the desk writes '{right}', not '{found}'"
  fix: safe
"""
RULE = """\
- id: style/{style}/{wrong}
  kind: substitution
  swap: {{{wrong}: {right}}}
  message: "'{{found}}': write {{right}}"
  fix: safe
"""
NAMES = "- name: Brannock Bay\n  kind: place\n  instead_of: [Brannoch Bay]\n"
COPY = "The adviser ran toward Brannoch Bay.\n"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources of a book with one rule for everybody and the styles `gazette` and `herald`."""
    rules = tmp_path / "rules"
    gazette, herald = rules / "style" / "gazette", rules / "style" / "herald"
    for folder in (gazette, herald):
        folder.mkdir(parents=True)
    (rules / "house.yaml").write_text(HOUSE)
    (gazette / "words.yaml").write_text(RULE.format(style="gazette", wrong="toward", right="to"))
    (gazette / "names.yaml").write_text(NAMES)
    (herald / "words.yaml").write_text(
        RULE.format(style="herald", wrong="adviser", right="advisor")
    )
    monkeypatch.setattr(shipped, "SOURCE", rules)
    monkeypatch.setattr(shipped, "COMPILED", tmp_path / "data" / "book")
    return rules


def found(newslint: Run, *args: str) -> list[str]:
    said = newslint("--output-format", "concise", "-q", "-", *args, stdin=COPY).stdout
    return [line.split()[2] for line in said.splitlines()]


@pytest.mark.usefixtures("paper")
def test_a_style_holds_only_where_it_is_chosen(newslint: Run) -> None:
    assert found(newslint) == []
    assert found(newslint, "--style", "herald") == ["style/herald/adviser"]
    both = ["style/gazette/toward", "names/house-style"]
    assert found(newslint, "--style", "gazette") == both
    assert found(newslint, "--style", "gazette", "--ignore", "style/gazette/toward") == both[1:]


@pytest.mark.usefixtures("paper")
def test_an_unknown_style_is_an_error_that_lists_them(newslint: Run) -> None:
    done = newslint("--style", "heralt", "-", stdin=COPY)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "error: no style 'heralt'; there are gazette, herald\n"


@pytest.mark.usefixtures("paper")
def test_rules_of_a_style_that_is_not_chosen_are_no_rules(newslint: Run) -> None:
    done = newslint("--select", "style/herald", "-", stdin=COPY)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no rule 'style/herald'" in done.stderr


def test_the_desk_rules_over_the_style(newslint: Run, paper: Path, tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text("- name: Brannoch Bay\n  kind: place\n")
    args = ("--style", "gazette", "--names", str(tmp_path / "desk.yaml"))
    assert found(newslint, *args) == ["style/gazette/toward"]


def test_styles_are_compiled_beside_the_book(paper: Path, tmp_path: Path) -> None:
    compile_shipped(str(paper), str(tmp_path / "data" / "book"))
    files = [path.name for path in sorted((tmp_path / "data").iterdir())]
    assert files == ["book", "book-gazette", "book-herald"]
    assert [rule.id for rule in open_book().rules] == ["names/house-style"]
    assert len(open_book(style="gazette").rules) == 2


@pytest.mark.parametrize("style", styles())
def test_a_style_has_rules_of_its_own_area_only(style: str) -> None:
    of_all = {rule.id for rule in open_book().rules}
    for rule in open_book(style=style).rules:
        assert rule.id in of_all or rule.id.startswith(f"style/{style}/")
