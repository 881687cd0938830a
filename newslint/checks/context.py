"""What every check is given: knowledge of the world, the prefilter and the verdicts on words."""

from __future__ import annotations

from newslint.checks.matching.prefilter import Prefilter
from newslint.checks.word_cache import WordVerdicts
from newslint.evidence.verdict_table import open_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.book.rules import Rules
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.remembered.memory_questions import MemoryQuestions


class Context:
    """What all checks of a linter share, so that text is searched and words are judged once."""

    __slots__ = ("answers", "knowledge", "prefilter", "verdict_table", "word_verdicts")

    def __init__(self, knowledge: Knowledge, rules: Rules) -> None:
        self.knowledge = knowledge
        self.prefilter = Prefilter(rules)
        self.verdict_table = open_table(knowledge)
        self.word_verdicts = WordVerdicts(self.verdict_table)
        self.answers: list[Callable[[MemoryQuestions], bool]] = []
        """Whether a memory has anything to say to questions of an earlier run: a function for each
        check that asks it."""
