"""The proof that a pattern is quick, held against a matcher that counts its steps."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from newslint.checks.matching.pattern_cost import ENDLESS, UNLIMITED, Bound, cost
from newslint.checks.matching.required_literals import parse

ENOUGH = 3_000
"""Steps after which a search is not counted any further."""


class EnoughError(Exception):
    """A search took more steps than anybody wants to count."""


class Counter:
    """Tries a pattern at one offset in every way, as re does that finds no match, and counts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.steps = 0
        self.groups: dict[int, str] = {}

    def ends(self, parts: list[Any], at: int) -> Iterator[int]:
        """Where the parts can end that begin at an offset: once for every way to match them."""
        if not parts:
            yield at
            return
        for end in self._part(str(parts[0][0]), parts[0][1], at):
            yield from self.ends(parts[1:], end)

    def _part(self, name: str, argument: Any, at: int) -> Iterator[int]:
        self.steps += 1
        if self.steps > ENOUGH:
            raise EnoughError
        inner = getattr(self, f"_{name.lower()}", None)
        if inner:
            yield from inner(argument, at)
        elif name == "AT" or self._is_letter(name, argument, at):
            yield at + (name != "AT")

    def _is_letter(self, name: str, argument: Any, at: int) -> bool:
        letter = self.text[at : at + 1]
        if name == "LITERAL":
            return letter == chr(argument)
        assert name in ("IN", "ANY"), name
        return bool(letter) and (name == "ANY" or ord(letter) in [v for _, v in argument])

    def _branch(self, argument: Any, at: int) -> Iterator[int]:
        for branch in argument[1]:
            yield from self.ends(list(branch), at)

    def _subpattern(self, argument: Any, at: int) -> Iterator[int]:
        for end in self.ends(list(argument[-1]), at):
            self.groups[argument[0]] = self.text[at:end]
            yield end

    def _groupref(self, argument: Any, at: int) -> Iterator[int]:
        said = self.groups.get(argument)
        if said is not None and self.text.startswith(said, at):
            self.steps += len(said)
            yield at + len(said)

    def _assert(self, argument: Any, at: int) -> Iterator[int]:
        ahead, inner = argument
        start = at if ahead > 0 else at - inner.getwidth()[0]
        if start >= 0 and next(self.ends(list(inner), start), None) is not None:
            yield at

    def _assert_not(self, argument: Any, at: int) -> Iterator[int]:
        if not list(self._assert(argument, at)):
            yield at

    def _atomic_group(self, argument: Any, at: int) -> Iterator[int]:
        end = next(self.ends(list(argument), at), None)
        if end is not None:
            yield end

    def _max_repeat(self, argument: Any, at: int, done: int = 0) -> Iterator[int]:
        least, most, inner = argument
        if done < most:
            for end in self.ends(list(inner), at):
                if end > at or done < least:
                    yield from self._max_repeat(argument, end, done + 1)
        if done >= least:
            yield at

    _min_repeat = _max_repeat

    def _possessive_repeat(self, argument: Any, at: int) -> Iterator[int]:
        least, most, inner = argument
        done = 0
        while done < most:
            end = next(self.ends(list(inner), at), None)
            if end is None or (end == at and done >= least):
                break
            at, done = end, done + 1
        if done >= least:
            yield at


def steps(pattern: str, text: str) -> int:
    """The most steps that the pattern takes at an offset of the text, up to ENOUGH."""
    most = 0
    for at in range(len(text) + 1):
        counter = Counter(text)
        try:
            for _ in counter.ends(list(parse(pattern)), at):
                pass
        except EnoughError:
            return ENOUGH
        most = max(most, counter.steps)
    return most


REPEATS = "? * + {1,2} {0,3} {2,} {1,300} ?? *? +? ?+ *+ {1,2}+".split()

LETTERS = ("a", "a", "b", "[ab]", ".", "aa", "ab")

GROUPS = ("(?:{0})", "({0})", "(?:{0}|{1})", "(?={0})", "(?>{0})")


def adversary(chance: random.Random, depth: int = 3) -> str:
    """A pattern of few letters and many repeats, which is what takes long."""
    pieces = []
    for _ in range(chance.randint(1, 3)):
        if depth and chance.random() < 0.6:
            inner = (adversary(chance, depth - 1), adversary(chance, depth - 1))
            piece = chance.choice(GROUPS).format(*inner)
        else:
            piece = chance.choice(LETTERS)
        pieces.append(piece + (chance.choice(REPEATS) if chance.random() < 0.5 else ""))
    return "".join(pieces)


SEEDS = [*range(8), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(8, 50))]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_pattern_takes_more_steps_than_are_proven(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(30):
        pattern = adversary(chance)
        re.compile(pattern)
        text = "a" * chance.randint(0, 14) + "".join(chance.choices("ab!", k=chance.randint(0, 6)))
        proven = cost(parse(pattern)).steps
        allowed = proven.factor * max(len(text), 1) ** proven.degree
        assert steps(pattern, text) <= allowed, (pattern, text)


@pytest.mark.parametrize(
    ("pattern", "degree"),
    [
        ("a{1,9}b", 0),
        ("a{1,300}a{1,300}b", 0),
        ("a+b", 1),
        (r"\w+ \w+", 2),
        (r"(a)\1+b", 2),
        ("(?>a+)b", 1),
        ("a++b++c", 1),
        ("(?=a+b)a+", 1),
        ("(?:a+b)+", ENDLESS),
        ("(?:a|ab)*c", ENDLESS),
        ("(a+)+", ENDLESS),
        ("(?:a?)*b", ENDLESS),
        ("(?:a{1,2}){15,400}b", ENDLESS),
        ("(?:a|aa){14,200}b", ENDLESS),
        ("(?:a{0,1}){20,40}b", ENDLESS),
        ("(a)?(?(1)b|c)", 0),
    ],
)
def test_repeats_without_a_limit_are_counted(pattern: str, degree: int) -> None:
    assert cost(parse(pattern)).steps.degree == degree


def test_a_limit_that_no_text_reaches_is_none() -> None:
    assert cost(parse(f"a{{1,{UNLIMITED + 1}}}b")).steps.degree == 1


def test_limits_upon_limits_multiply() -> None:
    assert cost(parse("a{1,300}a{1,300}b")).steps > Bound(300 * 300)
    assert cost(parse("(?:a{1,9}b{1,9}){1,9}")).steps.degree == ENDLESS
