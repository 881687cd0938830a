"""The schema of rules: as committed, and fitted by the shipped rules."""

from __future__ import annotations

import json
from functools import partial

import jsonschema
import pytest
import yaml

from newslint.authoring.names_schema import as_text
from newslint.authoring.rules_schema import rules_schema
from tests.builders import invoke
from tests.conftest import ROOT

rules = partial(invoke, "rules")

VALIDATOR = jsonschema.Draft7Validator(rules_schema())


def test_the_schema_is_a_schema_and_as_it_was_committed() -> None:
    """`newslint rules schema > docs/rules.schema.json` writes it anew."""
    jsonschema.Draft7Validator.check_schema(rules_schema())
    assert (ROOT / "docs" / "rules.schema.json").read_text("utf-8") == as_text(rules_schema())
    assert json.loads(rules("schema").stdout) == rules_schema()


@pytest.mark.slow
def test_shipped_rules_fit_the_schema() -> None:
    """The first dozen of each file."""
    for path in (ROOT / "rules").rglob("*.yaml"):
        dozen = "\n- ".join(path.read_text("utf-8").split("\n- ")[:13])
        entries = yaml.load(dozen, Loader=yaml.CSafeLoader)
        if "id" in entries[0]:
            assert [error.message for error in VALIDATOR.iter_errors(entries)] == [], path


@pytest.mark.parametrize(
    "entry",
    [
        {"id": "desk/x", "kind": "pattern", "message": "x"},
        {"id": "x", "kind": "structure", "phrases": ["x"], "message": "x"},
        {"id": "desk/x", "kind": "structure", "phrases": ["x"], "message": "x", "swap": {}},
        {"id": "desk/x", "kind": "date", "fault": "month", "message": "x"},
        {"id": "desk/x", "kind": "structure", "phrases": "x", "message": "x"},
        {"id": "desk/x", "kind": "structure", "phrases": ["x"], "message": "x", "examples": [{}]},
    ],
)
def test_what_is_no_rule_does_not_fit_the_schema(entry: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid([entry])
