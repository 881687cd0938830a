"""The line ends of a file in a text that came through a browser, which knows only one kind."""

from __future__ import annotations

from difflib import SequenceMatcher

from newslint.text.source import LINE_END, Source


def with_line_ends(source: Source, text: str) -> str:
    r"""The text with the line ends that its lines have in `source`; new lines are as its first.

    >>> with_line_ends(Source.from_text("a\r\nb\nc"), "a\nB\nnew\nc")
    'a\r\nB\nnew\r\nc'
    """
    if "\r" in text or "\r" not in source.text:
        return text
    ends = LINE_END.findall(source.text)
    before, after = LINE_END.split(source.text), text.split("\n")
    kept = [source.newline] * len(after)
    for _, start, stop, low, high in SequenceMatcher(None, before, after, False).get_opcodes():
        for old, new in zip(range(start, min(stop, len(ends))), range(low, high), strict=False):
            kept[new] = ends[old]
    kept[-1] = ""
    for at in range(len(kept) - 2, -1, -1):  # from the end: a change may make the next one
        if kept[at] == "\r" and kept[at + 1] == "\n" and not after[at + 1]:
            kept[at] = "\n"  # both would be one line end
    return "".join(line + end for line, end in zip(after, kept, strict=True))
