"""The server's own API for articles."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from newslint.serve.answers.limits import LETTERS
from tests.conftest import Run
from tests.serve.conftest import Open
from tests.text.formats.test_docx import document, docx, paragraph, run

pytestmark = pytest.mark.slow

SLIP = "Then Harstom recieved the the keys.\n"


def test_findings_are_those_of_the_command(client: TestClient, newslint: Run, folder: Path) -> None:
    story = "# *A* story\n\nThey recieved the the keys.\n"
    (folder / "story.md").write_text(story)
    told = newslint("--isolated", "--output-format", "json", "story.md").stdout
    asked = {"path": "story.md", "text": story}
    answer = client.post("/v1/lint", json=asked)
    assert answer.json() == {"path": "story.md", "findings": json.loads(told), "failures": []}


def test_an_article_is_held_against_its_sources(client: TestClient) -> None:
    sources = {"release.txt": "Mayor Jonna Varelinsk said the pier cost 450 crowns."}
    asked = {"text": "Mayor Jonna Varelnisk said the pier cost 540 crowns.", "sources": sources}
    found = client.post("/v1/lint", json=asked).json()["findings"]
    assert {finding["rule"] for finding in found} == {"source/name", "source/figure"}
    assert client.post("/v1/lint", json={**asked, "sources": [1]}).status_code == 400
    long = {"release.txt": "a" * LETTERS, "more.txt": "a"}
    assert client.post("/v1/lint", json={**asked, "sources": long}).status_code == 413


def test_a_text_is_fixed(client: TestClient) -> None:
    answer = client.post("/v1/fix", json={"text": SLIP}).json()
    assert answer["text"] == "Then Harstorm received the keys.\n"
    assert (answer["fixed"], answer["findings"]) == (3, [])


def test_a_file_is_read_in_its_format_and_encoding(client: TestClient) -> None:
    data = '<meta charset="iso-8859-1"><p>Café: Harstom</p>'.encode("iso-8859-1")
    asked = {"path": "C:\\desk\\a.html", "file": b64encode(data).decode()}
    answer = client.post("/v1/lint", json=asked).json()
    assert answer["text"].endswith("Café: Harstom</p>")
    assert [finding["rule"] for finding in answer["findings"]] == ["names/misspelt"]
    fixed = client.post("/v1/fix", json=asked).json()
    assert b64decode(fixed["file"]) == data.replace(b"Harstom", b"Harstorm")
    packed = client.post("/v1/pack", json={**asked, "text": answer["text"].replace(":", ",")})
    assert packed.content == data.replace(b":", b",")


def test_a_docx_stays_one(client: TestClient) -> None:
    data = docx(document(paragraph(run("Then Harstom spoke."))))
    asked = {"path": "a.docx", "file": b64encode(data).decode()}
    assert client.post("/v1/lint", json=asked).json()["text"] == "Then Harstom spoke."
    packed = client.post("/v1/pack", json={**asked, "text": "Then Harstorm spoke."}).content
    again = {"path": "a.docx", "file": b64encode(packed).decode()}
    answer = client.post("/v1/lint", json=again).json()
    assert (answer["text"], answer["findings"]) == ("Then Harstorm spoke.", [])
    refused = client.post("/v1/pack", json={**asked, "text": "One.\n\nTwo."})
    assert (refused.status_code, refused.json()["detail"]) == (
        422,
        "a paragraph is too many, so nothing was written",
    )


def test_the_language_is_the_articles_own(client: TestClient) -> None:
    text = "She took her time and chose another colour for the office door."
    assert client.post("/v1/lint", json={"text": text}).json()["findings"] == []
    american = client.post("/v1/lint", json={"text": text, "language": "en-US"}).json()
    assert american["findings"]


def test_articles_are_streamed(client: TestClient) -> None:
    lines = [
        json.dumps({"text": SLIP}),
        "{",
        "",
        json.dumps({"text": "All is well."}),
        json.dumps({"path": "a.docx", "file": "QQ=="}),
    ]
    answer = client.post(
        "/v1/lint",
        content="\n".join(lines),
        headers={"Content-Type": "application/x-ndjson"},
    )
    assert answer.headers["content-type"] == "application/x-ndjson"
    first, broken, quiet, docx_ = map(json.loads, answer.text.splitlines())
    assert len(first["findings"]) == 3
    assert broken == {"title": "Bad Request", "status": 400, "detail": "the body is no JSON"}
    assert quiet["findings"] == []
    assert docx_["status"] == 422


@pytest.mark.parametrize(
    ("asked", "status", "detail"),
    [
        ({}, 400, "an article has a 'text' or a 'file'"),
        ({"text": "a", "file": "QQ=="}, 400, "an article has a 'text' or a 'file'"),
        ({"text": 1}, 400, "'text' is no string"),
        ({"text": "a", "path": 1}, 400, "'path' is no string"),
        ({"file": "?"}, 400, "'file' is no base64"),
        ({"text": "a", "language": "klingonese"}, 400, "'language' is no language"),
        ({"text": "a" * (LETTERS + 1)}, 413, "'text' has more than"),
        ({"file": "QUFB" * (LETTERS // 3 + 1)}, 413, "'file' has more than"),
        ({"path": "a.docx", "file": "QQ=="}, 422, "no DOCX"),
        ({"path": "a.json", "text": "{"}, 422, ""),
        ([1], 400, "the body is no JSON object"),
    ],
)
def test_problems(client: TestClient, asked: Any, status: int, detail: str) -> None:
    answer = client.post("/v1/lint", json=asked)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["detail"].startswith(detail)


def test_a_name_of_a_file_opens_none(client: TestClient) -> None:
    for path in ("/etc/passwd", "../../secret.txt", "..", "", "\0", "a" * 5_000):
        answer = client.post("/v1/lint", json={"path": path, "text": "All is well."})
        assert answer.status_code == 200
        assert "/" not in answer.json()["path"]


def test_only_json_is_read(client: TestClient) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        answer = client.post("/v1/lint", content=b"{}", headers={"Content-Type": kind})
        assert answer.status_code == 415
    answer = client.post("/v1/lint", content=b"\xff", headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


def test_the_token_is_a_bearer_token(opened: Open) -> None:
    client = opened(token="secret")
    assert client.post("/v1/lint", json={"text": "a"}).status_code == 401
    assert client.get("/v1/rules/spelling/typo").status_code == 401
    assert client.post("/v1/rulings", json={}).status_code == 401
    headers = {"Authorization": "Bearer secret"}
    assert client.post("/v1/lint", json={"text": "a"}, headers=headers).status_code == 200
    assert client.get("/v1/openapi.json").status_code == 200
