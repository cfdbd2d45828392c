from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.choices import INCIDENTS, NAMES, choose_incidents, choose_names, cut_choices
from alleged.dossiers.overview import view_overview
from alleged.knowledge.keys import name_key
from alleged.ledger.interface import Aspect, ClaimQuery, Facet
from tests.unit.dossiers.library import LIBRARY, add_stories

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_the_actors_that_most_claims_name_come_first(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    names = choose_names(ledger.facets(ClaimQuery(), (Aspect.ACTOR,))[Aspect.ACTOR], set())
    assert names[0].of == "China"
    assert [choice.claims for choice in names] == sorted((c.claims for c in names), reverse=True)


def test_words_that_are_no_names_and_private_persons_are_not_offered() -> None:
    facet = Facet((("hackers", 9), ("Anna Holt", 5), ("Gale Crow", 3)))
    (only,) = choose_names(facet, {name_key("Anna Holt")})
    assert (only.of, only.claims) == ("Gale Crow", 3)


def test_the_largest_incidents_come_first_and_a_cut_tells_how_many_there_are(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    overview = view_overview(ledger)
    incidents = choose_incidents(overview.incidents)
    assert incidents[0].claims == max(len(incident.claims) for incident in overview.incidents)
    cut = cut_choices(incidents * NAMES, incidents * INCIDENTS)
    assert (len(cut.names), cut.total_names) == (NAMES, len(incidents) * NAMES)
    assert (len(cut.incidents), cut.total_incidents) == (INCIDENTS, len(incidents) * INCIDENTS)
