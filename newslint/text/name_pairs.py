"""Names of two words in an article: capitalised neighbours, perhaps with a small word between."""

from __future__ import annotations

from itertools import pairwise

from newslint.text.english import LINKS
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.document import Document


SMALL = LINKS | {"of", "the", "for"}
"""Small words between the two halves of a name."""

Parts = tuple[str, str, str]
"""Two capitalised words as written, and the word between them: "", "of", "de", "&"."""

Places = list[tuple[int, int]]
"""Places of the two words of a name."""


def pairs_in(document: Document) -> dict[Parts, Places]:
    """Places of two neighbours that may be a name, found once for each document.

    Marta's Law is no name of two parts.
    """
    if "pairs_in" not in document.memo:
        document.memo["pairs_in"] = _pairs_in(document)
    found: dict[Parts, Places] = document.memo["pairs_in"]
    return found


def _pairs_in(document: Document) -> dict[Parts, Places]:
    table = linked_pairs(document)
    for (first, second), places in document.places_of_pairs.items():
        if not split_possessive(first)[1]:
            table[first, second, ""] = [(at, at + 1) for at in places]
    return table


def linked_pairs(document: Document) -> dict[Parts, Places]:
    """Places where one small word, or "&", stands between two capitalised ones."""
    words, table = document.words, dict[Parts, Places]()
    for first in [at for at, following in pairwise(document.capitals) if following - at == 2]:
        link, second = words[first + 1], first + 2
        if link in SMALL and document.gap(second) == " " == document.gap(first + 1):
            table.setdefault((words[first], words[second], link), []).append((first, second))
    if " & " in document.text:
        for first in document.capitals:
            second = first + 1
            if second < len(words) and document.gap(second) == " & ":
                table.setdefault((words[first], words[second], "&"), []).append((first, second))
    return table
