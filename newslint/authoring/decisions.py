"""What people decided about findings, kept on their own machine: accepted, or rejected.

A decision is the rule, the article's path, and where it was made; no word of the copy.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

from newslint.config.resolver import ResolvedConfig
from newslint.core.errors import SourceError, os_error_reason
from newslint.core.record import NamedTuple
from newslint.core.rule_ids import is_rule_id
from newslint.storage import line_log
from newslint.storage.paths import state_folder

INTERACTIVE, EDITOR, PAGE = "interactive", "editor", "page"
"""Where decisions are made: --fix --interactive, an editor, the page of the server."""

FOLDER = "decisions"


class Decision(NamedTuple):
    """What somebody decided about a finding of a rule in an article with this absolute path."""

    path: str
    rule: str
    accepted: bool
    place: str


def keep(
    path: str, decided: Iterable[tuple[str, bool]], place: str, config: ResolvedConfig
) -> None:
    """Remember decisions on an article: pairs of a rule and whether its finding was accepted.

    Nothing is kept where the configuration says so, or where it cannot be written.
    """
    if not config.keeps_decisions:
        return
    whole = os.path.abspath(path)  # noqa: PTH100
    decisions = (Decision(whole, rule, accepted, place) for rule, accepted in decided)
    line_log.append(folder(), (json.dumps(each._asdict()) for each in decisions))


def kept() -> tuple[list[Decision], int]:
    """All decisions on this machine, and the number of lines that are none."""
    lines = line_log.lines(folder())
    decisions = [each for each in map(_decision, lines) if each]
    return decisions, len(lines) - len(decisions)


def forget() -> None:
    """Delete all decisions; a SourceError if that is impossible."""
    try:
        line_log.remove(folder())
    except OSError as error:
        raise SourceError(folder(), os_error_reason(error)) from None


def folder() -> str:
    """The folder that decisions are kept in."""
    return state_folder(FOLDER)


def _decision(line: str) -> Decision | None:
    """The decision in a line; None if there is none."""
    try:
        found = Decision(**json.loads(line))
    except (ValueError, TypeError, RecursionError):
        return None
    texts = (found.path, found.rule, found.place)
    valid = all(isinstance(text, str) for text in texts) and isinstance(found.accepted, bool)
    return found if valid and is_rule_id(found.rule) else None
