"""Whether the text around a word is English.

For one word the answer is a weight against its being a misspelt English word; for a passage it is
yes or no.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter

from newslint.core.finding import Span
from newslint.evidence import typo_weights as typo_w
from newslint.evidence.english_word import is_english, is_foreign
from newslint.evidence.joined_words import joined_by_place
from newslint.evidence.local_context import SPACES, STOPS, is_in_brackets
from newslint.lexicon.lexicon import FAMILY, FOREIGN
from newslint.text.english import ABBREVIATIONS, SMALL_WORDS
from newslint.text.letters import plain_marks
from newslint.text.scopes import PARAGRAPH, sentences_of, stretches
from newslint.text.tokenizer import WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


SMALL = frozenset(
    (
        "aux avec con da das degli de dei del della delle der des di dos du e ein eine el en est "
        "et fra gli il ist ich je la las le les los mit na nella nicht nous och para por pour que "
        "se sul sulla sur un una und une vom von y zu zum zur"
    ).split(" ")
)
"""Small words of other languages that are none of English."""

IN_NAMES = frozenset(
    (
        "da das de dei del della delle der des di dos du e el il la las le les los mit na vom von "
        "y zu zum zur"
    ).split(" ")
)
"""Those of them that stand in people's names, too."""

AROUND = 5
"""Number of words before and after a word that are examined."""


ENGLISH = SMALL_WORDS - frozenset("in is he it me as at has will be by so our had not".split(" "))
"""Small words of English that no other language has."""

FEW, OUTNUMBERED = 5, 2
"""Minimum small words of other languages in a foreign article, and minimum ratio of them to small
English words."""


def is_foreign_copy(document: Document) -> bool:
    """Whether the article is in another language than English, by its small words."""
    others = sum(document.counts[word] for word in SMALL)
    return others >= FEW and others > OUTNUMBERED * sum(document.counts[w] for w in ENGLISH)


PASSAGE, IN_SMALL_LETTERS = 12, 8
"""Minimum words of a passage, and of them in small letters, to tell its language."""

LEAD = 0.25
"""Minimum lead of foreign over small English words, as a share of a passage's words.

Of 20,000 paragraphs of news the one that came nearest, all "mln dlrs" and "billion dlrs", has 0.17;
sentences in a dozen languages of Europe are above it, but for one in fifty.
"""


class Passages:
    """The passages of an article that are in another language; each is judged once."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self._document = document
        self._knowledge = knowledge
        self._judged: dict[Span, bool | None] = {}
        self._last_line = Span(0, -1)
        self._sentences: dict[Span, list[Span]] = {}

    def is_foreign(self, at: int) -> bool:
        """Whether the text at offset `at` is not English, by its sentence, line or paragraph.

        If all are too short to tell, the whole article decides.
        """
        for place in self._around(at):
            if place not in self._judged:
                text = self._document.text[slice(*place)]
                self._judged[place] = is_foreign_text(text, self._knowledge)
            judged = self._judged[place]
            if judged is not None:
                return judged
        return self._as_a_whole

    @cached_property
    def _as_a_whole(self) -> bool:
        return is_foreign_copy(self._document)

    def _around(self, at: int) -> Iterator[Span]:
        """The sentence that `at` is in, if one line holds it, and then its line and paragraph."""
        line = self._last_line  # findings come in droves, from one place
        if not line.start <= at <= line.end:
            text = self._document.text
            end = text.find("\n", at)
            line = Span(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text))
            self._last_line = line
        paragraph = last_begun(stretches(PARAGRAPH, self._document), at)
        if paragraph:
            if paragraph not in self._sentences:
                self._sentences[paragraph] = sentences_of(self._document.text, paragraph)
            sentence = last_begun(self._sentences[paragraph], at)
            if sentence and line.start <= sentence.start and sentence.end <= line.end:
                yield sentence
        yield line
        if paragraph:
            yield paragraph


def last_begun(spans: Sequence[Span], at: int) -> Span | None:
    """The last of the stretches in order that begins at `at` or before; None if none does."""
    behind = bisect_right(spans, at, key=attrgetter("start"))
    return spans[behind - 1] if behind else None


def is_foreign_text(text: str, knowledge: Knowledge) -> bool | None:
    """Whether `text` is in another language than English; None if it is too short to tell.

    Names tell nothing: what begins with a capital is not looked at, nor are words in another
    script, nor two English words without their space. For English a few words are enough, such as
    stand beside a quoted verse.
    """
    words = [word for word in WORD.findall(text) if is_latin(word, knowledge)]
    small = [word for word in words if word[0].isalpha() and not word[0].isupper()]
    others = sum(is_foreign_alone(knowledge.key(word), knowledge) for word in small)
    lead = others - sum(word in ENGLISH for word in small)
    if lead >= 0 and (len(words) < PASSAGE or len(small) < IN_SMALL_LETTERS):
        return None
    return lead > LEAD * len(small)


def is_latin(word: str, knowledge: Knowledge) -> bool:
    """Whether the word has only letters of English, with or without accents."""
    return word.isascii() or knowledge.key(word).isascii()


def among_foreign(at: int, document: Document, knowledge: Knowledge) -> float:
    """The weight if word `at` stands in a sentence, phrase or name of another language.

    Small words in a person's name do not count: "the plan of Ursula von der Leyen" is English.
    """
    if is_species(at, document, knowledge):
        return typo_w.SPECIES
    beside = is_beside_small(at, document) or is_beside_accent(at, document, knowledge)
    weight = typo_w.BESIDE_FOREIGN if beside else 0.0
    near = (*range(max(0, at - AROUND), at), *range(at + 1, at + 1 + AROUND))
    count = sum(
        stands_foreign(other, document, knowledge) for other in near if other < len(document.words)
    )
    if count >= 2:
        weight += typo_w.AMONG_FOREIGN * count / 2
    return (
        weight
        if weight or not begins_family_name(at, document, knowledge)
        else typo_w.BESIDE_FOREIGN
    )


def is_beside_accent(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether a foreign word, in small letters and with an accent, is beside word `at`."""
    return any(
        0 <= place < len(document.words)
        and document.gap(max(at, place)) in SPACES
        and document.words[place].islower()
        and not plain_marks(document.words[place]).isascii()
        and is_latin(document.words[place], knowledge)
        and not is_english(knowledge.key(document.words[place]), knowledge)
        for place in (at - 1, at + 1)
    )


