"""What tests of the language server are given."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk's folder for tests that leave its book alone: to open one takes a while."""
    return tmp_path_factory.mktemp("desk")
