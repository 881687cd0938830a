"""`newslint memory lookup SPELLING...`: print what is remembered of a spelling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newslint.cli.command import Runnable
from newslint.cli.options import CONFIG, ISOLATED, MEMORY

if TYPE_CHECKING:
    from newslint.memory.counts import Count
    from newslint.memory.memories import Memories


MOST = 8
"""Maximum number of phrases and neighbours of a spelling that are listed."""


def _lookup(
    spellings: tuple[str, ...], memory: tuple[str, ...], config: str | None, isolated: bool
) -> int:
    """Say what was printed under a spelling, and near to it, and what newslint would do.

    Asked are the memories given with --memory, and those of the configuration here.
    """
    from newslint.authoring.names_lookup import would_do
    from newslint.config.resolver import CommandLine, ConfigResolver
    from newslint.core.errors import NewslintError
    from newslint.engine.linter import open_linter
    from newslint.report.output import print_stderr, print_stdout
    from newslint.runner.memory_folders import with_memory

    said = CommandLine(config=config or "", isolated=isolated, memory=memory)
    resolver = ConfigResolver(said)
    settings = with_memory(resolver.settings("."), resolver.excludes, warn=print_stderr)
    linter = open_linter(settings)
    memories = linter.knowledge.memories
    if memories is None:
        raise NewslintError("there is no memory to ask (name one with --memory)")
    for at, spelling in enumerate(" ".join(spelling.split()) for spelling in spellings):
        lines = [*_printed(spelling, memories), *would_do(spelling, linter)]
        print_stdout("\n" * (at > 0) + f"{spelling}\n" + "".join(f"  {line}\n" for line in lines))
    return 0


def _printed(spelling: str, memories: Memories) -> Iterator[str]:
    """Lines on the memory's phrases for a spelling, on similar ones, and on its neighbours."""
    from newslint.lexicon.edit_distance import is_one_edit_apart
    from newslint.lexicon.folding import fold

    key = fold(spelling)
    count = memories.count(key)
    yield _said(count) if count else "was never printed"
    if count:
        yield f"for example in {', '.join(memories.examples(key))}"
    alike = {fold(word) for word in memories.near(key)}
    near = [memories.count(word) for word in sorted(alike) if is_one_edit_apart(word, key)]
    beside = sorted(memories.beside_word(key), key=lambda phrase: (-phrase.stories, phrase.key))
    for other in filter(None, near):
        yield f"near to it: {_said(other)}"
    for phrase in beside[:MOST]:
        yield f"with others: {_said(phrase)}"


def _said(count: Count) -> str:
    from newslint.memory.counts import date_of
    from newslint.report.summary import count as number

    first, last = date_of(count.first), date_of(count.last)
    when = f", {first} to {last}" if first and last else ""
    return f"'{count.spelling}' stands in {number(count.stories, 'story', 'stories')}{when}"


command = Runnable(
    "lookup",
    params=[
        click.Argument(["spellings"], nargs=-1, required=True, metavar="SPELLING..."),
        MEMORY[0].click,
        CONFIG.click,
        ISOLATED.click,
    ],
    callback=_lookup,
    help=_lookup.__doc__,
)
