"""E-mail: what a reader sees of a message, and fixes where its text stands once and plainly."""

from __future__ import annotations

from base64 import b64encode
from binascii import b2a_base64, b2a_qp
from email import message_from_bytes
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.text.formats.reading import load_bytes, read
from tests.conftest import Run
from tests.examples import examples

HEAD = b"From: desk@ostby.example\r\nSubject: Ferry plan\r\nMIME-Version: 1.0\r\n"

SLIP = "The goverment met in Ostby. So said Soren.\r\nIt was late."

NESTED = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at)
    for at in range(2_000)
)

SLIP_LINES = f"{SLIP}\r\n" * 3


def part(text: bytes, kind: str = "text/plain; charset=utf-8", transfer: str = "8bit") -> bytes:
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"
    return head.encode() + text


def multipart(kind: str, *parts: bytes) -> bytes:
    head = f'Content-Type: multipart/{kind}; boundary="=_b"\r\n\r\n'.encode()
    return head + b"".join(b"--=_b\r\n" + each + b"\r\n" for each in parts) + b"--=_b--\r\n"


def text(body: bytes, head: bytes = HEAD) -> str:
    return read(load_bytes(head + body, "a.eml")).text


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (b"\r\nOne.\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        (part(b"S=C3=B6ren =\r\nspoke.\r\n", transfer="quoted-printable"), "Sören spoke.\r\n"),
        (part(b64encode("Sören\n".encode()), transfer="base64"), "Sören\n"),
        (part(b"caf\xe9 \x93so\x94", "text/plain; charset=iso-8859-1"), "café “so”"),
        (part("café".encode(), "text/plain; charset=x-nobody-has-it"), "café"),
        (part(b"caf\xe9", "text/plain; charset=rot13"), "café"),
        (part(b"<p>One<p>Two", "text/html"), "One\n\nTwo"),
        (multipart("alternative", part(b"Plain."), part(b"<p>Rich", "text/html")), "Plain."),
        (multipart("alternative", part(b" "), part(b"<p>Rich", "text/html")), "Rich"),
        (multipart("mixed", part(b"One."), part(b"Two.")), "One.\n\nTwo."),
        (multipart("mixed", part(b"One."), part(b"\0\1", "image/png", "base64")), "One."),
    ],
)
def test_what_a_reader_sees(body: bytes, seen: str) -> None:
    assert text(body) == f"Ferry plan\n\n{seen}"


def test_attachments_are_left_out() -> None:
    attached = b"Content-Disposition: attachment; filename=a.txt\r\n" + part(b"Not copy.")
    assert text(multipart("mixed", part(b"One."), attached)) == "Ferry plan\n\nOne."


@pytest.mark.parametrize(
    ("subject", "seen"),
    [
        (b"=?utf-8?q?S=C3=B6ren?= =?utf-8?b?w6k=?= spoke", "Sörené spoke"),
        (b"Folded\r\n over lines", "Folded over lines"),
        (b"=?x-odd?q?caf=C3=A9?=", "café"),
        (b"raw \xc3\xa9", "raw é"),
    ],
)
def test_subjects(subject: bytes, seen: str) -> None:
    assert text(b"\r\n.", b"Subject: " + subject + b"\r\n") == f"{seen}\n\n."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\r\n%s\r\n" % SLIP.encode(), b"\r\n%s\r\n" % SLIP.replace("ver", "vern").encode()),
        (
            part(
                b"Caf=E9.\r\n=54he goverment =\r\nmet=20\r\nso=2E", "text/plain; charset=cp1252"
            ).replace(b"8bit", b"Quoted-Printable"),
            part(
                b"Caf=E9.\r\nThe government met=20\r\nso=2E", "text/plain; charset=cp1252"
            ).replace(b"8bit", b"Quoted-Printable"),
        ),
        (
            multipart("mixed", part(SLIP.encode()), part(b"QQ==", "image/png", "base64")),
            multipart(
                "mixed",
                part(SLIP.replace("ver", "vern").encode()),
                part(b"QQ==", "image/png", "base64"),
            ),
        ),
    ],
)
def test_a_fix_encodes_the_changed_lines_and_nothing_else(
    newslint: Run, folder: Path, before: bytes, after: bytes
) -> None:
    (folder / "a.eml").write_bytes(HEAD + before)
    assert newslint("--fix").exit_code == 0
    assert (folder / "a.eml").read_bytes() == HEAD + after


