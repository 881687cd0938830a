"""The JSON Lines report: the objects of the JSON report, one a line, for streams and archives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.report import json
from newslint.report.format import no_tail

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.report.format import TerminalStyle
    from newslint.text.source import Source


HEAD = BETWEEN = ""

tail = no_tail


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One line of JSON for each finding."""
    return [f"{line}\n" for line in json.render(source, findings, look)]
