"""The paths of the memories that configurations name.

A folder is walked, and all its copy read. So that a stranger's checkout cannot have a whole disk
read, a configuration names none outside its own folder or repository.
"""

# ruff: noqa: PTH110, PTH112, PTH118, PTH120

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.config.config_file import Config
from newslint.core.errors import ConfigError
from newslint.storage.toml_lines import place_of_key


def memory_paths(chain: Sequence[Config]) -> Iterator[str]:
    """Each path, relative to the file that names it; a ConfigError for a folder too far off."""
    for config in chain:
        for named in config.values.get("memory", ()):
            path = os.path.join(config.folder, named)
            if os.path.isdir(path) and not _is_near(path, config.folder):
                raise ConfigError(
                    place_of_key((config.path, "memory"), named),
                    f"memory: the folder '{named}' is not in that of the configuration, nor in its"
                    " repository",
                    "name a file that newslint memory build makes of it, or use --memory",
                )
            yield path


def _is_near(folder: str, own: str) -> bool:
    """Whether a folder lies in the `own` one or its repository, wherever links lead."""
    own, folder = os.path.realpath(own), os.path.realpath(folder)
    repository = _repository_of(own) or own
    return os.path.join(folder, "").startswith(os.path.join(repository, ""))


def _repository_of(folder: str) -> str:
    """The nearest folder with `.git`, from a `folder` up; empty if there is none."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder
