"""The comment that speaks to newslint, whatever the format it stands in."""

from __future__ import annotations

from newslint.core.lazy_pattern import lazy_pattern

MARK = "newslint:"

COMMENT = lazy_pattern(r"\W*newslint\"?\s*:\s*\"?(\w*(?:-\w+)*)(?:\[([^\]]*)\])?")
