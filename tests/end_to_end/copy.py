"""Copy that tests of the command share."""

from __future__ import annotations

CLEAN = "The harbour was quiet on Monday.\n"

WRONG = "Lena Harstorm spoke first. Then Harstom’s brother spoke.\n"

RIGHT = "Lena Harstorm spoke first. Then Harstorm’s brother spoke.\n"
