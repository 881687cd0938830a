"""Regular expressions that are compiled when they are first used.

Compiling one takes as long as importing a module, and most articles need few of ours.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AnyStr


class _LazyPattern:
    """Stands in for a compiled pattern; what was used once is an attribute of its own."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)
        self.__dict__[name] = value
        return value


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, to be compiled when a method of it is called.

    >>> word = lazy_pattern("[a-z]+", re.IGNORECASE)
    >>> word.findall("The pier")
    ['The', 'pier']
    """
    stand_in: Any = _LazyPattern(pattern, flags)
    made: re.Pattern[AnyStr] = stand_in
    return made
