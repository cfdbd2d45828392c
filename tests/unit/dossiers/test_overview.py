from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.dossiers.overview import view_overview
from alleged.ledger import open_ledger
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from alleged.model.vocabulary import Ground, RelationType, Scope
from tests.unit.dossiers.library import LIBRARY, add_stories

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.ledger.interface import Ledger
    from alleged.model.link import Relation

SIGNED = Signature("Anna Holt", "2024-05-06T07:08:09Z", "read both")


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
    before, link = view_overview(ledger), link_between_documents(ledger)
    matter = Matter(About.LINK, (link.claim, link.to, link.type.value))
    ledger.decide(decide(matter, Verdict.REJECT, SIGNED))
    assert set(before.relations) - set(view_overview(ledger).relations) == {link}


def link_between_documents(ledger: Ledger) -> Relation:
    return next(r for r in view_overview(ledger).relations if r.reason.endswith("published the day before"))


def test_an_accepted_link_between_documents_is_told_as_one_inside_a_document(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    link = link_between_documents(ledger)
    matter = Matter(About.LINK, (link.claim, link.to, link.type.value))
    ledger.decide(decide(matter, Verdict.ACCEPT, SIGNED))
    (accepted,) = (each for each in view_overview(ledger).relations if each.ground is Ground.REVIEWER)
    reason = f"{link.reason}; accepted by Anna Holt: read both"
    assert accepted == replace(link, ground=Ground.REVIEWER, reason=reason)


def test_a_link_that_a_person_made_is_shown_while_both_its_claims_are(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "made.db", create=True)) as ledger:
        add_stories(ledger, *LIBRARY)
        first, *_, last = view_overview(ledger).claims
        ledger.decide(decide(Matter(About.LINK, (first, last, "restates")), Verdict.ACCEPT, SIGNED))
        assert (first, last) in {(each.claim, each.to) for each in view_overview(ledger).relations}
        ledger.decide(decide(Matter(About.CLAIM, (last,)), Verdict.REJECT, SIGNED))
        assert last not in {end for r in view_overview(ledger).relations for end in (r.claim, r.to)}


def test_the_order_of_ingestion_does_not_matter(tmp_path: Path) -> None:
    found = []
    for number, stories in enumerate((LIBRARY, LIBRARY[::-1], (*LIBRARY[1:], LIBRARY[0]))):
        with closing(open_ledger(tmp_path / f"{number}.db", create=True)) as ledger:
            add_stories(ledger, *stories)
            overview = view_overview(ledger)
        incidents = {incident.id: incident for incident in overview.incidents}
        found.append((incidents, set(overview.relations), set(overview.lineage.origins)))
    assert found[0] == found[1] == found[2]
