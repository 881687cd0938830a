"""An option of the command line, described without click, which a plain run does not load."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import click


class Option:
    """One option: its names, what its value may be, and what is made of it.

    `several`: it may be repeated. `choices` and `least` are what the value must be one of, or at
    least. `read` makes the value of what was given, all that was given if it may be repeated.
    `act` is called by click at once, and ends the run; `complete` lists what a shell may complete.
    """

    def __init__(
        self,
        *names: str,
        text: str,
        metavar: str = "",
        flag: bool = False,
        several: bool = False,
        choices: Sequence[str] = (),
        least: int | None = None,
        default: Any = None,
        read: Callable[[Any], Any] | None = None,
        act: Callable[..., None] | None = None,
        complete: Callable[..., Any] | None = None,
    ) -> None:
        self.names = names
        self.text = text
        self.metavar = metavar
        self.flag = flag
        self.several = several
        self.choices = choices
        self.least = least
        self.default = False if flag else () if several else default
        self.read = read
        self.act = act
        self.complete = complete

    @property
    def key(self) -> str:
        """The name by which functions take the value."""
        return max(self.names, key=len).lstrip("-").replace("-", "_")

    @cached_property
    def click(self) -> click.Option:
        """The option as click has it."""
        import click

        more: dict[str, Any] = {}
        if self.flag:
            more["is_flag"] = True
        elif self.several:
            more["multiple"] = True
        else:
            more["default"] = self.default
        if self.choices:
            more["type"] = click.Choice(self.choices)
        if self.least is not None:
            more["type"] = click.IntRange(min=self.least)
        if self.act:
            more.update(is_eager=True, expose_value=False, callback=self.act)
        elif self.read:
            read = self.read
            more["callback"] = lambda _context, _option, given: read(given)
        if self.complete:
            more["shell_complete"] = self.complete
        return click.Option(self.names, metavar=self.metavar or None, help=self.text, **more)


def plain_values(
    args: Sequence[str], options: Sequence[Option]
) -> tuple[tuple[str, ...], dict[str, Any]] | None:
    """The other words and the value of each option; None if this is work for click.

    That is: a fault to explain, `--help` and the like, or anything out of the ordinary.
    """
    known = {name: option for option in options for name in option.names}
    given: dict[str, Any] = {option.key: option.default for option in options if not option.act}
    words: list[str] = []
    rest = iter(args)
    for arg in rest:
        if arg == "-" or not arg.startswith("-"):
            words.append(arg)
            continue
        name, has_value, value = arg.partition("=")
        option = known.get(name)
        if option is None or option.act or (option.flag and has_value):
            return None
        if option.flag:
            given[option.key] = True
            continue
        value = value if has_value else next(rest, "-")
        if value.startswith("-") or not _is_allowed(value, option):
            return None
        given[option.key] = (*given[option.key], value) if option.several else value
    return (tuple(words), given) if _all_read(given, options) else None


def _is_allowed(value: str, option: Option) -> bool:
    if option.choices:
        return value in option.choices
    if option.least is None:
        return True
    return value.isascii() and value.isdigit() and int(value) >= option.least


def _all_read(given: dict[str, Any], options: Sequence[Option]) -> bool:
    """Make the values of what was given; return whether there was no fault."""
    from newslint.core.errors import NewslintError

    for option in options:
        if option.least is not None and given[option.key] is not None:
            given[option.key] = int(given[option.key])
        if option.read:
            try:
                given[option.key] = option.read(given[option.key])
            except NewslintError:
                return False
    return True
