"""What tests of reports share: an article, findings in it, and the whole report of them."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.finding import Edit, Finding, Fix, Span
from newslint.core.place import Where
from newslint.core.rule import Rule
from newslint.report.format import Run, TerminalStyle, open_format
from newslint.report.summary import Tally
from newslint.text.source import Source

PLAIN = TerminalStyle()

RULES = [
    Rule(
        "names/inconsistent", "names-inconsistent", "names differ", "One article, one spelling.",
        "error", "safe", {}, (), Where("rules/names.yaml", 3),
    )
]  # fmt: skip

COPY = "Ferry row grows\n\nLena Harstorm said so. Mrs Harstom left.\n"


def finding(source: Source, word: str, **more: object) -> Finding:
    """A finding at the first `word` of the source."""
    start = source.text.index(word)
    span = Span(start, start + len(word))
    made = Finding("names/inconsistent", span, word, f"'{word}' stands once", "error")
    return made._replace(**more)  # type: ignore[arg-type]


def slip(source: Source) -> Finding:
    """The slip in COPY, with all that a finding can have."""
    found = finding(source, "Harstom")
    return found._replace(
        suggestions=("Harstorm",),
        evidence=("count 1 against 1", "full name 'Lena Harstorm' in line 3"),
        fix=Fix("safe", (Edit(found.span, "Harstorm"),)),
    )


def written(
    name: str, source: Source, findings: Sequence[Finding], look: TerminalStyle = PLAIN
) -> str:
    """A whole report, as a run puts it together."""
    form = open_format(name)
    pieces = form.BETWEEN.join(form.render(source, findings, look))
    return form.HEAD + pieces + form.tail(Run(Tally(findings), lambda: RULES))


ODD_COPY = "Zoë Lake, Lena Harstorm said. 🚒 Mrs Harstom left.\n\nMrs Harstom came back.\n"
