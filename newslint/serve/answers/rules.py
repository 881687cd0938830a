"""Say what a rule is about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newslint.engine.books import every_rule
from newslint.serve.answers.desk import MissingError

if TYPE_CHECKING:
    from newslint.serve.answers.desk import Desk


def rule(desk: Desk, rule_id: str) -> bytes:
    """The rule with this id, as JSON; a MissingError if there is none."""
    found = next((each for each in every_rule(desk.rule_books) if each.id == rule_id), None)
    if found is None:
        raise MissingError("there is no rule of that name")
    examples = [
        {"text": each.text, "fixed": each.fixed, "clean": each.clean} for each in found.examples
    ]
    keys = ("id", "kind", "severity", "fix", "message", "why", "scope", "language")
    described = {key: getattr(found, key) for key in keys}
    return json.dumps({**described, "examples": examples}).encode()
