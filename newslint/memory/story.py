"""Stories as a memory sees them: a digest of the words, and the phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.storage.digests import blake2b

if TYPE_CHECKING:
    from newslint.text.document import Document


def digest_of_words(document: Document) -> int:
    """A number that stories of the same words share, however they are marked up."""
    words = "\0".join(document.words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "little")
