"""Patterns of paths: what they match, what is none, and that none of them can take long."""

from __future__ import annotations

import random

import pytest

from newslint.storage.path_patterns import LONGEST, PathPatterns, read_pattern


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "a/b.md", True),
        ("/*.md", "a/b.md", False),
        ("news/*", "news/a/b.md", True),  # in a folder that it matches
        ("news/*/b.md", "news/a/b.md", True),
        ("news/*/b.md", "news/b.md", False),
        ("**/b.md", "b.md", True),
        ("news/**", "news/a/b.md", True),
        ("news/**", "news/", False),
        ("news/**/b.md", "news/b.md", True),
        ("news/**/x/**/b.md", "news/a/x/c/b.md", True),
        ("news/**/x/**/b.md", "news/a/c/b.md", False),
        ("drafts/", "drafts/a.md", True),
        ("drafts/", "drafts", False),
        ("a*b*c", "abbc", True),
        ("a*b*c", "acb", False),
        ("a*a", "a", False),
        ("[a-c]?[!x].md", "bzy.md", True),
        ("[[:digit:]].md", "7.md", True),
        (r"\*.md", "*.md", True),
        (r"\*.md", "a.md", False),
        (r"\#a", "#a", True),
        (r"a\ ", "a ", True),
        ("a ", "a", True),
        ("a[.]md", "a.md", True),
        ("*", "line\nbreak.md", True),
    ],
)
def test_what_a_pattern_matches(pattern: str, path: str, expected: bool) -> None:
    assert PathPatterns([pattern]).matches(path) is expected


def test_the_last_pattern_about_a_path_decides() -> None:
    patterns = PathPatterns(["*.md", "", "# no pattern", "!keep.md", "keep.md/"])
    assert [patterns.matches(path) for path in ("a.md", "keep.md", "x/keep.md")] == [
        True,
        False,
        False,
    ]


def test_what_lies_in_a_folder_that_is_left_out_is_left_out() -> None:
    assert PathPatterns(["drafts/", "!drafts/keep.md"]).matches("drafts/keep.md")


@pytest.mark.parametrize("bad", ["!", "/", "//", "a//b", "[a", "a\\", "x" * (LONGEST + 1)])
def test_what_is_no_pattern(bad: str) -> None:
    with pytest.raises(ValueError, match="it"):
        read_pattern(bad)


def fits(pattern: str, name: str) -> bool:
    """Whether a name fits stars and letters, worked out by a table: never slow, plainly right."""
    row = [True] + [False] * len(name)
    for sign in pattern:
        above, row = row, [sign == "*" and row[0]]
        for at, letter in enumerate(name, 1):
            before = row[at - 1] or above[at] if sign == "*" else above[at - 1]
            row.append(before if sign in ("*", "?", letter) else False)
    return row[-1]


@pytest.mark.parametrize("seed", range(20))
def test_stars_find_all_that_fits(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        pattern = "".join(chance.choices("aab*?", k=chance.randint(1, 9)))
        name = "".join(chance.choices("aab", k=chance.randint(1, 12)))
        assert PathPatterns([pattern]).matches(name) is fits(pattern, name), (pattern, name)


@pytest.mark.parametrize(
    "pattern",
    ["*a" * 14 + "b", "*a" * 400 + "b", "**/" * 300 + "b", "a/**/" * 150 + "b", "[a]*" * 200 + "b"],
)
def test_patterns_that_others_try_for_ever_end(pattern: str) -> None:
    patterns = PathPatterns([pattern])
    assert not patterns.matches("a" * 255)
    assert not patterns.matches("a/" * 2000 + "c")
