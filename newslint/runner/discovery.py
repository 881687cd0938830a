"""Find the files to read below the paths that the user named.

A named file is always read, whatever its ending. A folder is searched.
"""

# ruff: noqa: PTH112
# ruff: noqa: PTH100, PTH110, PTH118, PTH120

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from newslint.core.errors import SourceError, os_error_reason
from newslint.core.record import NamedTuple
from newslint.core.regular_file import read_regular
from newslint.storage.places import Place, place_of
from newslint.text.formats import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.storage.path_patterns import PathPattern


def exclude_nothing(path: str) -> bool:
    """Exclude no path."""
    return False


class Found(NamedTuple):
    """A file to read: its path as the user gave it, and its place on disk."""

    path: str
    place: Place


def discover(
    paths: Iterable[str], excludes: Callable[[str], bool] = exclude_nothing
) -> Iterator[str | SourceError]:
    """The path of each file to read; see `discover_places`."""
    for found in discover_places(paths, excludes):
        yield found.path if isinstance(found, Found) else found


def discover_places(
    paths: Iterable[str],
    excludes: Callable[[str], bool] = exclude_nothing,
    follow_links: bool = False,
) -> Iterator[Found | SourceError]:
    """Each file to read, once; an error in place of a folder that cannot be listed.

    Excluded files are not read even if they are named. A named link that leads out of its folder is
    an error, unless `follow_links`.
    """
    seen: set[str] = set()
    for path in paths:
        try:
            place = place_of(path, follow_links)
        except (SourceError, ValueError) as error:
            yield error if isinstance(error, SourceError) else SourceError(path, str(error))
            continue
        for found in _below(path, place, excludes):
            if isinstance(found, SourceError):
                yield found
            elif excludes(found.path):
                continue
            elif (key := os.path.normpath(found.path)) not in seen:
                seen.add(key)
                yield found


def _below(
    path: str, place: Place, excludes: Callable[[str], bool]
) -> Iterator[Found | SourceError]:
    """The file at `path`, or the copy in that folder."""
    if not os.path.isdir(path):
        yield Found(path, place)
        return
    root, skipped = place.path, len(_prefix(path))
    for found in walk(path, excludes):
        if isinstance(found, SourceError):
            yield found
        else:
            yield Found(found, Place(root, found[skipped:]))


SUFFIXES = tuple(f".{ending}" for each in FORMATS if each.searched for ending in each.endings)
"""Endings of the files that folders are searched for."""


TOOLS = frozenset({"node_modules", "__pycache__"})
"""Folders of other people's files. A virtual environment is recognised by a file in it."""

VIRTUALENV = "pyvenv.cfg"

RULES = ".gitignore"


LARGEST = 1 << 20
"""Maximum bytes of a .gitignore, to bound time."""


class Ignored(NamedTuple):
    """The patterns of one .gitignore file, last first, and the files above it.

    `base` is the absolute folder, with its slash, that the patterns are relative to.
    """

    base: str
    patterns: tuple[PathPattern, ...]
    above: Ignored | None = None

    def ignores(self, path: str) -> bool:
        """Whether git ignores the absolute `path`; a folder's path ends in a slash.

        The nearest file decides, and in it the last pattern that matches. Paths below an ignored
        folder are never asked about, since no pattern can include them again.
        """
        from newslint.storage.path_patterns import decision

        level: Ignored | None = self
        while level:
            decided = decision(level.patterns, path[len(level.base) :])
            if decided is not None:
                return decided
            level = level.above
        return False


NOTHING = Ignored("", ())


class Step(NamedTuple):
    """A folder or file of the walk, and the ignore files that apply to it."""

    path: str
    is_folder: bool
    ignored: Ignored


def walk(root: str, excludes: Callable[[str], bool]) -> Iterator[str | SourceError]:
    """The files of copy below `root`, sorted by path, without those in excluded folders."""
    try:
        steps = [Step(root, True, _above(root))]
    except SourceError as error:
        yield error
        return
    while steps:
        step = steps.pop()
        if not step.is_folder:
            yield step.path
            continue
        if excludes(os.path.join(step.path, "")):
            continue
        try:
            steps.extend(reversed(_within(step)))
        except SourceError as error:
            yield error
        except OSError as error:
            yield SourceError(step.path, os_error_reason(error))


def _within(step: Step) -> list[Step]:
    """The entries of a folder to visit, in order."""
    with os.scandir(step.path) as listing:
        entries = list(listing)
    names = {entry.name for entry in entries}
    if VIRTUALENV in names:
        return []
    ignored = _joined(step.path, step.ignored) if RULES in names else step.ignored
    prefix = _prefix(step.path)
    base = _absolute(step.path) if ignored.base else ""
    wanted = []
    for entry in entries:
        slash = _wanted(entry)
        if slash is not None and not (base and ignored.ignores(base + entry.name + slash)):
            wanted.append((entry.name + slash, Step(prefix + entry.name, bool(slash), ignored)))
    return [found for _, found in sorted(wanted)]


def _prefix(folder: str) -> str:
    """The beginning of the paths in a folder; empty for the current one."""
    return "" if os.path.normpath(folder) == os.curdir else os.path.join(folder, "")


def _wanted(entry: os.DirEntry[str]) -> str | None:
    """A slash for a folder to walk, an empty string for a file to read, None for others."""
    if entry.name.startswith("."):
        return None
    if entry.name.lower().endswith(SUFFIXES) and entry.is_file(follow_symlinks=False):
        return ""
    if entry.name not in TOOLS and entry.is_dir(follow_symlinks=False):
        return "/"
    return None


def _above(root: str) -> Ignored:
    """The ignore files of the repository around `root`; none if it ignores `root` itself.

    A user who names an ignored folder wants it searched.
    """
    folder = _absolute(root)
    around = [folder]
    while not os.path.exists(os.path.join(around[-1], ".git")):
        parent = os.path.dirname(around[-1])
        if parent == around[-1]:
            return NOTHING
        around.append(parent)
    ignored = NOTHING
    for above, below in zip(reversed(around[1:]), reversed(around[:-1]), strict=True):
        ignored = _joined(above, ignored)
        if ignored.base and ignored.ignores(os.path.join(below, "")):
            return NOTHING
    return ignored


def _joined(folder: str, above: Ignored) -> Ignored:
    """The ignore file in `folder`, if it has one, before those above it."""
    path = os.path.join(folder, RULES)
    try:
        lines = read_regular(path, LARGEST).decode("utf-8-sig", "surrogateescape").split("\n")
    except FileNotFoundError:
        return above
    except OSError as error:
        raise SourceError(path, os_error_reason(error)) from None
    patterns = [pattern for line in lines if (pattern := _pattern(line))]
    return Ignored(_absolute(folder), tuple(reversed(patterns)), above)


def _pattern(line: str) -> PathPattern | None:
    """The pattern of one line; None for an invalid one, which git skips, too."""
    from newslint.storage.path_patterns import read_pattern

    try:
        return read_pattern(line)
    except ValueError:
        return None


def _absolute(folder: str) -> str:
    return os.path.join(os.path.abspath(folder), "")
