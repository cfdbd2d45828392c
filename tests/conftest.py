"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# Time is measured by benchmarks: a property is not wrong because the machine was busy.
settings.register_profile("patient", parent=settings(), deadline=None)
settings.register_profile("thorough", parent=settings.get_profile("patient"), max_examples=1_000)
settings.load_profile("patient")
