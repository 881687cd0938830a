"""Whether a string is a regular expression that newslint can search with."""

from __future__ import annotations

DEEPEST = 50
"""Maximum depth of groups in a regular expression."""


def pattern_fault(pattern: str) -> str:
    """Why a string cannot be used as a regular expression; empty if it can.

    What Python only warns of is a fault, too: its meaning may change with the next Python.

    >>> pattern_fault("a{1,3}"), pattern_fault("(a"), pattern_fault("[[a]b]")
    ('', 'missing ), unterminated subpattern', 'Possible nested set at position 1')
    """
    import re
    from warnings import catch_warnings, simplefilter

    with catch_warnings():
        simplefilter("error")
        try:
            re.compile(pattern)
        except re.error as error:
            return error.msg
        except Warning as warning:
            return str(warning)
        except RecursionError:
            return "it is nested too deeply"
        except (OverflowError, ValueError):
            return "a number in it is too large"
    return "it is nested too deeply" if _depth(pattern) > DEEPEST else ""


def _depth(pattern: str) -> int:
    r"""The depth of groups in a regular expression.

    >>> _depth(r"(a(?:b)[(]\\()(c)")
    2
    """
    import re

    depth = deepest = 0
    for token in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]", pattern, re.DOTALL):
        depth += (token == "(") - (token == ")")
        deepest = max(deepest, depth)
    return deepest
