"""Compiles the scanner of `native/` into `newslint/native`, where there is a compiler.

The build hook does it with setuptools, which knows the compilers of every system.
"""

from __future__ import annotations

import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory

OLDEST = "0x030B0000"
"""The Python from which one build serves all: 3.11."""

TAG = "cp311-abi3"


def compile_scanner(root: Path) -> str:
    """Compile the scanner; return what went wrong, and "" if nothing did.

    What was compiled earlier is removed first: it may be of other sources.
    """
    folder = root / "newslint" / "native"
    for earlier in (*folder.glob("_scanner*.so"), *folder.glob("_scanner*.pyd")):
        earlier.unlink()
    try:
        _compile(sorted(root.glob("native/*.c")), folder)
    except Exception as error:  # no compiler, no headers, a Python without the limited API
        return f"{type(error).__name__}: {error}"
    return ""


def _compile(sources: list[Path], folder: Path) -> None:
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    scanner = Extension(
        "newslint.native._scanner",
        [str(source) for source in sources],
        py_limited_api=True,
        define_macros=[("Py_LIMITED_API", OLDEST)],
    )
    command = build_ext(Distribution({"name": "newslint", "ext_modules": [scanner]}))
    with TemporaryDirectory() as scratch:
        command.build_lib = command.build_temp = scratch
        command.ensure_finalized()
        command.run()
        for made in map(Path, command.get_outputs()):
            fresh = folder / f"{made.name}.new"
            fresh.write_bytes(made.read_bytes())
            fresh.replace(folder / made.name)  # whoever runs the earlier one keeps it


def wheel_tag() -> str:
    """The tag of a wheel that has the scanner."""
    return f"{TAG}-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
