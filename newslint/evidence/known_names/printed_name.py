"""How often news prints a name as it stands, and as it may have been meant."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10

from newslint.evidence import printed_weights as printed_w
from newslint.evidence.known_names.known_name import Doubt
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import LINKS


def leads_on(title: str, right: str) -> bool:
    """Whether the encyclopedia has a title, it seems, to lead to `right`, as news prints that.

    >>> leads_on("barak obama", "barack obama"), leads_on("michael martin", "micheal martin")
    (True, False)
    """
    count = shipped_names().count
    return count(right).times >= printed_w.LED_TO * max(1, count(title).times)


def doubt_link(first: str, second: str, link: str) -> Iterator[Doubt]:
    """Corrections of a small word inside a person's name: Ada de Mare, del."""
    names = shipped_names()
    if names.count(f"{first} {link} {second}").times:
        return
    for right in LINKS:
        name = f"{first} {right} {second}"
        count = names.count(name)
        if count.times and is_one_edit_apart(link, right):
            weight = printed_w.OTHER_LINK + log10(count.times)
            reason = f"'{names.form(name)}' stands with {count.publishers} publishers"
            yield Doubt(weight, link, right, (reason.replace("{", ""),))
