"""Lint and fix whole articles, as text or as files of any format, for the server's own API."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING, Any

from newslint.core.errors import RuleError
from newslint.core.record import NamedTuple
from newslint.engine.fixer import KeepAll, fix_source
from newslint.report.json import as_objects
from newslint.serve.answers.desk import RequestError, plain_name
from newslint.serve.answers.limits import LETTERS
from newslint.serve.answers.line_ends import with_line_ends
from newslint.sources.opening import references_of_texts
from newslint.text.formats.reading import load_bytes
from newslint.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.core.finding import Finding
    from newslint.engine.guard import Failure
    from newslint.serve.answers.desk import Desk


class Article(NamedTuple):
    """An article: its text, or the bytes of its file; the ending of its name tells the format.

    `sources` are the names and texts that it is held against.
    """

    path: str
    text: str | None = None
    file: bytes | None = None
    language: str = ""
    unsafe: bool = False
    sources: tuple[tuple[str, str], ...] = ()


class PackRequest(NamedTuple):
    """A file, and the text that shall be in it."""

    path: str
    file: bytes
    text: str


def lint(desk: Desk, article: Article) -> bytes:
    """The findings in an article, as JSON; of a file, its text as well."""
    source = _source(article)
    linter = desk.linter(source.path, article.language)
    against = references_of_texts(dict(article.sources)) if article.sources else None
    found = linter.examine(source, references=against)
    answer = _described(source, found.findings, found.failures)
    if article.file is not None:
        answer["text"] = source.text
    return json.dumps(answer).encode()


def fix(desk: Desk, article: Article) -> bytes:
    """An article with its fixes made, and the findings that remain, as JSON."""
    source = _source(article)
    linter = desk.linter(source.path, article.language)
    result = fix_source(source, linter.examine, KeepAll(), article.unsafe)
    answer = _described(result.source, result.left, result.failures)
    answer |= {"fixed": result.fixed, "text": result.source.text}
    if article.file is not None:
        answer["file"] = b64encode(result.source.to_bytes()).decode()
    return json.dumps(answer).encode()


def pack(desk: Desk, asked: PackRequest) -> bytes:
    """The file with another text in it, in its own format, encoding and line ends."""
    source = _source(Article(asked.path, file=asked.file))
    return source.to_bytes(with_line_ends(source, asked.text))


def _source(article: Article) -> Source:
    path = plain_name(article.path)
    if article.file is None:
        source = Source.from_text(article.text or "", path)
    else:
        source = load_bytes(article.file, path)
    if len(source.text) > LETTERS:
        raise RequestError(f"the text has {len(source.text)} letters, {LETTERS} at most are taken")
    return source


def _described(
    source: Source, findings: Sequence[Finding], failures: Sequence[Failure]
) -> dict[str, Any]:
    """The findings, and the rules that failed, in the shape of `--output-format json`."""
    if failures and not findings:
        raise RuleError(failures[0].message)
    return {
        "path": source.path,
        "findings": as_objects(source, findings),
        "failures": [failure._asdict() for failure in failures],
    }
