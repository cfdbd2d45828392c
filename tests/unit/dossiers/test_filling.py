from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.dossiers.filling import fills
from alleged.ledger.sample import sample_entry
from alleged.model.vocabulary import Realis, Stance

CLAIM = replace(sample_entry().claims[0], stance=Stance.ALLEGES, realis=Realis.ACTUAL)


@pytest.mark.parametrize("realis", [Realis.ACTUAL, None])
def test_what_is_told_as_having_happened_fills_a_cell(realis: Realis | None) -> None:
    assert fills(replace(CLAIM, realis=realis))


@pytest.mark.parametrize("realis", [Realis.OTHER, Realis.GENERIC])
def test_what_could_happen_fills_none(realis: Realis) -> None:
    assert not fills(replace(CLAIM, realis=realis))


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.DECLINES])
def test_what_is_denied_or_not_said_fills_none(stance: Stance) -> None:
    assert not fills(replace(CLAIM, stance=stance))
