"""LanguageTool's API, as its clients use it."""

from __future__ import annotations

import json
from itertools import count
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from newslint.serve.answers.limits import LETTERS

pytestmark = pytest.mark.slow

SLIP = "The clerk recieved the keys."


SESSIONS = count()


def check(client: TestClient, text: str = "", **fields: str) -> Any:
    """The answer, as to a client that has sent nothing before."""
    sent = {
        "language": "en",
        "textSessionId": f"{next(SESSIONS)}",
        **({"text": text} if text else {}),
        **fields,
    }
    answer = client.post("/v2/check", data=sent)
    assert answer.status_code == 200, answer.text
    return answer.json()


def rules(answer: Any) -> list[str]:
    return [match["rule"]["id"] for match in answer["matches"]]


def error(client: TestClient, **fields: str) -> tuple[int, str]:
    answer = client.post("/v2/check", data=fields)
    assert answer.headers["content-type"].startswith("text/plain")
    return answer.status_code, answer.text


def test_languages_have_both_codes(client: TestClient) -> None:
    languages = client.get("/v2/languages").json()
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in languages
    assert all(set(each) == {"name", "code", "longCode"} for each in languages)


def test_the_whole_answer(client: TestClient) -> None:
    answer = check(client, f"All was well. {SLIP}")
    assert answer["software"]["name"] == "newslint"
    assert answer["software"]["apiVersion"] == 1
    assert answer["warnings"] == {"incompleteResults": False}
    assert answer["language"]["detectedLanguage"]["code"] == "en"
    assert 0 <= answer["language"]["detectedLanguage"]["confidence"] <= 1
    assert answer["sentenceRanges"] == [[0, 13], [14, 42]]
    (match,) = answer["matches"]
    assert (match["offset"], match["length"]) == (24, 8)
    assert match["replacements"][0] == {"value": "received"}
    assert match["sentence"] == SLIP
    context = match["context"]
    assert context["text"][context["offset"] :][: context["length"]] == "recieved"
    assert match["rule"]["id"] == "spelling/typo"
    assert match["rule"]["category"] == {"id": "TYPOS", "name": "Spelling"}
    assert match["rule"]["issueType"] == "misspelling"
    assert match["type"] == {"typeName": "UnknownWord"}
    assert match["rule"]["description"]
    assert "well-known misspelling" in match["message"]


def test_offsets_are_utf_16_units(client: TestClient) -> None:
    text = f"The band \U0001d11e\U0001d11e played. {SLIP} \U0001d11e"
    answer = check(client, text)
    (match,) = answer["matches"]
    units = text.encode("utf-16-le")
    start, length = 2 * match["offset"], 2 * match["length"]
    assert units[start : start + length].decode("utf-16-le") == "recieved"
    context = match["context"]
    shown = context["text"].encode("utf-16-le")[2 * context["offset"] :][: 2 * context["length"]]
    assert shown.decode("utf-16-le") == "recieved"
    assert answer["sentenceRanges"][-1][1] == len(units) // 2


def test_a_get_with_the_text_in_the_query(client: TestClient) -> None:
    answer = client.get(f"/v2/check?language=en-US&text={quote(SLIP)}&unknown=field")
    assert rules(answer.json()) == ["spelling/typo"]


def test_what_is_markup_is_not_read_and_counts(client: TestClient) -> None:
    data = {
        "annotation": [
            {"markup": "<p>"},
            {"text": "The clerk re"},
            {"markup": "<b>"},
            {"text": "cieved the"},
            {"markup": "<br/>", "interpretAs": "\n"},
            {"text": "keys."},
            {"markup": "<i teh recieved>"},
        ]
    }
    answer = check(client, data=json.dumps(data))
    (match,) = answer["matches"]
    assert match["rule"]["id"] == "spelling/typo"
    assert match["offset"] == len("<p>The clerk ")
    assert rules(check(client, data=json.dumps({"text": SLIP}))) == ["spelling/typo"]


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"text": SLIP}, 400, "Error: Missing 'language' parameter, e.g. 'language=en-US'"),
        ({"language": "en"}, 400, "Error: Missing 'text' or 'data' parameter"),
        (
            {"language": "en", "text": "a", "data": "{}"},
            400,
            "Error: Set only 'text' or 'data' parameter, not both",
        ),
        (
            {"language": "xx-klingon", "text": "a"},
            400,
            "Error: 'xx-klingon' is not a language code",
        ),
        ({"language": "en", "data": "{"}, 400, "Error: Could not parse JSON from 'data'"),
        ({"language": "en", "data": "[" * 100_000}, 400, "Error: Could not parse JSON"),
        ({"language": "en", "data": "{}"}, 400, "Error: 'data' key in JSON requires 'text' or"),
        ({"language": "en", "data": '{"text": 1}'}, 400, "Error: 'text' is no string"),
        ({"language": "en", "data": '{"annotation": [{}]}'}, 400, "Error: Expected 'text' or"),
        ({"language": "en", "data": '{"annotation": 3}'}, 400, "Error: Expected 'text' or"),
        (
            {"language": "en", "text": "a", "preferredVariants": "en-GB"},
            400,
            "Error: You specified 'preferredVariants' but you didn't specify 'language=auto'",
        ),
        (
            {"language": "en", "text": "a", "level": "high"},
            400,
            "Error: Allowed values for 'level'",
        ),
        (
            {"language": "en", "text": "a", "enabledOnly": "true"},
            400,
            "Error: You must specify enabledRules or enabledCategories",
        ),
        (
            {"language": "en", "text": "a", "enabledOnly": "true", "disabledRules": "x"},
            400,
            "Error: You cannot specify disabledRules or disabledCategories",
        ),
        (
            {"language": "en", "text": "a " * (LETTERS // 2 + 1)},
            413,
            f"Error: Your text exceeds the limit of {LETTERS} characters (it's 1000002 characters)",
        ),
        ({"language": "en", "text": "a" * 4 * LETTERS}, 413, "Error: the request has more than"),
    ],
)
def test_errors_are_worded_as_languagetool_words_them(
    client: TestClient, fields: dict[str, str], status: int, told: str
) -> None:
    got, text = error(client, **fields)
    assert (got, text[: len(told)]) == (status, told)


