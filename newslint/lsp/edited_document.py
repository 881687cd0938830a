"""A document that an editor sends its changes of, a part at a time."""

from __future__ import annotations

from lsprotocol import types
from pygls.workspace import TextDocument

from newslint.lsp.positions import Positions
from newslint.text.source import Source


class EditedDocument(TextDocument):
    """Applies changes to lines as the protocol has them.

    pygls ends lines at more characters than the protocol does (U+2028, a form feed), so that its
    own documents take some changes for changes of another line.
    """

    def __init__(self, item: types.TextDocumentItem, encoding: str) -> None:
        """`encoding` is the one in which the editor counts characters."""
        super().__init__(item.uri, item.text, item.version, item.language_id)
        self._encoding = encoding

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Change the text; a change without a place is the whole of it."""
        text = change.text
        if isinstance(change, types.TextDocumentContentChangePartial):
            positions = Positions(Source.from_text(self.source), self._encoding)
            start, end = positions.span(change.range)
            text = self.source[:start] + text + self.source[max(start, end) :]
        self._source = text
