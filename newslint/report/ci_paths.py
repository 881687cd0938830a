"""Paths of articles as a CI service knows them: from the project's folder."""

# ruff: noqa: PTH118

from __future__ import annotations

import os

_FOLDERS = ("CI_PROJECT_DIR", "GITHUB_WORKSPACE")
"""What GitLab and GitHub call the variable that tells a job which folder the project is in."""


def in_project(path: str) -> str:
    """A path from the project's folder, with slashes; one outside of it as it is.

    A job says where that is; without a job, it is the current folder. Runners may call it by a
    link, and the file by where that leads to, or the other way round; a link in it is a file of it.
    """
    project = next(filter(None, map(os.environ.get, _FOLDERS)), os.curdir)
    folder, name = os.path.split(path)
    resolved = os.path.join(os.path.realpath(folder), name)
    for file, start in ((path, project), (resolved, os.path.realpath(project))):
        place = os.path.relpath(file, start)
        if place.split(os.sep, 1)[0] != os.pardir:
            return place.replace(os.sep, "/")
    return path.replace(os.sep, "/")
