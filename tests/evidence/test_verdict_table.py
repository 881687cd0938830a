"""The table of verdicts says what the judges say, and leaves a desk's own words to them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.book.book import Book
from newslint.checks import kinds
from newslint.checks.context import Context
from newslint.checks.remembered_judges import REMEMBERED
from newslint.checks.word_cache import WordVerdicts
from newslint.engine.books import open_book
from newslint.evidence import verdict_table
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.known_names.known_pair import slips_of
from newslint.evidence.verdict_table import DATA, JUDGES, VerdictTable, open_table
from newslint.lexicon.counts import map_trie
from newslint.lexicon.lexicon import Lexicon, shipped
from newslint.storage import paths
from tests.examples import examples

KINDS = ("spelling", "names-misspelt", "names-inconsistent", "names-doubtful")

if not verdict_table.is_current():
    pytest.skip("sources changed since newslint was installed", allow_module_level=True)

WORDS = map_trie(f"{DATA}/words.marisa")

ANY_WORD = st.integers(0, len(WORDS) - 1).map(WORDS.restore_key)


def knowledge_of(book: Book) -> Knowledge:
    return Knowledge(shipped(), book.names, book.desk, book.shipped_layer)


def verdicts_of(book: Book, *, tabled: bool) -> WordVerdicts:
    """What is asked of words with a book, with the table or without."""
    context = Context(knowledge_of(book), book.rules)
    assert context.verdict_table
    if not tabled:
        context.word_verdicts = WordVerdicts()
    by_kind = book.rules.by_kind()
    for kind in KINDS:
        kinds.prepare(kind, by_kind[kind], context)
    return context.word_verdicts


SHIPPED = open_book(cache=None)

TABLED, JUDGED = (verdicts_of(SHIPPED, tabled=tabled) for tabled in (True, False))


def test_the_judges_of_the_table_are_those_of_a_run() -> None:
    assert {*JUDGES} == {*TABLED.judges, REMEMBERED}  # which only a run with a memory asks


@examples(1_500)
@given(ANY_WORD)
def test_a_verdict_from_the_table_is_that_of_the_judges(word: str) -> None:
    written = {word, word.replace("'", "’")}
    assert TABLED.verdicts(written) == JUDGED.verdicts(written)


@examples(500)
@given(ANY_WORD)
def test_the_slips_of_a_word_are_those_that_are_searched_for(word: str) -> None:
    knowledge = knowledge_of(SHIPPED)
    table, key = open_table(knowledge), knowledge.key(word)
    assert table
    assert table.slips(key) in (None, slips_of(key, knowledge))


@examples(15)
@given(st.lists(ANY_WORD.filter(str.isalpha), min_size=12, max_size=12, unique_by=str.lower))
def test_what_a_desk_rules_on_is_judged_with_its_book(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    desk = tmp_path_factory.mktemp("desk") / "desk.yaml"
    names = [word.capitalize() for word in words]
    desk.write_text(
        "".join(
            f"- {{name: '{a}', misspellings: ['{b}']}}\n"
            f"- {{name: 'Ostrey {c}', aliases: ['{d}']}}\n"
            for a, b, c, d in zip(*(names[n::4] for n in range(4)), strict=True)
        )
    )
    book = open_book(names=[str(desk)], cache=None)
    tabled, judged = (verdicts_of(book, tabled=tabled) for tabled in (True, False))
    knowledge = knowledge_of(book)
    table = open_table(knowledge)
    assert table
    for word in (*words, *names, *(f"{name}'s" for name in names), *(f"{n}s" for n in names)):
        assert tabled.verdicts([word]) == judged.verdicts([word])
        key = knowledge.key(word)
        assert table.slips(key) in (None, slips_of(key, knowledge))
    assert table.objecting(names, 3) == dict.fromkeys(names, 3)


def test_a_book_or_a_lexicon_of_somebody_else_has_no_table() -> None:
    ours = SHIPPED
    assert open_table(knowledge_of(open_book(shipped=False, cache=None))) is None
    assert open_table(Knowledge(Lexicon(), ours.names, ours.desk, ours.shipped_layer)) is None


def test_a_judge_that_the_table_does_not_know_sees_every_word() -> None:
    table = open_table(knowledge_of(SHIPPED))
    verdicts, seen = WordVerdicts(table), list[str]()
    verdicts.add_judge("a judge of tomorrow", seen.append)
    verdicts.verdicts(["city", "Beltgen"])
    assert seen == ["city", "Beltgen"]


def test_in_a_checkout_a_table_older_than_a_source_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data, source = tmp_path / "data", tmp_path / "newslint" / "evidence" / "weights.json"
    source.parent.mkdir(parents=True)
    data.mkdir()
    for file in (data / "key", source, tmp_path / "pyproject.toml"):
        file.write_text("{}")
    os.utime(data / "key", ns=(1_000, 1_000))
    monkeypatch.setattr(verdict_table, "DATA", data)
    monkeypatch.setattr(paths, "SITE", str(tmp_path))
    found = []
    for time in (999, 1_001):
        os.utime(source, ns=(time, time))
        found.append(verdict_table.is_current.__wrapped__())
    (tmp_path / "pyproject.toml").unlink()
    found.append(verdict_table.is_current.__wrapped__())
    (data / "key").unlink()
    found.append(verdict_table.is_current.__wrapped__())
    assert found == [True, False, True, False]


@pytest.mark.parametrize("file", ["words.marisa", "words.bin", "slips.marisa"])
def test_a_table_that_lacks_a_file_is_an_error(file: str, tmp_path: Path) -> None:
    for there in Path(DATA).iterdir():
        if there.name != file:
            (tmp_path / there.name).symlink_to(there)
    with pytest.raises((ValueError, OSError, RuntimeError)):
        VerdictTable(knowledge_of(SHIPPED), tmp_path)
