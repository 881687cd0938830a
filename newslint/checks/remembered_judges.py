"""What words and pairs of neighbours may be slips for, by what the publication has printed.

Each distinct word and pair is judged once, whatever the article, and nearly all are no slip in any.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from newslint.checks import reassembled_names as parts
from newslint.checks.word_cache import VerdictCache, one_by_one
from newslint.core.record import NamedTuple
from newslint.evidence.coinage import are_letters
from newslint.evidence.familiarity import familiarity
from newslint.evidence.remembered.alone import is_well_known, weigh_alone
from newslint.evidence.remembered.beside import (
    REPORT,
    SHORTEST,
    UNHEARD,
    suspect_at_best,
    weigh_framed,
)
from newslint.evidence.remembered.candidates import (
    frame_for,
    frames_of,
    near_words,
    rights_of,
    word_in,
)
from newslint.evidence.remembered.printed import is_phrase
from newslint.lexicon.folding import fold
from newslint.memory.memories import Apart
from newslint.memory.parts import Pair
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.remembered.memory_questions import MemoryQuestions
    from newslint.memory.memories import Memories
    from newslint.memory.phrases import Surface

    Near = Callable[[str], tuple[str, ...]]


REMEMBERED = "newslint.checks.names_remembered"
"""What the judge of words is called in the verdict table."""

JUDGED = 20_000
"""Words and pairs whose verdicts are kept in the cache."""


class WordVerdict(NamedTuple):
    """What may be wrong with a word in any article: what it may be a slip for, or two names."""

    slips: list[str]
    joined: list[str]


class PairVerdict(NamedTuple):
    """What may be wrong with two neighbours, whatever the article.

    `slips` says which of the two (its slot) may be a slip for what; `otherwise` how the parts may
    be meant to be joined.
    """

    slips: list[tuple[int, str]]
    otherwise: list[str]


class Judges:
    """The verdicts on the words and pairs of any article."""

    def __init__(self, context: Context, memories: Memories) -> None:
        """Judge by `memories`."""
        knowledge = context.knowledge
        near: Near = lru_cache(JUDGED)(partial(near_words, memories=memories))

        def judge(word: str) -> WordVerdict | None:
            slips = judge_word(word, near, knowledge, memories)
            joined = parts.judge_word(word, knowledge, memories)
            return WordVerdict(slips or [], joined or []) if slips or joined else None

        self.judge = judge
        """What may be wrong with a word."""
        self._words = VerdictCache["str", WordVerdict](one_by_one(judge), JUDGED)
        self.pairs = VerdictCache["Surface", PairVerdict](
            one_by_one(lambda surface: judge_pair(surface, near, knowledge, memories)), JUDGED
        )

    def have_answers(self, questions: MemoryQuestions) -> bool:
        """Whether any word or pair of an article that was linted before may be a slip now."""
        found = (
            self._words.verdicts(frozenset(questions.words)),
            self.pairs.verdicts(frozenset(questions.surfaces)),
        )
        return any(found)


def may_be_remembered(word: str, knowledge: Knowledge) -> bool:
    """Whether any memory may have a word otherwise: it stores such words, and not all know it."""
    if parts.may_be_two(word):
        return True
    if len(word) < SHORTEST - word.isupper() or not is_phrase(word, knowledge):
        return False
    letters = are_letters(split_possessive(word)[0])
    return letters or not is_well_known(knowledge.key(word), knowledge)


def judge_word(word: str, near: Near, knowledge: Knowledge, memories: Memories) -> list[str] | None:
    """What a single word may be a slip for in some article.

    The article may be one of the stories that the memory was built of.
    """
    key = knowledge.key(word)
    if not near(key) or not may_be_remembered(word, knowledge):
        return None
    stem = split_possessive(word)[0]
    is_unknown = familiarity(key, knowledge) < UNHEARD
    printed = Apart(memories, (key,))
    return [
        right
        for right in rights_of(key, near(key), memories, is_unknown)
        if weigh_alone(suspect_at_best(stem, right), printed, knowledge) >= REPORT
    ] or None


def judge_pair(
    surface: Surface, near: Near, knowledge: Knowledge, memories: Memories
) -> PairVerdict | None:
    """What may be wrong with two neighbours: one of them, or how they are joined."""
    pair, stems = pair_of(surface, knowledge), (surface[0], split_possessive(surface[2])[0])
    slips = []
    for slot, right in frames_of(pair, near, memories):
        printed = Apart(memories, (pair.key, word_in(pair, slot)))
        frame = frame_for(pair, slot, fold(right), printed)
        suspect = suspect_at_best(stems[slot], right)
        if frame and weigh_framed(suspect, [frame, frame], printed, knowledge) >= REPORT:
            slips.append((slot, right))
    otherwise = parts.judge_pair(pair, *stems, knowledge, memories)
    return PairVerdict(slips, otherwise) if slips or otherwise else None


def pair_of(surface: Surface, knowledge: Knowledge) -> Pair:
    """The folded pair of two words as written."""
    first, joint, second = surface
    return Pair(knowledge.key(first), joint.lower(), knowledge.key(second))
