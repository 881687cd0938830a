"""Evidence in the article: whether two spellings are one name, and which of them is right."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2
from typing import TYPE_CHECKING

from newslint.closeness import slip
from newslint.evidence import weights as w
from newslint.evidence.company import (
    Company,
    akin,
    are_other_parts,
    company,
    is_known_in_full,
    is_landmark,
    is_mere_address,
    is_never_introduced,
    is_only_addressed,
    meant_in_full,
    no_stranger,
    side_by_side,
)
from newslint.evidence.derived import is_of_one_family, is_people, is_suffixed
from newslint.evidence.form import Clue, Form
from newslint.evidence.renown import (
    LISTED_ANYHOW,
    familiarity,
    is_counted_slip,
    is_listed,
    is_mere_word,
    is_ordinary,
)
from newslint.lexicon import CAPITAL, FAMILY, FOREIGN, GIVEN, PLACE, SLIP, WORD
from newslint.mentions import TITLES

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.knowledge import Knowledge


class Contradiction:
    """`wrong` is `right` misspelt: how sure that is, and why."""

    __slots__ = ("evidence", "right", "tie", "weight", "wrong")

    def __init__(
        self, wrong: Form, right: Form, weight: float, evidence: tuple[str, ...], tie: bool
    ) -> None:
        self.wrong = wrong
        self.right = right
        self.weight = weight
        self.evidence = evidence
        self.tie = tie

    @property
    def sure(self) -> bool:
        """Whether the fix is safe."""
        return self.weight >= w.SURE and not self.tie

    @property
    def rank(self) -> tuple[float, int, str]:
        """Order of preference among contradictions of one wrong form."""
        return self.weight, self.right.count, self.right.key

    def message(self, template: str, found: str) -> str:
        """The finding's one line, as its rule words it."""
        return template.format(
            found=found,
            right=self.right.spelling,
            times=_times(self.wrong.count),
            others=_times(self.right.count),
        )

    def is_rivalled_by(self, other: Contradiction) -> bool:
        """Whether another right form than this one has nearly as much for it."""
        return other.right is not self.right and self.weight - other.weight < w.LEAD

    def in_doubt(self) -> Contradiction:
        """The same contradiction, of which the fix is not safe."""
        weight = min(self.weight, w.SURE - w.LEAD)
        return Contradiction(self.wrong, self.right, weight, self.evidence, self.tie)

    def through(self, further: Contradiction) -> Contradiction:
        """The contradiction of the same wrong form with `further`'s right one."""
        weight = min(self.weight, further.weight)
        evidence = (*self.evidence, *(e for e in further.evidence if e not in self.evidence))
        return Contradiction(self.wrong, further.right, weight, evidence, self.tie or further.tie)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def weigh(a: Form, b: Form, document: Document, knowledge: Knowledge) -> Contradiction | None:
    """The contradiction between two look-alike forms of one article; None if they are two words."""
    wrong, right, tie = direction(a, b, document, knowledge)
    if knowledge.has_ruled_for(wrong.key) or knowledge.has_ruled_out(right.key):
        if knowledge.has_ruled_for(right.key):
            return None
        wrong, right, tie = right, wrong, False
    if knowledge.are_distinct(wrong.key, right.key) or is_short_title(right.key):
        return None
    if knowledge.standing(right.key).zipf >= w.SMALL_WORD:
        return None
    if is_common_word(wrong.key, knowledge) and is_common_word(right.key, knowledge):
        return None
    if is_made_of_other(wrong, right, document, knowledge):
        return None
    if is_mere_word(wrong.key, knowledge) and not is_only_addressed(wrong, document, knowledge):
        return None
    clues = list(observe(wrong, right, document, knowledge))
    weight = sum(clue.weight for clue in clues)
    if weight < w.REPORT:
        return None
    said = tuple(c.says for c in sorted(clues, reverse=True) if c.weight > 0 and c.says)
    found = Contradiction(wrong, right, weight, said, tie)
    return found.in_doubt() if is_doubtful(wrong, right, knowledge) else found


def is_short_title(key: str) -> bool:
    """Whether `key` is a short word that stands before names: surnames are near it (Vice)."""
    return key in TITLES and len(key) < w.USUAL_LETTERS


