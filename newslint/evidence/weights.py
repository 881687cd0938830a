"""Weights: how much each feature says, in powers of ten of the odds.

+1 makes "one name, misspelt" about ten times likelier. They follow what is published on misspelt
names (docs/evidence.md says what and where) and were checked on labelled copy, not fitted to it.
"""

from __future__ import annotations

from newslint.lexicon.lexicon import CAPITAL, FAMILY, GIVEN, PLACE, WORD

REPORT = 0.85
"""Weight from which a pair is reported; the other half of the pair is then called wrong."""

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

DOUBT = 2.0
"""Weight from which the world's word alone is reported."""

EVERY_LETTER = 0.3

USUAL_LETTERS = 6
"""What each letter above the usual weighs: long words do not meet by chance."""

RENOWN = 0.5
"""What each power of ten in the right word's familiarity weighs."""

TYPOS_COUNTED = frozenset(("transposed", "doubled", "undoubled"))

MISSPELT_SHARE = 2.6
"""Slips so common that corpora count them as words, and by how many powers of ten such a one is
rarer there than the word that was meant ..."""

SLIP_COUNTED = 0.5
"""... and how much of its familiarity counts then."""

COINED = -0.7
"""An ordinary word that is no slip of the fingers, and capitalised or short: coined, perhaps."""

TYPING = frozenset(("transposed", "doubled", "undoubled", "dropped", "added", "moved"))
"""Slips of the fingers; the others are slips of the ear, or meant."""

IN_A_NAME = -1.2
"""The word stands where somebody's family name does, and that can be anything ..."""

NOBODY_CALLED_SO = 2.0
"""... which counts so many times if the word that is meant is nobody's name."""

NOT_TYPING = -0.4
"""The slip is one of the ear: abroad, such a word is often another."""

OTHER_ENDING = -0.5
"""... and the last letter is another: Constantina is no slip of Constantine."""

WHEREABOUTS = -1.5
"""The word stands where a place does (in Baure), and the one that is meant is none."""

A_SURNAME = -0.8
"""The doubtful half of a name is a surname that a census lists."""

GIVEN_MEANT = -0.8
"""The word that is meant is a given name, and parents spell those as they like."""

RESPELT = frozenset(("vowel", "sound", "key", "other"))
"""... with another letter, that is (Edgard): letters swapped or left out are slips yet."""

EVERYBODY = 4.2
"""... but for those that are at least so common, which are much else besides (Israel, Victoria)."""

PLACE_MEANT = 0.4
"""The word that is meant is a place, which have one spelling."""

FAMOUS_LAND = 3.8
"""Familiarity from which a land is meant before somebody who is called like it (Israel)."""

LAND, EVERYDAY_LAND = 3.0, 4.7
"""Familiarity from which a land's name is one that stands in the genitive every day, and from which
one does that families bear, whose plural is another word (the Powells) ..."""

GENITIVE = 3.0
"""... and what it weighs that a word is such a genitive but for the apostrophe ..."""

PLURAL = -3.0
"""... unless it stands as plurals do: the two Koreas."""

UNLISTED_MEANT = -0.4
"""No dictionary, gazetteer or census has the word that is meant."""

ACCENTED = -1.5
"""The "wrong" one bears an accent: it was meant."""

USED_AGAIN = -0.8
"""The word stands in the article more than once."""

EXPLAINED = -1.2
"""The article says what it is, as nobody does of what everybody knows; or it is a company."""

AMONG_NAMES = -1.2
"""An ordinary word is meant, and it stands in a list between two names that nobody knows."""

INNER_CAPITAL = -0.8
"""Brands are written so (HarperCollins)."""

PHRASE = 1.2
"""The two words are a known name once the one is mended."""

IN_BOOK = 0.9
"""The known name is one that the desk's book has."""

LEFT_OUT = -0.6
"""... and has more words, which the article leaves out."""

NO_NAMESAKE = 0.6
"""... and it is no person's, which others may bear."""

NAMESAKE = -0.7
"""... and a given name and a surname, but not the book's: many are called nearly so."""

COMMON_NAMESAKE = -0.2
"""... and the more so, for each power of ten in it, the commoner the given name."""

COMMON_OF_BOOK = -0.3
"""... and the book's, where another letter stands in the family name: Jonathan Pryke, Pryce."""

UNHEARD_OF = 0.5

HEARD_NAME = -1.0
"""What each power of ten by which the doubtful half of a person's name has been heard before
weighs, from this familiarity on: somebody is called so."""

PHRASE_RENOWN = 0.5
"""What each power of ten of further titles that begin with that name weighs."""

RARE_COMPANY = 0.5

RARE_COMPANY_AT_LEAST = -1.5

ORDINARY_COMPANY_AT_LEAST = -0.5

