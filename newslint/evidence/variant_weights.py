"""Weights of question 1, of familiarity and of kinds of slip, in powers of ten of the odds.

+1 makes "one name, misspelt" about ten times likelier. They follow what is published on misspelt
names (docs/evidence.md says what and where) and were checked on labelled copy, not fitted to it.
"""

from __future__ import annotations

from newslint.lexicon.lexicon import CAPITAL, FAMILY, GIVEN, PLACE, WORD

REPORT = 0.85
"""Weight from which a pair is reported; the other half of the pair is then called wrong."""

FITTED_AGREES, FITTED_ALONE = 0.8, 4.3
"""By how much a fitted score must exceed the least to agree with weights that are not sure, and so
that a pair is reported by it alone."""

SURE = 2.0
"""Weight from which the fix is safe ..."""

LEAD = 1.0
"""... if the form is so far ahead of any other that may be meant."""

LISTED = {WORD: 2.2, CAPITAL: 2.2, PLACE: 1.5, GIVEN: 1.5, FAMILY: 1.0}
"""How familiar a word is at the least that a dictionary, a gazetteer or a census lists. Familiarity
is on the scale of Zipf frequencies: a power of ten a step, 3 for once in a million words."""

LISTED_UNUSED = 1.5
"""... and how familiar one is as a name that a dictionary has and hardly anybody writes."""

LISTED_AGAINST = 1.5
"""How much of its familiarity a word owes to a misspelling, where it is listed as one."""

KNOWN = 1.5
"""Familiarity from which the world knows a name."""

HEARD_OF = 1.0
"""Familiarity from which somebody has been called so: then no fix is safe."""

LITTLE_KNOWN = 2.3
"""Familiarity up to which a word may be no word: misspellings are counted as uses, too."""

EVERYDAY = 5.4
"""Zipf frequency from which a word is one of every day."""

COMMON_WORD = 4.0
"""Zipf frequency from which a name that no census lists is no given name."""

SMALL_WORD = 6.2
"""Zipf frequency from which a word is one of the smallest, whatever else is called so (That)."""

MERE_WORD = 2.5
"""Zipf frequency from which a word that nobody is called is no misspelt name."""

GIVEN_NAME_TITLES = 20
"""Titles from which a name that no census lists may be a given name of another country."""

STEM_KNOWN = 1.6
"""Familiarity from which the shorter form may be what the longer is made of."""

NAME_KNOWN = 2.5
"""Familiarity from which a form in -s is a name by itself (Christmas), no plural."""

PEOPLE_KNOWN = 0.3
"""... and from which one in -ian or -ese may be a people that somebody has heard of."""

KNOWN_LAND = 1.0
"""Familiarity from which there is a land, to which nobody need have gone."""

RARE_NAME = 3.0
"""Familiarity from which words are made of a name."""

BORNE, COMMON_HALF = 2.3, 4.5
"""Familiarity from which a spelling is what others are called, and from which the rest of the
name is no help: the rarer the right half, the surer."""

RARE_SURNAME = 2.5
"""Familiarity below which two in one article hardly bear a surname by chance."""

RARE_GIVEN_NAME = 3.0
"""Familiarity below which a word before a name is a given name before it is a place (Khamis)."""

FAMOUS = 2
"""A name that stands oftener and is never introduced needs no introduction."""

NEARBY = 5
"""Words within which two full names can be joined: Kate Halloway and Kate Holloway."""

TIE = 0.5
"""Two forms that stand as often and are as familiar, within this, are a tie."""

BETTER_KNOWN, BETTER_LISTED = 1.0, 0.5
"""By how much the better-known form must be so to be the right one, however often each stands;
and by how much where it is in a list, and the other in none ..."""

OUTNUMBERED = 3
"""... unless the other stands so many times as often."""

KNOWN_RIGHT = 1.6
"""A known word and an unknown one beside it: what the unknown one would weigh."""

UNKNOWN_RIGHT = 1.0
"""Two unknown words: every article brings some, so that says less."""

LISTED_SLIP = 2.0
"""A list of known misspellings has the wrong one."""

RARER = 0.4

RARER_AT_MOST = 0.5
"""What each power of ten in familiarity between two known ones weighs, up to a bound."""

FAR = 2.8

FAR_RARER = 0.4
"""... and what it weighs besides if they are `FAR` powers of ten apart, or more."""

ORDINARY_RIGHT = -0.8
"""The "right" one is an ordinary word: hardly a name."""

EVERYDAY_RIGHT = -1.2
"""... or one of every day."""

LONG_NAME, LONG_LETTERS = 0.4, 8

SHORT_NAME, SHORT_LETTERS = -0.2, 4
"""The shorter of the two has at least, or at most, so many letters."""

MORE_OFTEN = 0.3

MORE_OFTEN_AT_MOST = 1.0
"""What each doubling of the right form's share weighs, up to a bound: a slip is the rarer form."""

REPEATED, OFTEN = -0.6, 3
"""The wrong one stands so often, or oftener: somebody means it."""

SAME_GIVEN_NAME = 1.6

SAME_COMPANY, SAME_PLAIN_COMPANY = 1.2, 0.6
"""Both stand beside the same name, given or other; or beside the same ordinary word."""

OTHER_GIVEN_NAME = -2.0

OTHER_GIVEN_NAME_OF_NOBODY = -1.2

OTHER_OFFICE = -0.5
"""The wrong one is a general or minister, and the right one is called neither."""

NEVER_INTRODUCED = 0.5
"""Only one of the two has a full name in the article."""

KNOWN_AT_WORST = -0.3
"""How much against a slip it says that the world knows the wrong form, where it bears the same
given name as the right one, or is a Mr or Ms whom nobody introduced."""

STRANGER_AT_WORST = -9.0
"""... and how much where it may be somebody else's: without a bound that any name reaches."""

HEARD = 0.5
"""Who was never introduced speaks, or is called Mr or Ms: people are introduced before."""

OTHER_PART = -1.0
"""The wrong one begins a name and the right one ends another."""

PERSON_FOR_LAND = -1.5
"""The wrong one has a given name, and the right one is a place that nobody is called by."""

SIDE_BY_SIDE = -2.5
"""A conjunction joins the two, as in "Iran and Iraq"."""

FOREIGN_WORD = -0.6

FOREIGN_ONLY = -0.9
"""The "wrong" one is a common word of another language; and no English list has it."""

KNOWN_IN_FULL = -1.2
"""The world has the "wrong" one as part of the name that it stands in."""

PLACES_LOOKED_AT = 10
"""... in one of so many places at most: what stands so often is judged by the first."""

MEANT_IN_FULL = 0.6
"""The world has the right one as part of the name that the "wrong" one stands in, and only it."""

AS_OFTEN = -0.1
"""The wrong one stands as often as the right one, or more often."""

SLIPS = {
    "transposed": 1.0,
    "doubled": 0.6,
    "undoubled": 0.6,
    "dropped": 0.5,
    "added": 0.5,
    "moved": 0.4,
    "vowel": 0.4,
    "sound": 0.4,
    "key": 0.3,
    "other": 0.1,
    "clipped": -0.1,
    "last": -0.6,
    "several": -0.5,
    "many": -1.5,
    "first": -1.2,
}
"""How much the kind of slip says. A changed first letter is rarely a slip, a changed last one
often another word."""
