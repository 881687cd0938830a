"""The desk's book during a walk: rulings go into it, and the last one can be taken back."""

from __future__ import annotations

from pathlib import Path

from newslint.authoring import actions
from newslint.book.settings import Layer
from newslint.core.errors import NewslintError
from newslint.core.record import NamedTuple
from newslint.report.output import print_lines, print_stderr, print_stdout
from newslint.runner.rewrite import write
from newslint.runner.runner import Task
from newslint.text.formats.reading import load


class _Entry(NamedTuple):
    """What a ruling changed: the book, and its text before and after; None if it was not there."""

    book: str
    before: str | None
    after: str


class DeskBook:
    """Adds rulings to the book that the configuration names, or begins one."""

    def __init__(self) -> None:
        self.begun = ""
        """The book that takes the rulings if no configuration names one; empty if none is begun."""
        self._entries: list[_Entry] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is an entry of this walk to take back."""
        return bool(self._entries)

    def task_with(self, task: Task) -> Task:
        """The task with the book that was begun as its nearest layer."""
        if not self.begun:
            return task
        settings = task.settings
        layers = (Layer((self.begun,)), *settings.layers)
        return task._replace(settings=settings._replace(layers=layers))

    def add(self, ruling: str, found: str, right: str, task: Task) -> bool:
        """Add a ruling and print what was written where; print the reason if that fails."""
        from newslint.authoring.names_file import FIRST, first_book, grow_book

        configured = first_book(task.settings)
        book = configured or FIRST
        try:
            before = load(book).text if Path(book).exists() else None
            print_lines(grow_book(book, actions.ruling_change(ruling, found, right, book)))
            after = load(book).text
        except NewslintError as error:
            print_stderr(f"error: {error}")
            return False
        if after != before:
            self._entries.append(_Entry(book, before, after))
        self.begun = self.begun if configured else book
        return True

    def undo(self) -> None:
        """Take the last entry back, unless somebody changed the book since."""
        book, before, after = self._entries.pop()
        try:
            source = load(book)
            if source.text != after:
                print_stderr(f"error: {book} has changed since; take the entry out by hand")
                return
            write(source, before or "")
        except NewslintError as error:
            print_stderr(f"error: {error}")
            return
        print_stdout(f"Took the last entry out of {book}.\n")
