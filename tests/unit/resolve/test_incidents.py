from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.model.decision import About as Matters
from alleged.model.decision import Matter, Signature, Verdict, decide
from alleged.model.vocabulary import Act, Role, Stance
from alleged.resolve.incidents import find_incidents
from tests.strategies.reports import About, Says, make_story

if TYPE_CHECKING:
    from alleged.model.decision import Decision
    from alleged.resolve.incidents import Incident

FIRST = make_story(
    About("Halvorsen broken into", "Harbour Courier", "2024-03-04"),
    Says(
        "China broke into the mail of Halvorsen",
        "Norway",
        Stance.ALLEGES,
        actors=("China",),
        targets=("Halvorsen",),
        when="2024-01",
    ),
    Says(
        "Russia wiped the servers of Tarnfield",
        "Denmark",
        act=Act.DISRUPTION,
        actors=("Russia",),
        targets=("Tarnfield",),
    ),
)
SECOND = make_story(
    About("China denies it", "Daily Ledger", "2024-03-05"),
    Says("China hacked Halvorsen", "Norway", Stance.ALLEGES, actors=("China",), targets=("Halvorsen",)),
    Says(
        "the allegations are baseless",
        "China",
        Stance.DENIES,
        actors=("China",),
        answers=(0,),
        role=Role.ACCUSED,
    ),
    Says(
        "Norway taps the cables of Europe",
        "China",
        Stance.ALLEGES,
        Act.SURVEILLANCE,
        ("Norway",),
        role=Role.ACCUSED,
    ),
)
LATER = make_story(
    About("Halvorsen again", "Evening Post", "2025-06-01"),
    Says("China broke into the mail of Halvorsen", actors=("China",), targets=("Halvorsen",), when="2025-05"),
)
BY = Signature("Ruth Fenn", "2024-05-06T07:08:09Z", "one campaign")


def words(incidents: tuple[Incident, ...]) -> list[list[str]]:
    return [[claim.content.exact for claim in incident.claims] for incident in incidents]


def decided(one: str, other: str, verdict: Verdict) -> Decision:
    return decide(Matter(Matters.INCIDENT, (one, other)), verdict, BY)


def test_claims_of_one_operation_are_together_and_counter_accusations_are_not() -> None:
    assert words(find_incidents([SECOND, FIRST])) == [
        ["China broke into the mail of Halvorsen", "China hacked Halvorsen", "the allegations are baseless"],
        ["Russia wiped the servers of Tarnfield"],
        ["Norway taps the cables of Europe"],
    ]


def test_the_same_accused_and_victim_at_another_time_are_another_incident() -> None:
    assert len(find_incidents([FIRST, LATER])) == 3


def test_an_incident_is_called_by_what_its_claims_name() -> None:
    assert find_incidents([FIRST, SECOND])[0].label == "China -> Halvorsen, 2024-01"


def test_its_id_stays_when_another_document_tells_more() -> None:
    assert find_incidents([FIRST])[0].id == find_incidents([FIRST, SECOND, LATER])[0].id


def test_every_step_can_be_read() -> None:
    whole = find_incidents([FIRST, SECOND])[0]
    told = {step.claim: step.why for step in whole.reasons}
    assert "both name halvorsen" in told[whole.claims[1].id]
    assert "published 1 day apart" in told[whole.claims[1].id]
    assert "answers it" in told[whole.claims[2].id]


def test_a_person_joins_what_was_not_suggested_and_is_named() -> None:
    one, other = FIRST.claims[0].id, LATER.claims[0].id
    whole = find_incidents([FIRST, SECOND, LATER], [decided(one, other, Verdict.ACCEPT)])[0]
    assert LATER.claims[0] in whole.claims
    assert "decided by Ruth Fenn: one campaign" in {step.why for step in whole.reasons}


def test_a_person_parts_documents_where_they_were_joined() -> None:
    parted = [decided(FIRST.claims[0].id, SECOND.claims[1].id, Verdict.REJECT)]
    assert ["China hacked Halvorsen", "the allegations are baseless"] in words(
        find_incidents([FIRST, SECOND], parted)
    )


def test_decisions_on_other_things_and_unknown_claims_change_nothing() -> None:
    name = decide(Matter(Matters.NAME, ("APT31", "mitre:G0128")), Verdict.ACCEPT, BY)
    unknown = decided("0" * 24, FIRST.claims[0].id, Verdict.ACCEPT)
    assert find_incidents([FIRST, SECOND], [name, unknown]) == find_incidents([FIRST, SECOND])


def test_a_document_that_tells_of_no_deed_is_in_none() -> None:
    assert (
        find_incidents([make_story(About(), Says("more is needed for schools", "Ian Moss", act=Act.COMMENT))])
        == ()
    )
