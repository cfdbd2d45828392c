"""What must hold of origins, counts and timelines of whatever a ledger has read, in whatever order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from alleged.dossiers.origins import count_origins_of, list_descents, view_lineage
from alleged.dossiers.timeline import Scope, view_timeline
from alleged.ledger.interface import ClaimQuery
from alleged.resolve.origins import count_origins
from tests.strategies.accounts import paraphrase
from tests.strategies.read_ledgers import ledger_of, report, reprint_of

if TYPE_CHECKING:
    from alleged.dossiers.timeline import Timeline
    from alleged.ledger.interface import Ledger

SEEDS = st.lists(st.integers(0, 10_000).map(lambda seed: 2 * seed), min_size=2, max_size=4, unique=True)

QUICK = (Phase.generate,)
"""Every example reads dozens of documents: a failing one is not made smaller."""


@settings(max_examples=2, deadline=None, phases=QUICK)
@given(SEEDS)
def test_forty_reprints_leave_the_origins_of_documents_and_claims_as_they_were(seeds: list[int]) -> None:
    originals = [report(seed) for seed in seeds]
    reprints = [reprint_of(originals[0], number) for number in range(40)]
    with ledger_of(originals) as ledger:
        before, claims_before = counts(ledger)
    with ledger_of([*reprints, *originals]) as ledger:
        after, claims_after = counts(ledger)
        adding = [len(descent.dependences) == 0 for descent in list_descents(view_lineage(ledger)).values()]
    assert before[1] == after[1] == len(seeds) == sum(adding)
    assert claims_before[1] == claims_after[1] > 0
    assert after[0] == len(seeds) + 40


@settings(max_examples=3, deadline=None, phases=QUICK)
@given(SEEDS, st.data())
def test_the_order_of_reading_changes_neither_timeline_nor_counts(
    seeds: list[int], data: st.DataObject
) -> None:
    accounts = [report(seed) for seed in seeds]
    accounts += [reprint_of(account, number) for number, account in enumerate(accounts)]
    with ledger_of(accounts) as ledger:
        told, counted = lines(view_timeline(ledger, Scope())), counts(ledger)
        lineage = view_lineage(ledger)
    with ledger_of(data.draw(st.permutations(accounts))) as ledger:
        assert lines(view_timeline(ledger, Scope())) == told
        assert counts(ledger) == counted
        assert view_lineage(ledger) == lineage
    assert len(told) >= len(accounts)


@settings(max_examples=2, deadline=None, phases=QUICK)
@given(SEEDS)
def test_a_flood_is_flagged_and_raises_no_count(seeds: list[int]) -> None:
    told = [report(seed) for seed in seeds]
    flood = [paraphrase(number, outlets=10) for number in range(60)]
    with ledger_of(told) as ledger:
        before, claims_before = counts(ledger)
    with ledger_of([*flood, *told]) as ledger:
        after, claims_after = counts(ledger)
        lineage = view_lineage(ledger)
    assert (before[1], claims_before[1]) == (after[1], claims_after[1])
    assert before[2] == 0 < len(flood) * 0.9 <= after[2]
    assert [one.publishers for one in lineage.floods] == [10]


@settings(max_examples=3, deadline=None, phases=QUICK)
@given(SEEDS)
def test_a_view_of_some_documents_looks_at_these_alone(seeds: list[int]) -> None:
    accounts = [report(seed) for seed in seeds]
    with ledger_of([*accounts, reprint_of(accounts[0], 1)]) as ledger:
        documents = [text.document.id for text in ledger.texts()]
        part = view_lineage(ledger, documents[1:])
        assert set(part.documents) == set(documents[1:])
        assert count_origins(part).origins == len(documents) - 1
        assert count_origins(view_lineage(ledger)).origins == len(documents) - 1


def counts(ledger: Ledger) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Documents, origins and suspects of all documents, and of all claims."""
    documents = count_origins(view_lineage(ledger))
    claims = count_origins_of(ledger, ledger.claims(ClaimQuery()).claims)
    return (
        (documents.documents, documents.origins, documents.suspects),
        (claims.documents, claims.origins, claims.suspects),
    )


def lines(timeline: Timeline) -> list[tuple[object, ...]]:
    """A timeline as what can be compared: which claims, where and when."""
    return [(m.claim.id, m.section, m.period, m.claim.stance) for m in timeline.moments]
