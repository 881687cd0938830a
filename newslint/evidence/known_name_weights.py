"""Weights of question 2, whether an unknown name is a known one misspelt, in powers of ten."""

from __future__ import annotations

DOUBT, DOUBT_OF_BORNE = 2.0, 3.0
"""Weights from which the world's word alone is reported: a name's, and a word's or a person's."""

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

TYPING = frozenset(("transposed", "doubled", "undoubled", "dropped", "added", "moved", "syllable"))
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

UNHEARD_HALF = 1.7
"""Nobody has heard of a word, and the encyclopedia has a title with one that is a slip away and the
word beside it: what is left of the odds beside the number of such titles ..."""

SWAPPED_HALF = 0.7
"""... and if the slip is two letters swapped, of which names hardly ever are made ..."""

UNHEARD_ZIPF = 1.0
"""... where nobody has heard of a word that has less than this Zipf frequency."""
