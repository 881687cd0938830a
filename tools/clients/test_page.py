"""The page for a desk in headless Chromium: as a hand, a keyboard and a phone use it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.conftest import ROOT
from tests.end_to_end.served import Server
from tests.text.formats.test_docx import document, docx, paragraph, run

STORY = (ROOT / "examples" / "ferry-inquiry.md").read_text()
SLIP = "Then Harstom recieved the keys."
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
SHOTS = os.environ.get("NEWSLINT_SHOTS")
"""A folder for pictures of the page, to be looked at."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("there is no chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    yield from opened(browser, server, WIDE, "light")


def opened(browser: Browser, server: Server, size: dict[str, int], scheme: str) -> Iterator[Page]:
    """A page that fails its test if it says something on its console."""
    context = browser.new_context(
        viewport=size,  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
        permissions=["clipboard-read", "clipboard-write"],
        accept_downloads=True,
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server.address)
    yield page
    context.close()
    assert faults == []


def paste(page: Page, text: str) -> None:
    """Put a text into the story as a hand does, by the clipboard."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.focus("#text")
    page.keyboard.press("Control+v")


def test_paste_mark_accept_copy(page: Page) -> None:
    paste(page, SLIP)
    expect(page.locator(".marked mark")).to_have_text(["Harstom", "recieved"])
    expect(page.locator(".finding h3").first).to_contain_text("Harstom")
    page.get_by_role("button", name="Write ‘Harstorm’").click()
    expect(page.locator("#text")).to_have_value("Then Harstorm recieved the keys.")
    page.get_by_role("button", name="Accept all safe ones (1)").click()
    expect(page.locator("#status")).to_have_text("Nothing found.")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("#status")).to_have_text("The text is copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "Then Harstorm received the keys."
    for _ in range(2):
        page.get_by_role("button", name="Undo").click()
    expect(page.locator("#text")).to_have_value(SLIP)


def test_marks_lie_under_their_letters(page: Page) -> None:
    """The marks are in a copy of the text below it: both must break lines alike."""
    paste(page, STORY)
    expect(page.locator(".marked mark")).to_have_count(3)
    alike = page.evaluate(
        """() => {
          const [text, marked] = ["text", "marked"].map((id) => document.getElementById(id));
          const keys = ["width", "paddingLeft", "fontFamily", "fontSize", "lineHeight",
            "whiteSpace", "letterSpacing", "overflowWrap", "tabSize", "borderLeftWidth"];
          const [a, b] = [getComputedStyle(text), getComputedStyle(marked)];
          return keys.filter((key) => a[key] !== b[key]).concat(
            text.scrollHeight > text.clientHeight + 1 ? ["height"] : []);
        }"""
    )
    assert alike == []


def test_by_keyboard(page: Page) -> None:
    paste(page, STORY)
    expect(page.locator(".finding")).to_have_count(3)
    expect(page.locator(".group h2").first).to_contain_text("Halvarsen: 2 spellings")
    page.keyboard.press("F8")
    expect(page.locator(".finding").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".finding")).to_have_count(2)
    expect(page.locator(".finding").first).to_be_focused()
    page.keyboard.press("i")
    expect(page.locator(".finding")).to_have_count(1)
    page.keyboard.press("a")
    expect(page.locator("#status")).to_have_text("Nothing found.")
    expect(page.locator("#text")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Control+z")
    expect(page.locator("#text")).to_have_value(STORY)


def test_what_is_ignored_stays_so_while_one_types(page: Page) -> None:
    paste(page, SLIP)
    expect(page.locator(".finding")).to_have_count(2)
    page.get_by_role("button", name="Ignore here").first.click()
    expect(page.locator(".finding")).to_have_count(1)
    page.focus("#text")
    page.keyboard.press("Control+Home")
    page.keyboard.type("On Friday it rained and it rained. ")
    expect(page.locator("#status")).to_have_text("1 finding.")
    expect(page.locator(".marked mark")).to_have_text(["recieved"])


def test_a_story_is_held_against_its_sources(page: Page) -> None:
    page.get_by_label("The story").fill("Mayor Jonna Varelnisk said the pier cost 540 crowns.")
    page.get_by_text("Hold it against its sources").click()
    page.get_by_label("The sources").fill("Mayor Jonna Varelinsk said the pier cost 450 crowns.")
    expect(page.get_by_role("status")).to_have_text("2 findings.")
    expect(page.locator("#findings")).to_contain_text("Varelinsk")
    expect(page.locator("#findings")).to_contain_text("450")


def test_letters_beyond_the_basic_plane(page: Page) -> None:
    paste(page, f"\U0001d11e\U0001d11e {SLIP}")
    expect(page.locator(".marked mark")).to_have_text(["Harstom", "recieved"])
    page.get_by_role("button", name="Accept all safe ones (2)").click()
    expect(page.locator("#text")).to_have_value(
        "\U0001d11e\U0001d11e Then Harstorm received the keys."
    )


def test_rulings_go_into_the_book(page: Page) -> None:
    paste(page, "The Kobrellar family left. The word glorpsel recieved no note.")
    expect(page.locator(".finding")).to_have_count(1)
    page.get_by_role("button", name="Right: remember it").click()
    expect(page.locator("#status")).to_contain_text("Wrote 'recieved'")
    expect(page.locator(".finding")).to_have_count(0)


def test_a_docx_is_opened_and_downloaded_as_one(page: Page, tmp_path: Path) -> None:
    story = tmp_path / "story.docx"
    story.write_bytes(docx(document(paragraph(run(SLIP)), paragraph(run("All is well.")))))
    page.set_input_files("#file", story)
    expect(page.locator("#text")).to_have_value(re.compile("Then Harstom .*\n\nAll is well."))
    expect(page.locator("#name")).to_have_text("story.docx")
    page.get_by_role("button", name=re.compile("Write ‘Harstorm’")).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "story.docx"
    with ZipFile(BytesIO(Path(download.value.path()).read_bytes())) as zipped:
        assert b"Harstorm" in zipped.read("word/document.xml")


def test_a_file_that_is_dropped_keeps_its_line_ends(page: Page) -> None:
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["# A *story*\\r\\n\\r\\nThen Harstom left.\\r\\n"], "a.md"));
          document.getElementById("editor").dispatchEvent(
            new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    expect(page.locator(".marked mark")).to_have_text(["Harstom"])
    page.get_by_role("button", name="Accept all safe ones (1)").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    content = Path(download.value.path()).read_bytes()
    assert content == b"# A *story*\r\n\r\nThen Harstorm left.\r\n"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_it_fits(browser: Browser, server: Server, size: dict[str, int], scheme: str) -> None:
    for page in opened(browser, server, size, scheme):
        paste(page, STORY)
        expect(page.locator(".finding")).to_have_count(3)
        page.keyboard.press("F8")
        expect(page.locator(".finding").first).to_be_focused()
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        expect(page.locator(".marked mark.current")).to_be_in_viewport()
        expect(page.locator(".finding").first).to_be_in_viewport()
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/page-{size['width']}-{scheme}.png")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_notes_of_the_report_are_whole(
    browser: Browser, size: dict[str, int], tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    options = ("--isolated", "--no-cache", "--exit-zero", "--output-format", "html")
    command = [sys.executable, "-m", "newslint", *options, "--output-file", str(report)]
    subprocess.run([*command, str(ROOT / "examples")], check=True)
    page = browser.new_page(viewport=size)  # type: ignore[arg-type]
    page.goto(f"file://{report}")
    marks = page.locator("main mark")
    assert marks.count() > 5
    for at in range(marks.count()):
        marks.nth(at).focus()
        note = page.locator(".note[role]:visible")
        note.scroll_into_view_if_needed()
        box = note.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/report-{size['width']}.png")
    page.close()


def test_a_token_is_asked_for_once(browser: Browser) -> None:
    server = Server("--isolated", "--token", "secret")
    page = browser.new_page()
    try:
        page.goto(server.address)
        page.fill("#token", "secret")
        page.get_by_role("button", name="Use it").click()
        for _ in range(2):
            page.fill("#text", SLIP)
            expect(page.locator(".marked mark")).to_have_text(["recieved"])
            page.reload()
        page.close()
        page = browser.new_page()
        page.goto(f"{server.address}#token=secret")
        page.fill("#text", SLIP)
        expect(page.locator(".marked mark")).to_have_text(["recieved"])
        assert "secret" not in page.url
    finally:
        page.close()
        server.process.terminate()
        server.process.wait()
