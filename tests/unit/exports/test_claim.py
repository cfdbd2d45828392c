from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.bearing import view_bearings
from alleged.dossiers.claims import view_claim
from alleged.exports.claim import table_claim
from alleged.model.decision import About, Matter, Verdict, decide
from tests.unit.dossiers.lists import make_lists
from tests.unit.dossiers.test_bearing import BY
from tests.unit.exports.rows import read, read_both
from tests.unit.model.samples import accusation, denial, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

CLAIM = accusation(make_text())


def test_a_claim_has_its_passage_and_who_answers_it_and_how_surely(ledger: Ledger) -> None:
    view = view_claim(ledger, CLAIM.id)
    ((record, cells),) = read_both(table_claim(view))
    assert cells["id"] == CLAIM.id
    assert "".join(run["text"] for run in record["passage"]).count(CLAIM.content.exact) == 1
    told = {each["id"]: each for each in record["answered_by"]}
    answer = told[denial(make_text()).id]
    assert (answer["stance"], answer["type"]) == ("denies", "disputes")
    assert answer["reasons"]


def test_what_was_decided_on_it_is_told_in_words(ledger: Ledger) -> None:
    ledger.decide(decide(Matter(About.CLAIM, (CLAIM.id,)), Verdict.ACCEPT, BY))
    (record,) = read(table_claim(view_claim(ledger, CLAIM.id)))
    (decision,) = record["decisions"]
    assert decision["decided"] == f"claim {CLAIM.id[:8]} is accepted"
    assert (decision["who"], decision["why"]) == (BY.who, BY.why)


def test_names_are_told_only_if_they_were_looked_up(ledger: Ledger) -> None:
    view = view_claim(ledger, CLAIM.id)
    (plain,) = read(table_claim(view))
    assert "names" not in plain
    (record,) = read(table_claim(view, view_bearings(ledger, CLAIM, make_lists())))
    told = {each["name"]: each for each in record["names"]}
    assert told["GREY HERON"]["part"] == "actor"
    assert {each["version"] for each in told["GREY HERON"]["candidates"]} == {"1", "7"}
    (none,) = read(table_claim(view, ()))
    assert none["names"] == []
