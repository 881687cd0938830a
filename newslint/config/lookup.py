"""Find the nearest configuration of a folder, and all that it extends.

Where there is none, that costs a few questions to the file system for each folder above.
"""

# ruff: noqa: PTH109, PTH112, PTH113, PTH117, PTH118, PTH120

from __future__ import annotations

import os
import sys

from newslint.config.config_file import FILES, Config, read
from newslint.core.errors import ConfigError
from newslint.storage.toml_lines import place_of_key

LONGEST = 30
"""Maximum files that extend one another in a row."""

TOLD = 6
"""Maximum files of them that a message names."""


class Search:
    """Finds configurations; each folder is read once."""

    def __init__(self) -> None:
        self._nearest: dict[str, Config | None] = {}

    def nearest(self, folder: str) -> Config | None:
        """The configuration in the absolute `folder`, or in the nearest parent with one."""
        passed = []
        found = None
        while folder not in self._nearest:
            passed.append(folder)
            found = self._in(folder)
            above = os.path.dirname(folder)
            if found or above == folder:
                break
            folder = above
        else:
            found = self._nearest[folder]
        self._nearest.update(dict.fromkeys(passed, found))
        return found

    def _in(self, folder: str) -> Config | None:
        for name in FILES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (config := read(for_people(path))):
                return config
        return None


def for_people(path: str) -> str:
    """An absolute path for people: relative, if it is below the current folder."""
    return path.removeprefix(os.path.join(os.getcwd(), ""))


def with_extended(config: Config) -> list[Config]:
    """A configuration and those that it extends, the nearest first, each once."""
    chain = [config]
    _extend(config, chain, (config.path,))
    return chain


def _extend(config: Config, chain: list[Config], way: tuple[str, ...]) -> None:
    for name in config.values.get("extends", ()):
        origin = (config.path, "extends")
        path = for_people(os.path.normpath(_extended(name, config)))
        if path in way or len(way) == LONGEST:
            fault = "leads back to itself" if path in way else f"is one of over {LONGEST} in a row"
            message = f"'{name}' {fault}: {_told((*way, path))}"
            raise ConfigError(place_of_key(origin, name), message)
        if all(path != known.path for known in chain):
            found = read(path)
            if found is None:
                raise ConfigError(place_of_key(origin, name), f"{path} has no [tool.newslint]")
            chain.append(found)
            _extend(found, chain, (*way, path))


def _told(way: tuple[str, ...]) -> str:
    """Files that extend one another, the middle ones left out if they are many."""
    if len(way) > TOLD:
        way = (*way[: TOLD // 2], "...", *way[-TOLD // 2 :])
    return " extends ".join(way)


def _extended(name: str, config: Config) -> str:
    """The path of an extended file, which may be in an installed package."""
    is_path = "/" in name or name.startswith(".") or name.endswith(".toml")
    place = os.path.join(config.folder, name) if is_path else _package(name)
    if place and os.path.isdir(place):
        files = (os.path.join(place, file) for file in FILES)
        place = next(filter(os.path.isfile, files), "")
    if not place or not os.path.isfile(place):
        hint = "" if is_path else "a path ends in .toml or has a slash"
        missing = "file" if is_path else "installed package with a newslint.toml"
        at = place_of_key((config.path, "extends"), name)
        raise ConfigError(at, f"no {missing}: '{name}'", hint)
    return place


def _package(name: str) -> str:
    """The folder of an installed package or distribution; empty if there is none.

    Nothing of it is imported, and the current folder is not searched: a stranger's checkout could
    put a package there.
    """
    folders = [folder for folder in sys.path if os.path.isabs(folder) and not _is_here(folder)]
    parts = name.replace("-", "_").split(".")
    if not all(part.isidentifier() for part in parts):
        return ""
    for folder in folders:
        place = os.path.join(folder, *parts)
        if os.path.isdir(place):
            return place
    return _distributed(name, folders)


def _distributed(name: str, folders: list[str]) -> str:
    """The folder that holds the configuration of an installed distribution of this name."""
    from importlib.metadata import distributions

    for found in distributions(name=name, path=folders):
        for file in found.files or ():
            if file.name == FILES[0]:
                return os.path.dirname(str(found.locate_file(file)))
    return ""


def _is_here(folder: str) -> bool:
    return os.path.realpath(folder) == os.path.realpath(os.getcwd())
