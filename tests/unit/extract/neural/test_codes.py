"""From probabilities to codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.extract.neural.codes import (
    FLAT,
    HEDGED_FLAT,
    LEAST_FLAT,
    choose_act,
    choose_role,
    choose_stance,
    is_spoken,
)
from alleged.model.vocabulary import Act, Role, Stance

SHARES = st.lists(st.floats(0.01, 1), min_size=len(Stance), max_size=len(Stance))


def stance(**shares: float) -> Stance:
    return choose_stance({"stance": {name: shares.get(name, 0.0) for name in Stance}})


def test_the_act_is_one_of_a_likely_kind() -> None:
    acts = {"arrest": 0.4, "espionage": 0.35, "phishing": 0.25}
    assert choose_act({"act": acts, "kind": {"response": 0.2, "operation": 0.8}}) is Act.ESPIONAGE
    assert choose_act({"act": acts, "kind": {"response": 0.5, "operation": 0.5}}) is Act.ARREST


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({"asserts": 0.9, "alleges": 0.1}, Stance.ASSERTS),
        ({"asserts": 0.45, "alleges": 0.2, "assesses": 0.35}, Stance.ASSESSES),
        ({"asserts": 0.5, "confirms": 0.4, "alleges": 0.1}, Stance.ASSERTS),
        ({"asserts": 0.4, "confirms": 0.5, "alleges": 0.1}, Stance.CONFIRMS),
        ({"asserts": 0.4, "denies": 0.6}, Stance.DENIES),
        ({"declines": 1.0}, Stance.DECLINES),
    ],
)
def test_the_stance_is_the_likeliest_of_the_flat_or_of_the_others(
    shares: dict[str, float], expected: Stance
) -> None:
    assert stance(**shares) is expected


@given(SHARES)
def test_a_doubtful_claim_is_never_flat(shares: list[float]) -> None:
    likely = {str(name): share / sum(shares) for name, share in zip(Stance, shares, strict=True)}
    flat = sum(likely[name] for name in FLAT)
    chosen = choose_stance({"stance": likely})
    assert (chosen in FLAT) == (flat >= LEAST_FLAT)
    assert likely[chosen] == max(
        share for name, share in likely.items() if (name in FLAT) == (chosen in FLAT)
    )


def test_what_words_weaken_is_flat_only_if_the_network_is_nearly_sure() -> None:
    doubtful, sure = {"asserts": 0.88, "alleges": 0.12}, {"asserts": 0.97, "alleges": 0.03}
    assert choose_stance({"stance": doubtful}, HEDGED_FLAT) is Stance.ALLEGES
    assert choose_stance({"stance": doubtful}) is Stance.ASSERTS
    assert choose_stance({"stance": sure}, HEDGED_FLAT) is Stance.ASSERTS


def test_a_network_that_never_learnt_to_confirm_can_still_choose() -> None:
    assert choose_stance({"stance": {"asserts": 0.9, "alleges": 0.1}}) is Stance.ASSERTS
    assert choose_stance({"stance": {"asserts": 0.4, "alleges": 0.6}}) is Stance.ALLEGES


def test_the_role_is_the_likeliest() -> None:
    assert choose_role({"speaker_role": {"vendor": 0.5, "media": 0.3, "court": 0.2}}) is Role.VENDOR


@pytest.mark.parametrize(("named", "spoken"), [(0.6, True), (0.5, True), (0.4, False)])
def test_somebody_speaks_if_that_is_likelier_than_not(named: float, spoken: bool) -> None:
    assert is_spoken({"voice": {"named": named, "own": 1 - named}}) is spoken
