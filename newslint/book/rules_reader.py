"""Read rules from YAML, and names from files of a rules folder that hold names.

Here are the keys that all rules have; `newslint.book.kind` has those of a kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint.book.book_files import BookFile, files_of
from newslint.book.kind import Kinds, Type
from newslint.book.names_reader import names_in, read_names
from newslint.core.errors import BookError, did_you_mean
from newslint.core.finding import SAFE, SEVERITIES, UNSAFE, WARNING
from newslint.core.language import ANY, ENGLISH
from newslint.core.name import Name
from newslint.core.place import Where
from newslint.core.rule import Example, Rule
from newslint.core.rule_ids import ID
from newslint.storage import yaml_nodes
from newslint.text.scopes import SCOPES

KEYS = ("id", "kind", "message", "why", "severity", "fix", "scope", "language", "examples")

CHOICES = {
    "severity": SEVERITIES,
    "fix": (SAFE, UNSAFE, "none"),
    "scope": tuple(SCOPES),
    "language": (ENGLISH, ANY),
}
"""The allowed values of keys."""

READERS = {
    "text": yaml_nodes.text_of,
    "texts": yaml_nodes.texts_of,
    "swaps": yaml_nodes.swaps_of,
    "number": yaml_nodes.number_of,
    "pattern": yaml_nodes.pattern_of,
    "template": yaml_nodes.template_of,
}


def load_rules(path: str | Path, kinds: Kinds) -> list[Rule]:
    """Every rule of a file, or of the files of a folder."""
    return [
        rule
        for file in files_of(path)
        for rule in read_rules(file, kinds)
        if isinstance(rule, Rule)
    ]


def read_rules(file: BookFile, kinds: Kinds) -> Iterator[Rule | Name]:
    """The rules in one file of a rules folder, or the names if its entries are names."""
    if file.suffix not in {".yaml", ".yml"}:
        yield from read_names(file)
        return
    items = yaml_nodes.items_of(yaml_nodes.parse(file.text(), file.shown))
    if items and isinstance(items[0].value, dict) and "id" not in items[0].value:
        yield from names_in(items)
        return
    for item in items:
        yield read_rule(item, kinds)


def read_rule(item: yaml_nodes.Node, kinds: Kinds) -> Rule:
    """The rule in one entry of a file; a BookError if it is not valid."""
    parts = yaml_nodes.pairs_of(item)
    for key in ("id", "kind"):
        if key not in parts:
            raise BookError(item.where, f"'{key}' is missing")
    name = _one_of(parts["kind"], kinds.names)
    kind = kinds.load(name)
    yaml_nodes.mapping(item, (*KEYS, *kind.params), ("message", *kind.required))
    params = {key: _value(parts[key], type_) for key, type_ in kind.params.items() if key in parts}
    rule = Rule(
        _id(parts["id"]),
        name,
        yaml_nodes.text_of(parts["message"]),
        " ".join(yaml_nodes.text_of(parts["why"]).split()) if "why" in parts else "",
        _chosen(parts, "severity", WARNING),
        _chosen(parts, "fix", "none"),
        params,
        tuple(map(_example, yaml_nodes.items_of(parts["examples"]))) if "examples" in parts else (),
        item.where,
        _chosen(parts, "scope", ""),
        _chosen(parts, "language", ENGLISH),
    )
    if kind.validate:
        kind.validate(rule)
    return rule


def _id(node: yaml_nodes.Node) -> str:
    """The id of a rule, area/fault: `usage/extract-revenge`."""
    rule_id = yaml_nodes.text_of(node)
    if not re.fullmatch(ID, rule_id):
        hint = "area/fault in small letters, digits and hyphens: usage/extract-revenge"
        raise BookError(node.where, f"'{rule_id}' is no rule id", hint)
    return rule_id


def _chosen(parts: Mapping[str, yaml_nodes.Node], key: str, otherwise: str) -> str:
    return _one_of(parts[key], CHOICES[key]) if key in parts else otherwise


def _one_of(node: yaml_nodes.Node, known: tuple[str, ...]) -> str:
    word = yaml_nodes.text_of(node)
    if word not in known:
        raise BookError(node.where, f"'{word}' is not known here", did_you_mean(word, known))
    return word


def _value(node: yaml_nodes.Node, type_: Type) -> Any:
    if isinstance(type_, str):
        return READERS[type_](node)
    if isinstance(type_, tuple):
        return _one_of(node, type_)
    parts = yaml_nodes.mapping(node, tuple(type_))
    return {key: _value(value, type_[key]) for key, value in parts.items()}


def _example(item: yaml_nodes.Node) -> Example:
    parts = yaml_nodes.mapping(item, ("text", "fixed", "clean", "source"))
    if ("text" in parts) == ("clean" in parts):
        raise BookError(item.where, "an example has either 'text' or 'clean'")
    source = yaml_nodes.text_of(parts["source"]) if "source" in parts else ""
    if "clean" in parts:
        if "fixed" in parts:
            raise BookError(item.where, "a clean example has nothing to be fixed")
        return Example(yaml_nodes.text_of(parts["clean"]), None, True, item.where, source)
    fixed = yaml_nodes.text_of(parts["fixed"]) if "fixed" in parts else None
    return Example(yaml_nodes.text_of(parts["text"]), fixed, False, item.where, source)


def unique(content: Iterable[Rule | Name]) -> Iterator[Rule | Name]:
    """The same content; a BookError if two rules share an id."""
    seen: dict[str, Where] = {}
    for item in content:
        if isinstance(item, Rule):
            if item.id in seen:
                raise BookError(item.where, f"'{item.id}' is also the rule in {seen[item.id]}")
            seen[item.id] = item.where
        yield item
