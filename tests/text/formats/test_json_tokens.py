"""Strings of JSON, found as Python's own reader finds them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.text.formats.json_tokens import string_value, strings
from newslint.text.source import Source
from tests.examples import examples

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)  # fmt: skip


def values(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in inner for text in values(part)]


@examples(200)
@given(JSON, st.booleans(), st.sampled_from([None, 1]))
def test_pythons_json_agrees(value: object, ascii_only: bool, indent: int | None) -> None:
    try:
        text = json.dumps(value, ensure_ascii=ascii_only, indent=indent, allow_nan=False)
    except ValueError:
        return
    source = Source.from_text(text)
    found = [string_value(text, string.span) for string in strings(source)]
    assert found == values(value)


@examples(200)
@given(st.text(alphabet='{}[]",:\\u0a 1-e.tn', max_size=12))
def test_what_python_refuses_is_refused(text: str) -> None:
    def is_json() -> bool:
        try:
            list(strings(Source.from_text(text)))
        except SourceError:
            return False
        return True

    try:
        json.loads(text)
    except ValueError:
        assert not is_json()
    else:
        assert is_json()
