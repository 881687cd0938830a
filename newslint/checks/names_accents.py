"""Names with accents in one place of an article and without in another (Sören, Soren).

Only copy that has an accent is looked at. Two forms are one name where the same name stands before
or after both (Sören Lindqvest, Soren Lindqvest), or where the bare form stands alone and is neither
a place (México beside Mexico is Spanish) nor a mere word (the Café Halm, a Cafe).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding
from newslint.evidence.familiarity import is_mere_word
from newslint.evidence.variants.name_variant import times_of
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import PLACE
from newslint.text.name_spans import after, before
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document

SHORTEST = 3
"""Minimum letters of a name."""


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind; they share one verdict a place."""
    rule, knowledge = rules[0], context.knowledge

    def check(document: Document) -> Iterator[Finding]:
        if not document.text.isascii():
            for accented, plain in _pairs(document):
                if not _is_ruled(plain, knowledge):
                    yield from _contradictions(rule, accented, plain, document, knowledge)

    return check


def _pairs(document: Document) -> Iterator[tuple[str, str]]:
    """Names that stand with accents and without: the form with accents, and the other."""
    accented: dict[str, set[str]] = defaultdict(set)
    for word in document.distinct:
        if not word.isascii() and word[0].isupper():
            stem = split_possessive(word)[0]
            if len(stem) >= SHORTEST and any(char > "\x7f" and char.isalpha() for char in stem):
                accented[fold(stem)].add(stem)
    if not accented:
        return
    plain: dict[str, set[str]] = defaultdict(set)
    for word in document.distinct:
        stem = split_possessive(word)[0] if word[0].isupper() else ""
        if stem.isascii() and stem.lower() in accented:
            plain[stem.lower()].add(stem)
    for key, forms in plain.items():
        bare = [form for form in forms if not form.isupper()]
        marked = [form for form in accented[key] if not form.isupper()]
        if len(bare) == len(marked) == 1:
            yield marked[0], bare[0]


def _is_ruled(plain: str, knowledge: Knowledge) -> bool:
    """Whether the desk's own book has the form without accents."""
    return knowledge.desk is not None and bool(knowledge.desk.lookup(fold(plain)))


def _contradictions(
    rule: Rule, accented: str, plain: str, document: Document, knowledge: Knowledge
) -> Iterator[Finding]:
    """A finding for each place of the rarer form that is the same name; the accents win a tie."""
    with_accents, without = _places(accented, document), _places(plain, document)
    beside = {name for at in with_accents for name in _beside(document, at) if name}
    same = [at for at in without if beside.intersection(_beside(document, at))]
    alone = [at for at in without if not any(_beside(document, at))]
    if len(same) + len(alone) < len(without):
        return  # somebody else has that name, too
    is_place = knowledge.entry(fold(plain)).flags & PLACE
    if not is_place and not is_mere_word(fold(plain), knowledge):
        same += alone
    if not same:
        return
    keeps_accents = len(with_accents) >= len(same)
    right = accented if keeps_accents else plain
    slots = {"others": times_of(len(with_accents) if keeps_accents else len(same))}
    for at in sorted(same if keeps_accents else with_accents):
        span = document.span(at)
        stem = len(split_possessive(document.words[at])[0])
        place = span._replace(end=span.start + stem)
        yield new_finding(rule, document, place, right, slots=slots)


def _places(stem: str, document: Document) -> list[int]:
    """The words that are this name, in whatever case of possession."""
    forms = [word for word in document.distinct if split_possessive(word)[0] == stem]
    return sorted(at for form in forms for at in document.positions(form))


def _beside(document: Document, at: int) -> tuple[str, str]:
    """The names before and after a word in the same name, folded; empty where there is none."""
    return fold(before(document, at)), fold(after(document, at))