def test_base64_is_written_in_lines_as_before(newslint: Run, folder: Path) -> None:
    data = b64encode((SLIP_LINES).encode())
    lines = b"\r\n".join(data[at : at + 76] for at in range(0, len(data), 76)) + b"\r\n"
    (folder / "a.eml").write_bytes(HEAD + part(lines, transfer="base64"))
    assert newslint("--fix").exit_code == 0
    fixed = (folder / "a.eml").read_bytes()
    assert max(map(len, fixed.split(b"\r\n"))) == 76
    message = message_from_bytes(fixed)
    assert message.get_payload(decode=True) == (SLIP_LINES).replace("ver", "vern").encode()


def test_a_fix_of_the_subject(newslint: Run, folder: Path) -> None:
    body = b"X: 1\r\n\r\nAll is well.\r\n"
    (folder / "a.eml").write_bytes(b"Subject: The goverment\r\n met\r\n" + body)
    assert newslint("--fix").exit_code == 0
    assert (folder / "a.eml").read_bytes() == b"Subject: The government met\r\n" + body


@pytest.mark.parametrize(
    "body",
    [
        multipart("alternative", part(SLIP.encode()), part(b"<p>x", "text/html")),
        multipart("mixed", part(SLIP.encode()), part(b"Two.")),
        multipart("signed", part(SLIP.encode()), part(b"x", "application/pgp-signature")),
        part(SLIP.encode() + "é".encode(), "text/plain; charset=us-ascii"),
        part(SLIP.encode(), "text/html"),
    ],
)
def test_what_is_not_certain_is_reported_and_left(newslint: Run, folder: Path, body: bytes) -> None:
    (folder / "a.eml").write_bytes(HEAD + body)
    assert "'goverment'" in newslint("--fix").stdout
    assert (folder / "a.eml").read_bytes() == HEAD + body
    with pytest.raises(SourceError, match=r"a\.eml: not fixed: the message "):
        load_bytes(HEAD + body, "a.eml").to_bytes("other")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it has no headers"),
        (b"just text\n", "it has no headers"),
        (HEAD + b"\r\n" + b"--x\n" * 10_002, "no e-mail with fewer than 10,000 parts"),
        (HEAD + NESTED, "nested too deep"),
        (HEAD + b"\r\na\0b", "binary file"),
    ],
)
def test_what_is_no_mail_is_refused_in_a_line(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        load_bytes(data, "a.eml")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: text/plain" + b"; a*0*=x" * 20_000,
        b'Content-Type: text/plain; a="' + b'\\";' * 20_000,
        b'Content-Type: multipart/mixed; boundary="' + b";" * 2_000_000 + b'"',
        b"Subject: " + b"=?utf-8?q?a?= " * 20_000,
        b"Content-Type: multipart/mixed",
        b"Content-Type: multipart/mixed; boundary=b",
        b"Content-Transfer-Encoding: base64",
        b"Content-Transfer-Encoding: x-uuencode",
        b"Content-Type: text/plain; charset*=utf-8''%ff",
        b"Content-Type: message/rfc822",
    ],
)
def test_hostile_headers_are_read_or_left(head: bytes) -> None:
    read(load_bytes(HEAD + head + b"\r\n\r\n=?!x", "a.eml"))


@examples(200)
@given(st.binary(max_size=80), st.sampled_from(["8bit", "base64", "quoted-printable", "uuencode"]))
def test_any_body_is_read_and_written_back(body: bytes, transfer: str) -> None:
    data = HEAD + part(body, transfer=transfer)
    try:
        source = load_bytes(data, "a.eml")
    except SourceError:
        return
    assert source.to_bytes() == data


@examples(300)
@given(
    st.lists(st.sampled_from(["teh", " ", "é", "=", "\r\n", "a" * 70, "\t", "."]), max_size=12),
    st.sampled_from(["8bit", "base64", "quoted-printable"]),
    st.text("ab =\té", max_size=5),
    st.data(),
)
def test_what_is_written_reads_as_it_was_meant(
    words: list[str], transfer: str, new: str, data: st.DataObject
) -> None:
    body = "".join(words).encode()
    encoded = {"8bit": body, "base64": b2a_base64(body), "quoted-printable": b2a_qp(body)}
    source = load_bytes(HEAD + part(encoded[transfer], transfer=transfer), "a.eml")
    at = data.draw(st.integers(0, len(source.text)))
    meant = source.text[:at] + new + source.text[at:]
    try:
        written = source.to_bytes(meant)
    except SourceError:
        return
    assert load_bytes(written, "a.eml").text == meant
