"""Processes: how many pay, whether one lives, and the bounds of one."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def processors() -> int:
    """The number of CPUs that this process may use; a container may limit it."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_alive(process: int) -> bool:
    """Whether a process of that number runs; where that cannot be asked, it is taken to do so."""
    if sys.platform == "win32":  # os.kill would end it
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        return True
    return True


def apart() -> dict[str, Any]:
    """Arguments of Popen for a process that Ctrl-C does not reach: it is for the parent."""
    if sys.platform == "win32":
        return {"creationflags": 0x200}  # CREATE_NEW_PROCESS_GROUP
    return {"process_group": 0}


def limit_memory(most: int) -> None:
    """Let this process have so many bytes of data at the most, where the system can hold it to."""
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
