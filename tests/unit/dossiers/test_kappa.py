from __future__ import annotations

import pytest

from alleged.dossiers.kappa import cohen_kappa


def repeat(counts: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
    return [pair for pair, count in counts.items() for _ in range(count)]


def test_kappa_is_that_of_a_table_worked_out_by_hand() -> None:
    # Of 50 both say yes to 20, only one to 5, only two to 10, both no to 15: one says yes 25 times, two 30.
    # Observed 35/50 = 0.7; by chance (25*30 + 25*20) / 2500 = 0.5; kappa (0.7 - 0.5) / (1 - 0.5) = 0.4.
    found = cohen_kappa(repeat({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}))
    assert (found.n, found.agreed) == (50, 35)
    assert found.observed == pytest.approx(0.7)
    assert found.expected == pytest.approx(0.5)
    assert found.value == pytest.approx(0.4)
    assert found.why_undefined == ""


def test_the_same_share_can_have_another_kappa() -> None:
    # Both 60 of 100; margins 60/70: expected 0.54, kappa 0.1304. Margins 60/30: expected 0.46, kappa 0.2593.
    alike = repeat({("y", "y"): 45, ("y", "n"): 15, ("n", "y"): 25, ("n", "n"): 15})
    apart = repeat({("y", "y"): 25, ("y", "n"): 35, ("n", "y"): 5, ("n", "n"): 35})
    assert cohen_kappa(alike).value == pytest.approx(0.1304, abs=1e-4)
    assert cohen_kappa(apart).value == pytest.approx(0.2593, abs=1e-4)


def test_three_values_and_less_than_chance() -> None:
    # One says a b c, two says b c a: observed 0, by chance 3/9, kappa -1/3 / (2/3) = -0.5.
    assert cohen_kappa([("a", "b"), ("b", "c"), ("c", "a")]).value == pytest.approx(-0.5)
    assert cohen_kappa([("a", "a"), ("b", "b"), ("c", "c")]).value == 1


@pytest.mark.parametrize(
    ("pairs", "told"),
    [([], "nothing was judged by both"), ([("y", "y")] * 4, "both always gave one and the same value")],
)
def test_an_undefined_kappa_is_told_as_such(pairs: list[tuple[str, str]], told: str) -> None:
    found = cohen_kappa(pairs)
    assert found.value is None
    assert found.why_undefined == told


def test_one_value_against_another_is_defined_and_zero() -> None:
    assert cohen_kappa([("y", "n")] * 3).value == 0
