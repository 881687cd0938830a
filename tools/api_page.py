"""Write docs/api.md from the docstrings of the library.

usage: python tools/api_page.py [--check]
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import newslint
from newslint import api

PAGE = Path(__file__).parent.parent / "docs" / "api.md"
ORDER = ("Proofreader", "lint", "fix", "Finding", "Fix", "Edit", "Span", "NewslintError")
EXAMPLE = re.compile(r"(?:^>>> .*\n(?:(?!>>>|\n).+\n?)*)+", re.MULTILINE)


def page() -> str:
    """The whole page."""
    assert sorted(ORDER) == sorted(newslint.__all__)
    imported = f"```python\nfrom newslint import {', '.join(ORDER)}\n```"
    parts = ["# newslint as a library", *_said(api), imported]
    for name in ORDER:
        parts += _described(name, getattr(newslint, name))
    return "\n\n".join(parts) + "\n"


def _described(name: str, item: object) -> Iterator[str]:
    """The section of a function or a class: its signature and its docstring."""
    yield f"## {name}"
    if not inspect.isclass(item):
        yield _called(name, item)
        yield from _said(item)
        return
    yield from _said(item)
    if issubclass(item, tuple):
        yield _called(name, item)
    if issubclass(item, tuple | Exception):
        return
    for method, function in vars(item).items():
        if inspect.isfunction(function) and (method == "__init__" or method[0] != "_"):
            whole = name if method == "__init__" else f"{name}.{method}"
            yield f"### {whole}"
            yield _called(whole, function)
            yield from _said(function)


def _called(name: str, function: object) -> str:
    """The signature, with one argument on each line if one line is too short."""
    signature = inspect.signature(function)  # type: ignore[arg-type]
    given = [p for p in signature.parameters.values() if p.name not in {"self", "_cls"}]
    parts = [_parameter(parameter) for parameter in given]
    keywords = [at for at, p in enumerate(given) if p.kind is p.KEYWORD_ONLY]
    if keywords:
        parts.insert(keywords[0], "*")
    back = signature.return_annotation
    returned = "" if back in {signature.empty, "None"} else f" -> {back}"
    line = f"{name}({', '.join(parts)}){returned}"
    if len(line) > 88:
        line = f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){returned}"
    return f"```python\n{line}\n```"


def _parameter(given: inspect.Parameter) -> str:
    """A parameter as written in the code."""
    kind = getattr(given.annotation, "__forward_arg__", given.annotation)
    return f"{given.name}: {kind}" + (
        "" if given.default is given.empty else f" = {given.default!r}"
    )


def _said(item: object) -> Iterator[str]:
    """Its docstring, paragraph by paragraph, the examples set off."""
    said = inspect.getdoc(item) or ""
    yield EXAMPLE.sub(lambda shown: f"```pycon\n{shown[0].rstrip()}\n```", said)


def main() -> int:
    """Write the page; with --check only say whether it is up to date."""
    new = page()
    if "--check" in sys.argv:
        return int(PAGE.read_text(encoding="utf-8") != new)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
