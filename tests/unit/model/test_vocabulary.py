"""The codes are those of the annotation guideline, which are written down here a second time."""

from __future__ import annotations

from enum import StrEnum

import pytest

from alleged.model import vocabulary
from alleged.model.vocabulary import (
    ACTS,
    Act,
    Basis,
    Kind,
    Realis,
    Reason,
    RelationType,
    Role,
    Scope,
    Stance,
    Status,
)

ACTS_BY_KIND = {
    "operation": (
        "espionage intrusion data-theft phishing surveillance disruption ransomware influence "
        "financial-theft exploitation tool-supply infrastructure other-operation"
    ),
    "attribution": "works-for sponsored-by front-for same-as located-in linked-to",
    "impact": "victims data damage",
    "motive": "motive",
    "response": (
        "indict sanction arrest convict attribute advisory diplomatic lawsuit takedown reward policy "
        "investigate other-response"
    ),
    "comment": "comment",
}
CODES: dict[type[StrEnum], str] = {
    Stance: "asserts alleges assesses confirms denies declines",
    Kind: "operation attribution impact motive response comment",
    Realis: "actual other generic",
    Role: (
        "government law-enforcement intelligence diplomat legislator court vendor researcher victim accused "
        "media civil-society other"
    ),
    Basis: "explicit inherited passive narrator anonymous",
    RelationType: "disputes confirms declines restates elaborates",
    Scope: "specific blanket",
    Status: "ok degraded refused timeout failed unchanged",
}


@pytest.mark.parametrize(("code", "written"), CODES.items())
def test_codes_are_those_of_the_guideline(code: type[StrEnum], written: str) -> None:
    assert [member.value for member in code] == written.split()


@pytest.mark.parametrize(("kind", "written"), ACTS_BY_KIND.items())
def test_every_kind_has_the_acts_of_the_guideline(kind: str, written: str) -> None:
    acts = [Act(code) for code in written.split()]
    assert list(ACTS[Kind(kind)]) == acts
    assert {act.kind for act in acts} == {Kind(kind)}


def test_every_act_has_exactly_one_kind() -> None:
    listed = [act for acts in ACTS.values() for act in acts]
    assert sorted(listed) == sorted(Act)
    assert set(ACTS) == set(Kind)


def test_every_reason_stands_for_a_status() -> None:
    statuses = {reason: reason.status for reason in Reason}
    assert statuses[Reason.READ] is Status.OK
    assert statuses[Reason.SAME_BYTES] is Status.UNCHANGED
    assert statuses[Reason.ENCRYPTED] is Status.REFUSED
    assert {reason for reason in Reason if reason.status is Status.OK} == {Reason.READ, Reason.ADDED}


def test_no_code_is_written_in_two_ways() -> None:
    enums = [each for each in vars(vocabulary).values() if isinstance(each, type) and each is not StrEnum]
    for enum in enums:
        members = list(enum.__members__.items()) if issubclass(enum, StrEnum) else []
        assert all(name == member.name for name, member in members), f"{enum} has an alias"
