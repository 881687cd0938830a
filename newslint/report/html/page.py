"""The HTML report: one page that needs nothing else, for people to read, search and print.

Each article is shown as a reader sees it, with what was found marked in place. The summary is
counted by the page itself (page.js); without scripts the marks and their notes still are there.
Copy is a stranger's text: it is escaped, and the page allows no script but its own.
"""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.report.disarm import in_markup
from newslint.report.html.as_read import Shown, View, view_of
from newslint.report.html.excerpt import Gap, Stretch, stretches
from newslint.report.terminal_text import SHOWN_IN_PAGES, width

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.report.format import Run, TerminalStyle
    from newslint.text.source import Source


_FOLDER = Path(__file__).parent

STYLE = "".join((_FOLDER / name).read_text(encoding="utf-8") for name in ("look.css", "page.css"))

_SCRIPT = (_FOLDER / "page.js").read_text(encoding="utf-8")


def allowed(text: str) -> str:
    """The hash of a style or script for the page's security policy."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


_POLICY = f"default-src 'none'; style-src {allowed(STYLE)}; script-src {allowed(_SCRIPT)}"


TITLE = "<title>newslint report</title>"


HEAD = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
{TITLE}
<style>{STYLE}</style>
</head>
<body>
<header>
<h1>newslint</h1>
<p id="total">Nothing to report.</p>
<p><input id="filter" type="search" placeholder="Filter: a word, a rule, a file"
  aria-label="Filter findings"></p>
<table id="rules"><caption>Rules</caption></table>
<table id="articles"><caption>Articles</caption></table>
<p class="keys">A mark opens what is said of it: point at it, tap it or go to it.</p>
<p class="keys"><span class="swatch error">error</span> <span class="swatch warning">warning</span>
<span class="swatch note">note</span></p>
<p class="keys"><kbd>n</kbd> next, <kbd>p</kbd> previous, <kbd>/</kbd> filter</p>
</header>
<main>
"""

BETWEEN = "\n"


def tail(run: Run) -> str:
    """The end of the page, with what each rule is about, and its script."""
    parts = "".join(
        _disarmed(f"<dt>{escape(rule.id)}</dt><dd>{escape(rule.why or rule.message)}</dd>\n")
        for rule in run.rules()
    )
    about = f"<footer><h2>What the rules are about</h2>\n<dl>\n{parts}</dl></footer>\n"
    return f"\n</main>\n{about if parts else ''}<script>{_SCRIPT}</script>\n</body>\n</html>\n"


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One `article` with its text, or with the lines about its findings if it is a long one."""
    if not findings:
        return []
    copy = "".join(_copy(source, view_of(source, findings)))
    path = escape(source.path)
    head = f'<article data-path="{path}">\n<h2>{path}</h2>\n'
    return [_disarmed(f'{head}<div class="copy">{copy}</div>\n</article>')]


def _disarmed(markup: str) -> str:
    """Markup without control characters, and without commands for CI runners."""
    return in_markup(markup.translate(SHOWN_IN_PAGES))


def _copy(source: Source, view: View) -> Iterator[str]:
    for part in stretches(view.text, view.findings):
        if isinstance(part, Gap):
            yield f'<p class="gap">{part.lines} lines without a finding</p>'
        elif part.findings:
            yield _marked(source, view, part)
        else:
            yield _visible(view, part)


def _visible(view: View, part: Stretch[Shown]) -> str:
    """A stretch of copy as read, with its blocks named, and no characters that reorder a line."""
    pieces: list[str] = []
    at = part.start
    first = bisect_right(view.blocks, part.start, key=attrgetter("end"))
    for start, end, kind in islice(view.blocks, first, None):
        if start >= part.end:
            break
        begun, ended = max(start, part.start), min(end, part.end)
        whole = " begun" if begun == start else ""
        pieces.append(_shown(view.text[at:begun]))
        pieces.append(f'<span class="{kind}{whole}">{_shown(view.text[begun:ended])}</span>')
        at = ended
    return "".join((*pieces, _shown(view.text[at : part.end])))


def _shown(text: str) -> str:
    return escape(text.translate(SHOWN_IN_PAGES))


def _marked(source: Source, view: View, part: Stretch[Shown]) -> str:
    """A marked stretch of copy with a note, which is shown on hover or focus."""
    findings = [shown.finding for shown in part.findings]
    notes = "".join(_note(source, finding) for finding in findings)
    gravest = min(findings, key=lambda finding: _GRAVITY[finding.severity])
    rules = escape(" ".join(dict.fromkeys(finding.rule for finding in findings)))
    copy = view.text[part.start : part.end].translate(SHOWN_IN_PAGES)
    text = _visible(view, part)
    if not width(copy):  # nothing, or a character without a width: there must be a place to look at
        text += "\N{WHITE VERTICAL RECTANGLE}" if copy else "\N{SYMBOL FOR NEWLINE}"
    return (
        f'<mark class="{gravest.severity}" tabindex="0" data-rules="{rules}">{text}</mark>'
        f'<span class="note" role="note">{notes}</span>'
    )


_GRAVITY = {"error": 0, "warning": 1, "note": 2}


def _note(source: Source, finding: Finding) -> str:
    line, column = source.line_column(finding.span.start)
    rights = ", ".join(finding.suggestions)
    write = f"<span>write: <b>{escape(rights)}</b></span>" if rights else ""
    notes = "".join(f"<span>{escape(evidence)}</span>" for evidence in finding.evidence)
    return (
        f'<span class="finding {finding.severity}"><b>{escape(finding.message)}</b>{write}{notes}'
        f"<small>{finding.rule}, line {line}, column {column}</small></span>"
    )
