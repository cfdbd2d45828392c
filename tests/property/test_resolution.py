"""What holds of every resolution, whatever the name, its surroundings and the order of lists."""

from __future__ import annotations

from contextlib import closing
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.knowledge.store import make_knowledge
from alleged.lexicon.readings import Sign
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.document import Extent
from alleged.model.entity import EntityKind
from alleged.resolve.agreement import stand_against
from alleged.resolve.candidates import ENOUGH, Flag, Way
from alleged.resolve.contexts import Context
from alleged.resolve.people import ALONE
from alleged.resolve.resolution import resolve_name, resolve_names
from tests.unit.resolve.lists import ENTITIES, own_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.knowledge.known import Knowledge

BY = Signature("kim", "2024-03-26T10:00:00Z", "so it is")
LISTED = sorted({name for each in ENTITIES for name in (each.name, *(alias.name for alias in each.aliases))})
IDS = sorted(f"{each.authority}:{each.id}" for each in ENTITIES)
names = st.one_of(
    st.sampled_from(LISTED),
    st.builds(
        "{}{}".format, st.sampled_from(LISTED), st.sampled_from([" group", "RAT", "'s", " malware", "x"])
    ),
    st.text(max_size=30),
)
contexts = st.builds(
    Context,
    kinds=st.frozensets(st.sampled_from(EntityKind), max_size=2),
    likely=st.frozensets(st.sampled_from(EntityKind), max_size=2),
    countries=st.frozensets(st.sampled_from(["NO", "IS", "SE"]), max_size=2),
    reading=st.sampled_from([None, Sign.PLACE, Sign.STATE]),
    near=st.frozensets(st.sampled_from(["amberheron", "reedbed", "heron1"]), max_size=2),
)


@pytest.fixture(scope="module")
def known() -> Iterator[Knowledge]:
    with closing(make_knowledge(own_lists())) as made:
        yield made


@given(name=names, context=contexts)
def test_what_is_chosen_is_sure_enough_and_nothing_stands_against_it(
    known: Knowledge, name: str, context: Context
) -> None:
    found = resolve_name(name, context, known)
    ids = [each.id for each in found.candidates]
    assert len(ids) == len(set(ids))
    assert all(each.reason and 0 <= each.score <= 1 for each in found.candidates)
    if found.chosen:
        assert found.chosen == found.candidates[0]
        assert found.chosen.score >= ENOUGH
        assert found.chosen.entity.kind not in ALONE
        assert found.chosen.way is not Way.DISGUISE
        assert not context.kinds or found.chosen.entity.kind in context.kinds
    able = [each.entity for each in found.candidates if each.is_enough]
    if any(stand_against(left, right) for left, right in combinations(able, 2)):
        assert found.chosen is None
        assert Flag.SEVERAL in found.flags


@given(name=names, context=contexts, id_=st.sampled_from(IDS), verdict=st.sampled_from([*Verdict][:2]))
def test_withdrawing_a_decision_restores_what_was(
    known: Knowledge, name: str, context: Context, id_: str, verdict: Verdict
) -> None:
    before = resolve_name(name, context, known)
    decision = decide(Matter(About.NAME, (name, id_)), verdict, BY)
    after = resolve_name(name, _with(context, decision), known)
    ids = {each.id for each in after.candidates}
    assert (id_ in ids) if verdict is Verdict.ACCEPT else (id_ not in ids)
    assert resolve_name(name, _with(context, decision, withdraw(decision, BY)), known) == before


@given(name=names, context=contexts)
def test_the_order_of_lists_changes_no_candidate(known: Knowledge, name: str, context: Context) -> None:
    with closing(make_knowledge(own_lists()[::-1])) as turned:
        one, other = resolve_name(name, context, known), resolve_name(name, context, turned)
    assert {(each.id, each.score) for each in one.candidates} == {
        (each.id, each.score) for each in other.candidates
    }
    assert (one.chosen is None) == (other.chosen is None)


@given(text=st.text(max_size=200), data=st.data())
def test_any_places_of_any_text_have_a_resolution_each(
    known: Knowledge, text: str, data: st.DataObject
) -> None:
    offsets = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(offsets, offsets), max_size=4))
    mentions = [Extent(min(pair), max(pair)) for pair in pairs]
    found = resolve_names(text, mentions, known)
    assert [each.name for each in found] == [text[each.start : each.end] for each in mentions]


def _with(context: Context, *decisions: object) -> Context:
    return Context(
        context.kinds,
        context.likely,
        context.countries,
        context.reading,
        context.near,
        decisions,  # type: ignore[arg-type]
    )
