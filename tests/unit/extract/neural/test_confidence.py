"""How sure an extraction is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.extract.neural.confidence import EDGE, Calibration, belief, log_odds

SHARES = st.floats(0, 1)


@given(SHARES, st.floats(-5, 5), st.floats(-5, 5))
def test_a_calibrated_belief_is_a_probability(share: float, slope: float, offset: float) -> None:
    assert 0 <= Calibration(slope, offset).apply(share) <= 1


@given(st.floats(EDGE, 1 - EDGE))
def test_without_calibration_a_belief_stays_as_it_is(share: float) -> None:
    assert Calibration().apply(share) == pytest.approx(share)


def test_what_is_believed_more_is_never_less_sure() -> None:
    calibration = Calibration.of({"slope": 0.7, "offset": -0.4})
    sure = [calibration.apply(i / 100) for i in range(101)]
    assert sure == sorted(sure)
    assert log_odds(0.5) == 0


def test_a_claim_is_believed_as_far_as_it_and_its_codes_are() -> None:
    codes = {
        "stance": {"asserts": 0.5, "denies": 0.5},
        "kind": {"operation": 0.8, "comment": 0.2},
        "act": {"intrusion": 0.1},
        "voice": {"named": 1.0, "own": 0.0},
    }
    assert belief(0.9, codes) == pytest.approx(0.9 * 0.5 * 0.8)
