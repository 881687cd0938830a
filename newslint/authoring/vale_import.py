"""Turn a rule of Vale into rules of newslint, or say why that cannot be.

Vale's own documentation of its extension points (https://vale.sh/docs/styles) says what its keys
mean. What newslint cannot express is refused with a reason: half a rule would report what its
author never meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Entry = dict[str, Any]
"""A rule of newslint, or a part of one, as YAML has it."""

LEVELS = {"suggestion": "note", "warning": "warning", "error": "error"}

SCOPES = {
    "text": None,
    "raw": None,
    "summary": None,
    "sentence": "sentence",
    "paragraph": "paragraph",
    "heading": "headline",
    "heading.h1": "headline",
}

CASES = {"$title": "title", "$sentence": "sentence", "$lower": "lower", "$upper": "upper"}

SMALL = "a an and as at but by for in nor of on or so the to up with yet".split()
"""Words that Vale also leaves small in a title."""


REASONS = {
    "sequence": "newslint does not tag parts of speech",
    "metric": "newslint computes no measures of readability",
    "readability": "newslint computes no measures of readability",
    "script": "a rule of newslint is no program",
    "spelling": "newslint has its own lexicon; words of a desk's own go into a names book",
}
"""Why some of Vale's extension points are not converted."""


COMMON = ("extends", "message", "level", "scope", "link", "description", "code", "limit", "vocab")

KEYS = {
    "existence": ("tokens", "raw", "ignorecase", "nonword", "exceptions", "action"),
    "substitution": ("swap", "ignorecase", "nonword", "exceptions", "action"),
    "occurrence": ("token", "max", "min", "ignorecase"),
    "repetition": ("tokens", "ignorecase", "alpha", "max", "action"),
    "consistency": ("either", "ignorecase", "nonword"),
    "conditional": ("first", "second", "ignorecase", "exceptions"),
    "capitalization": ("match", "style", "exceptions", "threshold", "indicators"),
}
"""The keys of each extension point that are converted or make no difference."""


_ANY_WORD = frozenset((r"[^\s]+", r"\S+", r"\w+", r"\b\w+\b", r"\b(\w+)\b", r"\b[^\s]+\b"))

_WORDS = re.compile(r"[^\W_]+(?:['’ -][^\W_]+)*")

_FLAGS = re.compile(r"\(\?([a-z]+)\)")


class NotCarriedError(Exception):
    """A rule of Vale cannot be expressed in newslint; the message says why."""


def carry(style: str, name: str, rule: Mapping[str, Any]) -> list[Entry]:
    """Convert the rule `name` of a Vale style to rules of newslint.

    Raises a NotCarriedError if newslint cannot express it.
    """
    extends = str(rule.get("extends", ""))
    if extends in REASONS:
        raise NotCarriedError(f"'{extends}': {REASONS[extends]}")
    if extends not in CARRIERS:
        raise NotCarriedError(f"'{extends}' is no extension point that newslint knows")
    unknown = sorted(rule.keys() - {*COMMON, *KEYS[extends]})
    if unknown:
        raise NotCarriedError(f"newslint has nothing like the key '{unknown[0]}' of {extends}")
    parts = CARRIERS[extends](rule)
    scope = _scope(rule)
    entries = []
    for number, part in enumerate(parts, start=1):
        rule_id = f"{kebab(style)}/{kebab(name)}" + (f"-{number}" if len(parts) > 1 else "")
        entry = {"id": rule_id, **part, "message": _message(rule, part["kind"])}
        entry["why"] = _why(style, rule)
        entry["severity"] = LEVELS.get(str(rule.get("level", "")), "warning")
        if scope:
            entry["scope"] = scope
        entries.append(entry)
    return entries


def kebab(name: str) -> str:
    """A name in the form of ids.

    >>> kebab("TooWordy"), kebab("write-good"), kebab("E_Prime")
    ('too-wordy', 'write-good', 'e-prime')
    """
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "-", name)
    return parted.strip("-").lower() or "rule"


def _why(style: str, rule: Mapping[str, Any]) -> str:
    reason = rule.get("description") or f"A rule of the Vale style {style}."
    return f"{reason} See {rule['link']}" if rule.get("link") else str(reason)


def _message(rule: Mapping[str, Any], kind: str) -> str:
    """Vale's message with newslint's slots; in a replacement, the first %s is the right text."""
    message = str(rule.get("message") or "{found}")
    if rule["extends"] == "substitution":
        message = message.replace("%s", "{right}", 1)
    return message.replace("%s", "{found}").replace("%%", "%")


def _scope(rule: Mapping[str, Any]) -> str | None:
    scopes = rule.get("scope") or "text"
    scopes = scopes if isinstance(scopes, list) else [scopes]
    for scope in scopes:
        if scope not in SCOPES:
            raise NotCarriedError(f"newslint has no scope '{scope}'")
    if len(scopes) > 1:
        raise NotCarriedError("a rule of newslint has one scope")
    return SCOPES[scopes[0]]


def _existence(rule: Mapping[str, Any]) -> list[Entry]:
    raw = "".join(map(str, rule.get("raw", ())))
    tokens = _any_of(rule.get("tokens", ()))
    found = raw + (tokens if rule.get("nonword") or not tokens else rf"\b{tokens}\b")
    if not found:
        raise NotCarriedError("it has neither 'tokens' nor 'raw'")
    entry: Entry = {"kind": "pattern", "pattern": _pattern(found, rule)}
    return [{**entry, **_action(rule)}]


