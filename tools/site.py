"""Lay out the documentation site: README, docs/, the changelog, and a page for each rule.

`make site` runs this and then mkdocs, which builds the pages from build/site-docs (mkdocs.yml).
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.core.rule import Rule
from newslint.engine.books import every_rule

ROOT = Path(__file__).parent.parent

TARGET = ROOT / "build" / "site-docs"

PAGES = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
}

COPIED = ("SECURITY.md", "NOTICE", "LICENSE", "Dockerfile", "rules/README.md")
"""Files that pages link to, beside docs/."""

FIXES = {"safe": "`--fix` makes it", "unsafe": "`--fix --unsafe-fixes` makes it", "none": "none"}


def main() -> None:
    """Write all pages into an empty folder."""
    shutil.rmtree(TARGET, ignore_errors=True)
    shutil.copytree(ROOT / "docs", TARGET / "docs")
    for name in COPIED:
        (TARGET / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, TARGET / name)
    for source, page in PAGES.items():
        (TARGET / page).write_text((ROOT / source).read_text("utf-8"), "utf-8")
    for page in TARGET.rglob("*.md"):
        page.write_text(_relinked(page.read_text("utf-8")), "utf-8")
    rules = sorted(every_rule(()), key=lambda rule: rule.id)
    for rule in rules:
        path = TARGET / "rules" / f"{rule.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(_page(rule)) + "\n", "utf-8")
    (TARGET / "rules" / "index.md").write_text("\n".join(_index(rules)) + "\n", "utf-8")


def _relinked(text: str) -> str:
    """Links to the files that have another name on the site, led to their pages."""
    for source, page in PAGES.items():
        text = re.sub(rf"\]\(((?:\.\./)*){re.escape(source)}", rf"](\1{page}", text)
    return text


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}"
    yield f"\n{_escaped(rule.message)}\n\n{_escaped(rule.why)}\n"
    yield "| | |\n| --- | --- |"
    yield f"| severity | {rule.severity} |"
    yield f"| fix | {FIXES[rule.fix]} |"
    yield f"| kind | `{rule.kind}` |"
    yield f"| silence it | `--ignore {rule.id}`, or in the copy `newslint: ignore[{rule.id}]` |"
    for title, clean in (("It finds", False), ("It spares", True)):
        shown = [example for example in rule.examples if example.clean == clean]
        if shown:
            yield f"\n## {title}\n"
        for example in shown:
            yield _block(example.text)
            if example.fixed is not None:
                yield f"It becomes\n\n{_block(example.fixed)}"


def _block(text: str) -> str:
    return f"````text\n{text.rstrip()}\n````\n"


def _escaped(text: str) -> str:
    """Text that Markdown takes for text."""
    return re.sub(r"([\\`*_{}\[\]<>|#])", r"\\\1", text)


def _index(rules: Iterable[Rule]) -> Iterator[str]:
    areas: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        areas[rule.area].append(rule)
    yield "# Rules"
    for area, found in areas.items():
        yield f"\n## {area}\n"
        yield from (f"- [{rule.id}]({rule.id}.md): {_escaped(rule.message)}" for rule in found)


if __name__ == "__main__":
    main()
