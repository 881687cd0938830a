"""`python -m newslint`: the same as the command."""

import os
import sys

# Python looks into the folder we are in first, which may be a checkout of strangers: what is
# imported from here on is not taken from there, unless newslint itself stands there.
_PARENT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
if sys.path and sys.path[0] in ("", os.getcwd()) and os.getcwd() != _PARENT:  # noqa: PTH109
    del sys.path[0]

from newslint.cli.main import main  # noqa: E402

if __name__ == "__main__":
    main()