def stands_foreign(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at`, in small letters, is not English; figures (£5m) are no words."""
    word = document.words[at]
    if not word.islower() or not word[0].isalpha() or not is_latin(word, knowledge):
        return False
    if word in SMALL:
        return is_small(at, document) and (word not in IN_NAMES or leads_on(at, document))
    return not plain_marks(word).isascii() or is_foreign_alone(knowledge.key(word), knowledge)


def is_foreign_alone(key: str, knowledge: Knowledge) -> bool:
    """Whether the folded word is of another language, and not two of English without a space."""
    return is_foreign(key, knowledge) and not any(joined_by_place(key, knowledge))


def is_beside_small(at: int, document: Document) -> bool:
    """Whether a small foreign word stands right before or after word `at`."""
    if at and is_small(at - 1, document) and document.gap(at) in SPACES:
        return True
    behind = at + 1
    return (
        is_small(behind, document)
        and document.gap(behind) in SPACES
        and (
            document.words[at][0].isupper()
            or document.words[behind] not in IN_NAMES
            or leads_on(behind, document)
        )
    )


def is_species(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` is the second of a Latin name: Lysichiton americanus."""
    if not at or not document.words[at].islower():
        return False
    genus = document.words[at - 1]
    if document.gap(at) in STOPS and document.gap(at - 1) != "." and is_short_genus(genus):
        return document.words[at].endswith(LATIN)
    if document.gap(at) not in SPACES:
        return False
    whole = document.words[at].endswith(LATIN) or is_in_brackets(at - 1, at, document)
    latin = genus.endswith(LATIN) and whole
    return genus[0].isupper() and latin and not is_english(knowledge.key(genus), knowledge)


def is_short_genus(word: str) -> bool:
    """Whether `word` may abbreviate a genus: Ph. for Phlebotomus, but not Dr."""
    return word.istitle() and len(word) <= 2 and word.lower() not in ABBREVIATIONS


LATIN = ("us", "a", "um", "is", "i", "ae", "es", "ii", "ens", "ans", "or", "on")
"""Endings of the words of a species' name."""


def is_small(at: int, document: Document) -> bool:
    """Whether word `at` is a small foreign word; LA is a city, and e-mail or de-icing English."""
    if at >= len(document.words) or document.lowered[at] not in SMALL:
        return False
    return not document.words[at].isupper() and document.gap(at + 1) != "-"


def leads_on(at: int, document: Document) -> bool:
    """Whether the word after the small word `at` is in small letters, and so no name."""
    while is_small(at, document):
        at += 1
    return at < len(document.words) and document.words[at].islower()


def begins_family_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` may be the small beginning of a family name (dela Cruz)."""
    flags = knowledge.entry(knowledge.key(document.words[at])).flags
    behind = document.words[at + 1] if at + 1 < len(document.words) else ""
    return bool(
        document.words[at].islower()
        and behind[:1].isupper()
        and flags & FOREIGN
        and flags & FAMILY
        and document.gap(at + 1) in SPACES
    )
