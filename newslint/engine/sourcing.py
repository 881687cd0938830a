"""Find the texts that an article is held against: of the settings, its front matter, a commit."""

from __future__ import annotations

from functools import cached_property

from newslint.core.errors import SourceError
from newslint.engine.guard import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.settings import Settings
    from newslint.sources.opening import OpenReferences
    from newslint.sources.reference import References
    from newslint.text.source import Source


FENCES = ("---", "+++", "\ufeff---", "\ufeff+++")
"""What front matter begins with."""


class Sourcing:
    """Opens the sources of articles. A source that cannot be read is a failure, and no more."""

    def __init__(self, settings: Settings) -> None:
        self._paths = settings.sources
        self._may_name = settings.may_name_sources
        self._base = settings.base

    @cached_property
    def _open(self) -> OpenReferences:
        from newslint.sources.opening import OpenReferences

        return OpenReferences()

    def references(
        self, source: Source, given: References | None
    ) -> tuple[References | None, list[Failure]]:
        """The texts that `source` is held against, besides the `given` ones."""
        paths, faults = list(self._paths), list[SourceError]()
        references = given
        if self._may_name and source.text.startswith(FENCES):
            from newslint.sources.front_matter import named_sources

            try:
                paths += named_sources(source.text, source.path)
            except SourceError as error:
                faults.append(error)
        if paths:
            opened, unread = self._open.open(paths)
            references = opened + given if given else opened
            faults += unread
        if self._base:
            references = self._at_base(source, faults) or references
        return references, [Failure(fault.path, str(fault)) for fault in faults]

    def _at_base(self, source: Source, faults: list[SourceError]) -> References | None:
        """The article as it was at a commit; None if it was not there."""
        from newslint.sources.committed import committed_version
        from newslint.sources.opening import references_in_bytes

        try:
            data = committed_version(self._base, source.path)
            return references_in_bytes(data, source.path) if data else None
        except SourceError as error:
            faults.append(error)
            return None