def is_common_word(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is a common word, whatever else it is: Hill and Hall are two."""
    return is_ordinary(key, knowledge) and knowledge.standing(key).zipf >= w.COMMON_WORD


def is_doubtful(wrong: Form, right: Form, knowledge: Knowledge) -> bool:
    """Whether something else may be meant, so that nobody should mend it unseen.

    Somebody is called so, or the word is short; or an apostrophe is missing (Hughess); or the
    "right" one is an ordinary word, and the other stands as often.
    """
    if wrong.key == right.key + "s" and right.key[-1] == "s":
        return True
    if len(wrong.key) <= w.SHORT_LETTERS:
        return True
    if is_ordinary(right.key, knowledge) and wrong.count >= right.count:
        return True
    return is_heard_of(wrong.key, knowledge)


def is_heard_of(wrong: str, knowledge: Knowledge) -> bool:
    """Whether somebody has been called so, and not by a misspelling that a list has."""
    flags = knowledge.standing(wrong).flags
    if flags & (SLIP | CAPITAL | PLACE) == SLIP:
        return False
    return familiarity(wrong, knowledge) >= w.HEARD_OF


def is_made_of_other(wrong: Form, right: Form, document: Document, knowledge: Knowledge) -> bool:
    """Whether one form is made of the other by rule: nobody derives Kalli of Jacques Kallis."""
    if is_of_one_family(wrong.key, right.key) or is_people(wrong.key, right.key, knowledge):
        return True
    if not is_suffixed(wrong.key, right.key, knowledge):
        return False
    listed = knowledge.standing(wrong.key).flags & (WORD | CAPITAL | PLACE)  # Nova Scotian
    clipped = not listed and right.key.startswith(wrong.key) and wrong.count < right.count
    return not (clipped and no_stranger(wrong, right, document, knowledge))


def direction(
    a: Form, b: Form, document: Document, knowledge: Knowledge
) -> tuple[Form, Form, bool]:
    """Which of two forms is the wrong one, and whether that is a tie."""
    known_a, known_b = familiarity(a.key, knowledge), familiarity(b.key, knowledge)
    wrong, right = (a, b) if known_a < known_b else (b, a)
    apart = abs(known_a - known_b)
    listed = is_listed(right.key, knowledge) and not is_listed(wrong.key, knowledge)
    clear = (apart >= w.BETTER_KNOWN and min(known_a, known_b) < w.KNOWN) or (
        apart >= w.BETTER_LISTED and listed
    )
    if clear and wrong.count < w.OUTNUMBERED * right.count:
        return wrong, right, False
    if a.count != b.count:
        return (a, b, False) if a.count < b.count else (b, a, False)
    if known_a != known_b:
        borne = min(known_a, known_b) >= w.BORNE and are_both_names(a.key, b.key, knowledge)
        return wrong, right, borne or apart < w.TIE
    # What stands first in an article was looked up, if anything was.
    later = first_place(a, document) > first_place(b, document)
    return (a, b, True) if later else (b, a, True)


def are_both_names(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether a census has both, as given names or as surnames (Maria, Marina)."""
    flags = knowledge.standing(a).flags & knowledge.standing(b).flags
    return bool(flags & (GIVEN | FAMILY))


def first_place(form: Form, document: Document) -> int:
    """Where the form stands first, as an index into the article's words."""
    return min(document.positions[word][0] for word in form.words)


def observe(wrong: Form, right: Form, document: Document, knowledge: Knowledge) -> Iterator[Clue]:
    """What speaks for and against, each with its weight and, where it is worth saying, a word."""
    yield from observe_letters(wrong, right)
    yield from observe_counts(wrong, right)
    nobody_else = no_stranger(wrong, right, document, knowledge)
    at_worst = w.KNOWN_AT_WORST if nobody_else else w.STRANGER_AT_WORST
    yield from observe_world(wrong, right, at_worst, knowledge)
    theirs = company(wrong, document, knowledge)
    if not (theirs.speaks or theirs.addressed or (nobody_else and theirs.alone)):
        yield from observe_language(wrong, knowledge)
    yield from observe_company(wrong, right, document, knowledge)


def observe_letters(wrong: Form, right: Form) -> Iterator[Clue]:
    """The kind of slip that parts the two, how long they are, and their capitals."""
    kind = slip(wrong.key, right.key)
    shorter = min(len(wrong.key), len(right.key))
    yield Clue(w.SLIPS["many" if kind == "several" and shorter < w.LONG_LETTERS else kind])
    if shorter >= w.LONG_LETTERS:
        yield Clue(w.LONG_NAME)
    elif shorter <= w.SHORT_LETTERS:
        yield Clue(w.SHORT_NAME)
    if not wrong.spelling.isascii():
        yield Clue(w.ACCENTED)
    if is_with_abbreviation(wrong.spelling, right.spelling):
        yield Clue(w.PART_OF_WORD)
    elif capitals(wrong.spelling) > capitals(right.spelling):
        yield Clue(w.INNER_CAPITAL)


def is_with_abbreviation(wrong: str, right: str) -> bool:
    """Whether capitals run on to the name: JapanUS, WorkplacesTM."""
    return wrong.startswith(right) and wrong[len(right) :].isupper() and not wrong.isupper()


def capitals(spelling: str) -> int:
    """How many capitals a spelling has that is not all capitals."""
    return 0 if spelling.isupper() else sum(map(str.isupper, spelling))


def observe_counts(wrong: Form, right: Form) -> Iterator[Clue]:
    """How often each of the two stands."""
    if wrong.count >= w.OFTEN:
        yield Clue(w.REPEATED)
    elif wrong.count >= right.count:
        yield Clue(w.AS_OFTEN)
    else:
        weight = min(w.MORE_OFTEN_AT_MOST, w.MORE_OFTEN * log2(right.count / wrong.count))
        yield Clue(weight, f"count {wrong.count} against {right.count}")


def observe_language(wrong: Form, knowledge: Knowledge) -> Iterator[Clue]:
    """Whether the wrong form is a word of another language, and of no English list."""
    flags = knowledge.standing(wrong.key).flags
    if flags & FOREIGN:
        yield Clue(w.FOREIGN_WORD if flags & LISTED_ANYHOW else w.FOREIGN_ONLY)


def observe_world(
    wrong: Form, right: Form, at_worst: float, knowledge: Knowledge
) -> Iterator[Clue]:
    """What the lexicon says of the two: that a word is common speaks for its being meant."""
    if knowledge.standing(wrong.key).flags & (SLIP | CAPITAL | PLACE) == SLIP:
        yield Clue(w.LISTED_SLIP, f"'{wrong.spelling}' is a well-known misspelling")
        return
    known_right = familiarity(right.key, knowledge)
    known_wrong = familiarity(wrong.key, knowledge)
    if is_counted_slip(wrong.key, right.key, knowledge):
        known_wrong /= 2
    flags = knowledge.standing(right.key).flags
    if flags & WORD and not flags & (CAPITAL | PLACE | GIVEN):
        yield Clue(w.EVERYDAY_RIGHT if known_right >= w.EVERYDAY else w.ORDINARY_RIGHT)
    most = w.KNOWN_RIGHT if known_right >= w.KNOWN else w.UNKNOWN_RIGHT
    says = f"'{right.spelling}' is known" if known_right >= w.KNOWN else ""
    says += f", '{wrong.spelling}' is not" if says and known_wrong < 1.0 else ""
    yield Clue(max(at_worst, most - known_wrong), says)
    if known_right > known_wrong >= 1.0:
        apart = known_right - known_wrong
        yield Clue(min(w.RARER_AT_MOST, w.RARER * apart))
        if apart >= w.FAR:
            yield Clue(w.FAR_RARER)


def observe_company(
    wrong: Form, right: Form, document: Document, knowledge: Knowledge
) -> Iterator[Clue]:
    """Who stands beside the two: the same given name, other given names, each other."""
    theirs, ours = company(wrong, document, knowledge), company(right, document, knowledge)
    given = theirs.given & ours.given
    shared = (theirs.left & ours.left) | (theirs.right & ours.right)
    if given:
        yield Clue(w.SAME_GIVEN_NAME, f"both are called {min(given).title()}")
    elif shared:
        plain = all(is_ordinary(key, knowledge) for key in shared)
        weight = w.SAME_COMPANY / 2 if plain else w.SAME_COMPANY
        yield Clue(weight, f"both stand with '{min(shared).title()}'")
    elif are_called_otherwise(wrong, right, theirs, ours, knowledge):
        nobody = familiarity(wrong.key, knowledge) == 0.0
        yield Clue(w.OTHER_GIVEN_NAME_OF_NOBODY if nobody else w.OTHER_GIVEN_NAME)
    elif (ours.introduced and theirs.alone) or is_never_introduced(
        wrong, theirs, right, ours, knowledge
    ):
        yield Clue(w.NEVER_INTRODUCED, f"'{wrong.spelling}' is never introduced in full")
        if theirs.addressed or (theirs.speaks and not is_landmark(wrong.key, knowledge)):
            yield Clue(w.HEARD)
    elif right.count <= w.FAMOUS and is_mere_address(ours, theirs):
        yield Clue(w.NEVER_INTRODUCED, f"'{right.spelling}' is never introduced in full")
    if not given and not shared and is_known_in_full(wrong, right.key, document, knowledge):
        yield Clue(w.KNOWN_IN_FULL)
    if whole := meant_in_full(wrong.key, right.key, theirs, knowledge):
        yield Clue(w.MEANT_IN_FULL, f"'{whole.title()}' is a known name")
    if theirs.titled and not (ours.titled or given or shared):
        yield Clue(w.OTHER_OFFICE)
    if are_other_parts(theirs, ours, knowledge):
        yield Clue(w.OTHER_PART)
    if side_by_side(wrong, right, document):
        yield Clue(w.SIDE_BY_SIDE)


def are_called_otherwise(
    wrong: Form, right: Form, theirs: Company, ours: Company, knowledge: Knowledge
) -> bool:
    """Whether two forms have names beside them that make them two people."""
    if theirs.given and ours.given and not akin(theirs.given, ours.given):
        return True
    if not (theirs.right and ours.right):
        return False
    return bool(knowledge.standing(wrong.key).flags & GIVEN) or (
        bool(knowledge.standing(right.key).flags & GIVEN) and theirs.right.isdisjoint(ours.right)
    )
