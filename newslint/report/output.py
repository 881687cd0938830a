"""Write reports and diffs to a stream or a file.

What a tool reads is UTF-8 everywhere; what a person reads is in the terminal's own encoding, with a
question mark rather than a crash for what that cannot show.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from newslint.core.errors import NewslintError, os_error_text
from newslint.report.disarm import bytes_for_people, for_people

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, TextIO

    from newslint.report.format import Format, Run


class Output:
    """A stream or file that writes text and bytes in order.

    A stream may be a terminal or a CI log, so commands to either are disarmed in its text; but not
    in the report of a format that does so itself, as GitHub's does: that consists of commands.
    """

    __slots__ = ("_disarmed", "_disarms", "_encoding", "_errors", "_file", "_is_stream", "_lively")

    def __init__(
        self,
        file: IO[bytes] | None,
        encoding: str = "utf-8",
        lively: bool = False,
        is_stream: bool = True,
        disarms: bool = True,
    ) -> None:
        self._file = file
        self._encoding = encoding
        self._errors = "backslashreplace" if encoding == "utf-8" else "replace"
        self._lively = lively
        self._is_stream = is_stream
        self._disarms = disarms and is_stream
        self._disarmed = False

    @classmethod
    def to_stream(cls, stream: TextIO | None, for_people: bool, disarms: bool = True) -> Output:
        """Write to standard output or error; None (Python's closed stream) discards all."""
        if stream is None:
            return cls(None)
        encoding = stream.encoding if for_people else "utf-8"
        return cls(stream.buffer, encoding, stream.isatty(), disarms=disarms)

    def text(self, text: str) -> None:
        """Write text; flush it if the output is a terminal."""
        if text:
            shown = for_people(text) if self._disarms else text
            self.bytes(shown.encode(self._encoding, self._errors))

    def diff(self, data: bytes, colour: bool = False) -> bool:
        """Write a diff, disarmed for a stream; return whether that first changed anything.

        In colour it is for a terminal only: `git apply` does not take it.
        """
        shown = bytes_for_people(data) if data and self._is_stream else data
        self.bytes(_coloured(shown) if colour else shown)
        before, self._disarmed = self._disarmed, self._disarmed or shown != data
        return self._disarmed and not before

    def bytes(self, data: bytes) -> None:
        """Write bytes as they are."""
        if self._file is None:
            return
        try:
            self._file.write(data)
            if self._lively:
                self._file.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise NewslintError(f"cannot write the report: {os_error_text(error)}") from None

    def flush(self) -> None:
        """Write everything out now, so that an error can still be reported."""
        lively, self._lively = self._lively, True
        self.bytes(b"")
        self._lively = lively


def _coloured(diff: bytes) -> bytes:
    from newslint.report.diff_colours import coloured

    return coloured(diff.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


@contextmanager
def to_file(path: str) -> Iterator[Output]:
    """Write to a file, which appears at `path` when it is complete and nothing failed."""
    from newslint.storage.atomic_write import write_output

    try:
        with write_output(path) as file:
            yield Output(file, is_stream=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NewslintError(f"{path}: {os_error_text(error)}") from None


class Report:
    """Writes a report file by file, with the separators of its format."""

    __slots__ = ("_begun", "_format", "_output")

    def __init__(self, output: Output, format_: Format) -> None:
        self._output = output
        self._format = format_
        self._begun = False

    def add(self, pieces: Sequence[str]) -> None:
        """Write the findings of one more file."""
        for piece in pieces:
            self._output.text((self._format.BETWEEN if self._begun else self._format.HEAD) + piece)
            self._begun = True

    def end(self, run: Run) -> None:
        """Write the end and, if there were no findings, the beginning too."""
        self._output.text(("" if self._begun else self._format.HEAD) + self._format.tail(run))


def print_stdout(text: str, for_people: bool = True) -> None:
    """Print all output of a command on standard output."""
    from newslint.report.terminal_text import visible

    stdout = Output.to_stream(sys.stdout, for_people)
    stdout.text("\n".join(map(visible, text.split("\n"))) if for_people else text)
    stdout.flush()


def print_lines(lines: Iterable[str]) -> None:
    """Print lines on standard output, for people."""
    print_stdout("".join(f"{line}\n" for line in lines))


def print_stderr(line: str) -> None:
    """Print one line on standard error, with control characters made visible."""
    from newslint.report.terminal_text import visible

    stderr = Output.to_stream(sys.stderr, for_people=True)
    stderr.text(visible(line) + "\n")
    stderr.flush()
