"""The text of a file as it was at a commit, by git."""

from __future__ import annotations

import os
import subprocess

from newslint.core.errors import SourceError


def committed_version(commit: str, path: str) -> bytes | None:
    """The bytes of the file at `path` as it was at a commit; None if it was not there.

    Raises a SourceError if there is no repository, or no such commit in it.
    """
    folder, name = os.path.split(path)
    if _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}"):
        return _run(folder, "cat-file", "blob", f"{commit}:./{name}")
    raise SourceError(path, f"git knows no commit '{commit}' here")


def _run(folder: str, *arguments: str) -> bytes | None:
    """What git prints; None if it refuses."""
    try:
        done = subprocess.run(
            ["git", "-C", folder or ".", *arguments], capture_output=True, check=False
        )
    except OSError as error:
        raise SourceError(folder or ".", f"git cannot be run: {error.strerror}") from None
    return done.stdout if done.returncode == 0 else None
