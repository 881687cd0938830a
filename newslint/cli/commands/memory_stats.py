"""`newslint memory stats FILE...`: print what memories hold."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newslint.cli.command import Runnable


def _stats(files: tuple[str, ...]) -> int:
    """Say what memories hold: stories, names, and from when to when."""
    from newslint.report.output import print_stdout

    for file in files:
        print_stdout(f"{file}: {', '.join(_said(file))}\n")
    return 0


def _said(path: str) -> Iterator[str]:
    from newslint.memory.counts import date_of
    from newslint.memory.layout import KNOWN
    from newslint.memory.memory import Memory
    from newslint.report.summary import count
    from newslint.text.source import size

    memory = Memory(path)
    days = [story.day for story in memory.all_stories() if story.day]
    yield count(memory.size, "story", "stories")
    if days:
        yield f"{date_of(min(days))} to {date_of(max(days))}"
    yield count(len(memory), "phrase")
    known = sum(phrase.stories >= KNOWN for phrase in memory.counts())
    yield f"{known:,} of them in {KNOWN} stories or more"
    least = memory.about["least"]
    if least > 1:
        yield f"those in fewer than {least} stories left out"
    yield f"{size(path) / 1e6:.1f} MB"


command = Runnable(
    "stats",
    params=[click.Argument(["files"], nargs=-1, required=True, metavar="FILE...")],
    callback=_stats,
    help=_stats.__doc__,
)
