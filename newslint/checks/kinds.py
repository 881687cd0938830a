"""Kinds of rules, by name: load a kind, read what its rules may say, prepare its check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from newslint.book.kind import Kind, Kinds
from newslint.checks import KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.rules import Rules
    from newslint.checks.context import Context
    from newslint.core.finding import Finding
    from newslint.text.document import Document

    Check = Callable[[Document], Iterable[Finding]]


def load_kind(name: str) -> Kind:
    """Load the kind `name`, a key of KINDS: the keys of its rules and their validation."""
    module = import_module(KINDS[name])
    return Kind(
        getattr(module, "PARAMS", {}),
        getattr(module, "REQUIRED", ()),
        getattr(module, "inspect", None),
        getattr(module, "literals", None),
    )


ALL_KINDS = Kinds(tuple(KINDS), load_kind)
"""Every kind, for the readers of books."""


def prepare(name: str, rules: Rules, context: Context) -> Check:
    """The check of one kind, for any number of documents."""
    check: Check = import_module(KINDS[name]).prepare(rules, context)
    return check
