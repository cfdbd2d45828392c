"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# Time is measured by benchmarks: a property is not wrong because the machine was busy.
settings.register_profile("patient", parent=settings(), deadline=None)
settings.load_profile("patient")
