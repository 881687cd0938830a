"""Findings link to the page of their rule: on a person's terminal, and nowhere else."""

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path

import pytest

from newslint.core import documentation
from newslint.core.documentation import page_of
from newslint.report.colour import wants_links
from newslint.report.format import TerminalStyle, open_format
from newslint.text.source import Source
from tests.conftest import ROOT
from tests.report.builders import finding

SITE = "https://desk.example/newslint"
LINK = f"\x1b]8;;{SITE}/rules/spelling/typo/\x1b\\spelling/typo\x1b]8;;\x1b\\"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site has an address, and the environment is that of a person."""
    monkeypatch.setattr(documentation, "SITE", SITE)
    for name in ("CI", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("name", ["text", "concise"])
def test_the_rule_leads_to_its_page(name: str) -> None:
    source = Source.from_text("Then teh rain.\n", "a.txt")
    render = open_format(name).render
    found = [finding(source, "teh", rule="spelling/typo")]
    (linked,) = render(source, found, TerminalStyle(80, False, True))
    (plain,) = render(source, found, TerminalStyle(80, False, False))
    assert linked == plain.replace("spelling/typo", LINK, 1)


@pytest.mark.usefixtures("site")
def test_only_a_terminal_of_a_person_has_links(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wants_links(Terminal())
    assert not wants_links(io.StringIO())
    for name, value in (("NO_COLOR", "1"), ("CI", "true"), ("TERM", "dumb"), ("TERM", "linux")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert not wants_links(Terminal())
    monkeypatch.setattr(documentation, "SITE", "")
    assert not wants_links(Terminal())


def test_without_an_address_nothing_is_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documentation, "SITE", "")
    source = Source.from_text("Then teh rain.\n", "a.txt")
    found = [finding(source, "teh", rule="spelling/typo")]
    (block,) = open_format("text").render(source, found, TerminalStyle(80, True, True))
    assert "\x1b]8" not in block
    assert page_of("spelling/typo") == ""


def test_the_address_is_the_same_everywhere() -> None:
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"].get("urls", {})
    assert urls.get("Documentation", "").rstrip("/") == documentation.SITE
    site = (
        Path(ROOT / "mkdocs.yml").read_text("utf-8").partition("site_url: ")[2].partition("\n")[0]
    )
    assert site.rstrip("/") == documentation.SITE


@pytest.mark.usefixtures("site")
def test_nothing_in_copy_makes_a_link() -> None:
    forged = "\x1b]8;;https://elsewhere.example/\x1b\\here\x1b]8;;\x1b\\"
    source = Source.from_text(f"{forged} teh {forged}\n", f"{forged}.txt")
    found = [finding(source, "teh", rule="spelling/typo", message=forged, evidence=(forged,))]
    for name in ("text", "concise"):
        (shown,) = open_format(name).render(source, found, TerminalStyle(80, False, True))
        assert "\x1b" not in shown.replace(LINK, "")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("name", ["text", "concise"])
def test_nothing_of_the_copy_gets_into_a_link_or_makes_one(name: str) -> None:
    evil = "\x1b]8;;https://evil.example\x07here\x1b]8;;\x07\x9d8;;x\x9c"
    source = Source.from_text(f"{evil} teh {evil}\n", f"{evil}.txt")
    said = finding(source, "teh", rule="desk/own-rule", message=evil, evidence=(evil,))
    (shown,) = open_format(name).render(source, [said], TerminalStyle(300, False, True))
    (link,) = re.findall(r"\x1b\]8;;[^\x1b]+\x1b\\[^\x1b]*\x1b\]8;;\x1b\\", shown)
    assert f"{SITE}/rules/desk/own-rule/" in link
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown.replace(link, ""))
