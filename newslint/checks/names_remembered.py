"""Names that the publication itself prints otherwise, as its memory knows.

Each distinct word and pair of neighbours is judged once whatever the article: may it be a slip for
what the memory has? Only for the few that may, the places are looked at and the evidence weighed,
without what this very article has taught the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.matching.letter_case import match_apostrophes, match_upper_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.checks.reassembled_names import ReassembledNames
from newslint.checks.word_cache import VerdictCache
from newslint.core.finding import SAFE, UNSAFE, Finding
from newslint.evidence.familiarity import familiarity
from newslint.evidence.name_context import in_right_name
from newslint.evidence.printed import is_phrase, printed_beside
from newslint.evidence.remembered import SECOND, Frame, frame_for, frames_of, rights_of, word_in
from newslint.evidence.remembered_score import (
    REPORT,
    SHORTEST,
    Suspect,
    suspect_at_best,
    weigh_alone,
    weigh_framed,
)
from newslint.lexicon.folding import fold
from newslint.memory.counts import date_of
from newslint.memory.memories import Apart
from newslint.memory.parts import Pair
from newslint.memory.phrases import is_chance, is_word, neighbours_in
from newslint.text.english import CALENDAR, TITLES
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Memories, Printed
    from newslint.memory.phrases import Neighbours
    from newslint.text.document import Document

    Rights = Callable[[str], tuple[str, ...]]
    Surface = tuple[str, str, str]


SURE = 2.5
"""Weight from which the fix of a full name is safe ..."""

UNHEARD = 1.0
"""... if the wrong form is less familiar than this."""

ALTERNATIVE = 1.0
"""Minimum distance to the next best right form for a safe fix."""

JUDGED = 20_000
"""Words and pairs whose verdicts are kept in the cache."""


class Verdict(NamedTuple):
    """The right form of a word: its weight, and the folded phrases that were compared."""

    weight: float
    word: str
    wrong: str
    right: str
    is_framed: bool


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind; without a memory it has nothing to say."""
    knowledge = context.knowledge
    memories = knowledge.memories
    if memories is None or not memories.size:
        return lambda _: ()
    rule = rules[0]
    rights = lru_cache(JUDGED)(
        lambda key: rights_of(key, memories, familiarity(key, knowledge) < UNHEARD)
    )
    words = context.word_verdicts.add_judge(
        __name__, lambda word: judge_word(word, rights, knowledge, memories)
    )
    pairs = VerdictCache["Surface", "list[tuple[int, str]]"](
        lambda surface: judge_pair(surface, rights, knowledge, memories), JUDGED
    )

    def check(document: Document) -> Iterator[Finding]:
        suspects = words(document)
        beside = neighbours_in(document)
        found = dict(pairs.verdicts(frozenset(surface_of(pair, document) for pair in beside)))
        if not suspects and not found:
            return
        article = Article(document, beside, knowledge, memories)
        by_place: dict[int, list[Verdict]] = {}
        for at, verdict in (*article.framed(found), *article.alone(suspects)):
            if verdict.weight >= REPORT:
                by_place.setdefault(at, []).append(verdict)
        for at, verdicts in sorted(by_place.items()):
            if not in_right_name(at, document, knowledge):
                yield report(rule, at, verdicts, article)

    def check_all(document: Document) -> Iterator[Finding]:
        yield from check(document)
        yield from reassembled(document)

    reassembled = ReassembledNames(rule, knowledge, memories)
    return check_all


def judge_word(
    word: str, rights: Rights, knowledge: Knowledge, memories: Memories
) -> list[str] | None:
    """What a single word may be a slip for in some article, if the memory stores such words.

    The article may be one of the stories that the memory was built of.
    """
    if len(word) < SHORTEST - word.isupper() or not is_phrase(word, knowledge):
        return None
    key, stem = knowledge.key(word), split_possessive(word)[0]
    printed = Apart(memories, (key,))
    return [
        right
        for right in rights(key)
        if weigh_alone(suspect_at_best(stem, right), printed, knowledge) >= REPORT
    ] or None


def judge_pair(
    surface: Surface, rights: Rights, knowledge: Knowledge, memories: Memories
) -> list[tuple[int, str]] | None:
    """Which of two neighbours may be a slip for a word that the memory has beside the other."""
    pair, stems = pair_of(surface, knowledge), [split_possessive(word)[0] for word in surface[::2]]
    found = []
    for slot, right in frames_of(pair, (rights(pair.first), rights(pair.second)), memories):
        printed = Apart(memories, (pair.key, word_in(pair, slot)))
        frame = frame_for(pair, slot, fold(right), printed)
        suspect = suspect_at_best(stems[slot], right)
        if frame and weigh_framed(suspect, [frame, frame], printed, knowledge) >= REPORT:
            found.append((slot, right))
    return found or None


def pair_of(surface: Surface, knowledge: Knowledge) -> Pair:
    """The folded pair of two words as written."""
    first, joint, second = surface
    return Pair(knowledge.key(first), joint.lower(), knowledge.key(second))


def surface_of(pair: Neighbours, document: Document) -> Surface:
    """The two words as written, and what joins them."""
    return document.words[pair.first], pair.joint, document.words[pair.second]


