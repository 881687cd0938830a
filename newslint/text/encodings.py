"""Decode a file's bytes, and tell in which encoding it is written.

A byte order mark decides, then what the file declares, then whether it is UTF-8. Anything else is
read as Windows-1252 if, so read, it looks like copy; docs/decisions/0009 says why.
"""

from __future__ import annotations

import codecs
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from newslint.core.errors import SourceError
from newslint.core.record import NamedTuple

BOMS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))

SOON = 1024
"""How many bytes of a page the HTML standard looks at for a declaration."""

# Most files need neither pattern: compiled here, they would cost every start.
DECLARED = (
    rb"""(?i)\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)"""
    rb"""|(?s:.{0,1024}?)<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)"""
)

MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}
"""The encoding that a declared name stands for (WHATWG's Encoding Standard)."""


NOT_FOR_COPY = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"))
"""Python codecs that are no encodings of text: they transform letters."""


ASCII = "<az09&;>"
"""Every encoding that can declare itself writes these characters as ASCII does."""


LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýŠŒŽšœž"

MARKS = "‘’“”–—…•·«»¡¿£€¥©®™°§±²³½¼¾×\xa0\xad"

UNLIKE_COPY = (
    rf"[^\x20-\x7e\t\n\r\f{LETTERS}{MARKS}]"
    rf"|[{LETTERS}]{{3}}"  # Cyrillic or Greek, or no letters at all
    r"|[a-zß-ý][À-ÝŠŒŽ]"  # the quotation marks of old Macs look like capitals
    rf"|[,.;!?][{LETTERS}]"
    rf"|[‘’“”][©®™°±²³½¼¾·¥§]|”[A-Za-z{LETTERS}]|[“‘](?=[\s.,])"
    rf"|[A-Za-z{LETTERS}][£€¥©§±²³½¼¾¡¿×«][a-z{LETTERS}]"
)


DISGUISED = {
    b"{\\rtf": "rich text (RTF), which newslint reads if its name ends in .rtf",
    b"%PDF-": "a PDF, which newslint does not read: save it as .docx or .txt",
}
"""First bytes of formats that are text but do not show their copy as text, and what is said."""


class Decoded(NamedTuple):
    """Decoded text, its encoding, and whether the encoding is certain."""

    text: str
    encoding: str
    bom: bytes = b""
    certain: bool = True


def decode(data: bytes, path: str) -> Decoded:
    """Decode the bytes of a file; raise a SourceError if they cannot be read."""
    bom, encoding = next(((b, e) for b, e in BOMS if data.startswith(b)), (b"", ""))
    declared = "" if bom else _declared(data, path)
    if not encoding.startswith("utf-16") and b"\0" in data:
        raise SourceError(path, f"binary file (NUL byte at offset {data.index(0)})")
    for beginning, said in DISGUISED.items():
        if data.startswith(beginning):
            raise SourceError(path, said)
    encoding = encoding or declared or "utf-8"
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        if bom or declared:
            raise SourceError(path, _undecodable(data, len(bom), encoding, error)) from None
        return _recognised(data, path, error)
    if encoding.startswith("utf-16") and "\0" in text:
        raise SourceError(path, "binary file (NUL characters in what claims to be UTF-16)")
    if declared and text.encode(encoding) != data:
        raise SourceError(path, f"not the one way to write its text in {encoding}, as it declares")
    return Decoded(text, encoding, bom)


def _declared(data: bytes, path: str) -> str:
    """The encoding that a page declares; empty if it declares none or cannot be decoded in it."""
    if not data[:SOON].lstrip().startswith(b"<"):
        return ""
    found = re.match(DECLARED, data[: 2 * SOON])
    if not found:
        return ""
    label = (found[1] or found[2]).decode("ascii", "replace")
    try:
        codec = codecs.lookup(label)
        if codec.name.replace("_", "-") in NOT_FOR_COPY:
            raise LookupError(label)
        readable = ASCII.encode().decode(codec.name) == ASCII
    except (LookupError, UnicodeError):
        raise SourceError(path, f"declares the encoding '{label}', which is unknown") from None
    return MEANT.get(codec.name, codec.name) if readable else ""


def _recognised(data: bytes, path: str, error: UnicodeDecodeError) -> Decoded:
    """Decode bytes that are not UTF-8 as Windows-1252, if that looks like copy."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = "\0"
    if re.search(UNLIKE_COPY, text):
        raise SourceError(path, _undecodable(data, 0, "utf-8", error)) from None
    return Decoded(text, "cp1252", certain=False)


def _undecodable(data: bytes, skipped: int, encoding: str, error: UnicodeDecodeError) -> str:
    """The message for an undecodable byte, with the byte and its line."""
    before = error.object[: error.start].decode(encoding, "replace")
    line = len(re.findall(r"\r\n?|\n", before)) + 1
    at = error.start + skipped
    where = f"byte 0x{data[at]:02X} at offset {at}, line {line}"
    return f"not valid {encoding.upper()}: {where} ({error.reason})"
