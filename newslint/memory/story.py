"""The digest by which a memory recognises a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.storage.digests import blake2b

if TYPE_CHECKING:
    from newslint.text.document import Document


def digest_of_words(document: Document) -> int:
    """A number that stories with the same words share, whatever their markup."""
    words = "\0".join(document.words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "little")
