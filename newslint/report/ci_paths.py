"""Paths of articles as a CI service knows them: from the project's folder."""

# ruff: noqa: PTH118

from __future__ import annotations

import os

_FOLDERS = ("CI_PROJECT_DIR", "GITHUB_WORKSPACE")
"""Environment variables that name the project's folder in GitLab and GitHub jobs."""


def in_project(path: str) -> str:
    """A path relative to the project's folder, with slashes; one outside is unchanged.

    A CI job names that folder; without a job, it is the current one. Either path may go through a
    link to the folder. A link inside the folder is a file of it.
    """
    project = next(filter(None, map(os.environ.get, _FOLDERS)), os.curdir)
    folder, name = os.path.split(path)
    resolved = os.path.join(os.path.realpath(folder), name)
    for file, start in ((path, project), (resolved, os.path.realpath(project))):
        place = os.path.relpath(file, start)
        if place.split(os.sep, 1)[0] != os.pardir:
            return place.replace(os.sep, "/")
    return path.replace(os.sep, "/")
