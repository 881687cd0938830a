"""`python -m newslint`: the same as the command."""

import os
import sys

# Python looks into the folder we are in first, which may be a checkout of strangers: what is
# imported from here on is not taken from there, unless newslint itself stands there.
_PARENT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
try:
    _FOLDER = os.getcwd()  # noqa: PTH109
except FileNotFoundError:  # it was deleted, which the command reports
    _FOLDER = ""
if sys.path and sys.path[0] in ("", _FOLDER) and _FOLDER != _PARENT:
    del sys.path[0]

from newslint.cli.main import main  # noqa: E402

if __name__ == "__main__":
    main()
