"""What people decide on claims and documents can be undone exactly; as of an instant, its views are back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from alleged.errors import LedgerError
from alleged.ledger.conformance import check_counts
from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.correction import Field, find_corrected
from alleged.model.decision import About, Matter, Signature, Verdict, decide, standing, withdraw
from alleged.model.vocabulary import Act, Stance
from tests.property.new_ledgers import new_ledger
from tests.strategies.ledger import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.ledger.interface import Entry, Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision

DOCUMENTS = st.lists(entries(), min_size=1, max_size=3, unique_by=lambda entry: entry.text.document.id)
DAY = datetime(2024, 3, 26, 10, tzinfo=UTC)


def at(number: int) -> datetime:
    """An instant of its own for every step."""
    return DAY + timedelta(hours=number)


def sign(number: int) -> Signature:
    return Signature("R. Reader", at(number).isoformat(), f"for reason {number}")


def view(ledger: Ledger) -> tuple[object, ...]:
    """Everything that a view shows."""
    claims = ledger.claims(ClaimQuery())
    ids = tuple(claim.id for claim in claims.claims)
    named = [ledger.claims(ClaimQuery(stance=stance)) for stance in Stance]
    actors = [ledger.claims(ClaimQuery(actor=name)) for name in ("APT31", "Silver Ibis")]
    relations = ledger.find_relations(ids)
    return claims, named, actors, ledger.texts(), ledger.documents(), ledger.inputs(), relations


@st.composite
def decisions(draw: st.DrawFn, found: Sequence[Entry], number: int) -> Decision:
    """A decision on one of these claims or documents, of any kind."""
    document = draw(st.sampled_from(found)).text.document
    claims = [claim for entry in found for claim in entry.claims]
    matters: list[tuple[Matter, Verdict]] = [
        (Matter(About.DOCUMENT, (document.id,)), Verdict.REJECT),
        (Matter(About.DOCUMENT, (document.id,)), Verdict.ACCEPT),
        (
            Matter(About.PUBLISHER, ((document.metadata.publisher or "").strip() or "Harbour Times",)),
            Verdict.REJECT,
        ),
    ]
    if len(found) > 1:
        one, other = draw(st.permutations([entry.text.document.id for entry in found]))[:2]
        matters.append((Matter(About.VERSION, (one, other)), Verdict.ACCEPT))
    if claims:
        claim = draw(st.sampled_from(claims))
        matters += [
            (Matter(About.CLAIM, (claim.id,)), Verdict.REJECT),
            (Matter(About.CLAIM, (claim.id,)), Verdict.ACCEPT),
            (Matter(About.CLAIM, (claim.id, *draw(corrections(claim)))), Verdict.CORRECT),
        ]
    if len(claims) > 1:
        pair = draw(st.permutations([claim.id for claim in claims]))[:2]
        matters.append((Matter(About.SAME, tuple(pair)), Verdict.ACCEPT))
    matter, verdict = draw(st.sampled_from(matters))
    return decide(matter, verdict, sign(number))


def corrections(claim: Claim) -> st.SearchStrategy[tuple[str, ...]]:
    return st.one_of(
        st.sampled_from(Stance).map(lambda stance: ("stance", stance.value)),
        st.sampled_from(Act).map(lambda act: ("act", act.value)),
        st.sampled_from(
            [("actor", "Silver Ibis"), ("actor",), ("target", "US"), ("speaker", "APT31", "vendor")]
        ),
        st.sampled_from([("time", "2021"), ("time",), ("hedge",), ("hedge", claim.quote.exact)]),
    )


def take(ledger: Ledger, decision: Decision) -> bool:
    """Whether the ledger takes it: claims that are not equally sure are not merged."""
    try:
        ledger.decide(decision)
    except LedgerError:
        return False
    return True


def fill(ledger: Ledger, found: Sequence[Entry]) -> None:
    for number, entry in enumerate(found):
        ledger.append(replace(entry, input=replace(entry.input, at=at(number).isoformat())))


@settings(deadline=None, max_examples=25)
@given(found=DOCUMENTS, data=st.data())
def test_undoing_restores_exactly_what_was(found: list[Entry], data: st.DataObject) -> None:
    with new_ledger() as ledger:
        fill(ledger, found)
        for number in range(data.draw(st.integers(0, 3))):
            take(ledger, data.draw(decisions(found, 100 + number)))
        before = view(ledger)
        decision = data.draw(decisions(found, 200))
        if take(ledger, decision):
            ledger.decide(withdraw(decision, sign(201)))
        assert view(ledger) == before


@settings(deadline=None, max_examples=20)
@given(found=DOCUMENTS, data=st.data())
def test_as_of_an_instant_it_shows_what_a_ledger_shows_that_stopped_then(
    found: list[Entry], data: st.DataObject
) -> None:
    shown: list[tuple[datetime, tuple[object, ...]]] = []
    with new_ledger() as ledger:
        shown.append((at(-1), view(ledger)))
        for number, entry in enumerate(found):
            moment = 10 * number
            ledger.append(replace(entry, input=replace(entry.input, at=at(moment).isoformat())))
            if take(ledger, data.draw(decisions(found[: number + 1], moment + 5))):
                shown.append((at(moment + 9), view(ledger)))
        for time, then in shown:
            assert view(ledger.as_of(time)) == then
        assert view(ledger.as_of(at(1000))) == view(ledger)


@settings(deadline=None, max_examples=20)
@given(found=DOCUMENTS, data=st.data())
def test_the_order_of_unrelated_decisions_does_not_matter(found: list[Entry], data: st.DataObject) -> None:
    made = data.draw(
        st.lists(st.integers(0, 9), min_size=2, max_size=4, unique=True).flatmap(
            lambda numbers: st.tuples(*(decisions(found, number) for number in numbers))
        )
    )
    named = [part for decision in made for part in decision.what[:2]]
    sorts = {decision.about for decision in made}
    if len(set(named)) < len(named) or sorts & {About.SAME, About.VERSION}:
        return
    views = []
    for order in (made, made[::-1]):
        with new_ledger() as ledger:
            fill(ledger, found)
            for decision in order:
                assert take(ledger, decision)
            views.append(view(ledger))
    assert views[0] == views[1]


@settings(deadline=None, max_examples=25)
@given(found=DOCUMENTS, data=st.data())
def test_nothing_is_lost_and_no_decision_but_a_correction_changes_what_a_claim_says(
    found: list[Entry], data: st.DataObject
) -> None:
    with new_ledger() as ledger:
        fill(ledger, found)
        read = {claim.id: claim for claim in ledger.stored.claims(ClaimQuery()).claims}
        for number in range(data.draw(st.integers(1, 5))):
            take(ledger, data.draw(decisions(found, 100 + number)))
        everything = ledger.showing(Shown.ALL).claims(ClaimQuery())
        shown = ledger.claims(ClaimQuery())
        assert [claim.id for claim in everything.claims] == list(read)
        assert ledger.stored.claims(ClaimQuery()).claims == tuple(read.values())
        corrected = {d.what[:2] for d in standing(ledger.decisions()) if d.verdict is Verdict.CORRECT}
        for claim in shown.claims:
            assert all((claim.id, field.value) in corrected for field in find_corrected(claim))
            assert (claim.original or claim) == read[claim.id]
            fields = {field for field in Field if (claim.id, field.value) in corrected}
            assert claim.stance == read[claim.id].stance or Field.STANCE in fields
        for merge in ledger.effects().doubles.values():
            stays, leaves = map(ledger.get_claim, merge.what)
            assert (stays.stance, bool(stays.hedges)) == (leaves.stance, bool(leaves.hedges))
        assert shown.total == len(shown.claims) <= everything.total


@settings(deadline=None, max_examples=25)
@given(found=DOCUMENTS, data=st.data())
def test_what_is_counted_is_what_is_shown(found: list[Entry], data: st.DataObject) -> None:
    with new_ledger() as ledger:
        fill(ledger, found)
        for number in range(data.draw(st.integers(0, 4))):
            take(ledger, data.draw(decisions(found, 100 + number)))
        check_counts(ledger, ClaimQuery())
        check_counts(ledger, ClaimQuery(stance=data.draw(st.sampled_from(Stance))))
        check_counts(ledger, ClaimQuery(actor="Silver Ibis"))
        check_counts(ledger.showing(Shown.REJECTED), ClaimQuery())
