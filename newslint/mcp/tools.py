"""What an agent may ask: lint, fix and compare copy, explain a rule, look a spelling up."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from newslint.authoring.names_lookup import Lookup
from newslint.authoring.rule_explanation import explanation
from newslint.book.selection import Selection, selected_ids
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.core.errors import NewslintError, RuleError
from newslint.core.finding import Finding
from newslint.engine.books import every_rule
from newslint.engine.fixer import KeepAll, fix_source
from newslint.engine.linter import Linter
from newslint.report.json import as_object
from newslint.runner.linter_cache import LinterCache
from newslint.sources.opening import references_of_texts
from newslint.text.source import Source


class WrongArgumentsError(Exception):
    """A call of a tool that there is not, or with arguments that it does not take."""


TEXT = {"type": "string"}

PATH = {
    **TEXT,
    "description": "The article's path: its ending names the format (.md, .html, .txt), and the"
    " configuration nearest to it holds. Nothing is read or written there.",
}

SOURCES = {
    "type": "object",
    "additionalProperties": TEXT,
    "description": "Texts that the article was written from, by name; names, figures and"
    " quotations are held against them.",
}

ARTICLE = {"text": {**TEXT, "description": "The whole article."}, "path": PATH}

COMPARING = CommandLine(selection=Selection(("source",)), no_other_sources=True)
"""The rules that compare two versions, and no sources but the older one."""

UNSAVED = "article.md"
"""The path of an article that has none."""


class Tools:
    """The tools, with the linters that they keep open."""

    def __init__(self) -> None:
        self._linters, self._comparing = LinterCache(), LinterCache(COMPARING)
        self._all: dict[str, tuple[str, dict[str, Any], tuple[str, ...], Callable[..., str]]] = {
            "lint": (
                "Find misspelt names and words, and names, figures and quotations that are not as"
                " in the sources. Answers with a list of findings as JSON.",
                {**ARTICLE, "sources": SOURCES},
                ("text",),
                self._lint,
            ),
            "fix": (
                "Make all fixes that are certain and answer with the fixed article.",
                {**ARTICLE, "unsafe": {"type": "boolean", "description": "Likely fixes, too."}},
                ("text",),
                self._fix,
            ),
            "compare": (
                "Find names, figures and quotations that a new version of an article has"
                " otherwise than the old one. Answers with a list of findings as JSON.",
                {"before": TEXT, "after": TEXT, "path": PATH},
                ("before", "after"),
                self._compare,
            ),
            "explain": (
                "Say what a rule is about, with examples.",
                {"rule": {**TEXT, "description": "A rule's id, such as names/inconsistent."}},
                ("rule",),
                self._explain,
            ),
            "lookup": (
                "Say what is known of the spelling of a name or word.",
                {"spelling": TEXT},
                ("spelling",),
                self._lookup,
            ),
        }

    def described(self) -> list[dict[str, Any]]:
        """The tools as the protocol describes them."""
        return [
            {
                "name": name,
                "description": about,
                "inputSchema": {
                    "type": "object",
                    "properties": properties,
                    "required": list(required),
                    "additionalProperties": False,
                },
            }
            for name, (about, properties, required, _) in self._all.items()
        ]

    def call(self, name: str, arguments: Mapping[str, Any]) -> str:
        """What a tool says; a NewslintError for a fault in the copy, a rule or a book."""
        if name not in self._all:
            raise WrongArgumentsError(f"there is no tool '{name}'")
        _, properties, required, tool = self._all[name]
        refuse_wrong(arguments, properties, required)
        return tool(**arguments)

    def _lint(
        self, text: str, path: str = UNSAVED, sources: Mapping[str, str] | None = None
    ) -> str:
        source = Source.from_text(text, path)
        return _as_json(source, linter_for(path, self._linters), sources or {})

    def _compare(self, before: str, after: str, path: str = UNSAVED) -> str:
        source = Source.from_text(after, path)
        return _as_json(source, linter_for(path, self._comparing), {f"before/{path}": before})

    def _fix(self, text: str, path: str = UNSAVED, unsafe: bool = False) -> str:
        linter = linter_for(path, self._linters)
        source = Source.from_text(text, path)
        result = fix_source(source, linter.examine, KeepAll(), unsafe)
        if result.failures:
            raise RuleError(result.failures[0].message)
        return result.source.text

    def _explain(self, rule: str) -> str:
        known = {each.id: each for each in every_rule()}
        wanted, on = selected_ids([Selection((rule,))], known), selected_ids([], known)
        return "\n\n".join(explanation(known[each], each in on) for each in known if each in wanted)

    def _lookup(self, spelling: str) -> str:
        lookup = Lookup(ConfigResolver(CommandLine()).settings(UNSAVED))
        return "\n".join(lookup.lines(" ".join(spelling.split())))


def linter_for(path: str, linters: LinterCache) -> Linter:
    """The linter for an article; a NewslintError if the configuration excludes it."""
    linter = linters.linter(path)
    if linter is None:
        raise NewslintError(f"{path}: the configuration excludes it")
    return linter


def _as_json(source: Source, linter: Linter, texts: Mapping[str, str]) -> str:
    references = references_of_texts(texts) if texts else None
    findings: list[Finding] = linter.lint(source, references)
    objects = [as_object(source, finding) for finding in findings]
    return json.dumps(objects, ensure_ascii=False, indent=1)


def refuse_wrong(
    arguments: Any, properties: Mapping[str, Mapping[str, Any]], required: tuple[str, ...]
) -> None:
    """Raise a WrongArgumentsError for arguments that are missing, unknown or of another type."""
    if not isinstance(arguments, dict):
        raise WrongArgumentsError("arguments is an object")
    for key in required:
        if key not in arguments:
            raise WrongArgumentsError(f"'{key}' is missing")
    for key, value in arguments.items():
        if key not in properties:
            raise WrongArgumentsError(f"unknown argument '{key}'")
        type_ = properties[key]["type"]
        if not isinstance(value, TYPES[type_]):
            raise WrongArgumentsError(f"'{key}' is of the type {type_}")
        if isinstance(value, dict) and not all(isinstance(text, str) for text in value.values()):
            raise WrongArgumentsError(f"'{key}' holds texts")


TYPES = {"string": str, "boolean": bool, "object": dict}
"""The types of JSON that arguments have."""
