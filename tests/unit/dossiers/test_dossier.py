from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.dossier import view_dossier
from alleged.dossiers.joining import Joining
from alleged.dossiers.subject import find_claims, view_joined
from alleged.model.vocabulary import RelationType, Scope
from tests.unit.dossiers.library import ACCUSATION, DENIAL, add_stories
from tests.unit.dossiers.lists import make_lists

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

NEWEST = ("2024-03-27T09:00:00+00:00", 7)


def test_denials_of_everything_stand_apart_and_sources_are_counted(ledger: Ledger) -> None:
    found = view_dossier(ledger, make_lists, ("GREY HERON", ()), NEWEST)
    assert [(kind, scope, len(each)) for kind, scope, each in found.answers()] == [
        (RelationType.DISPUTES, Scope.BLANKET, 1)
    ]
    assert [(source.name, source.claims) for source in found.sources] == [("report.txt", 3)]
    assert {entity.authority for entity in found.listed} == {"quayside", "pier"}
    assert found.lately
    assert not found.is_empty


def test_who_only_speaks_is_told_and_who_does_not_is_empty(ledger: Ledger) -> None:
    add_stories(ledger, ACCUSATION, DENIAL)
    speaker = view_dossier(ledger, make_lists, ("Anna Holt", ()), NEWEST)
    assert (len(speaker.actor.subject.claims), speaker.speaking.total, speaker.is_empty) == (0, 1, False)
    assert view_dossier(ledger, make_lists, ("Nobody", ()), NEWEST).is_empty


def test_the_claims_of_a_subject_are_found_without_its_answers(ledger: Ledger) -> None:
    joining = Joining("GREY HERON")
    found, subject = find_claims(ledger, joining), view_joined(ledger, joining)
    assert {claim.id for claim in found} == {claim.id for claim in subject.claims}
