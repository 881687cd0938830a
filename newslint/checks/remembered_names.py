"""Names that the publication itself prints otherwise, as its memory knows.

Each distinct word and pair of neighbours is judged once whatever the article: may it be a slip for
what the memory has? Only for the few that may, the places are looked at and the evidence weighed,
without what this very article has taught the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.checks import reassembled_names as parts
from newslint.checks.matching.letter_case import match_apostrophes, match_upper_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.checks.remembered_judges import (
    REMEMBERED,
    Judges,
    PairVerdict,
    WordVerdict,
    pair_of,
)
from newslint.core.finding import SAFE, UNSAFE, Finding
from newslint.core.record import NamedTuple
from newslint.evidence.familiarity import familiarity, is_mere_word, is_ordinary
from newslint.evidence.local_context import is_cut_off
from newslint.evidence.name_context import in_right_name
from newslint.evidence.remembered.alone import in_place, weigh_alone
from newslint.evidence.remembered.beside import (
    REPORT,
    UNHEARD,
    Suspect,
    weigh_framed,
)
from newslint.evidence.remembered.candidates import SECOND, Frame, frame_for, near_words
from newslint.evidence.remembered.printed import ANSWERED, is_phrase, printed_beside
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import NAMED, WORD
from newslint.lexicon.slips import is_slip_of_fingers
from newslint.memory.counts import date_of
from newslint.memory.layout import KNOWN
from newslint.memory.phrases import is_chance, is_word, surfaces_in
from newslint.text.english import CALENDAR, TITLES
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Memories, Printed
    from newslint.memory.phrases import Neighbours, Surface
    from newslint.text.document import Document


SURE = 2.5
"""Weight from which the fix of a full name is safe, if nobody has heard of the wrong form."""

ALTERNATIVE = 1.0
"""Minimum distance to the next best right form for a safe fix."""


class Verdict(NamedTuple):
    """The right form of a word: its weight, and the folded phrases that were compared."""

    weight: float
    word: str
    wrong: str
    right: str
    is_framed: bool


def prepare_remembered(
    rules: Sequence[Rule], memories: Memories, context: Context
) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of the kind."""
    knowledge = context.knowledge
    rule, judges = rules[0], Judges(context, memories)
    words_of = context.word_verdicts.add_judge(REMEMBERED, judges.judge)
    context.answers.append(judges.have_answers)

    def check(document: Document) -> Iterator[Finding]:
        words = words_of(document)
        pairs = dict(judges.pairs.verdicts(frozenset(surfaces_in(document))))
        if not words and not pairs:
            return
        document.memo[ANSWERED] = True
        article = Article(document, knowledge, memories)
        by_place: dict[int, list[Verdict]] = {}
        for at, verdict in (*article.framed(pairs), *article.alone(words)):
            if verdict.weight >= REPORT and not is_remnant_of(verdict.word, at, document):
                by_place.setdefault(at, []).append(verdict)
        for at, verdicts in sorted(by_place.items()):
            if not in_right_name(at, document, knowledge):
                yield report(rule, at, verdicts, article)
        names = parts.ReassembledNames(rule, document, knowledge, memories)
        yield from names.of_words({word: verdict.joined for word, verdict in words.items()})
        yield from names.of_pairs({pair: verdict.otherwise for pair, verdict in pairs.items()})

    return check


