"""Who is answered, and with which headers."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import Open

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8081", 200),
        ("localhost", 200),
        ("[::1]:8081", 200),
        ("192.0.2.7:8081", 200),
        ("LOCALHOST:8081", 200),
        ("evil.example:8081", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 421),
    ],
)
def test_only_our_own_names_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://127.0.0.1:8081", 200),
        ("http://localhost:3000", 200),
        ("chrome-extension://oldceeleldhonbafppcapldpdifcinji", 200),
        ("moz-extension://0b0b", 200),
        ("app://obsidian.md", 200),
        ("https://evil.example", 403),
        ("http://localhost.evil.example", 403),
        ("null", 403),
        ("http://[", 403),
    ],
)
def test_pages_from_elsewhere_are_not_answered(
    client: TestClient, origin: str, status: int
) -> None:
    answer = client.get("/v2/languages", headers={"Origin": origin})
    assert answer.status_code == status
    allowed = answer.headers.get("access-control-allow-origin")
    assert allowed == (origin if status == 200 else None)


def test_a_browser_may_ask_whether_it_may_ask(client: TestClient) -> None:
    answer = client.options(
        "/v2/check",
        headers={
            "Origin": "moz-extension://0b0b",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert answer.status_code == 204
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "Content-Type" in answer.headers["access-control-allow-headers"]
    assert answer.headers["vary"] == "Origin"


def test_what_a_page_from_elsewhere_embeds_is_not_answered(client: TestClient) -> None:
    embedded = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert client.get("/v2/languages", headers=embedded).status_code == 403
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert client.get("/health", headers=link).status_code == 200


def test_other_names_and_sites_may_be_allowed(opened: Open) -> None:
    client = opened(hosts=("desk.example",), origins=("https://cms.example/",))
    headers = {"Host": "Desk.example:8081", "Origin": "https://cms.example"}
    assert client.get("/health", headers=headers).status_code == 200
    headers["Origin"] = "https://cms.example.evil.example"
    assert client.get("/health", headers=headers).status_code == 403


def test_a_token_is_needed_where_there_is_one(opened: Open) -> None:
    client = opened(token="s3cret-\N{BLACK STAR}")
    form = {"text": "All is well.", "language": "en"}
    assert client.post("/v2/check", data=form).status_code == 401
    assert client.post("/v2/check", data={**form, "apiKey": "wrong"}).status_code == 401
    key = {**form, "apiKey": "s3cret-\N{BLACK STAR}", "username": "desk"}
    assert client.post("/v2/check", data=key).status_code == 200
    assert client.get("/health").status_code == 200


def test_every_response_says_how_to_treat_it(client: TestClient) -> None:
    for path in ("/health", "/v2/languages", "/nowhere"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_what_is_not_there_is_a_problem(client: TestClient) -> None:
    answer = client.get("/nowhere")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {"title": "Not Found", "status": 404, "detail": "Not Found"}
    assert client.delete("/v2/check").status_code == 405
