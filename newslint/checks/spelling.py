"""Misspelt ordinary words.

A word is suspected when no source lists it, nor anything it could be made of, or when no publisher
prints it (`evidence.typos.suspect_word`). What is reported of it depends on its place
(`evidence.typos.suspect_place`). Names run together with small words are reported here, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from newslint.checks.matching.letter_case import match_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.core.finding import SAFE, UNSAFE, WARNING, Finding, Span
from newslint.evidence.remembered.printed import is_printed, is_printed_at
from newslint.evidence.typos.plain_slip import is_plain_slip
from newslint.evidence.typos.sure_correction import is_in_doubt, is_sure
from newslint.evidence.typos.suspect_place import SuspectReader
from newslint.evidence.typos.suspect_word import suspect_word
from newslint.evidence.typos.typo import Correction
from newslint.evidence.variants.run_together import (
    Parting,
    is_beyond_doubt,
    parting_at,
    partings_of,
)
from newslint.lexicon.lexicon import CAPITAL, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    knowledge = context.knowledge
    rule = rules[0]
    reader = SuspectReader(knowledge)
    suspects = context.word_verdicts.add_judge(__name__, lambda word: suspect_word(word, knowledge))
    joined = context.word_verdicts.add_judge(
        partings_of.__name__, lambda word: partings_of(word, knowledge)
    )

    def check(document: Document) -> Iterable[Finding]:
        parted = parted_in(document, joined(document), knowledge)
        for at, parting in parted.items():
            if not is_printed(document.words[at], document, knowledge, parting.is_sure):
                yield report_parting(rule, at, parting, document, knowledge)
        for word, suspect in suspects(document).items():
            for at in document.positions(word):
                here = reader.read(at, suspect, document)
                if here and at not in parted and not is_in_use(at, here, document, knowledge):
                    yield report(rule, at, here, document, knowledge)

    return check


def parted_in(
    document: Document, joined: Mapping[str, Sequence[Parting]], knowledge: Knowledge
) -> dict[int, Parting]:
    """Places of names that are run together with small words, each with how it is to be parted."""
    return {
        at: parting
        for word, partings in joined.items()
        for at in document.positions(word)
        if (parting := parting_at(at, partings, document, knowledge))
    }


def is_in_use(at: int, found: Correction, document: Document, knowledge: Knowledge) -> bool:
    """Whether the publication prints a word again and again that no list calls a misspelling.

    What may be a name may be printed with the word beside it.
    """
    word = document.words[at]
    if found.fitted and not word.islower():
        return is_printed_at(at, document, knowledge)
    return not found.listed and is_printed(word, document, knowledge, is_sure(found))


def report(
    rule: Rule, at: int, reading: Correction, document: Document, knowledge: Knowledge
) -> Finding:
    """The finding for word `at`."""
    stem, place = document.stem(at)
    suggestions = tuple(
        match_case(as_written(right, knowledge), stem) for right in reading.candidates
    )
    word, key = document.words[at], knowledge.key(document.words[at])
    sure = (
        is_sure(reading)
        and is_plain_slip(word, key, reading.right, reading.lead, knowledge)
        and not is_in_doubt(at, suggestions[0], document, knowledge)
    )
    return new_finding(
        rule,
        document,
        place,
        suggestions[0],
        found=stem,
        others=suggestions[1:],
        evidence=[reason.format(found=stem) for reason in reading.reasons],
        severity=WARNING if reading.fitted else "",
        fix=graded_fix(rule, SAFE if sure else UNSAFE, place, suggestions[0]),
    )


def report_parting(
    rule: Rule, at: int, parting: Parting, document: Document, knowledge: Knowledge
) -> Finding:
    """The finding for word `at`, which is a name run together with small words."""
    span = document.span(at)
    reported = parting.name in document.distinct
    gap = span.start + len(parting.name)
    first = parting.small.rpartition(" ")[0]
    between = f" {first} " if first else " "
    safe = is_beyond_doubt(parting, document.words[at], document, knowledge)
    return new_finding(
        rule,
        document,
        span,
        str(parting),
        found=document.words[at],
        evidence=[f"'{parting.name}' {'stands in the article, too' if reported else 'is known'}"],
        fix=graded_fix(rule, SAFE if safe else UNSAFE, Span(gap, gap + len(first)), between),
    )


def as_written(right: str, knowledge: Knowledge) -> str:
    """A folded word with the capital that dictionaries give it: Wednesday."""
    proper = knowledge.entry(right).flags & (CAPITAL | WORD) == CAPITAL
    return right.capitalize() if proper else right
