"""Weights for names and words that no publisher prints, in powers of ten of the odds."""

from __future__ import annotations

PRINTED = -1.2
"""Bias: nobody prints the name as it stands, and many print one that is a slip away. Both
halves are as common as they are printed ..."""

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

UNCOUNTED_PAIR, NO_PAIR = 1.5, 0.01
"""How often two words stand together that are not counted as a pair, at most and at least."""

GLUED = 3.5
"""A word of every day and a name without the space between them: starAda, EUin."""

OTHER_LINK = 1.0
"""Nobody prints the name with this small word in it, and some do with one that is a slip away."""

LED_TO = 100
"""News prints a name so many times as often as a misspelling of it that is a title, too."""
