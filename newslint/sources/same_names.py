"""When two words of names, or two names, are the same: short forms, peoples, romanisations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.evidence.morphology import is_people
from newslint.lexicon.edit_distance import distance
from newslint.lexicon.lexicon import FAMILY, GIVEN, WORD
from newslint.lexicon.slips import romanisation_key

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


_SHORT = (
    "bill william,billy william,will william,bob robert,rob robert,bobby robert,dick richard,"
    "rick richard,jim james,jimmy james,jack john,johnny john,ted edward,ned edward,eddie edward,"
    "harry henry,hank henry,tony anthony,mike michael,mick michael,nick nicholas,steve stephen,"
    "steve steven,dave david,andy andrew,drew andrew,greg gregory,geoff geoffrey,jeff jeffrey,"
    "ken kenneth,larry lawrence,chuck charles,charlie charles,kate katherine,kate catherine,"
    "katie katherine,cathy catherine,kathy katherine,liz elizabeth,beth elizabeth,"
    "betty elizabeth,lizzie elizabeth,peggy margaret,maggie margaret,meg margaret,sue susan,"
    "jenny jennifer,debbie deborah,becky rebecca,sandy alexander,alex alexander,sasha alexander,"
    "joe joseph,pete peter,phil philip,tom thomas,tommy thomas,tim timothy,matt matthew,"
    "dan daniel,danny daniel,sam samuel,sam samantha,ben benjamin,fred frederick,frank francis,"
    "gerry gerald,jerry gerald,pat patrick,pat patricia,trish patricia,vicky victoria,"
    "mandy amanda,abby abigail,gabby gabrielle,izzy isabel,nell eleanor,ellie eleanor,"
    "molly mary,polly mary,sally sarah,terry terence,toby tobias,ron ronald,don donald,"
    "chris christopher,chris christine,kit christopher,mo mohammed,moe mohammed"
)

NICKNAMES_OF: dict[str, list[str]] = {}
"""The other forms of each given name."""

for _pair in _SHORT.split(","):
    _one, _other = _pair.split(" ")
    NICKNAMES_OF.setdefault(_one, []).append(_other)
    NICKNAMES_OF.setdefault(_other, []).append(_one)

LONG = 7
"""Letters of a word in which there may be two slips."""

_BROAD = re.compile("ou|oo")

_DOUBLE = re.compile(r"(.)\1")


def is_same_part(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether two words of names of several are the same; either may be an initial."""
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return is_same_word(a, b, knowledge)


def is_same_word(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether two folded words are one name, short or long, of one people or another alphabet."""
    if a == b:
        return True
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if long in (f"{short}s", f"{short}es") or b in NICKNAMES_OF.get(a, ()):
        return True
    if a[:3] == b[:3] and is_people(a, b, knowledge):
        return True
    return _is_romanised(a, b, knowledge)


def _is_romanised(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether two words romanise one name of a language that nobody here is called in."""
    if romanisation_key(a) != romanisation_key(b):
        return False
    if _DOUBLE.sub(r"\1", a) == _DOUBLE.sub(r"\1", b):
        return False  # a letter too many, as slow fingers write it
    if len(_BROAD.findall(a)) != len(_BROAD.findall(b)):
        return False  # Tidesmuth for Tidesmouth
    return not any(knowledge.entry(key).flags & (GIVEN | FAMILY | WORD) for key in (a, b))


def is_slip_of(wrong: str, right: str, long: int = LONG) -> bool:
    """Whether a slip may make one word of the other; in a long word there may be two.

    >>> is_slip_of("varrel", "varel"), is_slip_of("hill", "lane"), is_slip_of("beltgne", "beltgen")
    (True, False, True)
    """
    if wrong == right or min(len(wrong), len(right)) < 3:
        return False
    least = min(len(wrong), len(right))
    return distance(wrong, right) <= (1 if least < long else 2)


def initials_of(words: tuple[str, ...]) -> tuple[str, str]:
    """The initials of a name, with its small words and without.

    >>> initials_of(("ministry", "of", "defence"))
    ('mod', 'md')
    """
    small = ("of", "for", "and", "the")
    return "".join(w[0] for w in words), "".join(w[0] for w in words if w not in small)
