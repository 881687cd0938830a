"""Compare the names of copy with those of its sources: some stand otherwise, some nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.evidence.familiarity import familiarity, is_given, is_mere_word, is_ordinary
from newslint.sources.changed_titles import changed_title
from newslint.sources.known_names import is_known_anyhow, is_known_word
from newslint.sources.mentions import Mention, mentions
from newslint.sources.name_classes import ALL_CLASSES, JUNIORS, QUALIFIERS, are_of_one_class
from newslint.sources.name_difference import PART, SLIP, TITLE, UNKNOWN, Difference
from newslint.sources.passages import Passages, company, near
from newslint.sources.same_names import is_same_part, is_same_word, is_slip_of
from newslint.sources.sourced_names import Sourced, SourcedNames, sourced_names

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.sources.reference import References
    from newslint.text.document import Document


COMPANY = 0.3
"""How much two sentences share if one name stands in the other's place."""


SAME = 0.4
"""How much they share if the copy has the other name, too."""

MUCH = 0.5
"""How much they share if the names have a common word in common, and no more."""


SHORTEST = 5
"""Letters of a word that is no other name than one that is a slip away."""

COMMON = 4.0
"""Familiarity of a word that many names have."""

LONG = 9
"""Letters of a word that may have two slips in it though it stands alone."""


def name_differences(
    document: Document, references: References, knowledge: Knowledge
) -> list[Difference]:
    """Every name that stands otherwise in the sources, or in none of them."""
    key = "name differences"
    if key not in document.memo:
        document.memo[key] = list(Comparison(document, references, knowledge).differences())
    found: list[Difference] = document.memo[key]
    return found


