"""What goes into a ledger comes out equal, whatever it says and in whatever order it came."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alleged.errors import AnchorError
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.names import name_words
from alleged.ledger.search import find_terms
from alleged.model.decision import About, Matter
from tests.property.new_ledgers import new_ledger
from tests.strategies.decisions import histories
from tests.strategies.ledger import LETTERS, NAMES, entries

if TYPE_CHECKING:
    from alleged.ledger.interface import Entry
    from alleged.model.claim import Claim

DOCUMENTS = st.lists(entries(), min_size=1, max_size=4, unique_by=lambda entry: entry.text.document.id)


def in_order(entry: Entry) -> tuple[Claim, ...]:
    return tuple(sorted(entry.claims, key=lambda claim: (claim.quote.start, claim.content.start)))


@settings(deadline=None, max_examples=50)
@given(found=DOCUMENTS)
def test_everything_comes_out_as_it_went_in(found: list[Entry]) -> None:
    with new_ledger() as ledger:
        for entry in found:
            ledger.append(entry)
        shown = tuple(claim for entry in found for claim in in_order(entry))
        assert ledger.claims(ClaimQuery()).claims == shown
        assert ledger.inputs() == tuple(entry.input for entry in found)
        for entry in found:
            assert ledger.get_text(entry.text.id) == entry.text
            assert ledger.get_data(entry.text.document.id) == entry.data
            assert ledger.find_relations(tuple(claim.id for claim in entry.claims)) == entry.relations
        for claim in shown:
            assert ledger.get_claim(claim.id) == claim
            assert claim.quote.exact == ledger.get_text(claim.text).clean[claim.quote.start : claim.quote.end]


@settings(deadline=None, max_examples=30)
@given(found=DOCUMENTS, data=st.data())
def test_the_order_of_documents_changes_no_claim(found: list[Entry], data: st.DataObject) -> None:
    with new_ledger() as ledger:
        for entry in data.draw(st.permutations(found)):
            ledger.append(entry)
        shown = ledger.claims(ClaimQuery())
    assert Counter(shown.claims) == Counter(claim for entry in found for claim in entry.claims)
    assert shown.total == len(shown.claims)


@settings(deadline=None, max_examples=50)
@given(first=entries(), second=entries(), shift=st.integers(-250, 250).filter(bool))
def test_words_that_are_not_there_leave_no_trace(first: Entry, second: Entry, shift: int) -> None:
    assume(second.claims and first.text.document.id != second.text.document.id)
    *sound, last = second.claims
    span = last.quote
    start, end = span.start + shift, span.end + shift
    clean = second.text.clean
    assume(not 0 <= start < end <= len(clean) or clean[start:end] != span.exact)
    moved = replace(last, cues=(*last.cues, replace(span, start=start, end=end)))
    with new_ledger() as ledger:
        ledger.append(first)
        with pytest.raises(AnchorError):
            ledger.append(replace(second, claims=(*sound, moved)))
        assert ledger.claims(ClaimQuery()).claims == in_order(first)
        assert ledger.inputs() == (first.input,)
        assert not ledger.holds(second.text.id, second.extractor, second.extractor_version)
        ledger.append(second)
        assert set(ledger.claims(ClaimQuery()).claims) == {*first.claims, *second.claims}


@settings(deadline=None, max_examples=50)
@given(entry=entries(), search=st.text(LETTERS | st.characters(), max_size=20))
def test_a_search_finds_the_words_of_a_claim_and_never_fails(entry: Entry, search: str) -> None:
    with new_ledger() as ledger:
        ledger.append(entry)
        for claim in entry.claims:
            for words in (
                claim.quote.exact,
                claim.speaker.name or "",
                entry.text.document.metadata.title or "",
            ):
                found = ledger.claims(ClaimQuery(search=words)).claims
                assert claim in found if find_terms(words) else found == ()
        page = ledger.claims(ClaimQuery(search=search))
        assert page.total == len(page.claims)


@settings(deadline=None, max_examples=50)
@given(entry=entries(), name=NAMES | st.text(st.characters(), max_size=8))
def test_a_name_finds_the_claims_that_bear_it(entry: Entry, name: str) -> None:
    wanted = name_words(name)
    with new_ledger() as ledger:
        ledger.append(entry)
        spoken, done = ledger.claims(ClaimQuery(speaker=name)), ledger.claims(ClaimQuery(actor=name))
    assert spoken.claims == tuple(c for c in in_order(entry) if bears(c.speaker.name, wanted))
    assert done.claims == tuple(c for c in in_order(entry) if any(bears(m.name, wanted) for m in c.actors))


NAMED = st.sampled_from([Matter(About.NAME, (name, "paper-list:1")) for name in ("APT31", "GREY HERON")])


@settings(deadline=None, max_examples=30)
@given(entry=entries(), data=st.data())
def test_every_decision_is_kept_and_changes_nothing_else(entry: Entry, data: st.DataObject) -> None:
    ids = [claim.id for claim in entry.claims]
    pairs = [(one, other) for one in ids for other in ids if one != other]
    matters = NAMED | st.sampled_from([Matter(About.INCIDENT, pair) for pair in pairs]) if pairs else NAMED
    made = data.draw(histories(matters))
    with new_ledger() as ledger:
        ledger.append(entry)
        for number, decision in enumerate(made):
            ledger.decide(decision)
            assert ledger.decisions() == made[: number + 1]
        assert ledger.claims(ClaimQuery()).claims == in_order(entry)
        assert ledger.find_relations(tuple(ids)) == entry.relations


def bears(name: str | None, wanted: tuple[str, ...]) -> bool:
    """Whether the words of `name` hold those wanted, one after the other."""
    words = name_words(name or "")
    starts = range(len(words) - len(wanted) + 1)
    return bool(wanted) and any(words[start : start + len(wanted)] == wanted for start in starts)
