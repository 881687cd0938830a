"""LanguageTool's API, version 2: `/v2/check`, `/v2/languages` and what clients ask besides."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from newslint.serve.answers.languages import OFFERED, is_known
from newslint.serve.answers.languagetool import CheckRequest, Part
from newslint.serve.answers.limits import LETTERS
from newslint.serve.bodies import form_of, string_of
from newslint.serve.refusals import RefusedError
from newslint.serve.service import service_of

LEVELS = ("default", "picky")


async def check(request: Request) -> Response:
    """The findings in a text, or in an annotated text."""
    service = service_of(request)
    fields = await form_of(request)
    service.require_token(request, fields.get("apiKey", ""))
    asked = check_request(fields)
    if not any(part.is_markup for part in asked.parts):
        client = (
            request.client.host if request.client else "",
            *(request.headers.get(name, "") for name in ("user-agent", "origin")),
            *(fields.get(name, "") for name in ("username", "textSessionId", "language")),
        )
        before, behind = service.paragraphs.around(client, asked.text)
        asked = asked._replace(before=before, behind=behind)
    return Response(await service.ask("check", asked), media_type="application/json")


async def languages(request: Request) -> Response:
    """The languages that newslint reads."""
    return JSONResponse(
        [{"name": name, "code": code.partition("-")[0], "longCode": code} for name, code in OFFERED]
    )


async def information(request: Request) -> Response:
    """What some clients ask before they send a text: the limit of its length."""
    return JSONResponse({"maxTextLength": LETTERS})


def check_request(fields: dict[str, str]) -> CheckRequest:
    """The request in a form. What is wrong with it, LanguageTool says in the same words."""
    language = fields.get("language", "").replace("_", "-")
    if not language:
        raise RefusedError(
            400,
            "Missing 'language' parameter, e.g. 'language=en-US' for American English or "
            "'language=fr' for French",
        )
    if "text" in fields and "data" in fields:
        raise RefusedError(400, "Set only 'text' or 'data' parameter, not both")
    if "text" not in fields and "data" not in fields:
        raise RefusedError(400, "Missing 'text' or 'data' parameter")
    if language != "auto" and not is_known(language):
        codes = ", ".join(each.code for each in OFFERED)
        raise RefusedError(
            400,
            f"'{language[:20]}' is not a language code known to LanguageTool. Supported language "
            f"codes are: {codes}. The list of languages is read from META-INF/org/languagetool/"
            "language-module.properties in the Java classpath.",
        )
    preferred = _listed(fields, "preferredVariants")
    if preferred and language != "auto":
        raise RefusedError(
            400, "You specified 'preferredVariants' but you didn't specify 'language=auto'"
        )
    if fields.get("level", "default") not in LEVELS:
        raise RefusedError(400, f"Allowed values for 'level': {', '.join(LEVELS)}")
    parts = (Part(fields["text"]),) if "text" in fields else parts_of(fields["data"])
    asked = CheckRequest(
        parts,
        language,
        preferred,
        _listed(fields, "enabledRules"),
        _listed(fields, "disabledRules"),
        _listed(fields, "enabledCategories"),
        _listed(fields, "disabledCategories"),
        fields.get("enabledOnly") in ("true", "yes"),
    )
    _refuse_conflicts(asked)
    letters = sum(len(part.text) + len(part.read_as) for part in parts)
    if letters > LETTERS:
        raise RefusedError(
            413,
            f"Your text exceeds the limit of {LETTERS} characters (it's {letters} characters). "
            "Please submit a shorter text.",
        )
    return asked


def _refuse_conflicts(asked: CheckRequest) -> None:
    if asked.enabled_only and (asked.disabled or asked.disabled_categories):
        raise RefusedError(
            400,
            "You cannot specify disabledRules or disabledCategories using enabledOnly=true",
        )
    if asked.enabled_only and not (asked.enabled or asked.enabled_categories):
        raise RefusedError(
            400,
            "You must specify enabledRules or enabledCategories when using enabledOnly=true",
        )


def parts_of(data: str) -> tuple[Part, ...]:
    """The parts of an annotated text, which is JSON."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise RefusedError(400, "Could not parse JSON from 'data' parameter") from None
    if not isinstance(value, dict) or not ("text" in value or "annotation" in value):
        raise RefusedError(400, "'data' key in JSON requires 'text' or 'annotation' key")
    if "text" in value and "annotation" in value:
        raise RefusedError(
            400, "'data' key in JSON requires either 'text' or 'annotation' key, not both"
        )
    if "text" in value:
        return (Part(string_of(value["text"], "text")),)
    annotation = value["annotation"]
    return tuple(map(_part, annotation if isinstance(annotation, list) else [annotation]))


def _part(value: Any) -> Part:
    if isinstance(value, dict) and "text" in value:
        if "markup" in value:
            raise RefusedError(400, "Only either 'text' or 'markup' are supported in an object")
        if "interpretAs" in value:
            raise RefusedError(400, "'interpretAs' cannot be used together with 'text'")
        return Part(string_of(value["text"], "text"))
    if isinstance(value, dict) and "markup" in value:
        return Part(
            string_of(value["markup"], "markup"),
            True,
            string_of(value.get("interpretAs", ""), "interpretAs"),
        )
    raise RefusedError(400, "Expected 'text' or 'markup' in each object of 'annotation'")


def _listed(fields: dict[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in fields.get(name, "").split(",") if part.strip())


ROUTES: list[BaseRoute] = [
    Route("/v2/check", check, methods=["GET", "POST"]),
    Route("/v2/languages", languages, methods=["GET"]),
    Route("/v2/maxtextlength", information, methods=["GET"]),
    Route("/v2/info", information, methods=["GET"]),
]
