"""The suspicion of a flood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.resolve.accounts import in_order
from alleged.resolve.citing import squeezed
from alleged.resolve.floods import DAYS, MANY, find_floods, is_known, particulars_of
from tests.strategies.accounts import make_account, on_day, original, paraphrase
from tests.unit.resolve.sayings import Said, make_claims


def flood(size: int = MANY, outlets: int = 50) -> list[str]:
    """The documents that are flagged among so many paraphrases by so many outlets."""
    found = find_floods(in_order(paraphrase(number, outlets) for number in range(size)))
    return [document for one in found for document in one.documents]


def test_many_paraphrases_by_many_outlets_are_a_flood() -> None:
    assert len(flood()) == MANY


def test_few_documents_or_few_outlets_are_none() -> None:
    assert flood(MANY - 1) == []
    assert flood(MANY, outlets=4) == []


def test_the_reason_says_how_many_and_of_what() -> None:
    (found,) = find_floods(in_order(paraphrase(number) for number in range(MANY)))
    assert found.publishers == MANY
    assert f"{MANY} documents of {MANY} unknown publishers within {DAYS} days" in found.reason
    assert "nordvind" in found.reason


def test_what_is_spread_over_weeks_is_none() -> None:
    spread = [replace(paraphrase(number), published=on_day(number * (DAYS + 1))) for number in range(MANY)]
    assert find_floods(in_order(spread)) == ()


def test_without_dates_the_time_counts_as_short() -> None:
    undated = [replace(paraphrase(number), published=None) for number in range(MANY)]
    assert len(find_floods(in_order(undated))) == 1


def test_unrelated_documents_are_no_part_of_it() -> None:
    stories = [original(seed, day=2) for seed in range(30)]
    found = find_floods(in_order([*stories, *(paraphrase(number) for number in range(MANY))]))
    assert len(found) == 1
    assert not {account.document for account in stories} & set(found[0].documents)
    assert find_floods(in_order(stories)) == ()


@pytest.mark.parametrize(
    ("publisher", "known"),
    [("Reuters", True), ("The Harbour Courier", True), ("New Outlet", False), (None, False)],
)
def test_publishers_are_known_to_the_lexicon_or_vouched_for(publisher: str | None, known: bool) -> None:
    assert is_known(publisher, frozenset({squeezed("Harbour Courier")})) is known


def test_what_a_document_claims_is_among_its_particulars() -> None:
    (claim,) = make_claims(Said("Norway", "it hacked a railway", actors=("Rime Valley",)))
    account = replace(make_account("It hacked the railway."), claims=(claim,))
    assert {"rime", "valley", "intrusion"} <= particulars_of(account)
