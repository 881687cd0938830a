"""Fuzzing led by coverage (atheris): every reader, and every fix that is called safe.

`make fuzz-coverage` installs atheris (the group `fuzz`; it has wheels for some Pythons only) and
runs until it is stopped or something does not hold. The properties are those of `tools/fuzz.py`,
and of fixing: it ends, a second run changes nothing, and what is fixed can be read again.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["newslint"]):
    from fuzz import LONGEST, SAMPLES, judge, packed, read

    from newslint.book.settings import Settings
    from newslint.core.errors import SourceError
    from newslint.engine.fixer import FixResult, KeepAll, fix_source
    from newslint.engine.linter import open_linter
    from newslint.text.formats.reading import load_bytes
    from newslint.text.source import Source

LINTER = open_linter(Settings())

ENDINGS = tuple(SAMPLES)


def fixed(source: Source) -> FixResult:
    """The source with all safe fixes made."""
    return fix_source(source, LINTER.examine, KeepAll(), unsafe=False)


def one_input(data: bytes) -> None:
    """Read, judge and fix an input; its first byte selects the format."""
    if not data:
        return
    ending, data = ENDINGS[data[0] % len(ENDINGS)], data[1 : LONGEST + 1]
    was_read = read(data, ending)
    if not was_read:
        return
    judge(*was_read, data)
    try:
        once = fixed(was_read[0])
    except SourceError:
        return
    written = once.source.to_bytes()
    again = fixed(load_bytes(written, f"a.{ending}"))
    assert again.source.to_bytes() == written, "a second run changes something"
    if not once.fixed:
        assert written == (packed(data) if ending == "docx" else data), "changed without a fix"


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
