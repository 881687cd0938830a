"""Words that stand where another word is meant, by counts of news.

`evidence.real_words.word_in_context` finds them. A rule lists in `confused` words that writers
confuse, besides words that are a slip apart, and in `variants` words that may replace each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.matching.letter_case import match_case
from newslint.checks.new_finding import new_finding
from newslint.evidence.additive_model import load_model
from newslint.evidence.local_context import is_acronym, is_in_title_case
from newslint.evidence.name_context import in_right_name
from newslint.evidence.real_words.context_features import features, in_words
from newslint.evidence.real_words.its import ItsOrItIs, is_open
from newslint.evidence.real_words.word_in_context import Weighed, WordsInContext
from newslint.evidence.remembered.printed import is_phrase, is_printed
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.word_vectors import shipped_vectors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"confused": "swaps", "variants": "texts"}


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    rule = rules[0]
    words = WordsInContext(shipped_counts(), shipped_vectors(), *tables(rules))
    its_or_it_is = ItsOrItIs(words)

    def doubtful(document: Document) -> Iterator[tuple[int, Weighed]]:
        told = dict(its_or_it_is.doubtful(document))
        yield from told.items()
        for at in words.suspects(document):
            if at in told or may_be_name(at, document) or is_open(at, document):
                continue
            if weighed := words.weigh(at, document):
                observed = features(weighed, at, document, words)
                if load_model("context").is_reported(observed):
                    yield at, weighed

    def check(document: Document) -> Iterator[Finding]:
        for at, weighed in doubtful(document):
            word, knowledge = document.words[at], context.knowledge
            if not in_right_name(at, document, knowledge) and not (
                is_phrase(word, knowledge) and is_printed(word, document, knowledge)
            ):
                rival = weighed.rivals[0]
                right = match_case(words.counts.token(rival.word), document.words[at])
                finding = new_finding(rule, document, document.span(at), right)
                evidence = (*in_words(weighed.place, rival, words.counts), *finding.evidence)
                yield finding._replace(evidence=evidence)

    return check


def may_be_name(at: int, document: Document) -> bool:
    """Whether word `at` has capitals that neither a sentence nor a headline gives it."""
    if not document.words[at][0].isupper():
        return False
    if document.opens_sentence(at):
        return is_acronym(at, document)
    return not is_in_title_case(at, document)


def tables(rules: Iterable[Rule]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The words that may be meant for each word, and its variants."""
    confused, variants = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for rule in rules:
        for written, meant in rule.params.get("confused", {}).items():
            confused[written].update(meant.split())
        for group in rule.params.get("variants", ()):
            for word in group.split():
                variants[word].update(group.split())
    return confused, variants
