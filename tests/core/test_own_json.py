"""Our reading of JSON is json's."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.own_json import read_json

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()

VALUES = st.recursive(PLAIN, lambda some: st.lists(some) | st.dictionaries(st.text(), some))


@given(VALUES)
def test_what_json_writes_is_read(value: object) -> None:
    assert read_json(json.dumps(value)) == value
    assert read_json(json.dumps(value, ensure_ascii=False)) == value


@pytest.mark.parametrize("text", ["", "{", '{"a": 1} ', "[1, 2", "nothing", '"a\nb"', "[1,]"])
def test_what_is_no_json_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_json(text)