class Article:
    """Judges the suspects of one article."""

    def __init__(self, document: Document, knowledge: Knowledge, memories: Memories) -> None:
        """Prepare `document`."""
        self.document, self.knowledge, self.memories = document, knowledge, memories
        self.printed: Printed = printed_beside(document, memories, knowledge)
        """The printed articles of the memories, without this one."""

    def framed(self, found: Mapping[Surface, PairVerdict]) -> Iterator[tuple[int, Verdict]]:
        """Verdicts on words that are misspelt beside their neighbours."""
        frames: dict[tuple[int, str], list[Frame]] = {}
        for surface, verdict in found.items():
            pair = pair_of(surface, self.knowledge)
            for beside in self._not_by_chance(surface) if verdict.slips else ():
                close = pair.joint != " " or beside.second == beside.first + 1
                for slot, right in verdict.slips:
                    frame = frame_for(pair, slot, fold(right), self.printed, close)
                    if frame:
                        at = beside.second if slot == SECOND else beside.first
                        frames.setdefault((at, right), []).append(frame)
        for (at, right), several in frames.items():
            suspect = self._suspect(self.document.words[at], right, at in self._between)
            weight = weigh_framed(suspect, several, self.printed, self.knowledge)
            best = max(several, key=lambda frame: (frame.share, frame.right))
            yield at, Verdict(weight, right, best.wrong, best.right, True)

    def alone(self, suspects: Mapping[str, WordVerdict]) -> Iterator[tuple[int, Verdict]]:
        """Verdicts on words that are misspelt by themselves."""
        document, lexicon = self.document, self.knowledge.lexicon
        for word, found in suspects.items():
            stem = split_possessive(word)[0]
            for right in found.slips:
                suspect = self._suspect(word, right, False)
                weight = weigh_alone(suspect, self.printed, self.knowledge)
                for at in document.positions(word):
                    if not (document.opens_sentence(at) and is_word(stem, lexicon)):
                        here = weight + in_place(at, document)
                        yield at, Verdict(here, right, suspect.key, suspect.meant, False)

    def _suspect(self, word: str, right: str, is_between: bool) -> Suspect:
        stem = split_possessive(word)[0]
        times = sum(len(self.document.positions(form)) for form in {word, stem})
        is_full = self.knowledge.key(word) in self._full
        here = frozenset((fold(right),)) if self._is_here(fold(right)) else frozenset()
        return Suspect(stem, right, times, is_full, is_between, here)

    def _is_here(self, key: str) -> bool:
        """Whether the article has the folded word, as a name or as one that no dictionary has."""
        return any(is_phrase(word, self.knowledge) for word in self._words.get(key, ()))

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        """The article's words by their keys."""
        words: dict[str, list[str]] = {}
        for word in self.document.distinct:
            words.setdefault(self.knowledge.key(word), []).append(word)
        return words

    def _not_by_chance(self, surface: Surface) -> Iterator[Neighbours]:
        """The places of a pair that is a name there."""
        for beside in surfaces_in(self.document)[surface]:
            if not is_chance(beside, self.document, self.knowledge.lexicon):
                yield beside

    @cached_property
    def _beside(self) -> list[tuple[Surface, Neighbours]]:
        return [
            (surface, pair)
            for surface in surfaces_in(self.document)
            for pair in self._not_by_chance(surface)
        ]

    @cached_property
    def _full(self) -> frozenset[str]:
        """The folded words of names of several words, unless an ordinary word stands beside them.

        Whatever is called like a person may be a person whom the publication never named before.
        """
        key = self.knowledge.key
        return frozenset(
            key(word)
            for (first, joint, second), _ in self._beside
            if joint != "-" and first.lower() not in TITLES and second.lower() not in CALENDAR
            for word, other in ((first, second), (second, first))
            if not is_mere_word(key(other), self.knowledge)
        )

    @cached_property
    def _between(self) -> set[int]:
        """The words that have a neighbour on either side."""
        firsts = {pair.first for _, pair in self._beside}
        return firsts & {pair.second for _, pair in self._beside}


def report(rule: Rule, at: int, verdicts: Sequence[Verdict], article: Article) -> Finding:
    """The finding for word `at`, from one or more verdicts."""
    likeliest = min(verdicts, key=lambda verdict: (-verdict.weight, verdict.word)).word
    best, *others = sorted(
        verdicts,
        key=lambda verdict: (verdict.word != likeliest, not verdict.is_framed, -verdict.weight),
    )
    stem, place = article.document.stem(at)
    words = (as_found(verdict.word, stem, article.knowledge) for verdict in (best, *others))
    rights = tuple(dict.fromkeys(words))
    alternatives = [verdict for verdict in others if verdict.word != best.word]
    sure = is_sure(best, stem, article) and not any(
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


def is_remnant_of(right: str, at: int, document: Document) -> bool:
    """Whether word `at` may be the beginning of the right one, where the text breaks off."""
    return is_cut_off(at, document) and fold(right).startswith(fold(document.words[at]))


def as_found(right: str, found: str, knowledge: Knowledge) -> str:
    """The right word with the apostrophes and the upper case of the found one.

    A name or word that the publication has in datelines, all in capitals, stands for no letters.
    """
    is_shouted = right.isupper() and bool(knowledge.entry(fold(right)).flags & (WORD | NAMED))
    if found[0].isupper() and (right.islower() or is_shouted):
        right = right.capitalize()
    return match_apostrophes(match_upper_case(right, found), found)


def is_sure(verdict: Verdict, stem: str, article: Article) -> bool:
    """Whether a full name is certain and the found form is nobody's known name, nor ever was.

    No other printed word may be meant. Vowels are no certain slips in names: others write theirs
    so, or romanise it otherwise.
    """
    knowledge, printed = article.knowledge, article.printed
    key, meant = knowledge.key(stem), fold(verdict.word)
    near = {fold(word) for word in near_words(key, article.memories)} - {meant}
    if printed.stories(verdict.wrong) >= KNOWN or any(map(printed.stories, near)):
        return False
    if not (is_ordinary(meant, knowledge) or is_slip_of_fingers(key, meant)):
        return False
    known = familiarity(key, knowledge)
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