def test_rules_and_categories_are_chosen(client: TestClient) -> None:
    both = "The clerk recieved the the keys of Lena Harstom."
    assert rules(check(client, both)) == [
        "spelling/typo",
        "spelling/doubled-word",
        "names/misspelt",
    ]
    ids = "WHITESPACE_RULE,spelling/typo"
    assert "spelling/typo" not in rules(check(client, both, disabledRules=ids))
    assert rules(check(client, both, disabledCategories="TYPOS,CASING")) == ["names/misspelt"]
    only = check(client, both, enabledOnly="true", enabledCategories="PROPER_NOUNS")
    assert rules(only) == ["names/misspelt"]
    assert rules(check(client, both, enabledOnly="true", enabledRules="EN_A_VS_AN")) == []


def test_a_rule_of_taste_is_enabled(client: TestClient) -> None:
    taste = "style/common"
    assert rules(check(client, SLIP, enabledRules=taste, enabledOnly="true")) == []
    assert rules(check(client, SLIP, enabledRules=taste)) == ["spelling/typo"]


def test_the_variant_decides_the_spelling(client: TestClient) -> None:
    text = "She took her time and chose another colour for the office door."
    assert rules(check(client, text, language="en-GB")) == []
    assert rules(check(client, text, language="en-US")) != []
    answer = check(client, text, language="auto", preferredVariants="de-DE,en-US")
    assert answer["language"]["code"] == "en-US"
    assert rules(answer) != []


def test_another_language_is_left_alone(client: TestClient) -> None:
    text = "Der Minister hat nicht gesagt, dass er mit dem Auto kommt und die recieved."
    assert rules(check(client, text, language="de-DE")) == []
    answer = check(client, text, language="auto")
    assert answer["language"]["detectedLanguage"]["code"] == "de"
    assert answer["matches"] == []


def test_a_text_that_is_no_unicode_is_answered(client: TestClient) -> None:
    answer = client.post(
        "/v2/check",
        content=b"language=en&text=The clerk %ff recieved \xff keys.",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert "spelling/typo" in rules(answer.json())
    assert check(client, data='{"text": "\\ud800 recieved"}')["matches"]


def test_a_form_has_not_too_many_fields(client: TestClient) -> None:
    assert client.post("/v2/check", content=b"a=b&" * 200).status_code == 400


def test_paragraphs_of_a_story_are_one_story(client: TestClient) -> None:
    story = [
        "Kirsten Halvarsen, who inspected the ferry, said she had warned its owners.",
        "Halvarsen told the inquiry that Halvarsen's own notes were kept.",
        "The rules were in force, Havlarsen said.",
    ]
    assert rules(check(client, story[2])) == []
    for paragraph in story[:2]:
        assert rules(check(client, paragraph, textSessionId="story")) == []
    (match,) = check(client, story[2], textSessionId="story")["matches"]
    assert match["replacements"] == [{"value": "Halvarsen"}]
    assert (match["offset"], match["length"]) == (25, 9)
    as_another = client.post(
        "/v2/check",
        data={"text": story[2], "language": "en", "textSessionId": "story"},
        headers={"User-Agent": "another"},
    )
    assert as_another.json()["matches"] == []


def test_a_text_of_one_sentence_is_not_told_again_at_each_match(client: TestClient) -> None:
    text = SLIP.rstrip(".").replace(" ", ", ") * 500
    assert len(json.dumps(check(client, text))) < 200 * len(text)


def test_a_suppression_in_the_text_is_heeded(client: TestClient) -> None:
    assert rules(check(client, f"# newslint: ignore-file[spelling]\n{SLIP}\n")) == []
