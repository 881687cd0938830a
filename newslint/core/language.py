"""Language tags, such as en-GB, and what they mean for copy.

Tags are those of BCP 47, which HTML, XML and JSON feeds use as well: a language, and perhaps a
script, a region and variants behind it.
"""

from __future__ import annotations

import re

from newslint.core.errors import NewslintError

ENGLISH = "en"
"""The default language of copy, and the language of the shipped book."""


ANY = "any"
"""The language of rules that hold in every language."""


OPEN = ("", ENGLISH, "eng", "english", "mul", "und", "x")
"""Primary tags of copy that may be English: unknown, mixed or x-default. Feeds also say "English",
whatever their standards ask for."""


SPELLINGS = {"gb": "british", "us": "american"}
"""Regions whose spelling of English is a style. Others mix both: Canada has colour and analyze."""


_TAG = (  # not compiled before it is needed: start-up time
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{4})?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
)

_KNOWN = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv "
    "cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr "
    "ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw "
    "ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv "
    "ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh "
    "yi yo za zh zu"
)
"""Languages of two letters (ISO 639-1). Any tag of three letters is accepted."""


_MEANT = {
    "american": "en-US",
    "british": "en-GB",
    "english": "en",
    "french": "fr",
    "gb": "en-GB",
    "german": "de",
    "spanish": "es",
    "us": "en-US",
}
"""Tags for names of languages and regions that people write by mistake."""


def is_english(tag: str) -> bool:
    """Whether a language tag (en-GB) means English or is empty.

    >>> [is_english(tag) for tag in ("EN_us", "", "English (UK)", "de-AT")]
    [True, True, True, False]
    """
    return _primary(tag) in OPEN


def language_of(tag: str) -> str:
    """The primary language of a tag; `en` unless the tag names another.

    >>> [language_of(tag) for tag in ("en-GB", "", "und", "de-AT")]
    ['en', 'en', 'en', 'de']
    """
    return ENGLISH if is_english(tag) else _primary(tag)


def spelling_of(tag: str) -> str:
    """The spelling style of an English tag's region; empty if none.

    >>> [spelling_of(tag) for tag in ("en-GB", "en-Latn-US", "en-CA", "en", "uk", "de-us")]
    ['british', 'american', '', '', '', '']
    """
    read = re.fullmatch(_TAG, tag.lower())
    return SPELLINGS.get(read["region"] or "", "") if read and is_english(tag) else ""


def language_fault(tag: str) -> str | None:
    """A hint for a tag that names no language; None if it names one.

    >>> [language_fault(tag) for tag in ("de-AT", "en_GB", "gb")]
    [None, 'write en-GB', 'write en-GB']
    >>> language_fault("klingonese")
    'write a tag such as en, en-GB or de'
    """
    read = re.fullmatch(_TAG, tag.lower())
    if read and (len(read["language"]) == 3 or read["language"] in _KNOWN.split(" ")):
        return None
    hyphened = tag.replace("_", "-")
    if hyphened != tag and language_fault(hyphened) is None:
        return f"write {hyphened}"
    return f"write {_MEANT.get(tag.lower(), 'a tag such as en, en-GB or de')}"


def known_language(tag: str) -> str:
    """The tag if it is empty or names a language; a NewslintError otherwise."""
    hint = language_fault(tag) if tag else None
    if hint is not None:
        raise NewslintError(f"'{tag}' is no language ({hint})")
    return tag


def _primary(tag: str) -> str:
    """The first part of a tag, in small letters."""
    return re.split("[^a-z]", tag.strip().lower(), maxsplit=1)[0]
