"""A corpus -> every file of counts, in one folder."""

from __future__ import annotations

from pathlib import Path

from newslint.book.rules_reader import load_rules
from newslint.checks.context_slip import tables
from newslint.checks.kinds import ALL_KINDS
from newslint.lexicon.lexicon import shipped
from newslint.text.context_tokens import END
from tools.counts.corpus import Stream
from tools.counts.names import names
from tools.counts.ngrams import as_counted, count, pairs, triples, vocabulary
from tools.counts.rivals import find_rivals
from tools.counts.write import write_counts, write_names, write_words

RULES = Path(__file__).parents[2] / "rules"


def compile_counts(stream: Stream, folder: Path) -> str:
    """Write the counts of `stream` into `folder`, and return in a line what they are."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = write_words(folder, vocabulary(stream))
    tokens, houses = as_counted(stream, numbers)
    single, of_two = count(tokens, houses), pairs(tokens, houses)
    of_three = triples(tokens, houses, numbers[END])
    rivals = find_rivals(numbers, single, shipped(), listed_as_confused())
    write_counts(folder, single, of_two, of_three, rivals)
    found = names(stream)
    write_names(folder, found)
    return (
        f"{len(stream.publishers)} publishers, {len(tokens)} tokens: {len(numbers)} words, "
        f"{len(of_two.keys)} pairs, {len(of_three.keys)} triples, {len(found)} names"
    )


def listed_as_confused() -> dict[str, set[str]]:
    """Return the words that our own rules list as meant, by what is written for them."""
    rules = load_rules(RULES, ALL_KINDS)
    return tables(rule for rule in rules if rule.kind == "context")[0]
