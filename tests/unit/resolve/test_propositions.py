from __future__ import annotations

from alleged.model.vocabulary import Act, Stance
from alleged.resolve.propositions import FEW, find_propositions, has_proposition
from tests.strategies.reports import About, Says, make_story

ALLEGED = Says(
    "China broke into the mail of Halvorsen",
    "Norway",
    Stance.ALLEGES,
    actors=("China",),
    targets=("Halvorsen",),
)
DENIED = Says(
    "Beijing was behind the intrusion at Halvorsen",
    "China",
    Stance.DENIES,
    actors=("Beijing",),
    targets=("Halvorsen",),
)
BLANKET = Says(
    "the allegations are baseless", "China", Stance.DENIES, actors=("China",), targets=("Halvorsen",)
)
REFUSED = Says("requests for comment", "China", Stance.DECLINES, actors=("China",), targets=("Halvorsen",))


def rows(*said: Says) -> list[list[str]]:
    return [
        [c.content.exact for c in one.claims] for one in find_propositions(make_story(About(), *said).claims)
    ]


def test_a_specific_denial_stands_in_the_row_of_what_it_denies() -> None:
    assert rows(ALLEGED, DENIED) == [[ALLEGED.words, DENIED.words]]


def test_a_blanket_denial_and_a_refusal_stand_in_no_row() -> None:
    assert rows(ALLEGED, BLANKET, REFUSED) == [[ALLEGED.words]]


def test_demonyms_and_seats_stand_for_their_state() -> None:
    seat = Says(
        "Beijing's spies read the mail of Halvorsen",
        act=Act.ESPIONAGE,
        actors=("Chinese spies",),
        targets=("Halvorsen",),
    )
    assert len(rows(ALLEGED, seat)) == 1


def test_another_accused_another_victim_another_act_or_another_time_is_another_row() -> None:
    others = (
        Says("Russia broke into the mail of Halvorsen", actors=("Russia",), targets=("Halvorsen",)),
        Says("China broke into the mail of Quillon", actors=("China",), targets=("Quillon",)),
        Says(
            "China sanctioned Halvorsen over its mail",
            act=Act.SANCTION,
            actors=("China",),
            targets=("Halvorsen",),
        ),
    )
    assert [len(rows(ALLEGED, other)) for other in others] == [2, 2, 2]
    then, later = (
        Says(ALLEGED.words, actors=("China",), targets=("Halvorsen",), when=year) for year in ("2011", "2021")
    )
    assert len(rows(then, later)) == 2


def test_effects_are_the_same_only_in_the_same_words() -> None:
    plans = Says("plans of ships were copied at Halvorsen", act=Act.DATA, targets=("Halvorsen",))
    again = Says("they copied plans of ships at Halvorsen", act=Act.DATA, targets=("Halvorsen",))
    wages = Says("Halvorsen lost the wages of its captains", act=Act.DATA, targets=("Halvorsen",))
    assert rows(plans, wages, again) == [[plans.words, again.words], [wages.words]]


def test_the_label_is_no_denial_where_there_is_a_claim_to_quote() -> None:
    (proposition,) = find_propositions(make_story(About(), DENIED, ALLEGED).claims)
    assert proposition.label == ALLEGED.words
    assert "China" in proposition.reason
    assert "halvorsen" in proposition.reason


def test_stance_speaker_and_hedge_stay_with_each_claim() -> None:
    claims = make_story(About(), ALLEGED, DENIED).claims
    (proposition,) = find_propositions(claims)
    assert proposition.claims == claims


def test_what_says_nothing_particular_is_told_from_what_does() -> None:
    claims = make_story(About(), ALLEGED, DENIED, BLANKET, REFUSED).claims
    assert [has_proposition(claim) for claim in claims] == [True, True, False, False]


def test_very_many_claims_find_theirs_too() -> None:
    others = (
        Says(f"Russia robbed bank Q{n} of coins", actors=("Russia",), targets=(f"Q{n}",)) for n in range(FEW)
    )
    assert [ALLEGED.words, DENIED.words] in rows(ALLEGED, *others, DENIED)
