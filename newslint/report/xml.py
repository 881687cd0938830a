"""What the XML reports share: text that may stand in an XML file."""

from __future__ import annotations

from newslint.core.lazy_pattern import lazy_pattern
from newslint.report.disarm import in_markup

_FORBIDDEN = lazy_pattern("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 forbids, even as references."""


_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

_ESCAPES |= {letter: f"&#{ord(letter)};" for letter in "\t\n\r"}


def attributes(**values: object) -> str:
    """Attributes as they stand in a tag, each with a space before it.

    >>> attributes(line=3, name='say "so"')
    ' line="3" name="say &quot;so&quot;"'
    """
    return "".join(f' {name}="{escaped(str(value))}"' for name, value in values.items())


def escaped(text: str) -> str:
    """`text` for an attribute or an element; a question mark for what XML cannot hold."""
    return in_markup("".join(_ESCAPES.get(letter, letter) for letter in _FORBIDDEN.sub("?", text)))
