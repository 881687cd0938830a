"""The comment that speaks to newslint, whatever the format it stands in."""

from __future__ import annotations

import re

MARK = "newslint:"

COMMENT = re.compile(r"\W*newslint\"?\s*:\s*\"?(\w*(?:-\w+)*)(?:\[([^\]]*)\])?")
