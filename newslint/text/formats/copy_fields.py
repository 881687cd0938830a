"""Which keys of JSON and which columns of tables hold copy.

The names are those of IPTC's ninjs, of Arc's ANS, of JSON Feed and of what newsrooms call them;
docs/formats.md lists them.
"""

from __future__ import annotations

from collections.abc import Collection

TEXTS = frozenset(
    (
        "abstract alt alt_text alttext article article_body articlebody bodies body bodyhtml "
        "bodytext byline caption captions content content_html content_text copy credit "
        "credit_line creditline deck dek description descriptions excerpt headline headlines "
        "intro keyword keywords kicker label lead lead_paragraph lede located paragraph "
        "paragraphs print_headline quote standfirst story strapline subhead subheading "
        "subheadline subheadlines subtitle summary tag tags teaser text title titles trail_text "
        "trailtext webtitle"
    ).split(" ")
)

VARIANTS = frozenset(
    (
        "basic caption creditline extended html long main mobile name native plain print raw "
        "rendered short summary table text value web xhtml"
    ).split(" ")
)
"""Keys below a text field, or endings after an underscore, for several versions of a text."""


NAMED = frozenset(
    (
        "author authors by contributor contributors creator creators event events object objects "
        "organisation organisations organization organizations people person place places subject "
        "subjects"
    ).split(" ")
)
"""Objects of which the field `name` is copy."""


def is_text(name: str, above: str = "", chosen: Collection[str] = ()) -> bool:
    """Whether the field `name`, which stands in the field `above`, holds copy.

    If any are `chosen`, only these fields hold copy.

    >>> is_text("body_html"), is_text("basic", "headlines"), is_text("name", "renditions")
    (True, True, False)
    """
    if chosen:
        return name in chosen or (above in chosen and name.lower() in VARIANTS)
    name, above = plain(name), plain(above)
    stem, _, variant = name.rpartition("_")
    return (
        name in TEXTS
        or (stem in TEXTS and variant in VARIANTS)
        or (above in TEXTS and name in VARIANTS)
        or (name == "name" and above in NAMED)
    )


def plain(name: str) -> str:
    """A field's name in the form of the lists above: "Body Text" is body_text."""
    return name.strip().lower().replace(" ", "_").replace("-", "_")
