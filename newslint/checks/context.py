"""What every check is given: knowledge of the world, the prefilter and the verdicts on words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks.matching.prefilter import Prefilter
from newslint.checks.word_cache import WordVerdicts

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


class Context:
    """What all checks of a linter share, so that text is searched and words are judged once."""

    __slots__ = ("knowledge", "prefilter", "word_verdicts")

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.prefilter = Prefilter()
        self.word_verdicts = WordVerdicts()
