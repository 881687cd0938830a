"""Fuzzing led by coverage (atheris): every reader, and every fix that is called safe.

`make fuzz-coverage` installs atheris (the group `fuzz`; it has wheels for some Pythons only) and
runs until it is stopped or something does not hold. The properties are those of `tools/fuzz.py`,
and of fixing: it ends, a second run changes nothing, and what is fixed can be read again. It
begins with the samples of `tools/fuzz.py`, and keeps what it finds new in `build/fuzz-coverage`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newslint"]):
    from fuzz import LONGEST, SAMPLES, judge, packed, read

    from newslint.book.settings import Settings
    from newslint.core.errors import SourceError
    from newslint.engine.fixer import FixResult, KeepAll, fix_source
    from newslint.engine.linter import open_linter
    from newslint.runner.rewrite import read_again
    from newslint.text.formats.reading import load_bytes
    from newslint.text.source import Source

LINTER = open_linter(Settings())

ENDINGS = tuple(SAMPLES)

CORPUS = Path(__file__).parents[1] / "build" / "fuzz-coverage"


def fixed(source: Source) -> FixResult:
    """The source with all safe fixes made, each round judged as the next run will read it."""
    return fix_source(source, LINTER.examine, KeepAll(), unsafe=False, read_again=read_again)


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


def plant(folder: Path) -> None:
    """Write a sample of each format into the folder, as inputs to begin with."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(SAMPLES.values()):
        (folder / f"sample-{number}").write_bytes(bytes([number]) + sample.encode())


if __name__ == "__main__":
    plant(CORPUS)
    atheris.Setup([*sys.argv, str(CORPUS)], one_input)
    atheris.Fuzz()
