"""What rules are about, rulings for the desk's book, and the description of the API."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from starlette.routing import Route
from starlette.testclient import TestClient

from newslint.authoring import decisions
from newslint.serve.endpoints import articles, desk
from newslint.serve.endpoints.desk import description

pytestmark = pytest.mark.slow

SLIP = "Then Harstom recieved the keys."


def test_a_rule_is_explained(client: TestClient) -> None:
    rule = client.get("/v1/rules/spelling/typo").json()
    assert rule["id"] == "spelling/typo"
    assert rule["why"]
    assert {"text", "fixed", "clean"} == set(rule["examples"][0])
    missing = client.get("/v1/rules/spelling/nothing")
    assert (missing.status_code, missing.json()["status"]) == (404, 404)


def found(client: TestClient, text: str) -> list[str]:
    answer = client.post("/v1/lint", json={"text": text}).json()
    return [finding["text"] for finding in answer["findings"]]


def test_rulings_go_into_the_book_and_hold_at_once(writing: tuple[TestClient, Path]) -> None:
    client, book = writing
    assert client.get("/v1/server").json()["writes_names"] is True
    text = "The wharfinger Okwousa spoke. Okwoussa left, and recieved nothing."
    assert "recieved" in found(client, text)
    for ruling in (
        {"ruling": "word", "found": "recieved"},
        {"ruling": "always-wrong", "found": "Okwoussa", "right": "Okwousa"},
    ):
        answer = client.post("/v1/rulings", json=ruling)
        assert answer.status_code == 200, answer.text
        assert answer.json()["written"][0].startswith("Wrote '")
    assert found(client, text) == ["Okwoussa"]
    assert "misspellings: [Okwoussa]" in book.read_text()
    name = {"ruling": "name", "found": "Ilse  Okoro"}
    assert client.post("/v1/rulings", json=name).status_code == 200
    assert "name: Ilse Okoro" in book.read_text()


def test_a_ruling_is_on_the_whole_name(writing: tuple[TestClient, Path]) -> None:
    client, book = writing
    ruling = {"ruling": "always-wrong", "found": "Pryce", "right": "Price"}
    around = {"before": "Theodora Winslade-", "behind": " spoke."}
    assert client.post("/v1/rulings", json={**ruling, **around}).status_code == 200
    assert "name: Winslade-Price\n  misspellings: [Winslade-Pryce]" in book.read_text()


@pytest.mark.parametrize(
    "ruling",
    [
        {},
        {"ruling": "name"},
        {"ruling": "name", "found": " "},
        {"ruling": "name", "found": "a" * 201},
        {"ruling": "always-wrong", "found": "Okwousa"},
        {"ruling": "everything", "found": "Okwousa"},
    ],
)
def test_what_is_no_ruling_is_refused(
    writing: tuple[TestClient, Path], ruling: dict[str, str]
) -> None:
    assert writing[0].post("/v1/rulings", json=ruling).status_code == 422


def test_a_server_without_a_book_writes_none(client: TestClient) -> None:
    assert client.get("/v1/server").json()["writes_names"] is False
    answer = client.post("/v1/rulings", json={"ruling": "name", "found": "Okwousa"})
    assert answer.status_code == 422
    assert "--write-names" in answer.json()["detail"]


def test_a_ruling_needs_json(writing: tuple[TestClient, Path]) -> None:
    assert writing[0].post("/v1/rulings", content=b"{}").status_code == 415


def test_the_description_is_valid_and_complete(client: TestClient) -> None:
    described = client.get("/v1/openapi.json").json()
    validate(described)
    routes = {
        re.sub(":path", "", route.path)
        for route in (*articles.ROUTES, *desk.ROUTES)
        if isinstance(route, Route)
    }
    assert routes == set(described["paths"])


def schema(name: str) -> Draft202012Validator:
    components: dict[str, Any] = {"components": description()["components"]}
    return Draft202012Validator({**components, "$ref": f"#/components/schemas/{name}"})


def test_answers_are_as_described(client: TestClient) -> None:
    schema("Findings").validate(client.post("/v1/lint", json={"text": SLIP}).json())
    schema("Fixed").validate(client.post("/v1/fix", json={"text": SLIP}).json())
    schema("Rule").validate(client.get("/v1/rules/usage/free-reign").json())
    schema("Problem").validate(client.post("/v1/lint", json={}).json())
    schema("Article").validate({"text": SLIP})


def test_decisions_of_the_page_are_kept(client: TestClient) -> None:
    decisions.forget()
    decided = [{"rule": "usage/free-reign", "accepted": False}, {"rule": "a/b", "accepted": True}]
    assert client.post("/v1/decisions", json={"decisions": decided}).json() == {}
    kept, _ = decisions.kept()
    assert [(each.rule, each.accepted, each.place) for each in kept] == [
        ("usage/free-reign", False, "page"),
        ("a/b", True, "page"),
    ]


@pytest.mark.parametrize(
    ("decided", "status"),
    [
        (None, 400),
        ([{"rule": "a/b"}], 400),
        ([{"rule": "The mayor left.", "accepted": True}], 422),
        ([{"rule": "a/b\n", "accepted": True}], 422),
        ([{"rule": "a/b", "accepted": True}] * 1001, 422),
    ],
)
def test_what_is_no_decision_is_refused(client: TestClient, decided: Any, status: int) -> None:
    decisions.forget()
    assert client.post("/v1/decisions", json={"decisions": decided}).status_code == status
    assert decisions.kept() == ([], 0)
