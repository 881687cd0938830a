"""Whether the server is well."""

from __future__ import annotations

import pytest

from newslint.core.version import __version__
from tests.serve.conftest import Open

pytestmark = pytest.mark.slow


def test_it_is_well_as_long_as_it_has_workers(opened: Open) -> None:
    client = opened(token="secret")
    answer = client.get("/health")
    assert answer.json() == {"status": "ok", "version": __version__, "workers": 1, "idle": 1}
    client.app.state.service.pool.stop()  # type: ignore[attr-defined]
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (503, "no workers")
