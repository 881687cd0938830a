"""The address of the documentation site, and of a rule's page there.

It has none yet. Whoever publishes the site puts its address here, in `[project.urls]` of
pyproject.toml and in mkdocs.yml; a test sees to it that they agree. Until then nothing is linked.
"""

from __future__ import annotations

SITE = ""
"""Such as https://desk.example/newslint, without a slash at its end."""


def has_pages() -> bool:
    """Whether the site has an address."""
    return bool(SITE)


def page_of(rule: str) -> str:
    """The address of a rule's page; empty if the site has no address.

    A desk's own rule has none there: the site says so, and lists those that newslint ships.
    """
    return f"{SITE}/rules/{rule}/" if SITE else ""
