"""What rules would say of a claim that begins near an anchor."""

from __future__ import annotations

import numpy as np
import pytest

from alleged.extract.neural.votes import _CODES, FARTHEST, VOTES, Votes, no_votes, weigh
from alleged.model.vocabulary import Act
from tests.unit.extract.neural.networks import CODES, place, tokens_of
from tests.unit.extract.reading import claims, read

TEXT = (
    "Latvia said on Monday that hackers stole data from the bank. The choir of the old town sang in the rain "
    "until late. Iran spied on the bank."
)


def voted(anchor: str, words: str = TEXT) -> set[str]:
    text = read(words).clean
    tokens = tokens_of(text)
    votes = Votes(claims(words), tokens).at([place(text, tokens, anchor)])
    assert votes.shape == (1, VOTES)
    return {code for code, vote in zip(_CODES, votes[0].tolist(), strict=True) if vote}


def test_the_claim_at_an_anchor_votes_with_its_codes() -> None:
    assert voted("hackers") == {
        "stance asserts",
        "act data-theft",
        "kind operation",
        "role government",
        "near",
    }


def test_a_claim_of_the_document_itself_says_so() -> None:
    assert {"own voice", "act espionage", "role media"} <= voted("Iran")


@pytest.mark.parametrize("anchor", ["Latvia", "that", "stole", "data"])
def test_the_nearest_claim_votes(anchor: str) -> None:
    assert "act data-theft" in voted(anchor)


def test_a_claim_that_begins_too_far_away_has_no_vote() -> None:
    between = " ".join(["rain"] * (FARTHEST + 1))
    words = f"Rainy {between} fell. Iran spied on the bank."
    assert voted("Rainy", words) == set()
    assert "near" in voted("fell", words)


def test_a_vote_makes_its_code_likelier_and_the_others_less_in_the_same_order() -> None:
    (claim,) = claims("Latvia said on Monday that hackers stole data from the bank.")
    for name, values in CODES.items():
        before = np.linspace(1, 2, len(values), dtype=np.float32)
        before /= before.sum()
        after = weigh(name, values, before, claim)
        voted = {str(claim.stance), str(claim.act), str(claim.kind), str(claim.speaker.role), "named"}
        gained = [value for value, old, new in zip(values, before, after, strict=True) if new > old]
        assert len(gained) == 1
        assert gained[0] in voted
        assert after.sum() == pytest.approx(1)
        rest = [new for value, new in zip(values, after, strict=True) if value != gained[0]]
        assert rest == sorted(rest)


def test_the_claim_that_votes_can_be_asked_for() -> None:
    tokens = tokens_of(TEXT)
    votes = Votes(claims(TEXT), tokens)
    found = votes.claim_at(place(TEXT, tokens, "hackers")[0])
    assert found is not None
    assert found.act is Act.DATA_THEFT
    assert votes.claim_at(place(TEXT, tokens, "old town")[0]) is None


def test_without_claims_there_are_no_votes() -> None:
    tokens = tokens_of(TEXT)
    assert (Votes((), tokens).at([(0, 1), (3, 4)]) == no_votes(2)).all()
    assert no_votes(3).shape == (3, VOTES)
    assert not no_votes(3).any()
