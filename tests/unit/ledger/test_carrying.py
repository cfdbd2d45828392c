from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.claims import view_claim
from alleged.dossiers.decided import find_decided_relations
from alleged.ledger import open_ledger
from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.correction import Field
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.document import Metadata
from alleged.model.span import span_at
from alleged.model.vocabulary import RelationType, Stance
from tests.unit.model.samples import REPORT, claims, make_entry, make_text, relations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim
    from alleged.model.document import Text

BY = Signature("Ada", "2026-01-05T09:30:00+00:00", "read it twice")
BEFORE = make_text()
AFTER = make_text(metadata=Metadata(title="Prosecutors charge seven", publisher="Harbour Times, later"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[DecidedLedger]:
    with closing(open_ledger(tmp_path / "a.db", create=True)) as opened:
        opened.append(make_entry(BEFORE))
        yield opened


def of(text: Text) -> Claim:
    return claims(text)[0]


def reject(ledger: DecidedLedger, claim: Claim) -> None:
    ledger.decide(decide(Matter(About.CLAIM, (claim.id,)), Verdict.REJECT, BY))


def correct(ledger: DecidedLedger, claim: Claim, stance: Stance) -> None:
    ledger.decide(decide(Matter(About.CLAIM, (claim.id, Field.STANCE, stance)), Verdict.CORRECT, BY))


def seen(ledger: DecidedLedger) -> set[str]:
    return {claim.id for claim in ledger.claims(ClaimQuery()).claims}


def test_the_two_readings_have_different_claims() -> None:
    assert of(BEFORE).id != of(AFTER).id
    assert of(BEFORE).document == of(AFTER).document


def test_what_was_rejected_stays_rejected_when_its_document_is_read_anew(ledger: DecidedLedger) -> None:
    reject(ledger, of(BEFORE))
    ledger.append(make_entry(AFTER))
    assert seen(ledger) == {claim.id for claim in claims(AFTER)} - {of(AFTER).id}
    (left_out,) = ledger.showing(Shown.REJECTED).claims(ClaimQuery()).claims
    assert left_out.id == of(AFTER).id
    (decision,) = view_claim(ledger, of(AFTER).id).decisions
    assert decision.what == (of(BEFORE).id,)


def test_what_was_corrected_stays_corrected(ledger: DecidedLedger) -> None:
    correct(ledger, of(BEFORE), Stance.ASSESSES)
    ledger.append(make_entry(AFTER))
    assert ledger.get_claim(of(AFTER).id).stance is Stance.ASSESSES
    assert of(AFTER).id in {c.id for c in ledger.claims(ClaimQuery(stance=Stance.ASSESSES)).claims}


def test_a_link_that_was_rejected_or_made_stays_so(ledger: DecidedLedger) -> None:
    told = relations(BEFORE)[0]
    rejected = (told.claim, told.to, told.type)
    made = (told.to, told.claim, RelationType.RESTATES)
    ledger.decide(decide(Matter(About.LINK, rejected), Verdict.REJECT, BY))
    ledger.decide(decide(Matter(About.LINK, made), Verdict.ACCEPT, BY))
    ledger.append(make_entry(AFTER))
    of_new = dict(zip((c.id for c in claims(BEFORE)), (c.id for c in claims(AFTER)), strict=True))
    found = find_decided_relations(ledger, tuple(of_new.values()))
    ends = {(relation.claim, relation.to, relation.type) for relation in found}
    assert (of_new[told.claim], of_new[told.to], told.type) not in ends
    assert (of_new[told.to], of_new[told.claim], RelationType.RESTATES) in ends


def test_a_decision_on_the_new_reading_goes_before(ledger: DecidedLedger) -> None:
    reject(ledger, of(BEFORE))
    correct(ledger, of(BEFORE), Stance.ASSESSES)
    ledger.append(make_entry(AFTER))
    ledger.decide(decide(Matter(About.CLAIM, (of(AFTER).id,)), Verdict.ACCEPT, BY))
    correct(ledger, of(AFTER), Stance.DENIES)
    assert of(AFTER).id in seen(ledger)
    assert ledger.get_claim(of(AFTER).id).stance is Stance.DENIES


def test_a_withdrawn_decision_is_not_carried(ledger: DecidedLedger) -> None:
    reject(ledger, of(BEFORE))
    ledger.decide(withdraw(ledger.decisions()[0], BY))
    ledger.append(make_entry(AFTER))
    assert seen(ledger) == {claim.id for claim in claims(AFTER)}


def test_where_nothing_is_the_same_nothing_is_carried(ledger: DecidedLedger) -> None:
    reject(ledger, of(BEFORE))
    kept = tuple(claim for claim in claims(AFTER) if claim.id != of(AFTER).id)
    append(ledger, AFTER, kept)
    assert seen(ledger) == {claim.id for claim in kept}


def test_where_the_same_is_said_twice_nothing_is_carried(tmp_path: Path) -> None:
    before, after = (make_text(2 * REPORT, metadata=Metadata(publisher=name)) for name in ("A", "B"))
    with closing(open_ledger(tmp_path / "b.db", create=True)) as ledger:
        for text in (before, after):
            append(ledger, text, (of(text), again(of(text), text)))
            if text is before:
                reject(ledger, of(text))
        assert seen(ledger) == {of(after).id, again(of(after), after).id}


def append(ledger: DecidedLedger, text: Text, kept: tuple[Claim, ...]) -> None:
    entry = make_entry(text)
    ledger.append(replace(entry, input=replace(entry.input, claims=len(kept)), claims=kept, relations=()))


def again(claim: Claim, text: Text) -> Claim:
    """The same words where the report is printed a second time."""
    quote, content = (
        span_at(text.clean, span.start + len(REPORT), span.end + len(REPORT))
        for span in (claim.quote, claim.content)
    )
    speaker = replace(claim.speaker, span=None)
    return replace(
        claim, quote=quote, content=content, speaker=speaker, cues=(), actors=(), targets=(), hedges=()
    )
