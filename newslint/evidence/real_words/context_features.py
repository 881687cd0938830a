"""Features of a word and of another one that may be meant in its place.

Each feature is a number, and `weights/context.json` has its curve.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log, log1p

from newslint.evidence.real_words.word_in_context import Place, Rival, Weighed, WordsInContext
from newslint.lexicon.edit_distance import are_two_edits_apart
from newslint.lexicon.word_kinship import kinship

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.lexicon.counts import Count, Counts
    from newslint.text.document import Document


UNSEEN = 0.4
"""The frequency that is assumed of a triple that is not counted."""

STEMS = {
    "<s>": "sentence_end",
    "<,>": "comma",
    '<">': "quotation_mark",
    "&": "ampersand",
    "<0>": "number",
    "<n>": "name",
    "<n's>": "name",
    "<u>": "unknown",
}
"""Names of the tokens beside a word that are no words."""


def features(
    weighed: Weighed, index: int, document: Document, words: WordsInContext
) -> Iterator[tuple[str, float]]:
    """Every feature of the likeliest rival of word `index` of the document.

    What costs most to observe comes last.
    """
    place, rivals, _ = weighed
    rival = rivals[0]
    yield from of_counts(place, rival, words)
    yield from of_vectors(weighed, words)
    yield from _of_words(place, rival, words)
    yield "rivals", float(len(rivals))
    yield "lead", rival.fits - rivals[1].fits if len(rivals) > 1 else 9.0
    yield from _of_text(index, words.counts.token(rival.word), document)


def of_counts(place: Place, rival: Rival, words: WordsInContext) -> Iterator[tuple[str, float]]:
    """Features of how often either word stands with its neighbours."""
    counts = words.counts
    word, (left, *ahead), (right, *after) = place
    before, behind = (further[0] if further else 0 for further in (ahead, after))
    yield "odds", rival.odds
    yield "left_gain", rival.left
    yield "right_gain", rival.right
    yield "commoner", rival.commoner
    publishers = 0
    for name, own, other in (
        ("middle", (left, word, right), (left, rival.word, right)),
        ("before", (before, left, word), (before, left, rival.word)),
        ("behind", (word, right, behind), (rival.word, right, behind)),
    ):
        mine, its = counts.triple(*own), counts.triple(*other)
        yield f"{name}_gain", log((its.times + UNSEEN) / (mine.times + UNSEEN))
        yield f"{name}_own", log1p(mine.times)
        yield f"{name}_rival", log1p(its.times)
        publishers = max(publishers, its.publishers)
    for name, pair, other_pair in (
        ("left", (left, word), (left, rival.word)),
        ("right", (word, right), (rival.word, right)),
    ):
        mine, its = counts.pair(*pair), counts.pair(*other_pair)
        yield f"{name}_own", log1p(mine.times)
        yield f"{name}_rival", log1p(its.times)
        yield f"{name}_by_chance", 0.0 if mine.times else log(words.by_chance(*pair) + 0.01)
        fit = words.expected(*other_pair, its.times) / words.by_chance(*other_pair)
        yield f"{name}_fit", log(fit)
        beside = pair[0] if name == "left" else pair[1]
        yield f"{name}_frequency", log(words.single(beside))
        neighbour = words.counts.token(beside)
        if neighbour in STEMS:
            yield f"{name}_{STEMS[neighbour]}", 1.0
        else:
            publishers = max(publishers, its.publishers)
    yield "publishers", log1p(publishers)
    yield "left_to", float(words.counts.token(left) == "to")


def of_vectors(weighed: Weighed, words: WordsInContext) -> Iterator[tuple[str, float]]:
    """Features of how well either word fits into the words around."""
    place, (rival, *_), around = weighed
    own, its = (words.vectors.fit(word, around) for word in (place.word, rival.word))
    yield "fits", rival.fits
    yield "fits_own", own.total
    yield "fits_rival", its.total
    yield "fits_left", its.left - own.left
    yield "fits_right", its.right - own.right
    yield "fits_far", its.far - own.far


def _of_words(place: Place, rival: Rival, words: WordsInContext) -> Iterator[tuple[str, float]]:
    """Features of how the two words differ."""
    word, other = words.counts.token(place.word), words.counts.token(rival.word)
    yield "frequency", log(words.single(place.word))
    yield "rival_frequency", log(words.single(rival.word))
    yield "length", float(len(word))
    yield f"slip_{kinship(word, other)}", 1.0
    yield "two_edits", float(are_two_edits_apart(word, other))
    yield "same_letters", float(sorted(word) == sorted(other))
    yield "listed", float(rival.word in words.confused.get(place.word, ()))


def _of_text(at: int, other: str, document: Document) -> Iterator[tuple[str, float]]:
    """Features of the place in the article."""
    word, lowered = document.words[at], document.lowered
    yield "again", min(3.0, lowered.count(lowered[at]) - 1)
    yield "rival_there", min(3.0, lowered.count(other))
    title = in_title_line(at, document)
    beside = [document.words[max(0, i) : i + 1] for i in (at - 1, at + 1)]
    left, right = (bool(words) and words[0][0].isupper() for words in beside)
    yield "title_line", float(title)
    if not title:
        yield "left_capital", float(left)
        yield "right_capital", float(right)
    if word.isupper() and len(word) > 1:
        yield "upper_case", 1.0
    elif word[0].isupper() and not title:
        opens = document.opens_sentence(at)
        yield ("opens_sentence" if opens else "in_name" if left or right else "capital"), 1.0
    yield "hyphen_left", float(document.gap(at) == "-")
    yield "hyphen_right", float(document.pieces[2 * at + 2] == "-")
    yield "quoted", float(document.quoted(document.span(at).start))
    yield "headline", float("\n" not in document.text[: document.span(at).start].strip())


LONG, MANY, CAPITALS = 4, 3, 0.75
"""A title has at least `MANY` words of `LONG` letters, with a capital on this share of them."""


def in_title_line(at: int, document: Document) -> bool:
    """Whether word `at` stands in a line that has a capital on nearly every word."""
    text, start = document.text, document.span(at).start
    line = text[text.rfind("\n", 0, start) + 1 : f"{text}\n".find("\n", start)]
    long = [word for word in line.split() if len(word) >= LONG and word[0].isalpha()]
    return len(long) >= MANY and sum(word[0].isupper() for word in long) >= CAPITALS * len(long)


def in_words(place: Place, rival: Rival, counts: Counts) -> Iterator[str]:
    """Sentences for an editor: how often each of the two words stands with its neighbours.

    The neighbour with the greatest difference comes first; one that is no word is left out.
    """
    sides = ((rival.left, place.left, True), (rival.right, place.right, False))
    for gain, neighbour, is_before in sorted(sides, reverse=True):
        if gain <= 0 or counts.token(neighbour) in STEMS:
            continue
        counted = []
        for word in (rival.word, place.word):
            pair = (neighbour, word) if is_before else (word, neighbour)
            phrase = " ".join(map(counts.token, pair))
            counted.append(f"'{phrase}' {how_often(counts.pair(*pair))}")
        yield f"in news, {', and '.join(counted)}"


def how_often(count: Count) -> str:
    """The count in words.

    >>> from newslint.lexicon.counts import Count
    >>> how_often(Count(72, 14)), how_often(Count(0, 0))
    ('stands some 72 times', 'hardly ever')
    """
    return f"stands some {count.times:,} times" if count.times else "hardly ever"
