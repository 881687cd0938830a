"""Languages as LanguageTool's clients name them, and which of them a text is in."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.language import is_english, language_fault
from newslint.core.record import NamedTuple
from newslint.evidence.foreign import ENGLISH as ENGLISH_WORDS
from newslint.text.tokenizer import WORD


class Language(NamedTuple):
    """A language: its name, and its code with a region where that matters."""

    name: str
    code: str


ENGLISH = Language("English", "en")

OFFERED = (
    ENGLISH,
    Language("English (Australian)", "en-AU"),
    Language("English (Canadian)", "en-CA"),
    Language("English (GB)", "en-GB"),
    Language("English (New Zealand)", "en-NZ"),
    Language("English (South African)", "en-ZA"),
    Language("English (US)", "en-US"),
)
"""The languages that newslint reads."""

OTHERS = {
    "de": ("German", "der die das und ist nicht mit dem den ein eine auch sich von zu auf"),
    "es": ("Spanish", "el la los las de que y en un una por con del se para es"),
    "fr": ("French", "le la les des et est une dans que qui pour pas sur au avec du"),
    "it": ("Italian", "il la di che e un una per non con del della sono gli nel si"),
    "nl": ("Dutch", "de het een en van is dat op te zijn met voor niet aan er ook"),
    "pt": ("Portuguese", "o os as de que e um uma em para com não do da no na"),
}
"""Other languages that `auto` can tell, by their small words: nothing but characters is checked."""


class Detected(NamedTuple):
    """A language that a text seems to be in, and how surely, from 0 to 1."""

    language: Language
    confidence: float


def is_known(code: str) -> bool:
    """Whether a code names a language, be it one that newslint reads or not."""
    return language_fault(code) is None


def named(code: str) -> Language:
    """The language with this code, under a name if there is one here."""
    for language in OFFERED:
        if language.code.lower() == code.lower():
            return language
    primary = code.partition("-")[0].lower()
    if is_english(code):
        return Language("English", code)
    return Language(OTHERS.get(primary, (code,))[0], code)


def detected(text: str, preferred: Sequence[str] = ()) -> Detected:
    """The language of a text, by its small words; English where nothing speaks against it.

    >>> detected("The mayor has said that it will be built.", ["en-GB"]).language.code
    'en-GB'
    >>> detected("Die Stadt ist nicht mit dem Auto zu erreichen.").language.code
    'de'
    """
    words = [word.lower() for word in WORD.findall(text[:MOST])]
    counts = {code: _count(words, small.split(" ")) for code, (_, small) in OTHERS.items()}
    english = sum(word in ENGLISH_WORDS for word in words)
    best = max(counts, key=lambda code: counts[code])
    rival = english if counts[best] > english else counts[best]
    winner = max(english, counts[best])
    confidence = round((winner + 1) / (winner + rival + 2), 2)
    if counts[best] > english:
        return Detected(Language(OTHERS[best][0], best), confidence)
    variant = next((code for code in preferred if is_english(code)), ENGLISH.code)
    return Detected(named(variant), confidence)


MOST = 5_000
"""Letters of a text that its language is told by."""


def _count(words: Sequence[str], small: Sequence[str]) -> int:
    wanted = frozenset(small)
    return sum(word in wanted for word in words)
