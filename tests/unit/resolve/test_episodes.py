from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.model.vocabulary import Act, Role, Stance
from alleged.resolve.episodes import find_episodes
from tests.strategies.reports import About, Says, make_story

if TYPE_CHECKING:
    from alleged.resolve.episodes import Episode

ACCUSED = Says(
    "China broke into the mail of Halvorsen",
    "Norway",
    Stance.ALLEGES,
    actors=("China",),
    targets=("Halvorsen",),
)
DENIED = Says(
    "the claims are baseless", "China", Stance.DENIES, actors=("China",), role=Role.ACCUSED, answers=(0,)
)
IN_TURN = Says(
    "Norway taps the cables of Europe",
    "China",
    Stance.ALLEGES,
    Act.SURVEILLANCE,
    ("Norway",),
    role=Role.ACCUSED,
)
OTHER = Says(
    "Russia wiped the servers of Tarnfield",
    "Denmark",
    act=Act.DISRUPTION,
    actors=("Russia",),
    targets=("Tarnfield",),
)
REMARK = Says("more must be done", "Anna Holt", act=Act.COMMENT)


def episodes(*said: Says) -> list[list[str]]:
    """The words of the claims of each operation."""
    return [[one.claim.content.exact for one in episode.told] for episode in found(*said)]


def found(*said: Says) -> tuple[Episode, ...]:
    return find_episodes(make_story(About(), *said))


def test_a_denial_goes_with_what_it_answers() -> None:
    assert episodes(ACCUSED, DENIED) == [[ACCUSED.words, DENIED.words]]


def test_a_counter_accusation_is_another_operation() -> None:
    assert episodes(ACCUSED, DENIED, IN_TURN) == [[ACCUSED.words, DENIED.words], [IN_TURN.words]]


def test_a_counter_accusation_needs_no_deed() -> None:
    remark = Says(
        "Norway is the biggest eavesdropper", "China", act=Act.COMMENT, actors=("Norway",), role=Role.ACCUSED
    )
    assert episodes(ACCUSED, DENIED, remark)[1:] == [[remark.words]]


def test_a_spokesman_speaks_for_the_state_for_which_he_denies() -> None:
    said = (
        Says(
            "China broke into nothing at Halvorsen",
            "Lin Qiao",
            Stance.DENIES,
            actors=("China",),
            role=Role.ACCUSED,
        ),
        Says("Norway taps the cables of Europe", "Lin Qiao", Stance.ALLEGES, Act.SURVEILLANCE, ("Norway",)),
        Says("Norway listens to ministers", "China", Stance.ALLEGES, Act.SURVEILLANCE, ("Norway",)),
    )
    assert episodes(ACCUSED, *said)[1:] == [[said[1].words, said[2].words]]


def test_another_accused_and_another_victim_are_another_operation() -> None:
    assert episodes(ACCUSED, OTHER) == [[ACCUSED.words], [OTHER.words]]


def test_a_remark_goes_on_from_what_was_said() -> None:
    assert episodes(ACCUSED, OTHER, REMARK)[1] == [OTHER.words, REMARK.words]


def test_what_stands_before_the_first_deed_goes_with_it() -> None:
    assert episodes(REMARK, ACCUSED) == [[ACCUSED.words, REMARK.words]]


def test_a_remark_at_the_beginning_goes_with_what_follows_and_not_with_the_last() -> None:
    assert episodes(REMARK, ACCUSED, OTHER) == [[ACCUSED.words, REMARK.words], [OTHER.words]]


def test_a_denial_that_opens_a_text_answers_what_follows() -> None:
    opening = Says("the claims are baseless", "China", Stance.DENIES, actors=("China",), answers=(2,))
    assert episodes(opening, OTHER, ACCUSED) == [[OTHER.words], [ACCUSED.words, opening.words]]


def test_remarks_alone_are_about_no_operation() -> None:
    assert episodes(REMARK) == []


def test_every_placing_says_why_and_beside_what() -> None:
    (first, _) = found(ACCUSED, DENIED, IN_TURN)
    (placing,) = first.placings
    assert placing.to == first.told[0].claim.id
    assert "answers it" in placing.why
