"""Apply edits to a text, and show them as a diff."""

from __future__ import annotations

import os
from collections.abc import Iterable

from newslint.core.finding import Edit, Finding
from newslint.text.source import Source


def edits(findings: Iterable[Finding]) -> list[Edit]:
    """The edits of all fixes of `findings`, in reading order."""
    return sorted(edit for finding in findings if finding.fix for edit in finding.fix.edits)


def apply(text: str, changes: Iterable[Edit]) -> str:
    """`text` with `changes` made, which must not overlap.

    >>> from newslint.core.finding import Span
    >>> apply("a teh and a tree", [Edit(Span(2, 5), "the"), Edit(Span(10, 11), "the")])
    'a the and the tree'
    """
    parts: list[str] = []
    at = 0
    for (start, end), new in sorted(changes):
        if not at <= start <= end <= len(text):
            raise ValueError(f"edit of {start} to {end} overlaps another or lies outside the text")
        parts += text[at:start], new
        at = end
    parts.append(text[at:])
    return "".join(parts)


def diff(source: Source, new: Source) -> bytes:
    r"""The change from `source` to `new` as a unified diff for `git apply` and `patch`.

    The lines are bytes in the encoding of the file; for a package, its text.

    >>> source = Source.from_text("the teh\n", "a.txt")
    >>> print(diff(source, source.replaced("the\n")).decode(), end="")
    --- a/a.txt
    +++ b/a.txt
    @@ -1 +1 @@
    -the teh
    +the
    """
    if new.text == source.text:
        return b""
    from difflib import diff_bytes, unified_diff

    name = os.path.normpath(source.path).lstrip("/")
    before, after = (_lines(one.written(one.text)) for one in (source, new))
    lines = diff_bytes(unified_diff, before, after, _header("a", name), _header("b", name))
    return b"".join(
        line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
        for line in lines
    )


def _lines(data: bytes) -> list[bytes]:
    """Lines as git counts them: only LF ends one."""
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _header(side: str, name: str) -> bytes:
    """The name of a file as git writes it at the head of a diff."""
    raw = os.fsencode(f"{side}/{name}")
    if not any(c < " " or c in '"\\\x7f' or "\ud800" <= c <= "\udfff" for c in name):
        return raw + (b"\t" if " " in name else b"")
    quoted = "".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\{b:03o}" for b in raw)
    return f'"{quoted}"'.encode()
