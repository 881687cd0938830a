"""Encode the text of a message as it was encoded: plain, quoted-printable or base64."""

from __future__ import annotations

from base64 import b64encode
from binascii import a2b_qp, b2a_qp
from codecs import lookup
from itertools import chain, takewhile

from newslint.core.record import NamedTuple
from newslint.text.encodings import MEANT, NOT_FOR_COPY

PLAIN = frozenset(("", "7bit", "8bit", "binary"))
"""Transfer encodings that leave bytes as they are."""


class Body(NamedTuple):
    """A text in a message: its bytes there, its transfer encoding, and the text they stand for.

    `encoding` is empty if it is not certain; then the text cannot be written again.
    """

    raw: bytes
    transfer: str
    text: str
    encoding: str


def text_of(data: bytes, charset: str | None) -> tuple[str, str]:
    """Text of bytes in `charset`, and its encoding; empty if some of it had to be guessed."""
    try:
        encoding = lookup(charset or "ascii").name
        if encoding.replace("_", "-") not in NOT_FOR_COPY:
            encoding = encoding if encoding == "ascii" else MEANT.get(encoding, encoding)
            text = data.decode(encoding)
            return text, encoding if text.encode(encoding) == data else ""
    except (LookupError, ValueError):
        pass
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), ""


def encoded(body: Body, text: str) -> bytes | None:
    """The bytes of `body` with another `text`; None if they would not be encoded as before.

    Of quoted-printable text, a line that is the same keeps its bytes.
    """
    data = text.encode(body.encoding)
    if body.transfer in PLAIN:
        return data
    newline = b"\r\n" if b"\r\n" in body.raw else b"\n"
    if body.transfer == "quoted-printable":
        return _quoted(body.raw, data, newline)
    width = body.raw.find(newline)
    end = newline if body.raw.endswith(newline) else b""
    before = _wrapped(body.text.encode(body.encoding), width, newline) + end
    return _wrapped(data, width, newline) + end if before == body.raw else None


def _wrapped(data: bytes, width: int, newline: bytes) -> bytes:
    """Base64 in lines of `width` letters, or in one."""
    letters = b64encode(data)
    width = width if width > 0 else max(len(letters), 1)
    return newline.join(letters[at : at + width] for at in range(0, len(letters), width))


def _quoted(raw: bytes, data: bytes, newline: bytes) -> bytes:
    """`data` as quoted-printable; a line that `raw` has as well keeps its bytes."""
    old, new = _lines(raw), data.splitlines(keepends=True)
    meant = [a2b_qp(line) for line in old]
    if len(new) != len(old):  # all between the first change and the last is encoded anew
        head = _alike(meant, new)
        tail = _alike(meant[head:][::-1], new[head:][::-1])
        changed = (_quoted_line(line, newline) for line in new[head : len(new) - tail])
        return b"".join(chain(old[:head], changed, old[len(old) - tail :]))
    lines = zip(old, meant, new, strict=True)
    return b"".join(
        kept if before == after else _quoted_line(after, newline) for kept, before, after in lines
    )


def _alike(lines: list[bytes], others: list[bytes]) -> int:
    """How many lines are the same from the beginning."""
    pairs = zip(lines, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _lines(raw: bytes) -> list[bytes]:
    """The lines of quoted-printable text; one that goes on after a soft line break is one."""
    lines: list[bytes] = []
    goes_on = False
    for line in raw.splitlines(keepends=True):
        if goes_on:
            lines[-1] += line
        else:
            lines.append(line)
        goes_on = line.rstrip().endswith(b"=")
    return lines


def _quoted_line(line: bytes, newline: bytes) -> bytes:
    content = line.rstrip(b"\r\n")
    return b2a_qp(content).replace(b"\n", newline) + line[len(content) :]
