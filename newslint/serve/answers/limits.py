"""How much the server takes on. One text never holds up the others, nor fills the memory."""

from __future__ import annotations

LETTERS = 1_000_000
"""Maximum letters of a text, and bytes of a file."""

BODY = 3 * LETTERS + 100_000
"""Maximum bytes of a request: in a form, each byte of a text may take three."""

SECONDS = 10.0
"""Maximum seconds that one text is worked on."""

PART_SECONDS = 15.0
"""Maximum seconds until the next part of a request must have come."""

WAITING = 200
"""Maximum requests that wait for a worker; more are told to come again."""

CONNECTIONS = 1_000
"""Maximum open connections."""

STOP_SECONDS = 15
"""Maximum seconds that a server which was told to stop goes on answering."""

MEMORY = 1_000_000_000
"""Maximum bytes of data of a worker process. A text that needs more is refused."""
