"""Weights of question 3, whether an unlisted word is another word misspelt, in powers of ten."""

from __future__ import annotations

MISSPELT = 2.4
"""Weight from which an ordinary word is reported."""

AGREED = 1.0
"""The most that an unlisted misspelling by the weights set by hand adds to the model's score."""

LISTED_LEAST = 0.9
"""A listed misspelling with a capital adds what it weighs beyond this, without a limit."""

TWICE = 3.0
"""What the score lacks of a word that stands twice, and so is known to its writer."""

MISSPELT_SURELY = 4.5

CLEAR_LEAD = 1.6
"""Weight, and lead over the second-best word, from which a fix is safe ..."""

SHORT_LEAD = 1.0
"""... and how much of their lead short words lose ..."""

IN_DOUBTFUL_PLACE = -1.0
"""... unless a list has one correction, nothing is likelier, and the place weighs at least this."""

LISTED_AS = 0.7
"""How far a listed correction is ahead of others that the same word may stand for."""

MARK_LEFT_OUT = 3.0
"""Only an apostrophe is missing (theyre) or, in a listed slip, a space or hyphen (inspite)."""

SLIP_OF_WORD = 1.5
"""What the kind of slip weighs in ordinary words, as a multiple of what it does in names."""

SLIPS_OF_WORDS = {
    "first": -0.4,
    "first_key": 0.0,
    "last": 0.1,
    "several": -0.9,
    "many": -0.9,
    "syllable": 1.5,
}
"""Added weights of slips in ordinary words, where they differ from those in names."""

COMMON = 3.2
"""A word that is at least so common needs no search for others two slips off."""

CAPITALISED = -4.1
"""A capitalised word that no dictionary has is mostly a name."""

MEANT_ELSEWHERE = 3.6
"""The word that is meant stands in the article, in lower case ..."""

EVERYWHERE = 5.3
"""... unless it is so common that it stands in every article."""

OPENS_SENTENCE = 1.2
"""The capital may be the sentence's."""

AMONG_FOREIGN = -3.0
"""Two of the words around it are not English; each further one weighs half as much."""

BESIDE_FOREIGN = -3.0
"""A small word of another language stands beside it (La cama), or it is one before a name."""

SPECIES = -9.0
"""It is the second word of a Latin name."""

FOREIGN_LETTER = -6.0
"""The word bears an accent: no slip puts one there (agrément)."""

IN_UNKNOWN_NAME = -2.5

UNHEARD = 1.0
"""It stands in a name of several words of which another is not English, or rarer than this."""

DRAWN_OUT = -1.5
"""A vowel stands thrice in a row: spelt as it was said (pleeease)."""

CLIPPED = -3.0
"""An apostrophe before the word: speech spelt as it sounds ('orrible)."""

GLOSSED = -3.0
"""The word alone stands in brackets, or brackets behind it say what it means: a foreign one."""

PART_OF_WORD = -9.0
"""Brackets, asterisks or an apostrophe replace some of its letters: "[t]hese", f***ing, workin'."""

NO_WORD = -6.0
"""A place that weighs so much shows no word of the copy: code, masked, part of another word."""

ACRONYM = -3.0
"""The word is short, and alone has nothing but capitals: an acronym."""

NAMED = -3.0
"""The word stands in quotation marks by itself: it is coined, or spoken of."""

HALF_OF_WORD = -6.0
"""With what it is hyphened to it makes a word (pre-empted) ..."""

IN_HYPHENS = -1.8
"""... or it makes none, and may be half of a compound yet."""

NAME_TITLES = 30

WORD_TITLES = 150
"""Titles from which a capitalised word is a name, and from which any word is one."""

COMMON_ENOUGH = 2.8
"""Zipf frequency from which a word counts as English without a dictionary."""

FOREIGN_USE = 0.5

NAME_USE = 0.4
"""What an unlisted word in small letters keeps of its frequency if other languages have it, and
of its standing in titles, which are mostly names."""

BOTH_COMMON = 5.0

RUN_TOGETHER = -1.0
"""Zipf frequency from which two words may be run together, and what that weighs ..."""

BOTH_IN_USE = 3.0
"""... or this, if news prints the one behind the other ..."""

BOTH_SMALL = 5.8
"""... and from which the two make no compound: nobody coins a word of "in" and "which"."""

HALF = 2.0
"""What the rarer half of a compound has above this Zipf frequency weighs against a slip."""

DERIVATION = -2.5

STEM = 2.5
"""The word is derived from one that has this Zipf frequency or more."""
