"""Publishers: sources of a corpus that are one house, and the folds they are held out in."""

from __future__ import annotations

import re
from zlib import crc32

REMARK = re.compile(r"\([^)]*\)| - .*$")
ADDRESS = re.compile(
    r"^(?:www|edition|news|usa|amp)\.|\.(?:[a-z]{2,4}|go\.com|co\.uk|com\.[a-z]{2})$"
)
SAME = {
    "ap": "associatedpress",
    "apfactcheck": "associatedpress",
    "financialtimes": "ft",
    "foxonline": "fox",
    "foxopinion": "fox",
    "huffingtonpost": "huffpost",
    "newyorkpost": "nypost",
    "newyorktimes": "nytimes",
    "nyt": "nytimes",
    "timemagazine": "time",
    "wallstreetjournal": "wsj",
}
"""Names of one publisher that their letters do not give away."""


def publisher(source: str) -> str:
    """Return the key under which the sources of one publisher are the same.

    >>> publisher("www.nytimes.com"), publisher("New York Times - Opinion"), publisher("The Hill")
    ('nytimes', 'nytimes', 'hill')
    """
    name = REMARK.sub("", source).strip().lower()
    while " " not in name and ADDRESS.search(name):
        name = ADDRESS.sub("", name)
    letters = re.sub(r"[^a-z0-9]", "", name.removeprefix("the"))
    letters = re.sub(r"(?<=..)news$", "", letters)
    return SAME.get(letters, letters) or source


def fold_of(source: str, folds: int) -> int:
    """Return the fold, from 0, that the publisher of `source` is held out in."""
    return crc32(publisher(source).encode()) % folds
