"""Control words of RTF that say what is copy, and the encodings that RTF names by number."""

from __future__ import annotations

LEFT_OUT = frozenset(
    (
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "fldinst", "filetbl", "listtable"),
        *("listoverridetable", "listtext", "pntext", "revtbl", "rsidtbl", "xe", "tc", "rxe", "sp"),
        *("shprslt", "nonshppict", "nonesttables", "atnid", "annotation", "template", "upr"),
        *("operator", "generator", "do", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc"),
    )
)
"""Groups without copy: tables of the file, pictures, field codes, entries of an index, numbers of a
list, and second versions of text for old programs."""

STARRED = frozenset(("shpinst", "ud", "footnote"))
"""Groups with copy that a program may leave out if it doesn't know them."""

ASIDES = frozenset(
    (
        *("footnote", "shptxt", "header", "headerl", "headerr", "headerf"),
        *("footer", "footerl", "footerr", "footerf"),
    )
)
"""Groups of paragraphs of their own: notes, text boxes, headers and footers."""

ENDS = frozenset("par sect page column cell nestcell row nestrow softpage softcol".split(" "))
"""Words that end a paragraph."""

SIGNS = {
    **{"line": "\n", "lbr": "\n", "softline": "\n", "tab": "\t"},
    **{"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005"},
    **{"emdash": "—", "endash": "–", "bullet": "•"},
    **{"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"},
}
"""Words that stand for a character."""

SYMBOLS = {**{"~": "\xa0", "_": "\u2011"}, **{sign: sign for sign in "\\{}"}}
"""Symbols behind a backslash that stand for a character."""

CODEPAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}

SYMBOL_FONT = ""
"""Stands for an encoding of pictures, such as Wingdings, whose bytes are no letters."""

CHARSETS = {
    **{2: SYMBOL_FONT, 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb2312"},
    **{136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256"},
    **{186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"},
}
"""The encodings of fonts; a font with another number has that of the file."""
