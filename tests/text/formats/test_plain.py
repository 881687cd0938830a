"""Plain text: all of it is prose."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newslint.core.finding import Span
from newslint.text.formats.reading import read
from newslint.text.prose import Prose
from newslint.text.source import Source


@pytest.mark.parametrize(
    "path", ["story.txt", "story", "README", "-", "<text>", "a.md/b", "x.MD.txt"]
)
def test_plain_text_is_all_prose(path: str) -> None:
    text = "Ann *Lee*\r\nspoke & left.\n"
    read_as = read(Source.from_text(text, path))
    assert (read_as.text, read_as.runs) == (text, Prose.plain(text).runs)
    assert read_as.to_source(Span(4, 9)) == Span(4, 9)


def test_plain_text_does_not_wait_for_markdown() -> None:
    code = "import sys; from newslint.text.formats.reading import read;"
    code += "from newslint.text.source import Source;"
    code += "read(Source.from_text('x', 'x.txt')); print('markdown_it' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == "False\n"
