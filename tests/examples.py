"""How many examples Hypothesis tries: few of each in `make check`, all in `make test`."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings

PATIENT, QUICK = "patient", "quick"

FEW = 10

# A machine that is busy with something else is no fault of ours.
settings.register_profile(PATIENT, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(QUICK, settings.get_profile(PATIENT), max_examples=FEW)


def examples(number: int, **more: Any) -> settings:
    """So many examples, and no more than `FEW` where the tests are to be quick."""
    quick = settings.get_current_profile_name() == QUICK
    return settings(max_examples=min(number, FEW) if quick else number, **more)
