"""Fixing: findings in; out come the edits that are made, the text they make, the file written.

Nothing outside an edit changes by a byte, and a file is either the old one or the new one.
"""

# pathlib would cost start-up time, hence the plain functions of os.
# ruff: noqa: PTH105, PTH108, PTH116, PTH120, PTH123
from __future__ import annotations

import os
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise

from newslint.errors import SourceError, reason
from newslint.finding import SAFE, SEVERITIES, UNSAFE, Edit, Finding, Span, reading_order
from newslint.selection import ABOUT_WORDS, area_of
from newslint.source import Source, read_bytes


def choose(
    findings: Iterable[Finding], unsafe: bool = False
) -> tuple[list[Finding], list[Finding]]:
    """The findings whose fix is made, and those that are left, each in reading order.

    Fixes that overlap or touch cannot both be made. Which one is, depends on the findings
    alone, whatever order they come in.
    """
    trusted = {SAFE, UNSAFE} if unsafe else {SAFE}
    applied: list[Finding] = []
    left: list[Finding] = []
    taken: list[Span] = []
    for finding in sorted(findings, key=_precedence):
        spans = [edit.span for edit in finding.fix.edits] if finding.fix else []
        trusty = finding.fix is not None and finding.fix.applicability in trusted
        if trusty and _apart(spans) and all(_free(span, taken) for span in spans):
            applied.append(finding)
            for span in spans:
                insort(taken, span)
        else:
            left.append(finding)
    return sorted(applied, key=reading_order), sorted(left, key=reading_order)


def edits(findings: Iterable[Finding]) -> list[Edit]:
    """What the fixes of `findings` change, in reading order."""
    return sorted(edit for finding in findings if finding.fix for edit in finding.fix.edits)


def apply(text: str, changes: Iterable[Edit]) -> str:
    """`text` with `changes` made, which must not overlap.

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


def diff(source: Source, text: str) -> bytes:
    r"""What writing `text` to `source` would change, for `git apply` and `patch` to read.

    The lines are the bytes of the file, in its own encoding; those of a package, its text.

    >>> print(diff(Source.from_text("the teh\n", "a.txt"), "the\n").decode(), end="")
    --- a/a.txt
    +++ b/a.txt
    @@ -1 +1 @@
    -the teh
    +the
    """
    if text == source.text:
        return b""
    from difflib import diff_bytes, unified_diff

    name = os.path.normpath(source.path).lstrip("/")
    before, after = (_lines(source.written(said)) for said in (source.text, text))
    lines = diff_bytes(unified_diff, before, after, _header("a", name), _header("b", name))
    return b"".join(
        line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
        for line in lines
    )


def write(source: Source, text: str) -> None:
    """Put `text` in place of `source` in its file, all of it or, with a SourceError, none.

    A link is followed, and the file keeps its mode and, as far as we may, its owner. Where it
    is no longer what we read, somebody else is working on it, and we leave it alone.
    """
    if text == source.text:
        return
    new = source.to_bytes(text)
    path = os.path.realpath(source.path)
    try:
        if os.access(path, os.F_OK) and not os.access(path, os.W_OK):
            raise SourceError(source.path, "not fixed: the file is read-only")
        with _beside(path, new) as temporary:
            if _bytes_now(path) != source.to_bytes():
                raise SourceError(source.path, "not fixed: the file changed while we read it")
            os.replace(temporary, path)
        _sync(os.path.dirname(path))
    except OSError as error:
        raise SourceError(source.path, f"not fixed: {reason(error)}") from None


def _bytes_now(path: str) -> bytes | None:
    """What the file holds by now; None if it is none any more."""
    try:
        return read_bytes(path)
    except SourceError:
        return None


def _precedence(finding: Finding) -> tuple[object, ...]:
    """Who wins: the graver, then names before spelling before the rest, then the earlier.

    What follows only makes sure that no two findings are alike.
    """
    area = area_of(finding.rule)
    start, end = finding.span
    return (
        SEVERITIES.index(finding.severity),
        ABOUT_WORDS.index(area) if area in ABOUT_WORDS else len(ABOUT_WORDS),
        start,
        -end,
        finding.rule,
        finding.message,
        finding.fix or (),
    )


def _apart(spans: Sequence[Span]) -> bool:
    """Whether the edits of one fix do not overlap."""
    return all(a.end <= b.start for a, b in pairwise(sorted(spans)))


def _free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether `span` touches none of those `taken`, which are in order and do not overlap."""
    k = bisect_left(taken, span)
    return not any(span.touches(other) for other in taken[max(k - 1, 0) : k + 1])


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


@contextmanager
def _beside(path: str, data: bytes) -> Iterator[str]:
    """A file with `data` in the folder of `path`, safely on disk; gone if nobody takes it."""
    from tempfile import mkstemp

    descriptor, temporary = mkstemp(prefix=".newslint-", dir=os.path.dirname(path))
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            _dress_like(path, descriptor)
            os.fsync(descriptor)
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            os.unlink(temporary)


def _dress_like(path: str, descriptor: int) -> None:
    """Give the open file the owner, if we may, and the mode of the one at `path`."""
    model = os.stat(path)
    for owner, group in ((-1, model.st_gid), (model.st_uid, -1)):
        with suppress(PermissionError):
            os.fchown(descriptor, owner, group)
    os.fchmod(descriptor, model.st_mode & 0o7777)


def _sync(folder: str) -> None:
    """Make the new name of a file safe too; some file systems know no such thing."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
