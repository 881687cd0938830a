"""Our NamedTuple is typing's."""

from __future__ import annotations

import pickle
import typing

from newslint.core import record


class Ours(record.NamedTuple):
    """A value."""

    name: str
    number: int = 3

    @property
    def twice(self) -> int:
        """Twice the number."""
        return 2 * self.number


class Typings(typing.NamedTuple):
    """A value."""

    name: str
    number: int = 3

    @property
    def twice(self) -> int:
        """Twice the number."""
        return 2 * self.number


def test_ours_is_what_typing_makes() -> None:
    for what in ("_fields", "_field_defaults", "__doc__", "__module__"):
        assert getattr(Ours, what) == getattr(Typings, what)
    ours, typings = Ours("Okoro"), Typings("Okoro")
    assert (*ours, hash(ours), ours.twice) == (*typings, hash(typings), typings.twice)
    assert repr(ours).replace("Ours", "") == repr(typings).replace("Typings", "")
    assert ours._replace(number=4) == ("Okoro", 4)
    assert pickle.loads(pickle.dumps(ours)) == ours
    assert typing.get_type_hints(Ours) == {"name": str, "number": int}
