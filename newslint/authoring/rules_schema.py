"""The JSON Schema of rules files, by which editors complete and check them.

It is made of what each kind says of its keys, and says less than reading the file does (that
a group of a template is one of the pattern, say).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.authoring.names_schema import SCALAR
from newslint.book.kind import Type
from newslint.book.rules_reader import CHOICES, KEYS
from newslint.checks import KINDS
from newslint.checks.kinds import load_kind
from newslint.core.rule_ids import ID

SAID = {
    "id": "area/fault: what it is about and what is wrong. It never changes.",
    "kind": "How newslint looks for it; each kind has keys of its own.",
    "message": "One line for an editor; {found} is what stands there.",
    "why": "A sentence or two for whoever asks.",
    "severity": "How bad it is; a warning, if nothing is said.",
    "fix": "safe: made by --fix. unsafe: by --fix --unsafe-fixes. none: reported only.",
    "scope": "Where to look; everywhere, if nothing is said.",
    "language": "any: it holds for copy in every language. en, if nothing is said: for English.",
    "examples": "Copy that the rule is tested by.",
}

EXAMPLE = {
    "type": "object",
    "properties": {
        "text": {"description": "Copy in which the rule finds one thing.", **SCALAR},
        "fixed": {"description": "The same copy after the fix.", **SCALAR},
        "source": {"description": "What the copy is held against.", **SCALAR},
        "clean": {"description": "Copy in which it finds nothing: a near miss.", **SCALAR},
    },
    "oneOf": [{"required": ["text"]}, {"required": ["clean"]}],
    "additionalProperties": False,
}

NUMBER = {"type": ["integer", "string"], "pattern": r"^\d+$"}


def rules_schema() -> dict[str, Any]:
    """The schema of a file of rules in YAML."""
    choices = {"kind": tuple(KINDS), **CHOICES}
    common = {key: {"description": SAID[key], **_values(choices.get(key, "text"))} for key in KEYS}
    common["id"]["pattern"] = f"^(?:{ID})$"
    common["examples"] = {"description": SAID["examples"], "type": "array", "items": EXAMPLE}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "newslint rules",
        "description": "What a desk objects to in copy, each rule with its examples.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": common,
            "required": ["id", "kind", "message"],
            "allOf": [_kind(kind) for kind in KINDS],
        },
    }


def _kind(kind: str) -> dict[str, Any]:
    """The schema of a rule of one kind."""
    types, required, *_ = load_kind(kind)
    then = {
        "properties": {key: _values(type_) for key, type_ in types.items()},
        "required": list(required),
        "propertyNames": {"enum": [*KEYS, *types]},
    }
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then}


def _values(type_: Type) -> dict[str, Any]:
    """The schema of a value of a type."""
    if isinstance(type_, tuple):
        return {"enum": list(type_)}
    if isinstance(type_, Mapping):
        properties = {key: _values(inner) for key, inner in type_.items()}
        return {"type": "object", "properties": properties, "additionalProperties": False}
    if type_ == "texts":
        return {"type": "array", "items": SCALAR}
    if type_ == "swaps":
        return {"type": "object", "additionalProperties": SCALAR}
    return dict(NUMBER if type_ == "number" else SCALAR)
