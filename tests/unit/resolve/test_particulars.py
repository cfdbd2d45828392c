from __future__ import annotations

from alleged.model.vocabulary import Act, Stance
from alleged.resolve.particulars import Particulars, accuses, is_accusation, particulars_of
from tests.strategies.reports import About, Says, make_story


def told(said: Says) -> Particulars:
    (claim,) = make_story(About(), said).claims
    return particulars_of(claim)


def test_a_deed_has_an_accused_and_somebody_whom_it_hit() -> None:
    deed = told(
        Says(
            "RIME VALLEY robbed Quillon",
            "Norway",
            actors=("RIME VALLEY",),
            targets=("Quillon",),
            when="2024-01",
        )
    )
    assert deed.accused.names == {"rime", "valley"}
    assert deed.matter == {"quillon"}
    assert deed.speaker == "Norway"
    assert deed.when is not None


def test_a_response_accuses_whom_it_is_aimed_at() -> None:
    blamed = told(Says("Norway has blamed China", act=Act.ATTRIBUTE, actors=("Norway",), targets=("China",)))
    assert blamed.accused.states == {"China"}


def test_who_a_group_works_for_is_accused_with_it() -> None:
    link = told(
        Says("RIME VALLEY works for China", act=Act.WORKS_FOR, actors=("RIME VALLEY",), targets=("China",))
    )
    assert link.accused.states == {"China"}
    assert link.accused.names == {"rime", "valley"}


def test_where_nobody_is_named_the_only_state_in_the_words_is_accused() -> None:
    one = told(Says("the attack was the work of Chinese state hackers", "Norway"))
    two = told(Says("the attack was the work of Chinese or Russian hackers", "Norway"))
    assert one.accused.states == {"China"}
    assert not two.accused.states


def test_a_denial_accuses_nobody() -> None:
    denial = told(Says("China did it", "China", Stance.DENIES, actors=("China",)))
    assert not is_accusation(denial.claim)
    assert not accuses(denial)
