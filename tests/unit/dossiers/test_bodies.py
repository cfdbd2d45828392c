from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.bodies import find_bodies
from alleged.dossiers.overview import view_overview
from alleged.knowledge.store import make_knowledge
from alleged.model.decision import About as Matters
from alleged.model.decision import Matter, Signature, Verdict, decide
from alleged.model.entity import EntityKind
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import AUTHORITY, BODIES, MONDAY, add_stories
from tests.unit.knowledge.authorities import make_authority, make_entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision

SURVEY = replace(make_entity("s", "Harbour Survey Office", "HSO"), kind=EntityKind.AGENCY)
CHINESE = frozenset({"Chinese MFA", "China's Foreign Ministry"})
LISTED = make_story(
    About("Two names", "Pier Post", MONDAY),
    Says("hackers struck the quay", "Harbour Survey Office"),
    Says("hackers struck the pier", "HSO"),
)


def make_lists() -> Knowledge:
    return make_knowledge([make_authority(SURVEY)])


def settle(names: tuple[str, str], verdict: Verdict) -> Decision:
    by = Signature("R. Reader", "2026-01-05T09:30:00+00:00", "their own site says so")
    return decide(Matter(Matters.ALIAS, names), verdict, by)


def joined(ledger: Ledger, decisions: Sequence[Decision] = ()) -> set[frozenset[str]]:
    found = find_bodies(view_overview(ledger), decisions, make_lists)
    return {frozenset(body.names) for body in found.values()}


@pytest.fixture
def library(ledger: Ledger) -> Ledger:
    add_stories(ledger, *BODIES)
    return ledger


def test_names_are_joined_by_acronym_office_and_list(library: Ledger) -> None:
    add_stories(library, LISTED)
    listed = frozenset({"HSO", "Harbour Survey Office"})
    assert joined(library) == {frozenset({"NPA", AUTHORITY}), CHINESE, listed}


def test_without_lists_what_documents_and_names_tell_is_left(library: Ledger) -> None:
    add_stories(library, LISTED)
    found = find_bodies(view_overview(library), ())
    assert found.keys() == {"NPA", AUTHORITY, *CHINESE}


def test_the_reason_names_the_document(library: Ledger) -> None:
    body = find_bodies(view_overview(library), ())["NPA"]
    assert body.why(body.names) == f"suggested: paper-0.txt introduces “{AUTHORITY} (NPA)”"


def test_lists_are_not_opened_for_one_name(ledger: Ledger) -> None:
    def refuse() -> Knowledge:
        raise AssertionError("nothing is to be looked up")

    overview = view_overview(ledger)
    one = dict(list(overview.claims.items())[:1])
    assert find_bodies(replace(overview, claims=one), (), refuse) == {}


def test_a_person_keeps_names_apart_in_whatever_spelling_and_order(library: Ledger) -> None:
    decision = settle((AUTHORITY.upper(), "npa"), Verdict.REJECT)
    assert joined(library, [decision]) == {CHINESE}


def test_a_person_joins_what_nothing_suggests(library: Ledger) -> None:
    add_stories(library, LISTED)
    decision = settle(("NPA", "HSO"), Verdict.ACCEPT)
    assert joined(library, [decision]) == {
        CHINESE,
        frozenset({"NPA", AUTHORITY, "HSO", "Harbour Survey Office"}),
    }
    body = find_bodies(view_overview(library), [decision])["NPA"]
    assert body.why(["NPA", "HSO"]) == "decided by R. Reader: their own site says so"


def test_a_decision_brings_no_names_of_two_countries_together_but_its_own(library: Ledger) -> None:
    decision = settle(("NPA", "Chinese MFA"), Verdict.ACCEPT)
    assert joined(library, [decision]) == {frozenset({"NPA", "Chinese MFA"})}


def test_a_decision_that_is_withdrawn_or_replaced_no_longer_counts(library: Ledger) -> None:
    apart, together = (settle(("NPA", AUTHORITY), verdict) for verdict in (Verdict.REJECT, Verdict.ACCEPT))
    assert frozenset({"NPA", AUTHORITY}) in joined(library, [apart, together])
    assert frozenset({"NPA", AUTHORITY}) not in joined(library, [together, apart])


def test_a_decision_on_the_entry_of_a_list_is_heeded(ledger: Ledger) -> None:
    add_stories(ledger, LISTED)
    by = Signature("R. Reader", "2026-01-05T09:30:00+00:00", "another office")
    ref = f"{SURVEY.authority}:{SURVEY.id}"
    assert joined(ledger) == {frozenset({"HSO", "Harbour Survey Office"})}
    assert joined(ledger, [decide(Matter(Matters.NAME, ("HSO", ref)), Verdict.REJECT, by)]) == set()


def test_one_acronym_of_two_bodies_stays_apart_from_both(library: Ledger) -> None:
    dutch = make_story(
        About("Another", "Pier Post", MONDAY),
        Says("hackers struck the quay", "Dutch National Pier Authority"),
        Says("the Dutch National Pier Authority (NPA) warned of hackers"),
    )
    add_stories(library, dutch)
    assert joined(library) == {CHINESE}