def _action(rule: Mapping[str, Any]) -> Entry:
    """Vale's action as a fix of newslint, which is made with --unsafe-fixes."""
    action = rule.get("action") or {}
    name, params = action.get("name"), action.get("params") or []
    if name == "remove":
        return {"replace": "", "fix": "unsafe"}
    if name == "replace" and len(params) == 1:
        return {"replace": str(params[0]), "fix": "unsafe"}
    return {}


def lost(rule: Mapping[str, Any]) -> str:
    """What a converted rule loses; empty if nothing.

    >>> lost({"extends": "existence", "action": {"name": "edit"}})
    "its action 'edit'; the rule reports, and fixes nothing"
    """
    name = (rule.get("action") or {}).get("name")
    if name in (None, "replace", "suggest", "remove") or rule["extends"] == "repetition":
        return ""
    return f"its action '{name}'; the rule reports, and fixes nothing"


def _substitution(rule: Mapping[str, Any]) -> list[Entry]:
    swap = {str(wrong): str(right) for wrong, right in (rule.get("swap") or {}).items()}
    if not swap:
        raise NotCarriedError("it has no 'swap'")
    plain: dict[str, str] = {}
    others: dict[str, str] = {}
    for wrong, right in swap.items():
        only_words = _WORDS.fullmatch(wrong) and _WORDS.fullmatch(right)
        (plain if only_words and not rule.get("exceptions") else others)[wrong] = right
    entries: list[Entry] = []
    if plain:
        entries.append({"kind": "substitution", "swap": plain, "fix": "unsafe"})
    for wrong, right in others.items():
        found = f"(?:{wrong})" if rule.get("nonword") else rf"\b(?:{wrong})\b"
        choices = right.split("|")
        fix = "unsafe" if len(choices) == 1 else "none"
        entry = {"kind": "pattern", "pattern": _pattern(found, rule), "replace": choices[0]}
        entries.append({**entry, "fix": fix})
    return entries


def _occurrence(rule: Mapping[str, Any]) -> list[Entry]:
    token = str(rule.get("token", ""))
    counted = {"count": "words"} if token in _ANY_WORD else {"pattern": _pattern(token, rule)}
    limits = {ours: int(rule[theirs]) for theirs, ours in LIMITS.items() if rule.get(theirs)}
    return [{"kind": "occurrence", **counted, **limits}]


LIMITS = {"max": "most", "min": "least"}


def _repetition(rule: Mapping[str, Any]) -> list[Entry]:
    tokens = [str(token) for token in rule.get("tokens", ())]
    if all(token in _ANY_WORD for token in tokens):
        return [{"kind": "repetition", "fix": "unsafe"}]
    if all(map(_WORDS.fullmatch, tokens)):
        return [{"kind": "repetition", "words": [t.lower() for t in tokens], "fix": "unsafe"}]
    raise NotCarriedError("newslint looks for words that stand twice, not for expressions")


def _consistency(rule: Mapping[str, Any]) -> list[Entry]:
    either = {str(one): str(other) for one, other in (rule.get("either") or {}).items()}
    for spelling in (*either, *either.values()):
        if not _WORDS.fullmatch(spelling):
            raise NotCarriedError(f"'{spelling}' is no spelling but an expression")
    return [{"kind": "consistency", "either": either, "fix": "none"}]


def _conditional(rule: Mapping[str, Any]) -> list[Entry]:
    fold = {"ignorecase": rule.get("ignorecase")}
    patterns = [_pattern(str(rule.get(key, "")), fold) for key in ("first", "second")]
    entry: Entry = {"kind": "conditional", "pattern": patterns[0], "introduced_by": patterns[1]}
    if rule.get("exceptions"):
        entry["allow"] = [str(exception) for exception in rule["exceptions"]]
    return [entry]


def _capitalization(rule: Mapping[str, Any]) -> list[Entry]:
    case = CASES.get(str(rule.get("match")))
    if case is None:
        raise NotCarriedError(f"newslint has no style of capitals '{rule.get('match')}'")
    entry: Entry = {"kind": "capitalisation", "style": case}
    if case == "title":
        entry["small"] = SMALL
    if rule.get("exceptions"):
        entry["allow"] = [str(exception) for exception in rule["exceptions"]]
    return [entry]


CARRIERS: dict[str, Callable[[Mapping[str, Any]], list[Entry]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
    "conditional": _conditional,
    "capitalization": _capitalization,
}


def _any_of(tokens: Any) -> str:
    return f"(?:{'|'.join(map(str, tokens))})" if tokens else ""


def _pattern(found: str, rule: Mapping[str, Any]) -> str:
    """An expression of Vale for Python, with flags in front and without its exceptions."""
    flags = {"m", *("i" if rule.get("ignorecase") else "")}
    for inner in _FLAGS.findall(found):
        flags |= set(inner)
    found = _FLAGS.sub("", found).replace("(?<", "(?P<").replace("(?P<=", "(?<=")
    found = found.replace("(?P<!", "(?<!")
    exceptions = _any_of(rule.get("exceptions") or ())
    spared = rf"(?!{exceptions}(?!\w))" if exceptions else ""
    return f"(?{''.join(sorted(flags))}){spared}{found}"