class Article:
    """Judges the suspects of one article."""

    def __init__(
        self,
        document: Document,
        beside: Sequence[Neighbours],
        knowledge: Knowledge,
        memories: Memories,
    ) -> None:
        """Prepare `document`, whose neighbouring words are given."""
        self.document, self.knowledge, self.memories = document, knowledge, memories
        self.printed: Printed = printed_beside(document, memories, knowledge)
        """The printed articles of the memories, without this one."""
        lexicon = knowledge.lexicon
        self._beside = [pair for pair in beside if not is_chance(pair, document, lexicon)]
        self._here = frozenset(
            knowledge.key(word) for word in document.distinct if is_phrase(word, knowledge)
        )
        self._full = frozenset(self._in_full_names())
        firsts, seconds = ({pair[slot] for pair in self._beside} for slot in (0, 1))
        self._between = firsts & seconds

    def _in_full_names(self) -> Iterator[str]:
        for first, joint, second in (surface_of(pair, self.document) for pair in self._beside):
            titled = first.lower() in TITLES or second.lower() in CALENDAR
            if joint != "-" and not titled:
                yield from map(self.knowledge.key, (first, second))

    def framed(
        self, found: Mapping[Surface, list[tuple[int, str]]]
    ) -> Iterator[tuple[int, Verdict]]:
        """Verdicts on words that are misspelt beside their neighbours."""
        frames: dict[tuple[int, str], list[Frame]] = {}
        for neighbours_ in self._beside:
            surface = surface_of(neighbours_, self.document)
            for slot, right in found.get(surface, ()):
                pair = pair_of(surface, self.knowledge)
                close = pair.joint != " " or neighbours_.second == neighbours_.first + 1
                frame = frame_for(pair, slot, fold(right), self.printed, close)
                if frame:
                    at = neighbours_.second if slot == SECOND else neighbours_.first
                    frames.setdefault((at, right), []).append(frame)
        for (at, right), several in frames.items():
            suspect = self._suspect(self.document.words[at], right, at in self._between)
            weight = weigh_framed(suspect, several, self.printed, self.knowledge)
            best = max(several, key=lambda frame: (frame.share, frame.right))
            yield at, Verdict(weight, right, best.wrong, best.right, True)

    def alone(self, suspects: Mapping[str, list[str]]) -> Iterator[tuple[int, Verdict]]:
        """Verdicts on words that are misspelt by themselves."""
        document, lexicon = self.document, self.knowledge.lexicon
        for word, rights in suspects.items():
            stem = split_possessive(word)[0]
            for right in rights:
                suspect = self._suspect(word, right, False)
                weight = weigh_alone(suspect, self.printed, self.knowledge)
                for at in document.positions(word):
                    if not (document.opens_sentence(at) and is_word(stem, lexicon)):
                        yield at, Verdict(weight, right, suspect.key, suspect.meant, False)

    def _suspect(self, word: str, right: str, is_between: bool) -> Suspect:
        stem = split_possessive(word)[0]
        times = sum(len(self.document.positions(form)) for form in {word, stem})
        is_full = self.knowledge.key(word) in self._full
        return Suspect(stem, right, times, is_full, is_between, self._here)


def report(rule: Rule, at: int, verdicts: Sequence[Verdict], article: Article) -> Finding:
    """The finding for word `at`, from one or more verdicts."""
    best, *others = sorted(verdicts, key=lambda verdict: (-verdict.weight, verdict.word))
    stem, place = article.document.stem(at)
    rights = tuple(dict.fromkeys(as_found(verdict.word, stem) for verdict in (best, *others)))
    alternatives = [verdict for verdict in others if verdict.word != best.word]
    sure = is_sure(best, stem, article.knowledge) and not any(
        verdict.weight > best.weight - ALTERNATIVE for verdict in alternatives
    )
    return new_finding(
        rule,
        article.document,
        place,
        rights[0],
        found=stem,
        others=rights[1:],
        slots=said_of(best, stem, rights[0], article),
        evidence=(),
        fix=graded_fix(rule, SAFE if sure else UNSAFE, place, rights[0]),
    )


def as_found(right: str, found: str) -> str:
    """The right word with the apostrophes and the upper case of the found one."""
    if found[0].isupper() and right.islower():
        right = right.capitalize()
    return match_apostrophes(match_upper_case(right, found), found)


def is_sure(verdict: Verdict, stem: str, knowledge: Knowledge) -> bool:
    """Whether a full name is certain and the found form is nobody's known name."""
    known = familiarity(knowledge.key(stem), knowledge)
    return verdict.is_framed and verdict.weight >= SURE and known < UNHEARD


def said_of(verdict: Verdict, stem: str, right: str, article: Article) -> dict[str, str]:
    """The slots of the message: both phrases, their counts of stories and last dates."""
    counted = article.memories.count(verdict.right)
    last = counted and date_of(counted.last)
    stories = article.printed.stories(verdict.right)
    meant = counted.spelling if counted else right
    wrong = stem
    if verdict.is_framed:
        at = fold(meant).find(fold(verdict.word))
        wrong = meant[:at] + stem + meant[at + len(verdict.word) :]
    return {
        "found": wrong,
        "right": meant if verdict.is_framed else right,
        "stories": f"{stories} stories",
        "last": f", last on {last.day} {last:%B %Y}" if last else "",
        "others": {0: "none", 1: "one"}.get(
            found := article.printed.stories(verdict.wrong), str(found)
        ),
    }
