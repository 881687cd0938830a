"""E-mail: the subject and the text of a message, and that text, edited, back into it.

Python's own `email` takes the message apart. Findings point at the text that a reader sees. If a
message holds its text once, as text, it can be written again: the subject or the lines that
changed are encoded anew, and the message must then read as it was meant to.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.errors import MessageError
from email.header import Header, decode_header
from email.message import Message
from email.parser import BytesParser
from typing import Any

from newslint.core.errors import SourceError
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.formats import html
from newslint.text.formats.mail_encodings import Body, encoded, text_of
from newslint.text.formats.paragraphs import BETWEEN
from newslint.text.prose import Prose
from newslint.text.source import Source

LONGEST_HEADER = 2_000
"""Characters of a header that is read; Python takes the square of its length in time."""

MOST_PARTS = 10_000
"""Maximum number of lines that look like the border of a part."""

SUBJECT = lazy_pattern(r"(?im)^Subject:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)")

SIGNED = frozenset(("multipart/signed", "multipart/encrypted", "application/pkcs7-mime"))


def decoded(data: bytes, path: str) -> Source:
    """The source in the bytes of a message."""
    mail = Mail(data, path)
    body = mail.body
    return Source(path, mail.text, (body and body.encoding) or "ascii", package=mail)


def read(source: Source) -> Prose:
    """The prose of a message: all of its text."""
    return Prose.plain(source.text)


class _Part(Message):
    """A part of a message; one whose headers are too long to be read has no parts itself."""

    def get_boundary(self, failobj: Any = None) -> Any:
        """The line between its parts; `failobj` if there is none."""
        too_long = len(str(self.get("Content-Type", ""))) > LONGEST_HEADER
        return failobj if too_long else super().get_boundary(failobj)


class Mail:
    """A message, which can be written again with another text if it is not `read_only`.

    `text` is its subject, and after a blank line the text of its parts; `read_only` says why it
    cannot be written again, or is empty.
    """

    def __init__(self, data: bytes, path: str) -> None:
        """A SourceError says why the message cannot be read."""
        self._data = data
        self._path = path
        message = _parsed(data, path)
        texts = list[str]()
        self.body: Body | None = None
        for part in _copy(message):
            self.body = None if texts else part
            texts.append(part.text)
        self._subject = _subject(message)
        self.text = BETWEEN.join(filter(None, (self._subject, *texts)))
        if "\0" in self.text:
            raise SourceError(path, "binary file (NUL characters in its text)")
        self.read_only = self._reason(message)

    def pack(self, text: str) -> bytes:
        """The message with `text` instead of its own; a SourceError if that is not certain."""
        if text == self.text:
            return self._data
        data = None if self.read_only else self._packed(text)
        if data is None or Mail(data, self._path).text != text:
            reason = self.read_only or "it would not be read as it was meant"
            raise SourceError(self._path, f"not fixed: {reason}")
        return data

    def _packed(self, text: str) -> bytes | None:
        body = self.body
        if body is None:
            return None
        subject, found, rest = text.partition(BETWEEN) if self._subject else ("", "", text)
        written = body.raw if rest == body.text else encoded(body, rest)
        if written is None or (self._subject and not found):
            return None
        at = self._data.rindex(body.raw)
        head, tail = self._data[:at], self._data[at + len(body.raw) :]
        if subject != self._subject:
            head = _with_subject(head, subject)
        return head + written + tail

    def _reason(self, message: Message) -> str:
        """Why the message cannot be written again; empty if it can."""
        kinds = {part.get_content_type() for part in message.walk()}
        if not SIGNED.isdisjoint(kinds):
            return "the message is signed or encrypted"
        if "text/html" in kinds:
            return "the message has its text as HTML, too"
        body = self.body
        if body is None:
            return "the message has not one text"
        if not body.encoding or self._data.count(body.raw) != 1:
            return "the message is not encoded as it should be"
        return ""


def _parsed(data: bytes, path: str) -> Message:
    """The message, taken apart; a SourceError if it is none, or too much."""
    if data.count(b"\n--") > MOST_PARTS:
        raise SourceError(path, f"no e-mail with fewer than {MOST_PARTS:,} parts")
    try:
        message = BytesParser(_Part).parsebytes(data)
    except RecursionError:
        raise SourceError(
            path, "no e-mail that can be read (its parts are nested too deep)"
        ) from None
    except (MessageError, ValueError, LookupError) as error:
        raise SourceError(path, f"no e-mail that can be read ({error})") from None
    if not message.keys():
        raise SourceError(path, "no e-mail: it has no headers")
    return message


def _copy(message: Message) -> Iterator[Body]:
    """The texts of a message; of one that is there as text and as HTML, the former."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        kind = _kind(part)
        if part.is_multipart():
            inner = _inner(part)
            if kind == "multipart/alternative":
                inner = _preferred(inner)
            waiting += reversed(inner if kind.startswith("multipart/") else [])
        elif kind in ("text/plain", "text/html") and not _is_attachment(part):
            body = _body(part)
            if kind == "text/html":
                page = html.read(Source.from_text(body.text)).text
                body = body._replace(text=page, encoding="")
            if body.text.strip():
                yield body


def _inner(part: Message) -> list[Message]:
    """The parts of a part."""
    inner = part.get_payload()
    return [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []


def _preferred(versions: list[Message]) -> list[Message]:
    """The version of a text that is read: as text if there is one, else the last."""
    plain = [part for part in versions if _kind(part) == "text/plain" and _body(part).text.strip()]
    return (plain or versions)[-1:]


def _body(part: Message) -> Body:
    transfer = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    data = part.get_payload(decode=True)
    text, encoding = text_of(data if isinstance(data, bytes) else b"", part.get_content_charset())
    del part["Content-Transfer-Encoding"]
    raw = part.get_payload(decode=True)  # now as it stands
    if transfer:
        part["Content-Transfer-Encoding"] = transfer
    if transfer == "7bit" and encoding == "utf-8":
        encoding = "ascii" if text.isascii() else ""
    return Body(raw if isinstance(raw, bytes) else b"", transfer, text, encoding)


def _kind(part: Message) -> str:
    """The kind of a part; empty if its headers are too long to be read."""
    headers = (str(part.get(name, "")) for name in ("Content-Type", "Content-Disposition"))
    return "" if max(map(len, headers)) > LONGEST_HEADER else part.get_content_type()


def _is_attachment(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _subject(message: Message) -> str:
    """The subject in one line; as it stands if it cannot be decoded."""
    value = message.get("Subject", "")
    if len(str(value)) > LONGEST_HEADER:
        return ""
    try:
        parts = decode_header(value)
    except (MessageError, ValueError):
        parts = [(str(value), None)]
    read = (text if isinstance(text, str) else text_of(text, charset)[0] for text, charset in parts)
    return " ".join("".join(read).split())


def _with_subject(head: bytes, subject: str) -> bytes:
    """The headers with another subject."""
    text = head.decode("latin-1")
    newline = "\r\n" if "\r\n" in text else "\n"
    charset = "ascii" if subject.isascii() else "utf-8"
    made = Header(subject, charset, header_name="Subject").encode(linesep=newline)
    return SUBJECT.sub(lambda found: f"Subject: {made}", text, count=1).encode("latin-1")
