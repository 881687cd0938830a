"""text/comments."""

from __future__ import annotations

import re

MARK = "newslint:"


COMMENT = re.compile(r"\W*newslint\"?\s*:\s*\"?(\w*(?:-\w+)*)(?:\[([^\]]*)\])?")
