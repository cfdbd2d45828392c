from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.errors import AnchorError, LedgerError
from alleged.ledger.checks import check_decision, check_entry
from alleged.ledger.sample import sample_entry
from alleged.model.decision import About, Matter, Signature, Verdict, decide, decision_id, withdraw

ENTRY = sample_entry()
BY = Signature("R. Reader", "2024-03-27T08:00:00+00:00", "it names the charge")
NAMED = decide(Matter(About.NAME, ("APT31", "list:1", "7")), Verdict.ACCEPT, BY)


def test_a_sound_entry_passes() -> None:
    check_entry(ENTRY)


def test_a_misplaced_word_is_told_with_its_claim_and_both_readings() -> None:
    claim = ENTRY.claims[0]
    moved = replace(claim.quote, start=claim.quote.start + 1, end=claim.quote.end + 1)
    wrong = replace(claim, quote=moved)
    with pytest.raises(AnchorError) as raised:
        check_entry(replace(ENTRY, claims=(wrong, ENTRY.claims[1])))
    told = str(raised.value)
    assert wrong.id in told
    assert "sample" in told
    assert repr(claim.quote.exact) in told


def test_claims_of_one_id_are_named() -> None:
    twin = replace(ENTRY.claims[0], targets=())
    with pytest.raises(LedgerError, match=twin.id):
        check_entry(replace(ENTRY, claims=(ENTRY.claims[0], twin)))


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_confidence_is_a_probability(confidence: float) -> None:
    unsure = replace(ENTRY.claims[0], confidence=confidence)
    with pytest.raises(LedgerError, match="between 0 and 1"):
        check_entry(replace(ENTRY, claims=(unsure, ENTRY.claims[1])))


@pytest.mark.parametrize("confidence", [None, 0.0, 1.0, 1])
def test_no_confidence_and_certainty_pass(confidence: float | None) -> None:
    sure = replace(ENTRY.claims[0], confidence=confidence)
    check_entry(replace(ENTRY, claims=(sure, ENTRY.claims[1])))


def test_a_sound_decision_passes() -> None:
    check_decision(NAMED, ())
    check_decision(withdraw(NAMED, BY), (NAMED,))


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        (Matter(About.NAME, ("APT31", "list")), "about a name is about a name, an entity"),
        (
            Matter(About.LINK, ("a", "b", "likes")),
            "one of disputes, confirms, declines, restates, elaborates",
        ),
        (Matter(About.INCIDENT, ("a", "a")), "about the ids of two claims, not"),
        (Matter(About.CODE, ("a", "form")), "about the id of a claim, a codebook, one of its variables"),
        (Matter(About.CODE, ("a", "form", "date", "")), "about the id of a claim, a codebook"),
        (Matter(About.ALIAS, ("APT31", "apt-31")), "about two names that differ, not"),
        (Matter(About.ALIAS, ("APT31", " ")), "about two names that differ, not"),
    ],
)
def test_a_decision_on_what_it_cannot_be_about_says_what_it_can(matter: Matter, told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        check_decision(decide(matter, Verdict.ACCEPT, BY), ())


def test_a_cell_is_filled_or_emptied_and_never_rejected() -> None:
    cell = Matter(About.CODE, ("a", "form", "date"))
    check_decision(decide(cell, Verdict.ACCEPT, BY), ())
    with pytest.raises(LedgerError, match="given values, or none"):
        check_decision(decide(cell, Verdict.REJECT, BY), ())


def test_who_decides_and_why_has_to_be_said() -> None:
    for said in ("who", "at", "why"):
        with pytest.raises(LedgerError, match=f"who decided, at what time and why: '{said}' is empty"):
            check_decision(decide(NAMED.matter, Verdict.ACCEPT, replace(BY, **{said: ""})), ())


def test_a_decision_is_taken_once_and_with_the_id_of_its_contents() -> None:
    with pytest.raises(LedgerError, match=f"{NAMED.id} is in the ledger already"):
        check_decision(NAMED, (NAMED,))
    with pytest.raises(LedgerError, match=f"has the id .*, not {NAMED.id}"):
        check_decision(replace(NAMED, why="another"), ())


def test_a_withdrawal_says_what_it_cannot_withdraw_and_what_to_do() -> None:
    back, later = withdraw(NAMED, BY), withdraw(NAMED, replace(BY, at="2024-03-28"))
    with pytest.raises(LedgerError, match=f"no decision '{NAMED.id}'; 'alleged decisions' lists them"):
        check_decision(back, ())
    with pytest.raises(LedgerError, match=f"{NAMED.id} is withdrawn already; 'alleged decisions' shows"):
        check_decision(later, (NAMED, back))


def test_only_a_withdrawal_names_an_earlier_decision() -> None:
    naming = replace(NAMED, supersedes=NAMED.id)
    with pytest.raises(LedgerError, match="only a withdrawal does"):
        check_decision(replace(naming, id=decision_id(naming)), (NAMED,))
