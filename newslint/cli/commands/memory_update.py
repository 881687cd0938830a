"""`newslint memory update FILE [PATH]...`: bring a memory up to date."""

from __future__ import annotations

import click

from newslint.cli.command import Runnable


def _update(file: str, paths: tuple[str, ...]) -> int:
    """Take into a memory what is new, changed or gone.

    PATHS are the whole archive as it is now; the default is what FILE was built of. A story is
    known by its words: what has not changed is not counted anew.
    """
    from newslint.archive.memory_build import Sources
    from newslint.cli.commands.memory_build import write_memory
    from newslint.memory.memory import Memory

    old = Memory(file)
    sources = Sources.of(old)
    if paths:
        sources = sources._replace(paths=paths)
    return write_memory(sources, file, old)


command = Runnable(
    "update",
    params=[
        click.Argument(["file"], metavar="FILE"),
        click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
    ],
    callback=_update,
    help=_update.__doc__,
)
