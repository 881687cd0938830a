"""Weights of what the counts of news say of words that stand together, in powers of ten."""

from __future__ import annotations

UNCOUNTED_PAIR, NO_PAIR = 1.5, 0.01
"""How often two words stand together that are not counted as a pair, at most and at least."""

GLUED = 3.5
"""A word of every day and a name without the space between them: starAda, EUin."""

OTHER_LINK = 1.0
"""Nobody prints the name with this small word in it, and some do with one that is a slip away."""

LED_TO = 100
"""News prints a name so many times as often as a misspelling of it that is a title, too."""
