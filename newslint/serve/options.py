"""What the server is asked to be: where it listens, whom it answers, what holds for the copy."""

from __future__ import annotations

from ipaddress import ip_address

from newslint.config.resolver import CommandLine
from newslint.core.record import NamedTuple


class ServeOptions(NamedTuple):
    """The options of `newslint serve`.

    `hosts` are names, besides those of this machine, under which the server is reached; `origins`
    are websites whose scripts may ask it.
    """

    host: str = "127.0.0.1"
    port: int = 8081
    token: str = ""
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    command_line: CommandLine = CommandLine()
    write_names: str = ""
    processes: int = 1


def is_address(host: str) -> bool:
    """Whether a host is an IP address, not a name."""
    try:
        return bool(ip_address(host.strip("[]")))
    except ValueError:
        return False


def is_here(host: str) -> bool:
    """Whether a host is this machine and nothing else.

    >>> [is_here(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "desk.example")]
    [True, True, True, False, False]
    """
    if is_address(host):
        return ip_address(host.strip("[]")).is_loopback
    return host == "localhost" or host.endswith(".localhost")
