"""`newslint cache ...`: what newslint keeps to be quicker the next time."""

from __future__ import annotations

from newslint.cli.command import Group

TABLE = {
    "stats": ("newslint.cli.commands.cache_stats", "Say where the cache is and what it holds."),
    "clean": ("newslint.cli.commands.cache_clean", "Throw away all that is kept."),
}


command = Group("newslint cache", TABLE, help="See to what is kept between runs.")
