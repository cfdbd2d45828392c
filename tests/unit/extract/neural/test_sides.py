"""Actors and targets from the network, the rules, and the claim before."""

from __future__ import annotations

import pytest

from alleged.extract.neural.sides import _joined
from alleged.model.claim import Mention
from tests.unit.extract.neural.networks import Told
from tests.unit.extract.neural.test_writing import claims
from tests.unit.extract.reading import names

OWN = {"voice": "own", "speaker_role": "media", "act": "data-theft"}
STORY = "Later men from Positive Mill stole the mail of Riga. Then plans of a port were stolen as well."


def mentions(*found: str) -> tuple[Mention, ...]:
    return tuple(Mention(name) for name in found)


@pytest.mark.parametrize(
    ("pointed", "ruled", "expected"),
    [
        (["APT31"], [], ["APT31"]),
        ([], ["APT31"], ["APT31"]),
        (["APT31"], ["APT31", "Riga"], ["APT31", "Riga"]),
        (["seven"], ["seven men"], ["seven men"]),
        (["Positive Mill"], ["Mill"], ["Positive Mill"]),
        ([], [], []),
    ],
)
def test_both_are_joined_each_name_once_and_whole(
    pointed: list[str], ruled: list[str], expected: list[str]
) -> None:
    assert names(_joined(mentions(*pointed), mentions(*ruled))) == expected


def test_a_name_that_was_cut_is_made_whole() -> None:
    told = Told("men", {"content": ["men from Positive Mill stole the mail of Riga"], "actor": ["Mill"]}, OWN)
    (found,) = claims(STORY, told)
    assert "Positive Mill" in names(found.actors)
    assert "Mill" not in names(found.actors)


def test_where_nobody_is_named_who_acted_last_goes_on() -> None:
    first = Told(
        "men", {"content": ["men from Positive Mill stole the mail of Riga"], "actor": ["Mill"]}, OWN
    )
    later = Told("plans", {"content": ["plans of a port were stolen as well"]}, OWN)
    one, other = claims(STORY, first, later)
    assert names(other.actors) == names(one.actors)
    assert all(actor.span is None for actor in other.actors)


def test_a_response_is_not_told_of_who_acted_last() -> None:
    first = Told(
        "men", {"content": ["men from Positive Mill stole the mail of Riga"], "actor": ["Mill"]}, OWN
    )
    later = Told(
        "plans",
        {"content": ["plans of a port were stolen as well"]},
        {**OWN, "kind": "response", "act": "takedown"},
    )
    _, other = claims(STORY, first, later)
    assert names(other.actors) == []
