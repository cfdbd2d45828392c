from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.model.decision import (
    About,
    Decision,
    Matter,
    Signature,
    Verdict,
    decide,
    decision_id,
    find_withdrawn,
    fold_name,
    standing,
    withdraw,
)

ACCEPT, REJECT = Verdict.ACCEPT, Verdict.REJECT


def by(number: int) -> Signature:
    return Signature("R. Reader", f"2024-03-27T08:00:{number:02}+00:00", "the notice says so")


def named(entity: str, verdict: Verdict = ACCEPT, number: int = 1) -> Decision:
    name = "APT31" if number % 2 else "Apt-31"
    return decide(Matter(About.NAME, (name, entity)), verdict, by(number))


def paired(pair: tuple[str, str], verdict: Verdict, number: int) -> Decision:
    return decide(Matter(About.INCIDENT, pair), verdict, by(number))


def test_an_id_is_a_hash_of_everything_else() -> None:
    decision = named("list:1")
    assert decision.id == decision_id(decision) == decision_id(replace(decision, id="x"))
    for changed in (
        replace(decision, about=About.INCIDENT),
        replace(decision, what=("APT31", "list", "1")),
        replace(decision, verdict=REJECT),
        replace(decision, who="S. Reader"),
        replace(decision, at="2024-03-28"),
        replace(decision, why=""),
        replace(decision, supersedes=decision.id),
    ):
        assert decision_id(changed) != decision.id


def test_a_withdrawal_names_what_it_withdraws() -> None:
    decision = named("list:1")
    back = withdraw(decision, by(2))
    assert (back.verdict, back.supersedes, back.matter) == (Verdict.WITHDRAW, decision.id, decision.matter)
    assert find_withdrawn([decision, back]) == {decision.id}


def test_an_accepted_entity_replaces_another_of_the_same_list_only() -> None:
    first, elsewhere, second = named("list:1"), named("other:1", number=2), named("list:2", number=4)
    assert standing([first, elsewhere, second]) == (elsewhere, second)


def test_to_reject_an_entity_says_nothing_of_another() -> None:
    first, other = named("list:1"), named("list:2", REJECT, 2)
    assert standing([first, other]) == (first, other)


def test_to_reject_what_was_accepted_replaces_it_and_brings_nothing_back() -> None:
    first, second, third = named("list:1"), named("list:2", number=2), named("list:2", REJECT, 3)
    assert standing([first, second, third]) == (third,)
    assert standing([first, second, third, withdraw(third, by(4))]) == (second,)
    assert standing([first, second, third, withdraw(second, by(4))]) == (first, third)


def test_a_withdrawn_withdrawal_brings_the_decision_back() -> None:
    decision = named("list:1")
    back = withdraw(decision, by(2))
    again = withdraw(back, by(3))
    assert standing([decision, back]) == ()
    assert standing([decision, back, again]) == (decision,)
    assert find_withdrawn([decision, back, again]) == {back.id}


def test_a_pair_is_one_pair_in_either_order() -> None:
    together, apart = paired(("a", "b"), ACCEPT, 1), paired(("b", "a"), REJECT, 2)
    assert standing([together, apart]) == (apart,)


def test_two_names_are_one_pair_in_any_order_and_spelling() -> None:
    pairs = (("NSM", "Harbour Office"), ("harbour office", "nsm"), ("NSM", "Pier Office"))
    made = [decide(Matter(About.ALIAS, pair), ACCEPT, by(number)) for number, pair in enumerate(pairs)]
    assert standing(made) == tuple(made[1:])


def test_of_one_cell_the_last_value_holds() -> None:
    whats = [
        ("a", "form", "date", "2021"),
        ("a", "form", "date"),
        ("a", "form", "name", "x"),
        ("b", "form", "date"),
    ]
    made = [decide(Matter(About.CODE, what), ACCEPT, by(number)) for number, what in enumerate(whats)]
    assert standing(made) == tuple(made[1:])


def test_links_of_two_types_or_directions_are_two_things() -> None:
    whats = [("a", "b", "disputes"), ("b", "a", "disputes"), ("a", "b", "confirms")]
    made = [decide(Matter(About.LINK, what), REJECT, by(1)) for what in whats]
    assert standing(made) == tuple(made)


def test_the_version_of_a_list_makes_no_other_thing() -> None:
    older = decide(Matter(About.NAME, ("APT31", "list:1", "7")), ACCEPT, by(1))
    newer = decide(Matter(About.NAME, ("APT31", "list:1", "8")), REJECT, by(2))
    assert standing([older, newer]) == (newer,)


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("APT31", "apt 31", True),
        ("Čapek", "CAPEK", True),
        ("APT31", "АРТ31", False),
        ("APT31", "APT3", False),
        ("?!", "!?", False),
    ],
    ids=["spelling", "accents", "cyrillic", "shorter", "signs"],
)
def test_what_counts_as_one_name(name: str, other: str, same: bool) -> None:
    assert (fold_name(name) == fold_name(other)) is same