class Comparison:
    """Compares the names of one article with those of its sources."""

    def __init__(self, document: Document, references: References, knowledge: Knowledge) -> None:
        self._document, self._references, self._knowledge = document, references, knowledge
        self._sourced: SourcedNames = sourced_names(references, knowledge)
        self._mentions = list(mentions(document, knowledge))
        self._own = {mention.keys for mention in self._mentions}
        self._own_words = {key for keys in self._own for key in keys}
        self._passages = Passages(document)

    def differences(self) -> Iterator[Difference]:
        """Every name that differs, in order; one that no source has where it stands first."""
        unknown: set[str] = set()
        for mention in self._mentions:
            found = self._difference(mention)
            if found is None:
                continue
            if found.kind == UNKNOWN:
                if mention.keys[-1] in unknown:
                    continue
                unknown.update(mention.keys)
            yield found

    def _difference(self, mention: Mention) -> Difference | None:
        if self._sourced.has(mention, self._document):
            return self._left_out(mention) or self._titled(mention)
        if len(mention.keys) == 1:
            return self._of_word(mention)
        return self._of_several(mention) or self._unknown(mention)

    def _left_out(self, mention: Mention) -> Difference | None:
        """A difference if the sources never have the name without North or Junior."""
        keys, sourced = mention.keys, self._sourced
        if keys in sourced.names:
            return None
        for theirs in sourced.by_word.get(keys[-1], ()):
            extra = theirs.keys[: -len(keys)], theirs.keys[len(keys) :]
            is_front = len(extra[0]) == 1 and theirs.keys[1:] == keys and extra[0][0] in QUALIFIERS
            is_back = len(extra[1]) == 1 and theirs.keys[:-1] == keys and extra[1][0] in JUNIORS
            if is_front and (extra[0][0] == mention.opening or self._stands_alone(keys, theirs)):
                continue
            is_lacking = (is_front or is_back) and not self._has_in_full(theirs)
            if is_lacking and self._is_likely(mention, theirs):
                return Difference(
                    PART, mention, mention.first, mention.last, theirs, theirs.written
                )
        return None

    def _titled(self, mention: Mention) -> Difference | None:
        """A difference if the name has another title than in the sources."""
        found = changed_title(mention, self._sourced)
        return found and Difference(TITLE, mention, *found)

    def _stands_alone(self, keys: tuple[str, ...], theirs: Sourced) -> bool:
        """Whether the sources have the words without what stands before them in a name."""
        whole, part = f" {' '.join(theirs.keys)} ", f" {' '.join(keys)} "
        return self._sourced.text.count(part) > self._sourced.text.count(whole)

    def _has_in_full(self, theirs: Sourced) -> bool:
        return theirs.keys in self._own

    def _of_word(self, mention: Mention) -> Difference | None:
        """How a name of one word differs."""
        key = mention.keys[0]
        if mention.opens and is_ordinary(key, self._knowledge):
            return None
        if is_mere_word(key, self._knowledge) or key in self._sourced.words:
            return None
        nearest = self._nearest(mention)
        if nearest:
            theirs, right = nearest
            return Difference(SLIP, mention, mention.first, mention.last, theirs, right)
        return self._unknown(mention)

    def _nearest(self, mention: Mention) -> tuple[Sourced, str] | None:
        """The name of a source that a slip makes the word of, and its right form."""
        key = mention.keys[0]
        for right in self._sourced.slips(key, LONG):
            if right in ALL_CLASSES or is_same_word(key, right, self._knowledge):
                continue
            theirs = self._sourced.by_word[right][0]
            if self._may_be_another(mention, right) and (
                right in self._own_words or not self._shares_company(mention, theirs)
            ):
                continue
            return theirs, theirs.written_word(right)
        return None

    def _may_be_another(self, mention: Mention, right: str) -> bool:
        """Whether a word may well be another name than the one that is a slip away."""
        (key,) = mention.keys
        if min(len(key), len(right)) < SHORTEST or self._document.words[mention.first].isupper():
            return True
        return is_ordinary(right, self._knowledge) or self._is_known(mention)

    def _is_known(self, mention: Mention) -> bool:
        return is_known_anyhow(mention.keys, self._document, self._knowledge)

    def _of_several(self, mention: Mention) -> Difference | None:
        """How a name of several words differs from the nearest of the sources."""
        best: tuple[int, Difference] | None = None
        seen = dict.fromkeys(
            theirs
            for key in mention.keys
            for near_key in (key, *self._sourced.slips(key))
            for theirs in self._sourced.by_word.get(near_key, ())
        )
        for theirs in seen:
            found = self._between(mention, theirs)
            if found and (best is None or found[0] > best[0]):
                best = found
        return best[1] if best else None

    def _between(self, mention: Mention, theirs: Sourced) -> tuple[int, Difference] | None:
        """The difference of two names of the same number of words, and how alike they are."""
        ours = mention.keys
        if len(ours) != len(theirs.keys):
            return self._added(mention, theirs)
        other = [
            at
            for at, (a, b) in enumerate(zip(ours, theirs.keys, strict=True))
            if not is_same_part(a, b, self._knowledge)
        ]
        slips = [at for at in other if is_slip_of(ours[at], theirs.keys[at])]
        same = len(ours) - len(other)
        first, last = (other[0], other[-1]) if other else (0, 0)
        right = " ".join(theirs.written_word(theirs.keys[at]) for at in range(first, last + 1))
        place = mention.first + first, mention.first + last
        are_slips = other and len(slips) == len(other) and (same or len(slips) > 1)
        is_likely = are_slips and self._is_likely(mention, theirs)
        if is_likely and not self._is_other_person(mention, theirs):
            return 10 + same, Difference(SLIP, mention, *place, theirs, right)
        is_one = len(other) == 1 and same and self._is_in_its_place(mention, theirs, other[0])
        if is_one and self._is_part_changed(mention, theirs, other[0]):
            return same, Difference(PART, mention, *place, theirs, right)
        return None

    def _is_likely(self, mention: Mention, theirs: Sourced) -> bool:
        """Whether the name is not known as it stands, or stands where theirs does."""
        return not self._is_known(mention) or self._shares_company(mention, theirs)

    def _is_in_its_place(self, mention: Mention, theirs: Sourced, at: int) -> bool:
        """Whether ours may stand for theirs, but for word `at`.

        The copy lacks their name, or has ours where a source has theirs; and what both share is
        no mere word (Planning Committee, Finance Committee).
        """
        if self._has_in_full(theirs):
            return self._shares_company(mention, theirs, SAME)
        shared = [key for place, key in enumerate(theirs.keys) if place != at]
        is_common = all(self._is_common(key) for key in shared)
        if is_common:
            return self._shares_company(mention, theirs, MUCH)
        return self._is_likely(mention, theirs)

    def _is_common(self, key: str) -> bool:
        """Whether many names have a word: Committee, News, Smith."""
        if key in ALL_CLASSES or is_mere_word(key, self._knowledge):
            return True
        return familiarity(key, self._knowledge) >= COMMON

    def _is_other_person(self, mention: Mention, theirs: Sourced) -> bool:
        """Whether the copy has both names and both are borne: Maria and Marina Varel."""
        if not self._has_in_full(theirs):
            return False
        return all(
            is_same_word(a, b, self._knowledge)
            or is_known_anyhow((a,), self._document, self._knowledge)
            for a, b in zip(mention.keys, theirs.keys, strict=True)
        )

    def _is_part_changed(self, mention: Mention, theirs: Sourced, at: int) -> bool:
        """Whether one word instead of another makes the name a mistake for theirs."""
        ours, right = mention.keys[at], theirs.keys[at]
        if are_of_one_class(ours, right):
            return True
        last = len(theirs.keys) - 1
        if ours in ALL_CLASSES or right in ALL_CLASSES:
            return False
        if last >= 2:
            return not all(is_known_word(key, self._knowledge) for key in (ours, right))
        is_person = self._is_person(theirs)
        if at == 0:
            return is_person or self._shares_company(mention, theirs)
        if not is_person or right in self._own_words:
            return False
        return self._shares_company(mention, theirs)

    def _is_person(self, theirs: Sourced) -> bool:
        """Whether a name is somebody's: behind a title, or with a given name."""
        if theirs.keys[-1] in ALL_CLASSES:
            return False
        titled = self._sourced.titled.get(theirs.keys[-1], ())
        if any(other.keys == theirs.keys for other in titled):
            return True
        return is_given(theirs.keys[0], self._knowledge)

    def _added(self, mention: Mention, theirs: Sourced) -> tuple[int, Difference] | None:
        """A difference if a name has North or Junior that the sources never have there."""
        ours = mention.keys
        is_front = ours[1:] == theirs.keys and ours[0] in QUALIFIERS
        is_back = ours[:-1] == theirs.keys and ours[-1] in JUNIORS
        if not (is_front or is_back) or self._has_in_full(theirs):
            return None
        if not self._is_likely(mention, theirs):
            return None
        return 5, Difference(PART, mention, mention.first, mention.last, theirs, theirs.written)

    def _shares_company(self, mention: Mention, theirs: Sourced, least: float = COMPANY) -> bool:
        """Whether a sentence with their name tells the same as the one with ours."""
        ours = company_of(mention, self._passages)
        weights = self._references.weights
        return any(
            company(ours, company_of(place.mention, place.reference.passages), weights) >= least
            for place in self._sourced.places[theirs.keys]
        )

    def _unknown(self, mention: Mention) -> Difference | None:
        """A difference if the name is in no source, and in no book, and not known to everybody."""
        is_opening = mention.opens and len(mention.keys) == 1
        if is_opening or not any(map(self._is_strange, mention.keys)) or self._is_known(mention):
            return None
        return Difference(UNKNOWN, mention, mention.first, mention.last)

    def _is_strange(self, key: str) -> bool:
        """Whether a word names somebody or something and is in no source."""
        if key in self._sourced.words or len(key) == 1 or key in ALL_CLASSES:
            return False
        return not is_mere_word(key, self._knowledge)


def company_of(mention: Mention, passages: Passages) -> dict[str, float]:
    """The words of a name's sentence but for the name."""
    at = range(mention.first, mention.last + 1)
    return near(passages.stems, passages.of(mention.first), at)
