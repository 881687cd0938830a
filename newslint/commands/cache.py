"""`newslint cache ...`: what newslint keeps to be quicker the next time."""

from __future__ import annotations

from newslint.commands.command import Group

TABLE = {
    "stats": ("newslint.commands.cache_stats", "Say where the cache is and what it holds."),
    "clean": ("newslint.commands.cache_clean", "Throw away all that is kept."),
}

command = Group("newslint cache", TABLE, help="See to what is kept between runs.")
