"""Find the lines of each file that changed since the merge base of HEAD and a commit.

That is git's own `diff REF...`, with uncommitted changes. Git does all of the work, since it knows
about renames, attributes and line ends.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping

from newslint.core.errors import NewslintError
from newslint.core.lazy_pattern import lazy_pattern

Lines = tuple[tuple[int, int], ...]
"""Stretches of lines, the first and the last of each; lines begin at 1 and end with LF."""

ALL: Lines = ((1, 1 << 60),)

_HUNK = lazy_pattern(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


def changed_since(ref: str) -> Mapping[str, Lines]:
    """The changed lines of each file, by real path, in the repository around the current folder."""
    top = os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n"))
    base = _merge_base(ref)
    options = ("--patch-with-raw", "-z", "--unified=0", "--find-renames", "--no-color")
    plain = ("--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/")
    told = _git("diff", *options, *plain, "--no-relative", base, "--")
    found = {os.path.join(top, path): lines for path, lines in _parsed(told)}  # noqa: PTH118
    untracked = _git("-C", top, "ls-files", "--others", "--exclude-standard", "-z")
    for name in filter(None, untracked.split(b"\0")):
        found[os.path.join(top, os.fsdecode(name))] = ALL  # noqa: PTH118
    return {os.path.realpath(path): lines for path, lines in found.items()}


def _merge_base(ref: str) -> str:
    for name in (ref, "HEAD"):
        if _refuses("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"):
            hint = "" if name == "HEAD" else f"; to fetch it: git fetch {_refspec(name)}"
            raise NewslintError(f"--changed-since: git knows no commit '{name}'{hint}")
    done = _run("merge-base", "--end-of-options", ref, "HEAD")
    if done.returncode == 0:
        return done.stdout.split()[0].decode()
    shallow = _git("rev-parse", "--is-shallow-repository").strip() == b"true"
    hint = "; this clone is shallow: git fetch --unshallow" if shallow else ""
    raise NewslintError(f"--changed-since: '{ref}' and HEAD have no common ancestor{hint}")


def _refspec(ref: str) -> str:
    """What to fetch, and where to keep it, so that git knows `ref` afterwards.

    >>> _refspec("origin/main"), _refspec("v1")
    ('origin main:refs/remotes/origin/main', 'origin v1')
    """
    remote, slash, branch = ref.partition("/")
    return (
        f"origin {branch}:refs/remotes/{ref}" if slash and remote == "origin" else f"origin {ref}"
    )


def _parsed(told: bytes) -> Iterator[tuple[str, Lines]]:
    """Paths and their changed lines, from git's raw list, which ends in two NULs, and its patch.

    The sections of the patch are in the order of the list, so that no path is read from it.
    """
    raw, _, patch = told.partition(b"\0\0")
    sections = _sections(patch)
    fields = iter(raw.split(b"\0"))
    for entry in fields:
        status = entry.rsplit(b" ", 1)[-1][:1]
        path = next(fields, b"")
        if status in b"RC":
            path = next(fields, b"")
        if status and status != b"U":
            lines = next(sections, ())
            yield os.fsdecode(path), () if status == b"D" else lines
        elif status == b"U":
            yield os.fsdecode(path), ALL


def _sections(patch: bytes) -> Iterator[Lines]:
    """The changed lines of each file of a patch without context; all lines of a binary file."""
    found: list[tuple[int, int]] = []
    begun, skip = False, 0
    for line in patch.split(b"\n"):
        if skip and line[:1] in b"+-":
            skip -= 1
        elif line.startswith(b"diff --git "):
            if begun:
                yield tuple(found)
            begun, found = True, []
        elif hunk := _HUNK.match(line):
            gone, start, count = (int(n) if n else 1 for n in hunk.groups())
            skip = gone + count
            if count:
                found.append((start, start + count - 1))
        elif line.startswith(b"Binary files "):
            found = list(ALL)
    if begun:
        yield tuple(found)


def _refuses(*args: str) -> bool:
    return _run(*args).returncode != 0


def _git(*args: str) -> bytes:
    done = _run(*args)
    if done.returncode:
        message = os.fsdecode(done.stderr).strip().splitlines()
        why = message[-1].removeprefix("fatal: ") if message else "git failed"
        raise NewslintError(f"--changed-since: {why}")
    return done.stdout


def _run(*args: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *args], capture_output=True, check=False)
    except FileNotFoundError:
        raise NewslintError("--changed-since needs git, which is not installed") from None
