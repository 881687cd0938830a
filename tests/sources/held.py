"""What tests of the source rules share: copy held against a text."""

from __future__ import annotations

from newslint.core.finding import Finding
from newslint.sources.opening import references_of_texts
from newslint.text.source import Source
from tests.builders import linter


def held(copy: str, *sources: str) -> list[Finding]:
    """What the source rules find in copy that is held against texts."""
    texts = {f"source{number}.txt": text for number, text in enumerate(sources, 1)}
    findings = linter().lint(Source.from_text(copy, "story.txt"), references_of_texts(texts))
    return [finding for finding in findings if finding.rule.startswith("source/")]


def shown(copy: str, *sources: str) -> list[tuple[str, str]]:
    """The same: rule and letters."""
    return [(finding.rule, finding.text) for finding in held(copy, *sources)]