RARE = 2.8
"""What each power of ten by which the right half is rarer than `RARE` weighs: the rarer the
surer. A common one weighs against, down to a bound, and less if it is no name at all (South)."""

ORDINARY_PAIR = -0.5
"""Both halves of the known name are ordinary words: many a phrase is a title."""

KNOWN_WORD = -1.0
"""What each power of ten by which the doubtful word itself is known weighs."""

MISSPELT = 2.4
"""Weight from which an ordinary word is reported."""

MISSPELT_SURELY = 4.5

CLEAR_LEAD = 1.6
"""Weight, and lead over the second-best word, from which its fix is safe ..."""

SHORT_LEAD = 1.0
"""... and how much of their lead short words lose ..."""

IN_DOUBTFUL_PLACE = -1.0
"""... unless a list has one correction, nothing else is likelier, and the place weighs so much."""

LISTED_AS = 0.7
"""How far a listed correction is ahead of others that the same word may stand for."""

MARK_LEFT_OUT = 3.0
"""The right one is the same but for an apostrophe (theyre) or, where a list has it, for spaces or
hyphens (inspite): it is meant before all others."""

SLIP_OF_WORD = 1.5
"""What the kind of slip weighs in ordinary words, as a multiple of what it does in names."""

SLIPS_OF_WORDS = {"first": -0.4, "last": 0.1, "several": -0.9, "many": -0.9}
"""Where a slip says something else of ordinary words than of names, which differ by such."""

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
"""Two of the words around it are not English either; each more weighs half as much."""

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
"""Brackets, asterisks or an apostrophe stand for its other letters: "[t]hese", f***ing, workin'."""

ACRONYM = -3.0
"""The word is short, and alone has nothing but capitals: an acronym."""

NAMED = -3.0
"""The word stands in quotation marks by itself: it is coined, or spoken of."""

HALF_OF_WORD = -5.0
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

BOTH_SMALL = 5.8
"""... and from which the two make no compound: nobody coins a word of "in" and "which"."""

HALF = 2.0
"""What the rarer half of a compound has above this Zipf frequency weighs against a slip."""

DERIVATION = -2.5

STEM = 2.5
"""The word is derived from one that has this Zipf frequency or more."""


PRINTED = -1.2
"""Nobody prints the name as it stands, and many print one that is a slip away: what is left of the
odds beside the counts. Both halves are as common as they are printed ..."""

PRINTED_ALONE = -2.0
"""The same of a name of one word, which is a slip of the fingers away."""

NAMES_PRINTED = 6e6
"""... among so many names of two halves ..."""

TITLES_PRINTED = 10
"""... of which so many titles in the encyclopedia make one that is printed ..."""

UNPRINTED = 0.3
"""... and so many stand for a half that nobody prints."""

SOME_PUBLISHERS, FEW_PUBLISHERS = 6, -0.5
"""With fewer publishers the printed name may be a slip itself."""

OFTEN_PRINTED = 140
"""So often printed, a half is no slip of another."""

BORNE_TITLES = 6
"""Titles from which a half that nobody prints is somebody's or something's name ..."""

TITLE, REDIRECT = -1.5, -0.5
"""... and what a title of the whole name weighs then, and otherwise: misspellings lead on to the
right name."""

RESPELT_NAME = -1.0
"""Such a half is another's way of writing it: Andrey, Behari."""

GOES_ON, GOES_ON_OTHERWISE = -1.0, -2.5
"""Nobody prints the name with the word that stands behind it (Park Geon Mi); and most go on with
another."""

MAY_BE_WORD = -0.8
"""What each power of ten weighs by which the half is a commoner word than a rare one, if it is no
slip of the fingers: it may be meant."""

AGED = -2.0
"""The article gives an age behind the name, as it does of people whom nobody knows."""

IN_TITLE_CASE = -0.3
"""What each power of ten weighs by which a word is commoner than a rare one, among words that all
have capitals."""

FITTING = 3.0
"""A word that nobody prints, and one a slip away that does stand in such places: what is left of
the odds beside how much oftener it does than unknown words and names ..."""

IN_USE = 3.2
"""... unless it has this Zipf frequency, or more."""

KNOWN_UNPRINTED = 0.7
"""What each power of ten of its familiarity weighs against that."""

IN_DICTIONARY, MAY_BE_NAME = -1.6, -1.2
"""A large dictionary has the word; or it has a capital and is short, or no slip of the fingers."""

UNCOUNTED_PAIR, NO_PAIR = 1.5, 0.01
"""How often two words stand together that are not counted as a pair, at most and at least."""

GLUED = 3.5
"""A word of every day and a name without the space between them: starAda, UNat."""

OTHER_LINK = 1.0
"""Nobody prints the name with this small word in it, and some do with one that is a slip away."""
