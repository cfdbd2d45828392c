from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.dossiers.actors import view_actor
from alleged.dossiers.questions import Sort, find_questions
from alleged.dossiers.victims import view_victims
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import DENIAL, MONDAY, entry_of
from tests.unit.dossiers.lists import WADER, make_lists, settle

if TYPE_CHECKING:
    from alleged.dossiers.questions import Question
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision

STORY = make_story(
    About("Heron again", "Harbour Courier", MONDAY),
    Says(
        "Mud Wader hacked the Norwegian pier",
        "Norway",
        actors=("Mud Wader",),
        targets=("pier",),
        when="2021/..",
    ),
    Says("Mud Wader hacked Norway", "Norway", actors=("Mud Wader",), targets=("Norway",), when="2021"),
)


def ask(ledger: Ledger, name: str, *decisions: Decision) -> dict[Sort, Question]:
    actor, knowledge = view_actor(ledger, make_lists, (name, ())), make_lists()
    victims = view_victims(actor.subject, knowledge, decisions)
    return {each.sort: each for each in find_questions(actor, victims, (knowledge, decisions))}


def test_each_open_thing_is_told_with_where_to_look(ledger: Ledger) -> None:
    ledger.append(entry_of(STORY, "heron.txt"))
    found = ask(ledger, "Mud Wader")
    assert [lead.name for lead in found[Sort.NAME].leads] == ["Mud Wader"]
    assert found[Sort.NAME].total == 3
    (open_time,) = found[Sort.TIME].leads
    assert open_time.claim
    assert open_time.claim.event_time.edtf == "2021/.."
    assert found[Sort.TIME].total == 2
    assert [lead.name for lead in found[Sort.TARGET].leads] == ["pier"]
    assert {lead.reason for lead in found[Sort.ORIGIN].leads} == {"1 document"}
    assert Sort.DENIAL not in found


def test_a_decision_closes_a_question(ledger: Ledger) -> None:
    ledger.append(entry_of(STORY, "heron.txt"))
    assert Sort.NAME not in ask(ledger, "Mud Wader", settle("Mud Wader", f"quayside:{WADER.id}"))


def test_a_denial_of_everything_is_open(ledger: Ledger) -> None:
    (lead,) = ask(ledger, "GREY HERON")[Sort.DENIAL].leads
    assert lead.words == "the allegations as baseless"
    assert lead.reason == "answers 2 claims at once"


def test_what_documents_copy_from_each_other_comes_first(ledger: Ledger) -> None:
    text = replace(DENIAL.text, clean=DENIAL.text.clean)
    for number, publisher in enumerate(("Evening Post", "Evening Post of Sunday")):
        metadata = replace(text.document.metadata, publisher=publisher)
        story = replace(DENIAL, text=replace(text, document=replace(text.document, metadata=metadata)))
        ledger.append(entry_of(story, f"{number}.txt"))
    first, *_ = ask(ledger, "United Kingdom")[Sort.ORIGIN].leads
    assert first.reason == "2 documents, 1 origin"
