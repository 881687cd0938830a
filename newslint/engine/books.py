"""Open and compile books with every kind of rule that there is: `newslint.book.book` by name."""

from __future__ import annotations

from functools import partial

from newslint.book import book
from newslint.checks.kinds import ALL_KINDS

open_book = partial(book.open_book, kinds=ALL_KINDS)
every_rule = partial(book.every_rule, kinds=ALL_KINDS)
compile_book = partial(book.compile_book, kinds=ALL_KINDS)
compile_shipped = partial(book.compile_shipped, kinds=ALL_KINDS)
