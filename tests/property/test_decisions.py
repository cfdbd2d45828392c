"""Decisions can be taken back, touch nothing else, and are never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from alleged.dossiers.decided import apply_decisions, view_decisions
from alleged.model.decision import About, Matter, Verdict, decide, fold_name, standing, withdraw
from alleged.model.vocabulary import Ground
from tests.strategies.decisions import MATTERS, RELATIONS, VERDICTS, histories, list_withdrawable, signed

if TYPE_CHECKING:
    from alleged.model.decision import Decision
    from alleged.model.link import Relation

LATER, LAST = signed(100), signed(101)

HERE = st.sampled_from(
    [Matter(About.NAME, ("APT31", "paper-list:1")), Matter(About.LINK, ("a" * 24, "b" * 24, "disputes"))]
)
THERE = st.sampled_from(
    [Matter(About.NAME, ("Volt", "paper-list:1")), Matter(About.LINK, ("b" * 24, "a" * 24, "disputes"))]
)


@given(made=histories(), matter=MATTERS, verdict=VERDICTS)
def test_withdrawing_restores_exactly_what_was(
    made: tuple[Decision, ...], matter: Matter, verdict: Verdict
) -> None:
    decision = decide(matter, verdict, LATER)
    assert decision in standing((*made, decision))
    assert standing((*made, decision, withdraw(decision, LAST))) == standing(made)


@given(made=histories().filter(bool), data=st.data())
def test_what_is_withdrawn_counts_as_little_as_if_it_had_never_been(
    made: tuple[Decision, ...], data: st.DataObject
) -> None:
    decision = data.draw(st.sampled_from(list_withdrawable(made)))
    without = tuple(each for each in made if each is not decision)
    back = withdraw(decision, LATER)
    assert standing((*made, back)) == standing(without)
    assert standing((*made, back, withdraw(back, LAST))) == standing(made)


@given(here=histories(HERE), there=histories(THERE), data=st.data())
def test_the_order_of_unrelated_decisions_does_not_matter(
    here: tuple[Decision, ...], there: tuple[Decision, ...], data: st.DataObject
) -> None:
    turns = data.draw(st.permutations([True] * len(here) + [False] * len(there)))
    sides = {True: iter(here), False: iter(there)}
    mixed = [next(sides[turn]) for turn in turns]
    assert set(standing(mixed)) == {*standing(here), *standing(there)}


@given(made=histories())
def test_nobody_is_two_things_in_one_list_and_nothing_is_both_so_and_not_so(
    made: tuple[Decision, ...],
) -> None:
    counting = standing(made)
    names = [each for each in counting if each.about is About.NAME]
    settled = [(fold_name(each.what[0]), each.what[1]) for each in names]
    meant = [
        (fold_name(each.what[0]), each.what[1].partition(":")[0])
        for each in names
        if each.verdict is Verdict.ACCEPT
    ]
    pairs = [frozenset(each.what) for each in counting if each.about is About.INCIDENT]
    for things in (settled, meant, pairs):
        assert len(set(things)) == len(things)
    assert list(counting) == [each for each in made if each in counting]


@given(made=histories(), matter=MATTERS, verdict=VERDICTS)
def test_of_two_decisions_on_one_thing_the_later_counts(
    made: tuple[Decision, ...], matter: Matter, verdict: Verdict
) -> None:
    counting = standing((*made, decide(matter, verdict, LATER)))
    assert [each.verdict for each in counting if each.matter == matter] == [verdict]


@given(made=histories())
def test_every_decision_is_told_with_its_state(made: tuple[Decision, ...]) -> None:
    views = view_decisions(made)
    counting = [v.decision for v in views if v.state == "in-force" and v.decision.verdict != "withdraw"]
    assert tuple(view.decision for view in views) == made
    assert tuple(counting) == standing(made)


@given(relations=RELATIONS, made=histories(), matter=MATTERS, verdict=VERDICTS)
def test_links_are_as_they_were_when_a_decision_is_withdrawn(
    relations: tuple[Relation, ...], made: tuple[Decision, ...], matter: Matter, verdict: Verdict
) -> None:
    decision = decide(matter, verdict, LATER)
    before = apply_decisions(relations, made)
    assert apply_decisions(relations, (*made, decision, withdraw(decision, LAST))) == before
    assert apply_decisions(relations, ()) == relations


@given(relations=RELATIONS, made=histories())
def test_a_rejected_link_is_gone_an_accepted_one_there_and_no_other_is_touched(
    relations: tuple[Relation, ...], made: tuple[Decision, ...]
) -> None:
    links = {each.what: each.verdict for each in standing(made) if each.about is About.LINK}
    shown = apply_decisions(relations, made)
    ends = {(each.claim, each.to, each.type.value) for each in shown}
    assert all((what in ends) == (verdict is Verdict.ACCEPT) for what, verdict in links.items())
    undecided = [each for each in relations if (each.claim, each.to, each.type.value) not in links]
    assert [each for each in shown if each.ground is not Ground.REVIEWER] == undecided
