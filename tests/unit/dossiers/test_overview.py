from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.dossiers.overview import judge_relations, view_overview
from alleged.ledger import open_ledger
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.link import Relation
from alleged.model.vocabulary import Ground, RelationType, Scope
from tests.unit.dossiers.library import LIBRARY, add_stories

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.ledger.interface import Ledger

SIGNED = Signature("Anna Holt", "2024-05-06T07:08:09Z", "read both")
SUGGESTED = Relation(
    "a" * 24, "b" * 24, RelationType.DISPUTES, Scope.BLANKET, Ground.ANAPHOR, "it rejects what is said"
)
ENDS = (SUGGESTED.claim, SUGGESTED.to)
MATTER = Matter(About.LINK, (SUGGESTED.claim, SUGGESTED.to, SUGGESTED.type.value))


def test_a_link_that_is_rejected_is_out_until_that_is_withdrawn() -> None:
    rejected = decide(MATTER, Verdict.REJECT, SIGNED)
    assert judge_relations([SUGGESTED], [rejected], ENDS) == ()
    again = withdraw(rejected, replace(SIGNED, at="2024-05-07T07:08:09Z"))
    assert judge_relations([SUGGESTED], [rejected, again], ENDS) == (SUGGESTED,)


def test_a_link_that_is_accepted_is_a_persons_and_keeps_its_scope() -> None:
    (relation,) = judge_relations([SUGGESTED], [decide(MATTER, Verdict.ACCEPT, SIGNED)], ENDS)
    assert (relation.ground, relation.scope) == (Ground.REVIEWER, Scope.BLANKET)
    assert relation.reason == "Anna Holt decided so: read both"


def test_a_link_that_nobody_suggested_can_be_made() -> None:
    (relation,) = judge_relations([], [decide(MATTER, Verdict.ACCEPT, SIGNED)], ENDS)
    assert (relation.claim, relation.to, relation.type) == (
        SUGGESTED.claim,
        SUGGESTED.to,
        RelationType.DISPUTES,
    )


def test_a_link_to_a_claim_that_is_not_shown_is_not_made() -> None:
    assert judge_relations([], [decide(MATTER, Verdict.ACCEPT, SIGNED)], ENDS[:1]) == ()


def test_a_decision_about_another_type_of_link_changes_nothing() -> None:
    matter = Matter(About.LINK, (SUGGESTED.claim, SUGGESTED.to, RelationType.RESTATES.value))
    assert judge_relations([SUGGESTED], [decide(matter, Verdict.REJECT, SIGNED)], ENDS) == (SUGGESTED,)


def test_links_between_documents_are_among_those_inside(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    overview = view_overview(ledger)
    across = [
        link
        for link in overview.relations
        if overview.claims[link.claim].document != overview.claims[link.to].document
    ]
    assert {link.scope for link in across if link.type is RelationType.DISPUTES} == set(Scope)
    assert len(across) < len(overview.relations)


def test_rejecting_a_link_between_documents_takes_it_out(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    before = view_overview(ledger)
    link = next(r for r in before.relations if r.reason.endswith("published the day before"))
    matter = Matter(About.LINK, (link.claim, link.to, link.type.value))
    ledger.decide(decide(matter, Verdict.REJECT, SIGNED))
    assert set(before.relations) - set(view_overview(ledger).relations) == {link}


def test_the_order_of_ingestion_does_not_matter(tmp_path: Path) -> None:
    found = []
    for number, stories in enumerate((LIBRARY, LIBRARY[::-1], (*LIBRARY[1:], LIBRARY[0]))):
        with closing(open_ledger(tmp_path / f"{number}.db", create=True)) as ledger:
            add_stories(ledger, *stories)
            overview = view_overview(ledger)
        incidents = {incident.id: incident for incident in overview.incidents}
        found.append((incidents, set(overview.relations), set(overview.lineage.origins)))
    assert found[0] == found[1] == found[2]
