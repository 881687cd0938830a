"""Compiles the inner loop of `tools.counts.vectors`, which is in C: stochastic gradient descent."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CDLL, c_float, c_int64
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from numpy.ctypeslib import ndpointer

SOURCE = Path(__file__).with_name("descent.c")

COMPILER = ("cc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC")

ARRAYS = "u2 i4 u1 u1 i4 i4 i4 f4 f4 f4"
"""Types of the arrays that the loop takes: tokens, kinds, and so on, as descent.c names them."""


def compile_descent(constants: dict[str, int]) -> Callable[..., None]:
    """Return the loop for vectors of one length; descent.c says what `constants` it needs."""
    defined = [f"-D{name}={value}" for name, value in constants.items()]
    with TemporaryDirectory() as scratch:
        library = Path(scratch) / "descent.so"
        run([*COMPILER, *defined, "-o", library, SOURCE, "-lm"], check=True)
        descend = CDLL(str(library)).descend
    arrays = [ndpointer(kind, flags="C") for kind in ARRAYS.split()]
    descend.argtypes = [*arrays, *(c_int64,) * 3, c_float]
    descend.restype = None
    return descend
