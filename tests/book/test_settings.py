"""A desk's own rule says how far the fixes of a shipped kind may go."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source

RULE = """
- id: spelling/typo
  kind: spelling
  message: "'{{found}}' for '{{right}}' {{else}}"
  severity: note
  fix: {fix}
  examples:
  - text: The recomendations.
"""


@pytest.mark.parametrize(
    ("fix", "applicability"), [("safe", "safe"), ("unsafe", "unsafe"), ("none", "display")]
)
def test_a_desk_decides_how_far_a_fix_goes(tmp_path: Path, fix: str, applicability: str) -> None:
    rules = tmp_path / "typo.yaml"
    rules.write_text(RULE.format(fix=fix))
    linter = Linter(open_book(rules=[str(rules)], cache=None))
    [finding] = linter.lint(Source.from_text("The council read the recomendations.\n"))
    assert finding.message == "'recomendations' for 'recommendations' {else}"
    assert finding.severity == "note"
    assert finding.fix is not None
    assert finding.fix.applicability == applicability
