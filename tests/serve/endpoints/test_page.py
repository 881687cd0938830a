"""The page for a desk: what it is made of, and what its browser may do."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from newslint.serve.endpoints.page import PARTS

pytestmark = pytest.mark.slow


def test_nothing_is_from_elsewhere_and_nothing_inline(client: TestClient) -> None:
    page = client.get("/")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"https?://|<style|style=|\son\w+=", page.text)
    assert re.findall(r"<script[^>]*>", page.text) == ['<script type="module" src="page/page.js">']


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_served_as_what_it_is(client: TestClient, name: str) -> None:
    answer = client.get(f"/page/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(PARTS[name][1])
    assert "http" not in answer.text.replace("http-equiv", "")


def test_all_that_the_page_names_is_there(client: TestClient) -> None:
    named = re.findall(r'(?:src|href)="(page/[^"]+)"', client.get("/").text)
    for path in named:
        code = client.get(f"/{path}").text
        named += [f"page/{name}" for name in re.findall(r'from "\./([^"]+)"', code)]
    assert {f"page/{name}" for name in PARTS} - {"page/index.html"} == set(named)


@pytest.mark.parametrize("path", ["/page/page.py", "/page/..%2fapp.py", "/page/", "/page/a/b"])
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_every_control_has_a_name(client: TestClient) -> None:
    page = client.get("/").text
    for tag in re.findall(r"<(?:textarea|aside|section|dialog)[^>]*>", page):
        assert "aria-label" in tag
    for select in re.findall(r"<select id=\"[a-z]+\">", page):
        assert re.search(rf"<label>[^<]*\s*{re.escape(select)}", page)
    assert 'role="status"' in page
    assert '<html lang="en">' in page
