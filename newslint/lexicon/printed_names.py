"""Names of one to four parts as news prints them, how often and with how many publishers.

`names.marisa` holds folded names; `names.bin` a byte each, a level of `newslint.lexicon.counts`.
`forms.marisa` holds how a name is written where that is not each part with a capital (McIlroy,
NATO, de Toro): the folded name, a bar, and the name as it stands most often. `ends.marisa` holds
names of several parts by the last one: "biden joe". `near.bin` leads to names of one part, and that
the lexicon does not know well, from each form with a letter less.
"""

# ruff: noqa: PTH118

from __future__ import annotations

import os
from functools import cache, cached_property

from newslint.lexicon.counts import DATA, LEVELS, NONE, Count, map_file, map_trie
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.hash_index import Index

SMALL = frozenset("of the for de del da di van von der den la le el al bin ibn y".split(" "))


class PrintedNames:
    """The names in `folder`."""

    def __init__(self, folder: str | os.PathLike[str] = DATA) -> None:
        self._names = map_trie(os.path.join(folder, "names.marisa"))
        self._ends = map_trie(os.path.join(folder, "ends.marisa"))
        self._forms = map_trie(os.path.join(folder, "forms.marisa"))
        self._folder = folder
        self._bytes = memoryview(map_file(os.path.join(folder, "names.bin")))
        if len(self._bytes) != len(self._names):
            raise ValueError(
                f"{os.path.join(folder, 'names.bin')}: damaged, or of another list of names"
            )

    def count(self, name: str) -> Count:
        """The count of the folded `name`."""
        number = self._names.get(name)
        return NONE if number is None else LEVELS[self._bytes[number]]

    def near(self, part: str) -> list[str]:
        """The less known names of one part that are one edit from `part`."""
        found = map(self._names.restore_key, sorted(self._forms_near.places_near(part)))
        return [name for name in found if is_one_edit_apart(name, part)]

    @cached_property
    def _forms_near(self) -> Index:
        return Index(memoryview(map_file(os.path.join(self._folder, "near.bin"))))

    def starting(self, letters: str) -> list[str]:
        """The folded names that start with these letters."""
        found: list[str] = self._names.keys(letters)
        return found

    def before(self, part: str, letters: str) -> list[str]:
        """What stands before `part` in the folded names that it ends and these letters start."""
        return [key[len(part) + 1 :] for key in self._ends.keys(f"{part} {letters}")]

    def form(self, name: str) -> str:
        """The commonest printed form of the folded `name`.

        >>> usual_form("guillermo del toro")
        'Guillermo del Toro'
        """
        found = self._forms.keys(f"{name}|")
        return found[0].partition("|")[2] if found else usual_form(name)


def usual_form(name: str) -> str:
    """A folded name with a capital on each part but small words."""
    return " ".join(part if part in SMALL else part.capitalize() for part in name.split(" "))


@cache
def shipped_names() -> PrintedNames:
    """The names of the wheel, opened once a process."""
    return PrintedNames()
