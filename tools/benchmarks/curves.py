"""How the work of linting grows with its input: n against 4n, for copy that is made to hurt.

`make curves` prints a line for each: the lines of Python that were run at n and at 4n letters,
counted by a tracer, so that no clock is asked, and their ratio. What is linear has 4; more than SIX
fails, which leaves room for sorting and for caches that fill. What C does in a line is not seen.
"""

from __future__ import annotations

import random
import sys
from contextlib import suppress
from types import FrameType
from typing import Any

from newslint.book.settings import Settings
from newslint.core.errors import SourceError
from newslint.engine.linter import Linter, open_linter
from newslint.text.formats.reading import load_bytes

LETTERS = 4_000

CROWDED = 16_000
"""Letters of copy full of names: more letters have no more look-alikes."""

SIX = 6.0


def strangers(letters: int, form: str) -> str:
    """Words that differ in three letters, put into a form."""
    chance, made = random.Random(3), ""
    parts = []
    while len(made) + sum(map(len, parts)) < letters:
        word = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=3))
        parts.append(form.format(word, word[::-1]))
    return "".join(parts)


REPEATED = {
    "typos": ("txt", "teh "),
    "doubled words": ("txt", "the the "),
    "marks": ("txt", " ,"),
    "quotation marks": ("txt", "“a\" 'b’ "),
    "open quotations": ("txt", '"'),
    "brackets": ("txt", "(a [b "),
    "invisible letters": ("txt", "a\u200d\u200b\u00ad"),
    "mojibake": ("txt", "Canadaâ\x80\x99s "),
    "two names": ("txt", "Harstorm said. Harstrom said. "),
    "capitals": ("txt", "A "),
    "dates": ("txt", "Monday 30 February 2024, "),
    "blank lines": ("txt", "\n \n"),
    "one word": ("txt", "a"),
    "addresses": ("txt", "a@b.c www.x "),
    "suppressions": ("md", "<!-- newslint: off -->\n<!-- newslint: on -->\n"),
    "tags": ("html", "<b>"),
    "attributes": ("html", "<a b=c d='e'>"),
    "entities": ("html", "&amp"),
    "stars": ("md", "*a _b "),
    "links": ("md", "[a]("),
    "quotes": ("md", "> "),
    "open objects": ("json", '{"body": '),
    "objects": ("jsonl", '{"body": "teh"}\n'),
    "rows": ("csv", 'a,"b\n'),
    "elements": ("xml", "<a>b</a>"),
}

MADE = {
    "look-alikes": ("txt", "H{}arsen said. "),
    "unknown words": ("txt", "w{}x{} "),
    "unknown names": ("txt", "Q{}x{} said. "),
    "full names": ("txt", "Lena H{} and Lena K{} met. "),
}


def story(name: str, letters: int) -> tuple[str, bytes]:
    """A file name, and copy of the worst kind `name`, with at least `letters` letters."""
    if name in MADE:
        ending, form = MADE[name]
        return f"a.{ending}", strangers(letters, form).encode()
    ending, piece = REPEATED[name]
    return f"a.{ending}", (piece * (letters // len(piece) + 1)).encode()


def steps(linter: Linter, path: str, data: bytes) -> int:
    """The number of Python lines that linting runs."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    source = load_bytes(data, path)
    sys.settrace(trace)
    try:
        with suppress(SourceError):
            linter.examine(source)
    finally:
        sys.settrace(None)
    return count


def main() -> int:
    """Print the curves; return 1 if one is too steep."""
    linter = open_linter(Settings())
    steep = False
    for name in (*REPEATED, *MADE):
        steps(linter, *story(name, LETTERS // 4))  # whose words are cached from here on
        letters = CROWDED if name in MADE else LETTERS
        small, large = (steps(linter, *story(name, n * letters)) for n in (1, 4))
        ratio = large / small
        steep |= ratio > SIX
        print(f"{name:<20} {small:>12,} {large:>12,} {ratio:>5.1f}{'  STEEP' * (ratio > SIX)}")
    return int(steep)


if __name__ == "__main__":
    sys.exit(main())
