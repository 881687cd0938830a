"""Records: findings as bytes, and findings again. No findings are no bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint.finding import Edit, Finding, Fix, Span


def encode(findings: Sequence[Finding]) -> bytes:
    """Findings as the store keeps them."""
    if not findings:
        return b""
    import json

    return json.dumps(findings, separators=(",", ":")).encode()


def decode(data: bytes) -> list[Finding]:
    """The findings that `encode` made bytes of; ValueError if these are no such bytes."""
    if not data:
        return []
    import json

    try:
        return [_finding(fields) for fields in json.loads(data)]
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError("not a record") from error


def _finding(fields: list[Any]) -> Finding:
    rule, (start, end), text, message, severity, suggestions, evidence, fix = fields
    return Finding(
        rule,
        Span(start, end),
        text,
        message,
        severity,
        tuple(suggestions),
        tuple(evidence),
        fix and Fix(fix[0], tuple(Edit(Span(*span), new) for span, new in fix[1])),
    )
