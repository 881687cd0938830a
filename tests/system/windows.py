"""Python as it is on Windows, as far as files and processes go; imported before newslint.

What Windows lacks is taken out of the standard library, and what it forbids is refused: reaching
files from an open folder, opening a folder, replacing or removing a file that is open. What only
exists on Windows cannot be tried in this way.
"""

# ruff: noqa: PTH112, PTH115, PTH208

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

LACKING = """
O_CLOEXEC O_DIRECTORY O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH chown fchown fork geteuid getuid
getxattr lchown listxattr removexattr sched_getaffinity setxattr
""".split()

SIGNALS = "SIGHUP SIGKILL SIGPIPE SIG_BLOCK SIG_SETMASK pthread_sigmask".split()

MODULES = "fcntl grp pwd resource termios tty".split()


def pretend() -> None:
    """Make this process's Python like that of Windows."""
    import ctypes

    for name in LACKING:
        if hasattr(os, name):
            delattr(os, name)
    for name in SIGNALS:
        if hasattr(signal, name):
            delattr(signal, name)
    sys.modules |= dict.fromkeys(MODULES)  # type: ignore[arg-type]  # whose import then fails
    ctypes.CDLL = _no_library  # type: ignore[assignment,misc]
    for name in ("access", "open", "rename", "replace", "stat", "unlink", "remove"):
        setattr(os, name, _refusing(getattr(os, name), name))
    os.supports_dir_fd.clear()
    os.kill = _kill


def _no_library(*_: Any, **__: Any) -> Any:
    raise TypeError("ctypes.CDLL(None) is of Unix")


def _kill(process: int, number: int) -> None:
    raise AssertionError(f"os.kill({process}, {number}) would end that process")


def _refusing(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    def refusing(path: Any, *more: Any, **named: Any) -> Any:
        if any(named.get(key) is not None for key in ("dir_fd", "src_dir_fd", "dst_dir_fd")):
            raise NotImplementedError(f"{name}: dir_fd unavailable on this platform")
        if name == "open" and os.path.isdir(path):
            raise PermissionError(13, "Permission denied", path)
        touched = (path, *more[:1]) if name in ("rename", "replace") else (path,)
        if name in ("rename", "replace", "unlink", "remove") and _is_open(touched):
            raise PermissionError(32, "it is being used by another process", path)
        return function(path, *more, **named)

    return refusing


def _is_open(paths: tuple[Any, ...]) -> bool:
    """Whether this process has one of the files open."""
    wanted = {os.path.realpath(path) for path in paths}
    for number in os.listdir("/proc/self/fd"):
        try:
            if os.readlink(f"/proc/self/fd/{number}") in wanted:
                return True
        except OSError:
            continue
    return False
