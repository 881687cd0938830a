"""Options that are read without click mean what click makes of them."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli.commands.lint import command
from newslint.cli.option import plain_values
from newslint.cli.options import HEADINGS
from newslint.core.errors import NewslintError

OPTIONS = [option for some in HEADINGS.values() for option in some]

NAMES = [name for option in OPTIONS for name in option.names]

WORDS = [
    "story.md",
    "-",
    "--",
    "names,spelling/typo",
    "4",
    "0",
    "-1",
    "٣",
    "json",
    "never",
    "de",
    "",
]

ARGS = st.lists(
    st.one_of(
        st.sampled_from(NAMES),
        st.sampled_from(WORDS),
        st.builds("{}={}".format, st.sampled_from(NAMES), st.sampled_from(WORDS)),
        st.sampled_from(["-qh", "--fi", "--unknown", "-x"]),
    ),
    max_size=6,
)


@given(ARGS)
def test_what_is_plain_is_what_click_reads(args: list[str]) -> None:
    plain = plain_values(args, OPTIONS)
    if plain is None:
        return
    paths, values = plain
    context = command.make_context("newslint", list(args))
    assert context.params == {"paths": paths, **values}


@pytest.mark.parametrize("option", OPTIONS, ids=[option.key for option in OPTIONS])
def test_every_option_that_does_not_end_the_run_can_be_plain(option: object) -> None:
    one = next(known for known in OPTIONS if known is option)
    value = [] if one.flag else [one.choices[0] if one.choices else "4" if one.least else "de"]
    plain = plain_values([one.names[-1], *value, "story.md"], OPTIONS)
    assert (plain is None) == bool(one.act)


@pytest.mark.parametrize(
    "args", [["--jobs", "no"], ["--language", "klingonese"], ["--help"], ["--fi"]]
)
def test_what_is_to_be_explained_is_left_to_click(args: list[str]) -> None:
    assert plain_values(args, OPTIONS) is None
    with pytest.raises((click.ClickException, click.exceptions.Exit, NewslintError)):
        command.make_context("newslint", args)
