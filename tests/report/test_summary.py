"""The summary: counts in a sentence and in a table."""

from __future__ import annotations

from newslint.core.finding import Fix
from newslint.report.summary import Tally, fixed_sentence, found_sentence, table
from newslint.text.source import Source
from tests.report.builders import finding, slip


def test_summary_sentences(source: Source) -> None:
    tally = Tally([slip(source), finding(source, "Ferry", severity="warning")])
    assert found_sentence(tally) == "Found 1 error and 1 warning in 1 file, 1 fixable with --fix."
    tally.add(Tally())
    tally.add(Tally(fixed=3))
    assert fixed_sentence(tally) == "Fixed 3 in 1 file."
    assert found_sentence(tally, fixing=True) == "Left 1 error and 1 warning in 1 of 3 files."
    assert found_sentence(Tally()) == "Nothing to report in 1 file."
    assert found_sentence(Tally(fixed=1)) == "Nothing left to report in 1 file."


def test_summary_offers_unsafe_fixes(source: Source) -> None:
    unsafe = slip(source)._replace(fix=Fix("unsafe", ()))
    assert found_sentence(Tally([unsafe])).endswith(", 1 with --unsafe-fixes.")
    both = Tally([unsafe, slip(source)])
    assert found_sentence(both).endswith(", 1 fixable with --fix, 1 more with --unsafe-fixes.")


def test_table_has_the_commonest_rule_first(source: Source) -> None:
    rare = finding(source, "Ferry", rule="spelling/typo")
    assert table(Tally([rare, slip(source), slip(source)])) == (
        "2  names/inconsistent  2 fixable\n1  spelling/typo\n"
    )
    assert table(Tally()) == ""
