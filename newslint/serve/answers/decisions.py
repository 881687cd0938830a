"""Keep what somebody decided about findings in the page, for `newslint stats`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from newslint.authoring.decisions import PAGE, keep
from newslint.core.rule_ids import is_rule_id
from newslint.serve.answers.desk import RequestError

if TYPE_CHECKING:
    from newslint.serve.answers.desk import Desk

MOST = 1_000
"""Maximum decisions of one request."""


def decisions(desk: Desk, decided: list[tuple[str, bool]]) -> bytes:
    """Keep decisions: rules, and whether their findings were accepted. The answer is empty JSON.

    They are on an article of the folder that the server was started in, whatever its name.
    """
    if len(decided) > MOST:
        raise RequestError(f"one request has {MOST} decisions at the most")
    if not all(is_rule_id(rule) for rule, _ in decided):
        raise RequestError("'rule' is the id of a rule")
    keep(os.curdir, decided, PAGE, desk.resolved)
    return json.dumps({}).encode()
