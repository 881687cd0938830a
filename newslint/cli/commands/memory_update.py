"""`newslint memory update FILE [PATH]...`: bring a memory up to date."""

from __future__ import annotations

import click

from newslint.cli.command import Runnable
from newslint.cli.options import JOBS


def _update(file: str, paths: tuple[str, ...], jobs: int | None) -> int:
    """Take into a memory what is new, changed or gone.

    PATHS are the whole archive as it is now; the default is what FILE was built of. Only stories
    whose content is new are counted. What is said of the change goes by the words of the stories.
    """
    from newslint.archive.memory_build import Sources
    from newslint.cli.commands.memory_build import write_memory
    from newslint.memory.memory import Memory

    old = Memory(file)
    sources = Sources.of(old)
    if paths:
        sources = sources._replace(paths=paths)
    return write_memory(sources, file, jobs, old)


command = Runnable(
    "update",
    params=[
        click.Argument(["file"], metavar="FILE"),
        click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
        JOBS.click,
    ],
    callback=_update,
    help=_update.__doc__,
)
